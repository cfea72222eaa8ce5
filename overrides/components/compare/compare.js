/* Compare: choose roles and see them side by side. */

import { follow, params, remember } from "../lib/choice.js";
import { all, anchor, byId, one } from "../lib/page.js";

const MOST = 4; // roles side by side, but for all of them

/**
 * How much other cells repeat of the first one's wording, 0 for nothing.
 * @param {HTMLElement[]} cells
 */
export const likeness = (cells) => {
  const words = (/** @type {HTMLElement} */ cell) =>
    new Set((cell.firstChild?.textContent ?? "").toLowerCase().match(/[a-z]{4,}/g));
  const [first, ...rest] = cells.map(words);
  return rest.reduce((sum, other) => sum + [...first].filter((word) => other.has(word)).length / first.size, 0);
};

/**
 * The roles to show: those asked for that there are, at least two, at most four or all.
 * @param {string[]} roles
 * @param {string | null} asked
 * @param {string} linked the role of the cell that the address names
 */
export const choose = (roles, asked, linked) => {
  if (asked === "all") return roles;
  let chosen = [...new Set((asked ?? "").split(",").filter((role) => roles.includes(role)))];
  if (chosen.length < 2) chosen = [...new Set([...chosen, ...roles.slice(0, 2)])].slice(0, 2);
  // A link to a cell shows its role, whichever roles are chosen.
  if (roles.includes(linked) && !chosen.includes(linked)) chosen = [...chosen.slice(0, MOST - 1), linked];
  return chosen.slice(0, MOST);
};

/** The cells of a table, by row and role. @param {HTMLTableElement} table */
const cellsIn = (table) =>
  new Map(
    all("tr", table).map((row) => [row, new Map(all("[data-role]", row).map((cell) => [cell.dataset.role, cell]))]),
  );

/** Show some of the roles, in their order, and the rows in the order that the address asks for.
 * @param {ReturnType<typeof cellsIn>} cellsOf
 * @param {string[]} chosen
 * @param {HTMLTableRowElement[]} rows as listed
 */
const arrange = (cellsOf, chosen, rows) => {
  const shown = (/** @type {HTMLElement} */ row) => chosen.flatMap((role) => cellsOf.get(row)?.get(role) ?? []);
  for (const [row, own] of cellsOf) {
    for (const [role, cell] of own) cell.hidden = !chosen.includes(role ?? "");
    row.append(...shown(row));
  }
  const different = params().get("order") === "different";
  const ordered = different ? [...rows].sort((a, b) => likeness(shown(a)) - likeness(shown(b))) : rows;
  rows[0]?.parentElement?.append(...ordered);
};

export const compare = () => {
  const form = /** @type {HTMLFormElement | null} */ (byId("compare-controls"));
  const table = /** @type {HTMLTableElement | null} */ (one("table.matrix"));
  if (!form || !table) return;
  const heads = all("thead [data-role]", table);
  const roles = heads.map(({ dataset }) => dataset.role ?? "");
  const names = new Map(heads.map((head, at) => [roles[at], one("a", head)?.textContent ?? ""]));
  const inOrder = [...table.tBodies[0].rows];
  const selects = all("select[name=role]", form).map((each) => /** @type {HTMLSelectElement} */ (each));
  const [swap, everything] = all("button", form).map((each) => /** @type {HTMLButtonElement} */ (each));
  const order = /** @type {HTMLSelectElement} */ (form.elements.namedItem("order"));
  const unsettled = /** @type {HTMLInputElement} */ (form.elements.namedItem("unsettled"));
  const cellsOf = cellsIn(table);

  // A form without a script gives each role a name of its own.
  const read = () => choose(roles, params().getAll("roles").join(",") || null, anchor().split("--")[1]);

  const filter = (/** @type {string[]} */ chosen) => {
    unsettled.checked = ["unsettled", "disputed"].includes(params().get("show") ?? "");
    for (const row of inOrder) {
      const split = chosen.some((role) => one(`[data-role="${role}"] .why:is(.depends, .contested)`, row));
      row.hidden = unsettled.checked && !split && row.id !== anchor().split("--")[0]; // a link wins over a filter
    }
    return inOrder.filter(({ hidden }) => !hidden).length;
  };
  const show = () => {
    const chosen = read();
    arrange(cellsOf, chosen, inOrder);
    order.value = params().get("order") === "different" ? "different" : "listed";
    const shown = filter(chosen);
    const whole = chosen.length === roles.length;
    for (const [at, select] of selects.entries()) select.value = chosen.length > MOST ? "" : (chosen[at] ?? "");
    everything.setAttribute("aria-pressed", String(whole));
    swap.disabled = chosen.length !== 2;
    const shownRoles = whole ? `all ${roles.length} roles` : chosen.map((role) => names.get(role)).join(", ");
    one(".status", form)?.replaceChildren(`Showing ${shownRoles} on ${shown} of ${inOrder.length} dimensions.`);
    table.closest(".table")?.classList.add("ready");
  };
  const change = (/** @type {Record<string, string>} */ changes) => {
    remember(changes, true);
    show();
  };
  form.addEventListener("change", ({ target }) => {
    if (target === order) change({ order: order.value === "different" ? "different" : "" });
    else if (target === unsettled) change({ show: unsettled.checked ? "unsettled" : "" });
    else change({ roles: [...new Set(selects.map(({ value }) => value).filter(Boolean))].join(",") });
  });
  swap.addEventListener("click", () => change({ roles: read().slice().reverse().join(",") }));
  everything.addEventListener("click", () => change({ roles: read().length === roles.length ? "" : "all" }));
  follow(form, show);
};
