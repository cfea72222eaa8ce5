/* What a page shows in a setting: each answer that changes, marked, with the usual one beside it. */

import { root } from "../lib/names.js";
import { all, make, one } from "../lib/page.js";
import { listing, lower } from "../lib/words.js";
import { answer, claim, decider, line, thereIn } from "./answer.js";

/** @import { Chosen, Data } from "./answer.js" */

/** Activities of this page that nobody takes over. @type {Set<string>} */
const open = new Set();

/** @param {Data} data @param {Chosen} chosen @param {string} id */
const answered = (data, chosen, id) => {
  const found = answer(data, chosen, data.activities[id]);
  if (found.changed && !found.decides) open.add(id);
  return found;
};

/** What cells held before. @type {Map<HTMLElement, Node[]>} */
const before = new Map();

/** @param {HTMLElement} cell @param {(Node | string)[]} nodes @param {boolean} changed whether it is an answer of its own */
const put = (cell, nodes, changed = true) => {
  if (!before.has(cell)) before.set(cell, [...cell.childNodes]);
  cell.replaceChildren(...nodes);
  cell.classList.toggle("in-setting", changed);
};

const asUsual = () => {
  for (const [cell, nodes] of before) {
    cell.replaceChildren(...nodes);
    cell.classList.remove("in-setting");
  }
  before.clear();
  for (const added of all(".lens-added")) added.remove();
};

/** Who has the last word, in place of who usually has; what this house has agreed stays. @param {HTMLElement} cell @param {string} who @param {string} why */
const putAnswer = (cell, who, why) =>
  put(cell, [make("strong", {}, who), make("small", {}, why), ...all(".here", cell)]);

/** The table of all activities. @param {Data} data @param {Chosen} chosen */
const rows = (data, chosen) => {
  for (const row of all("table.activities tr[data-group]")) {
    const found = answered(data, chosen, row.id);
    if (found.changed)
      putAnswer(/** @type {HTMLTableRowElement} */ (row).cells[1], decider(data, found), `(${found.why})`);
  }
};

/** Two roles and the activities that they share. @param {Data} data @param {Chosen} chosen */
const shared = (data, chosen) => {
  for (const row of all("table.list tr[id]")) {
    const activity = data.activities[row.id];
    if (!activity) continue;
    const found = answered(data, chosen, row.id);
    for (const cell of all("td", row)) {
      const role = data.roles.find((id) => data.names[id] === cell.dataset.label) ?? "";
      const usually = cell.firstChild?.textContent?.trim() ?? "";
      if (found.changed && role === found.decides) putAnswer(cell, "Last word", `(${found.why})`);
      else if (found.changed && role === activity.lead)
        putAnswer(
          cell,
          found.decides ? `Last word with ${lower(decider(data, found))}` : "Nobody yet",
          `(${found.why})`,
        );
      else if (chosen.setting && usually === "In some settings")
        put(cell, ["In other settings", ...all(".here", cell)], false);
    }
  }
};

/** Dimensions down, roles across. @param {Data} data @param {Chosen} chosen */
const cells = (data, chosen) => {
  const there = thereIn(data, chosen.team);
  for (const cell of all("table.matrix td[id]")) {
    const found = claim(data, chosen, cell.id);
    const [usually, ...rest] = cell.childNodes;
    if (!found) continue;
    const said = make("span", {}, make("strong", {}, `${found[0]}:`), ` ${found[1]}`);
    put(cell, [said, make("small", {}, `(usually: ${usually.textContent?.trim()})`), " ", ...rest]);
  }
  for (const head of all("table.matrix thead [data-role]"))
    if (!there(head.dataset.role ?? "")) head.append(make("small", { class: "lens-added" }, "not there"));
};

/**
 * The page of an activity or a fight, and the list of fights.
 * @param {Data} data
 * @param {Chosen} chosen
 * @param {HTMLElement} form
 */
const lines = (data, chosen, form) => {
  const id = one("article h1")?.id ?? "";
  const own = data.fights[id] ?? (data.activities[id] ? [id] : []);
  const said = own.map((each) => {
    const activity = data.activities[each];
    const [bold, rest] = line(data, chosen, activity);
    const marks = answered(data, chosen, each).changed ? "in-setting" : "as-usual";
    return make("p", { class: marks }, own.length > 1 ? `${activity.name}. ` : "", make("strong", {}, bold), rest);
  });
  if (said.length) form.after(make("div", { class: "lens-added answer" }, ...said));
  for (const mark of all("li > span[id]")) {
    const [first] = data.fights[mark.id] ?? [];
    if (!first || !answered(data, chosen, first).changed) continue;
    const [bold, rest] = line(data, chosen, data.activities[first]);
    mark.parentElement?.append(make("span", { class: "lens-added in-setting" }, make("strong", {}, ` ${bold}`), rest));
  }
};

/** What roles decide that are not there, below the choice of a page that compares roles. @param {Data} data @param {Chosen} chosen @param {HTMLElement} form */
const absent = (data, chosen, form) => {
  const there = thereIn(data, chosen.team);
  if (!chosen.team.length || !one("table.matrix")) return;
  const left = Object.entries(data.activities).flatMap(([id, activity]) => {
    const found = answered(data, chosen, id);
    return found.leader && !there(found.leader) ? [{ id, activity, found }] : [];
  });
  const items = left
    .sort((one, other) => Number(!one.found.decides) - Number(!other.found.decides))
    .map(({ id, activity, found }) => {
      const link = make("a", { href: new URL(data.page.replace("{}", id), root).href }, activity.name);
      const part = activity.shares.filter(there).map((who) => lower(data.names[who]));
      const who = found.decides
        ? `${lower(data.names[found.decides])}, for the ${lower(data.names[found.leader])}`
        : `nobody yet, without the ${lower(data.names[found.leader])}${part.length ? `; takes part: ${listing(part)}` : ""}`;
      return make("li", {}, link, `: ${who}`);
    });
  const title = make("summary", {}, `Work of roles that are not there (${items.length}): who takes it over`);
  if (items.length) form.after(make("details", { class: "lens-added" }, title, make("ul", {}, ...items)));
};

/** Links to pages that can show the same take it along; elsewhere it would be lost. @param {Data} data @param {Chosen} chosen */
const links = ({ pages }, { setting, team }) => {
  for (const link of /** @type {HTMLAnchorElement[]} */ (all("article a[href]"))) {
    const address = new URL(link.href);
    const inside = address.href.startsWith(root) ? address.href.slice(root.length) : "";
    if (link.getAttribute("href")?.startsWith("#") || !pages.some((page) => inside.startsWith(page))) continue;
    for (const [name, value] of [
      ["in", setting],
      ["team", team.join(",")],
    ])
      value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    link.href = address.href.replaceAll("%2C", ",");
  }
};

/**
 * @param {Data} data
 * @param {Chosen} chosen
 * @param {HTMLElement} form where it is chosen
 * @returns {{changed: number, open: string[]}} how many answers have changed, and which activities nobody takes over
 */
export const show = (data, chosen, form) => {
  asUsual();
  open.clear();
  if (chosen.setting || chosen.team.length) {
    rows(data, chosen);
    shared(data, chosen);
    cells(data, chosen);
    lines(data, chosen, form);
    absent(data, chosen, form);
  }
  links(data, chosen);
  // Two cells of a row tell one answer; of a matrix, each cell is one.
  const answers = all("article .in-setting:not([hidden])").map((each) => each.closest("table.list tr") ?? each);
  return { changed: new Set(answers).size, open: [...open] };
};
