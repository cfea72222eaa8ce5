/* Who does what: show the activities of a role, a kind of work, some words. */

import { follow, params, remember } from "../lib/choice.js";
import { all, anchor, byId, make, one } from "../lib/page.js";
import { fit, words } from "./words.js";

/** A control of a form that has a value.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const control = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** Rows under their kind of work; or, where words are asked for, the best first.
 * @param {HTMLTableElement} table
 */
const arranger = (table) => {
  const heads = /** @type {HTMLTableRowElement[]} */ (all("tr.group", table));
  const rows = /** @type {HTMLTableRowElement[]} */ (all("tr[data-group]", table));
  const homes = new Map(rows.map((row) => [row, /** @type {HTMLElement} */ (row.parentElement)]));
  return (/** @type {string[]} */ asked, /** @type {(row: HTMLElement) => boolean} */ chooses) => {
    const fits = new Map(
      rows.map((row) => {
        const texts = [one("th", row)?.textContent ?? "", row.textContent ?? ""];
        return [row, chooses(row) ? (asked.length ? fit(asked, texts) : 1) : 0];
      }),
    );
    // A link to a row wins over a filter.
    for (const row of rows) row.hidden = !fits.get(row) && row.id !== anchor();
    if (asked.length) table.tBodies[0].append(...[...rows].sort((a, b) => (fits.get(b) ?? 0) - (fits.get(a) ?? 0)));
    else for (const row of rows) homes.get(row)?.append(row);
    for (const head of heads) {
      const members = rows.filter((row) => homes.get(row) === head.parentElement);
      head.hidden = asked.length > 0 || members.every(({ hidden }) => hidden);
    }
  };
};

/** Says how many rows show; offers a way on where none does.
 * @param {HTMLElement} status
 * @param {() => string} text what is searched for
 */
const teller = (status, text) => {
  const count = document.createTextNode("");
  const onward = make("button", { type: "button" }, "Search the whole site");
  onward.addEventListener("click", () => document.dispatchEvent(new CustomEvent("site-search", { detail: text() })));
  status.append(count);
  return (/** @type {string} */ says, /** @type {boolean} */ some) => {
    count.data = says;
    if (some || !text().trim()) onward.remove();
    else if (!onward.isConnected) status.append(onward); // not anew: somebody may be pressing it
  };
};

/** What was chosen, for paper, where the form itself is not. @param {HTMLFormElement} form */
const chosenOf = (form) =>
  all("select, [type=search], :checked", form).flatMap((field) => {
    const { value, type, name } = /** @type {HTMLInputElement} */ (field);
    const [option] = /** @type {HTMLSelectElement} */ (field).selectedOptions ?? [];
    const said = type === "checkbox" ? field.parentElement?.textContent?.trim() : (option?.text ?? `“${value}”`);
    return name && value && said ? [`${said}.`] : [];
  });

export const filter = () => {
  const form = /** @type {HTMLFormElement | null} */ (byId("activity-controls"));
  const table = /** @type {HTMLTableElement | null} */ (one("table.activities"));
  const status = form && one(".status", form);
  if (!form || !table || !status) return;
  const rows = /** @type {HTMLTableRowElement[]} */ (all("tr[data-group]", table));
  const names = ["who", "group", "contested", "text"];
  const [who, group, contested, text] = names.map((name) => control(form, name));
  const chooses = (/** @type {HTMLElement} */ { dataset }) =>
    (!who.value || (dataset.who ?? "").split(" ").includes(who.value)) &&
    (!group.value || dataset.group === group.value) &&
    (!contested.checked || dataset.way === "contested");

  const read = () => {
    who.value = params().get("who") ?? "";
    group.value = params().get("group") ?? "";
    contested.checked = ["contested", "disputed"].includes(params().get("show") ?? "");
    text.value = params().get("text") ?? "";
  };
  const arrange = arranger(table);
  const tell = teller(status, () => text.value);
  const paper = make("p", { class: "on-paper" });
  form.before(paper);
  const show = () => {
    arrange(words(text.value), chooses);
    const shown = rows.filter(({ hidden }) => !hidden).length;
    const says = `${shown} of ${rows.length} activities shown.`;
    tell(says, shown > 0);
    paper.textContent = shown < rows.length ? `${[says, ...chosenOf(form)].join(" ")}` : "";
    const region = /** @type {HTMLElement | null} */ (table.closest(".table"));
    region?.classList.add("ready");
    if (region) region.hidden = !shown;
  };
  const change = (/** @type {boolean} */ push) => {
    const shown = contested.checked ? "contested" : "";
    const chosen = { who: who.value, group: group.value, show: shown, text: text.value.trim() };
    remember(chosen, push);
    show();
  };
  form.addEventListener("change", () => {
    change(true);
    // On a phone, what is left stands below the controls.
    if (matchMedia("(max-width: 44.99em)").matches) status.scrollIntoView();
  });
  form.addEventListener("reset", () => setTimeout(() => change(true)));
  text.addEventListener("input", () => change(false));
  follow(form, () => {
    read();
    show();
  });
};
