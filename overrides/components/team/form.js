/* What the agreement is for: the setting, who is there, which rows. */

import { make, one } from "../lib/page.js";
import { say } from "../lib/say.js";
import { listing, lower } from "../lib/words.js";
import { wanted } from "./fill.js";
import { namer } from "./letters.js";
import { cleanName, SCHEMES } from "./state.js";

/**
 * @import { Data } from "./data.js"
 * @import { Agreement, Extent } from "./state.js"
 * @typedef {(change: (before: Agreement) => Agreement, refill?: boolean) => void} Change
 */

/** @param {string} text @param {HTMLElement} field */
const labeled = (text, field) => make("label", {}, `${text} `, field);

/** @param {string} name @param {[string, string][]} options */
const choice = (name, options) =>
  make("select", { name }, ...options.map(([value, label]) => make("option", { value }, label)));

/** Everybody who may have a part: the roles, then whoever leads or shares something. @param {Data} data */
const people = ({ activities, actors }) => {
  const used = new Set(
    [...activities.values()].flatMap(({ lead, shares, rivals, elsewhere }) => [
      lead,
      ...shares,
      ...rivals,
      ...elsewhere.map(([, who]) => who),
    ]),
  );
  const roles = [...actors.values()].filter(({ kind }) => kind === "role");
  const others = [...actors.values()].filter(({ id, kind }) => kind !== "role" && used.has(id));
  return { roles, others: others.sort((one, other) => one.name.localeCompare(other.name, "en")) };
};

/**
 * A person's line: whether the role is there, and who that is.
 * @param {{id: string, name: string}} actor
 */
const personLine = ({ id, name }) =>
  make(
    "li",
    { "data-id": id },
    make("label", {}, make("input", { type: "checkbox", name: "team", value: id }), ` ${name}`),
    make("input", {
      type: "text",
      class: "name",
      "aria-label": `Name of the ${name}`,
      placeholder: "name",
      autocomplete: "off",
      maxlength: "60",
      hidden: "",
    }),
  );

/** Who is there, and who that is. @param {ReturnType<typeof people>} all */
const who = ({ roles, others }) =>
  make(
    "details",
    { class: "there", open: "" },
    make("summary", {}, "Who is there?"),
    make(
      "p",
      {},
      "Tick the roles that your team has, and name who holds them. One person may hold two. No role ticked: any may be there; the same goes for the others.",
    ),
    make(
      "label",
      { class: "by-title" },
      "Or by title ",
      make("input", {
        type: "text",
        name: "title",
        placeholder: "such as CEO or lead engineer",
        autocomplete: "off",
        maxlength: "60",
      }),
    ),
    make("ul", { class: "people" }, ...roles.map(personLine)),
    make(
      "details",
      { class: "others" },
      make("summary", {}, "Others, such as sales or executives"),
      make("ul", { class: "people" }, ...others.map(personLine)),
    ),
  );

/** How guesses come together. */
const guide = () =>
  make(
    "div",
    { class: "by", hidden: "" },
    make(
      "p",
      {},
      "Whoever starts sets the setting, the rows, and who is there, and sends the link round. Each then writes a name here, chooses who decides in each row without asking anybody, and copies the link of that guess below the sheet. All links together go into the field under “Guess first, then compare”.",
    ),
    labeled("Your name", make("input", { type: "text", name: "by", autocomplete: "off", maxlength: "60" })),
  );

/** What is done with all rows at once. */
const actions = () => [
  make("button", { type: "button", name: "reset" }, "Fill in what is usual"),
  make("button", { type: "button", name: "clear" }, "Empty the sheet"),
  make("button", { type: "button", name: "back", hidden: "" }, "Bring back the rows left out"),
];

/**
 * @param {Data} data
 * @param {Change} change
 * @returns {{form: HTMLFormElement, show: (agreement: Agreement) => void}}
 */
export const makeForm = (data, change) => {
  const total = data.activities.size;
  const [dozen, contested] = [wanted("dozen", data).length, wanted("first", data).length];
  const form = /** @type {HTMLFormElement} */ (
    make(
      "form",
      { class: "controls team", "aria-label": "What the sheet is for" },
      labeled("Setting", choice("setting", [["", "as usual"], ...data.settings])),
      labeled(
        "Rows",
        choice("rows", [
          ["dozen", `the ${dozen} that teams argue over most`],
          ["first", `the ${contested} that teams argue over`],
          ["all", `all ${total}`],
        ]),
      ),
      labeled(
        "Letters",
        choice("letters", [
          ["", "none"],
          ...SCHEMES.map((each) => /** @type {[string, string]} */ ([each, each.toUpperCase()])),
        ]),
      ),
      make("label", {}, make("input", { type: "checkbox", name: "guess" }), " Guess first: hide what is usual"),
      guide(),
      who(people(data)),
      ...actions(),
      make("p", { class: "status" }),
    )
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  const named = namer(data);
  form.addEventListener("change", ({ target }) => {
    const field = /** @type {HTMLInputElement} */ (target);
    if (field.name === "title") byTitle(form, field, named(field.value), change, data);
    else heard(field, change);
  });
  return { form, show: (agreement) => show(form, agreement, data) };
};

/** The line of somebody; of those who have a usual part in nothing, it comes when it is asked for. @param {HTMLFormElement} form @param {string} id @param {Data} data */
const lineOf = (form, id, { actors }) => {
  const found = one(`li[data-id="${id}"]`, form);
  const actor = actors.get(id);
  if (found || !actor) return found;
  const line = personLine(actor);
  one(".others .people", form)?.append(line);
  return line;
};

/**
 * Tick whoever a title means here, and ask for the name.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 * @param {string[]} ids that the title may mean
 * @param {Change} change
 * @param {Data} data
 */
const byTitle = (form, field, ids, change, data) => {
  const title = field.value.trim();
  const names = listing(ids.map((id) => lower(data.actors.get(id)?.name ?? id)));
  if (!title) return;
  if (ids.length !== 1) {
    field.select();
    return say(
      names ? `“${title}” can mean ${names}: tick one.` : `“${title}” is not known here: tick what is nearest.`,
    );
  }
  const [id] = ids;
  change(({ team, ...rest }) => ({ ...rest, team: [...new Set([...team, id])] }), true);
  field.value = "";
  const line = lineOf(form, id, data);
  if (line?.closest(".others")) one(".others", form)?.setAttribute("open", "");
  one(".name", line ?? form)?.focus();
  say(`“${title}” is ticked as ${names}.`);
};

/** @param {HTMLInputElement} field @param {Change} change */
const heard = ({ name, value, checked, classList, parentElement }, change) => {
  if (name === "setting") change((before) => ({ ...before, setting: value }), true);
  else if (name === "rows") change((before) => ({ ...before, extent: /** @type {Extent} */ (value) }), true);
  else if (name === "letters") change((before) => ({ ...before, letters: value }));
  else if (name === "guess") change((before) => ({ ...before, guess: checked }), true);
  else if (name === "by") change((before) => ({ ...before, by: cleanName(value) }));
  else if (name === "team") {
    change(
      ({ team, ...rest }) => ({ ...rest, team: checked ? [...team, value] : team.filter((id) => id !== value) }),
      true,
    );
  } else if (classList.contains("name")) {
    const id = parentElement?.dataset.id ?? "";
    change((before) => {
      const names = new Map(before.names);
      if (cleanName(value)) names.set(id, cleanName(value));
      else names.delete(id);
      return { ...before, names };
    });
  }
};

/** @param {HTMLFormElement} form @param {Agreement} agreement @param {Data} data */
const show = (form, { setting, extent, letters, guess, by, team, names }, data) => {
  for (const id of [...team, ...names.keys()]) lineOf(form, id, data);
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  field("setting").value = setting;
  field("rows").value = extent;
  field("letters").value = letters;
  field("guess").checked = guess;
  field("by").value = by;
  const who = one(".by", form);
  if (who) who.hidden = !guess;
  field("reset").hidden = guess; // it would give the answer away
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("li[data-id]"))) {
    const [box, name] = /** @type {NodeListOf<HTMLInputElement>} */ (line.querySelectorAll("input"));
    const id = line.dataset.id ?? "";
    box.checked = team.includes(id);
    name.hidden = !box.checked && !names.has(id);
    if (name !== document.activeElement) name.value = names.get(id) ?? ""; // not while somebody types
  }
};
