/* Who does what: show the activities of a role, a kind of work, some words; and who leads them in a setting. */

import { follow, params, remember } from "../lib/choice.js";
import { all, anchor, byId, make, one } from "../lib/page.js";
import { fit, words } from "./words.js";

/** A control of a form that has a value.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const control = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** Who has the last word in a setting, beside who has it as usual; as usual, where the setting changes nothing.
 * @param {HTMLTableRowElement} row
 * @param {string} setting
 */
const lead = (row, setting) => {
  const cell = row.cells[1];
  cell.dataset.usual ??= cell.textContent ?? "";
  const there = all(`[data-in="${CSS.escape(setting)}"]`, row).map((each) => each.textContent?.split(": ").pop() ?? "");
  const changed = Boolean(setting && there.length);
  row.classList.toggle("changed", changed);
  if (!changed) cell.textContent = cell.dataset.usual;
  else cell.replaceChildren(make("strong", {}, there.join(", ")), make("small", {}, `usually ${cell.dataset.usual}`));
};

export const filter = () => {
  const form = /** @type {HTMLFormElement | null} */ (byId("activity-controls"));
  const table = /** @type {HTMLTableElement | null} */ (one("table.activities"));
  const status = form && one(".status", form);
  if (!form || !table || !status) return;
  const bodies = [...table.tBodies];
  const heads = /** @type {HTMLTableRowElement[]} */ (all("tr.group", table));
  const rows = /** @type {HTMLTableRowElement[]} */ (all("tr[data-group]", table));
  const homes = new Map(rows.map((row) => [row, /** @type {HTMLElement} */ (row.parentElement)]));
  const names = ["who", "group", "in", "disputed", "text"];
  const [who, group, setting, contested, text] = names.map((name) => control(form, name));
  const chooses = (/** @type {HTMLElement} */ { dataset }) =>
    (!who.value || (dataset.who ?? "").split(" ").includes(who.value)) &&
    (!group.value || dataset.group === group.value) &&
    (!contested.checked || dataset.way === "contested");

  const read = () => {
    who.value = params().get("who") ?? "";
    group.value = params().get("group") ?? "";
    setting.value = params().get("in") ?? "";
    contested.checked = ["contested", "disputed"].includes(params().get("show") ?? "");
    text.value = params().get("text") ?? "";
  };
  const count = document.createTextNode("");
  const reset = make("button", { type: "reset" }, "Show all");
  const onward = make("button", { type: "button" }, "Search the whole site");
  onward.addEventListener("click", () =>
    document.dispatchEvent(new CustomEvent("site-search", { detail: text.value })),
  );
  status.append(count);
  const tell = (/** @type {number} */ shown) => {
    const changed = rows.filter((row) => !row.hidden && row.classList.contains("changed")).length;
    const there = setting.value ? ` ${changed} of them end otherwise in this setting.` : "";
    count.data = `${shown} of ${rows.length} activities shown.${there}`;
    if (shown) for (const button of [reset, onward]) button.remove();
    else if (!reset.isConnected) status.append(reset, onward); // not anew: somebody may be pressing one
    onward.hidden = !text.value.trim();
  };
  /** Rows under their kind of work; or, where words are asked for, the best first. */
  const arrange = (/** @type {string[]} */ asked) => {
    const fits = new Map(
      rows.map((row) => {
        const texts = [one("th", row)?.textContent ?? "", row.textContent ?? ""];
        return [row, chooses(row) ? (asked.length ? fit(asked, texts) : 1) : 0];
      }),
    );
    // A link to a row wins over a filter.
    for (const row of rows) row.hidden = !fits.get(row) && row.id !== anchor();
    if (asked.length) bodies[0].append(...[...rows].sort((a, b) => (fits.get(b) ?? 0) - (fits.get(a) ?? 0)));
    else for (const row of rows) homes.get(row)?.append(row);
    for (const head of heads) {
      const members = rows.filter((row) => homes.get(row) === head.parentElement);
      head.hidden = asked.length > 0 || members.every(({ hidden }) => hidden);
    }
  };
  const show = () => {
    for (const row of rows) lead(row, setting.value);
    arrange(words(text.value));
    tell(rows.filter(({ hidden }) => !hidden).length);
    table.closest(".table")?.classList.add("ready");
  };
  const change = (/** @type {boolean} */ push) => {
    const shown = contested.checked ? "contested" : "";
    const chosen = { who: who.value, group: group.value, in: setting.value, show: shown, text: text.value.trim() };
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
