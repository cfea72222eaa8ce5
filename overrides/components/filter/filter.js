/* Who does what, and the list of fights: show those of a role, of two sides, of a kind of work, of some words. */

import { follow, params, remember } from "../lib/choice.js";
import { all, anchor, make, one } from "../lib/page.js";
import { askedWords, fit } from "./fit.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** What stands over the entries of a list or a part of a table. @param {HTMLElement} home */
const headOf = (home) => one("tr.group", home) ?? /** @type {HTMLElement | null} */ (home.previousElementSibling);

/** What an entry is found by: its name, all it says, the ids of its sides. @param {HTMLElement} entry */
const textsOf = (entry) => [
  one("th, strong", entry)?.textContent ?? "",
  entry.textContent ?? "",
  named(entry).dataset.who ?? "",
];

/** Entries under their kind of work; or, where words are asked for, the best first.
 * @param {HTMLElement[]} entries
 */
const arranger = (entries) => {
  const homes = new Map(entries.map((entry) => [entry, /** @type {HTMLElement} */ (entry.parentElement)]));
  const [first] = homes.values();
  return (/** @type {string[]} */ asked, /** @type {(entry: HTMLElement) => boolean} */ chooses) => {
    const fits = new Map(
      entries.map((entry) => [entry, chooses(entry) ? (asked.length ? fit(asked, textsOf(entry)) : 1) : 0]),
    );
    // A link to an entry wins over a filter.
    for (const entry of entries) entry.hidden = !fits.get(entry) && named(entry).id !== anchor();
    if (asked.length) first.append(...[...entries].sort((a, b) => (fits.get(b) ?? 0) - (fits.get(a) ?? 0)));
    else for (const entry of entries) homes.get(entry)?.append(entry);
    for (const home of new Set(homes.values())) {
      const head = headOf(home);
      const members = entries.filter((entry) => homes.get(entry) === home);
      if (head) head.hidden = asked.length > 0 || members.every(({ hidden }) => hidden);
    }
  };
};

/** Says how many entries show; offers a way on where none does.
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

/** The element of an entry that bears its id, its sides and its kind of work. @param {HTMLElement} entry */
const named = (entry) => one(":scope > [data-who]", entry) ?? entry;

/** Whether an entry is among those that the form asks for, but for the words.
 * @param {Map<string, Control>} controls
 */
const chooser = (controls) => (/** @type {HTMLElement} */ entry) => {
  const { who = "", group, way } = named(entry).dataset;
  const value = (/** @type {string} */ name) => controls.get(name)?.value ?? "";
  const contested = /** @type {HTMLInputElement | undefined} */ (controls.get("contested"));
  return (
    ["who", "with"].every((name) => !value(name) || who.split(" ").includes(value(name))) &&
    (!value("group") || group === value("group")) &&
    (!contested?.checked || way === "contested")
  );
};

/** The controls by their names, read from the address and written to it.
 * @param {HTMLFormElement} form
 */
const controlsOf = (form) => {
  const fields = /** @type {Control[]} */ (all("[name]", form));
  const controls = new Map(fields.map((field) => [field.name, field]));
  const contested = /** @type {HTMLInputElement | undefined} */ (controls.get("contested"));
  const read = () => {
    for (const [name, field] of controls) if (field !== contested) field.value = params().get(name) ?? "";
    if (contested) contested.checked = ["contested", "disputed"].includes(params().get("show") ?? "");
  };
  const chosen = () => {
    const values = [...controls].map(([name, field]) =>
      field === contested ? ["show", contested.checked ? "contested" : ""] : [name, field.value.trim()],
    );
    return Object.fromEntries(values);
  };
  return { controls, read, chosen };
};

export const filter = () => {
  const form = /** @type {HTMLFormElement | null} */ (one("form[data-filter]"));
  const status = form && one(".status", form);
  const entries = all("article [data-who]").map((each) => (each.matches("tr") ? each : (each.closest("li") ?? each)));
  if (!form || !status || !entries.length) return;
  const { controls, read, chosen } = controlsOf(form);
  const text = () => controls.get("text")?.value ?? "";
  const arrange = arranger(entries);
  const tell = teller(status, text);
  const region = entries[0].closest(".table");
  const paper = make("p", { class: "on-paper" });
  form.before(paper);
  const show = () => {
    arrange(askedWords(text()), chooser(controls));
    const shown = entries.filter(({ hidden }) => !hidden).length;
    const says = `${shown} of ${entries.length} ${form.dataset.filter} shown.`;
    tell(says, shown > 0);
    paper.textContent = shown < entries.length ? `${[says, ...chosenOf(form)].join(" ")}` : "";
    region?.classList.add("ready");
    region?.toggleAttribute("hidden", !shown);
  };
  const change = (/** @type {boolean} */ push) => {
    remember(chosen(), push);
    show();
  };
  // On a phone, what is left stands below the controls.
  const toEntries = () => matchMedia("(max-width: 44.99em)").matches && status.scrollIntoView();
  form.addEventListener("change", ({ target }) => {
    change(true);
    // Words also change by a tap elsewhere: what is tapped must stay where it is. Enter is heard below.
    if (target !== controls.get("text")) toEntries();
  });
  form.addEventListener("submit", toEntries);
  form.addEventListener("reset", () => setTimeout(() => change(true)));
  controls.get("text")?.addEventListener("input", () => change(false));
  follow(form, () => {
    read();
    show();
  });
};
