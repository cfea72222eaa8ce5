/* The printed sheet, made editable: its own rows and cells, with something to choose in each. */

import { byId, make } from "../lib/page.js";
import { say } from "../lib/say.js";
import { listing, lower } from "../lib/words.js";
import { heading, LABELS, shownAs } from "./files.js";
import { listed, thereOf, usual } from "./fill.js";
import { makePicker } from "./picker.js";
import { cleanNote, emptyRow, PARTS } from "./state.js";

/**
 * @import { Activity, Data } from "./data.js"
 * @import { Change } from "./form.js"
 * @import { Agreement, Part, Row } from "./state.js"
 *
 * @typedef {object} Line what stands in a row of the table
 * @property {HTMLElement} row
 * @property {HTMLElement} usually
 * @property {HTMLSelectElement} decides
 * @property {Map<Part, HTMLButtonElement>} others
 * @property {HTMLInputElement} note
 */

const NOBODY = "nobody";
const SEVERAL = "several";
const OUT = "out";

/**
 * Who may be chosen: those who are there, and whoever the row has already.
 * @param {Agreement} agreement
 * @param {Activity} activity
 * @param {Row} row
 * @param {Data} data
 */
const choices = (agreement, activity, row, data) => {
  const roles = [...data.actors.values()].filter(({ kind }) => kind === "role").map(({ id }) => id);
  const around = agreement.team.length
    ? agreement.team
    : [...roles, activity.lead, ...activity.shares, ...activity.rivals];
  return [...new Set([...around, ...PARTS.flatMap((part) => row[part])])].filter((id) => data.actors.has(id));
};

/**
 * What is usual, in words: in the setting, and without those who are not there.
 * @param {Activity} activity
 * @param {Agreement} agreement
 * @param {Data} data
 */
export const usually = (activity, { setting, team }, { actors, settings }) => {
  const name = (/** @type {string} */ id) => lower(actors.get(id)?.name ?? id);
  const { leader, special, decides } = usual(activity, setting, team);
  const parts = [leader ? name(leader) : "no usual lead"];
  if (special)
    parts.push(` (${lower(settings.get(setting) ?? "")}; else ${activity.lead ? name(activity.lead) : "nobody"})`);
  if (leader && leader !== decides) {
    const [claims, shares] = [activity.rivals, activity.shares].map((ids) =>
      ids.filter(thereOf(activity, team)).map(name),
    );
    parts.push(" (not there)");
    if (decides) parts.push(`: then ${name(decides)}`);
    else if (claims.length) parts.push(`; also claimed by ${listing(claims)}`);
    else parts.push(shares.length ? `; takes part: ${listing(shares)}` : "; no source says who takes over");
  }
  return parts.join("");
};

/**
 * @param {Data} data
 * @param {Change} change
 * @returns {(agreement: Agreement) => void} shows an agreement
 */
export const makeSheet = (data, change) => {
  const pick = makePicker();
  /** @type {Agreement} */
  let shown;
  const current = (/** @type {string} */ id) => shown.rows.get(id) ?? emptyRow();
  const edit = (/** @type {string} */ id, /** @type {Partial<Row>} */ part) =>
    change((before) => ({
      ...before,
      rows: new Map(before.rows).set(id, { ...(before.rows.get(id) ?? emptyRow()), ...part }),
    }));

  const order = [...data.activities.keys()];
  const lines = new Map([...data.activities.values()].map((activity) => [activity.id, makeLine(activity, edit)]));
  for (const [id, line] of lines) {
    const activity = /** @type {Activity} */ (data.activities.get(id));
    line.decides.addEventListener("change", () => {
      const { value } = line.decides;
      if (value !== OUT) return edit(id, { decides: value ? [value] : [] });
      change((before) => ({ ...before, rows: new Map([...before.rows].filter(([each]) => each !== id)) }));
      const next = listed(shown, data).find((each) => order.indexOf(each.id) > order.indexOf(id));
      lines.get(next?.id ?? [...shown.rows.keys()][0])?.decides.focus();
      say(`Left out: ${lower(activity.name)}`);
    });
    for (const [part, button] of line.others) {
      button.addEventListener("click", () => {
        const options = choices(shown, activity, current(id), data).map(
          (each) => /** @type {[string, string]} */ ([each, shownAs(each, shown, data)]),
        );
        pick(button, `${LABELS[part]}: ${lower(activity.name)}`, options, current(id)[part], (ids) =>
          edit(id, { [part]: ids }),
        );
      });
    }
  }
  return (agreement) => {
    shown = agreement;
    const table = /** @type {HTMLElement} */ (document.querySelector("table.sheet"));
    table.classList.toggle("guessing", agreement.guess);
    const heads = table.querySelectorAll("thead th");
    for (const [at, part] of PARTS.entries()) heads[at + 2].textContent = heading(part, agreement.letters);
    for (const [id, line] of lines) {
      const activity = /** @type {Activity} */ (data.activities.get(id));
      line.row.hidden = !agreement.rows.has(id);
      if (!line.row.hidden) showLine(line, activity, agreement, data);
    }
  };
};

/**
 * @param {Activity} activity
 * @param {(id: string, part: Partial<Row>) => void} edit
 * @returns {Line}
 */
const makeLine = ({ id, name }, edit) => {
  const row = /** @type {HTMLElement} */ (byId(id));
  const [usually, ...cells] = /** @type {HTMLElement[]} */ ([...row.querySelectorAll("td")]);
  const decides = /** @type {HTMLSelectElement} */ (make("select", { "aria-label": `Decides: ${name}` }));
  const note = /** @type {HTMLInputElement} */ (
    make("input", { type: "text", "aria-label": `Note: ${name}`, maxlength: "300", autocomplete: "off" })
  );
  note.addEventListener("change", () => edit(id, { note: cleanNote(note.value) }));
  /** @type {Map<Part, HTMLButtonElement>} */
  const others = new Map();
  for (const part of PARTS.slice(1)) {
    others.set(
      part,
      /** @type {HTMLButtonElement} */ (
        make("button", { type: "button", class: "pick", "aria-haspopup": "dialog", "aria-expanded": "false" })
      ),
    );
  }
  for (const [at, field] of [decides, ...others.values(), note].entries()) cells[at].replaceChildren(field);
  return { row, usually, decides, others, note };
};

/**
 * @param {Line} line
 * @param {Activity} activity
 * @param {Agreement} agreement
 * @param {Data} data
 */
const showLine = (line, activity, agreement, data) => {
  const row = agreement.rows.get(activity.id) ?? emptyRow();
  const named = (/** @type {string} */ id) => shownAs(id, agreement, data);
  const here = line.usually.querySelectorAll(".here");
  line.usually.replaceChildren(usually(activity, agreement, data), ...here);
  const options = choices(agreement, activity, row, data).map((id) => make("option", { value: id }, named(id)));
  const several =
    row.decides.length > 1
      ? [make("option", { value: SEVERAL, disabled: "" }, `${listing(row.decides.map(named))}: choose one`)]
      : [];
  line.decides.replaceChildren(
    make("option", { value: "" }, NOBODY),
    ...several,
    ...options,
    make("option", { value: OUT }, "(leave this row out)"),
  );
  line.decides.value = several.length ? SEVERAL : (row.decides[0] ?? "");
  line.decides.classList.toggle("open", row.decides.length !== 1);
  for (const [part, button] of line.others) {
    const names = row[part].map(named).join(", ");
    button.textContent = names || "–";
    button.setAttribute("aria-label", `${LABELS[part]}, ${lower(activity.name)}: ${names || NOBODY}`);
  }
  if (line.note !== document.activeElement) line.note.value = row.note; // not while somebody types
  /** @type {HTMLElement} */ (line.note.parentElement).dataset.note = row.note; // on paper a field cuts it off
};
