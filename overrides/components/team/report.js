/* What was found in somebody's matrix of letters, in words. */

import { make } from "../lib/page.js";
import { listing, lower } from "../lib/words.js";

/**
 * @import { Data } from "./data.js"
 * @import { Matrix } from "./letters.js"
 * @import { Compared, Fault } from "./raci.js"
 * @import { Row } from "./state.js"
 */

/** @type {Record<string, (fault: Fault, data: Data) => string>} */
const SAYS = {
  "no-name": ({ where }) => `Column ${where} has no name.`,
  bare: ({ where, what }, { actors }) =>
    `“${where}” can mean ${what.map((id) => lower(actors.get(id)?.name ?? id)).join(" or ")}: write it out.`,
  "column-twice": ({ where }) => `The column “${where}” stands there twice.`,
  "column-empty": ({ where }) => `“${where}” has no letter in any row.`,
  "no-task": ({ where }) => `A row has no task: ${where}.`,
  "task-twice": ({ where }) => `“${where}” stands there twice.`,
  unknown: ({ where, what }) => `“${where}”: ${what.map((each) => `“${each}”`).join(", ")} is no letter of the scheme.`,
  ragged: ({ where }) => `“${where}” has more cells than there are columns.`,
  empty: ({ where }) => `“${where}” has no letter at all: nobody has a part.`,
  nobody: ({ where, what: [letter] }) => `“${where}” has no ${letter}: nobody decides.`,
  two: ({ where, what: [letter, ...who] }) =>
    `“${where}” has more than one ${letter} (${listing(who)}): one person has to decide.`,
  "nobody-does": ({ where, what: [letter] }) => `“${where}” has no ${letter}: nobody does it.`,
};

/** @param {Compared} row @param {string} setting @param {Data} data */
const comparedItem = ({ task, activity, yours, verdict, settings }, setting, data) => {
  const name = (/** @type {string} */ id) => lower(data.actors.get(id)?.name ?? id);
  const where = (/** @type {string} */ id) => lower(data.settings.get(id) ?? id);
  const here = activity.elsewhere.filter(([at]) => at === setting).map(([, who]) => name(who));
  const expected = here.length ? `${listing(here)} ${where(setting)}` : `usually ${name(activity.lead)}`;
  const fits = verdict === "elsewhere" && settings.length ? ` As you have it ${listing(settings.map(where))}.` : "";
  return make(
    "li",
    {},
    make("strong", {}, task),
    `: ${listing(yours.map(name))} in your table; ${expected} by what is published (${activity.words.toLowerCase()}).${fits} Read as `,
    make("a", { href: activity.url }, lower(activity.name)),
    ".",
  );
};

/**
 * @param {Matrix} matrix
 * @param {Fault[]} faults
 * @param {{compared: Compared[], unmatched: string[], rows: Map<string, Row>}} practice
 * @param {string} setting
 * @param {Data} data
 */
export const report = (matrix, faults, { compared, unmatched, rows }, setting, data) => {
  const part = (/** @type {string} */ title, /** @type {HTMLElement[]} */ items, /** @type {string} */ none) => [
    make("h3", {}, `${title} (${items.length})`),
    items.length ? make("ul", {}, ...items) : make("p", {}, none),
  ];
  const unknown = matrix.columns
    .filter(({ head, ids, could }) => head && !ids.length && !could.length)
    .map(({ head }) => `“${head}”`);
  const other = compared.filter(({ verdict }) => verdict === "other");
  const elsewhere = compared.filter(({ verdict }) => verdict === "elsewhere");
  const usual = compared.length - other.length - elsewhere.length;
  const notes = [
    `Read as ${matrix.scheme.toUpperCase()}: ${matrix.lines.length} rows, ${matrix.columns.length} columns.`,
    `${rows.size} rows were matched with an activity of this site; of ${compared.length} in which somebody known decides, ${usual} as usual.`,
    ...(unmatched.length ? [`Not matched, and not judged: ${unmatched.map((task) => `“${task}”`).join(", ")}.`] : []),
    ...(matrix.headings.length
      ? [`Read as headings, without a task: ${matrix.headings.map((each) => `“${each}”`).join(", ")}.`]
      : []),
    ...(unknown.length ? [`Columns that name no role we know, and are not judged: ${unknown.join(", ")}.`] : []),
  ];
  return [
    ...part(
      "Faults of form",
      faults.map((fault) => make("li", {}, SAYS[fault.rule](fault, data))),
      "None found.",
    ),
    ...part(
      "Published practice points elsewhere",
      other.map((each) => comparedItem(each, setting, data)),
      "In no row that could be read.",
    ),
    ...(elsewhere.length
      ? part(
          "As in another setting",
          elsewhere.map((each) => comparedItem(each, setting, data)),
          "",
        )
      : []),
    make("h3", {}, "What was read"),
    ...notes.map((text) => make("p", {}, text)),
  ];
};
