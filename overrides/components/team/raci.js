/* What is wrong with a matrix of letters in its form, and where published practice points elsewhere. */

import { emptyRow, PARTS } from "./state.js";

/**
 * @import { Activity } from "./data.js"
 * @import { Line, Matrix } from "./letters.js"
 * @import { Row } from "./state.js"
 *
 * @typedef {{rule: string, where: string, what: string[]}} Fault
 * @typedef {(text: string) => Activity | undefined} Matcher
 *
 * @typedef {object} Compared a row beside what is published
 * @property {string} task
 * @property {Activity} activity
 * @property {string[]} yours ids
 * @property {"usual" | "elsewhere" | "other"} verdict
 * @property {string[]} settings in which it is as the row says
 */

/**
 * @param {Matrix} matrix
 * @returns {Fault[]}
 */
export const faults = ({ columns, lines, parts, scheme }) => {
  /** @type {Fault[]} */
  const found = [];
  const add = (/** @type {string} */ rule, /** @type {string} */ where, /** @type {string[]} */ what = []) =>
    found.push({ rule, where, what });
  const letterOf = (/** @type {string} */ part) => Object.keys(parts).find((letter) => parts[letter] === part) ?? "";
  const [decides, does] = [letterOf("decides"), letterOf("does")];
  for (const [at, { head, could }] of columns.entries()) {
    if (!head) add("no-name", String(at + 2));
    else if (could.length) add("bare", head, could);
    if (columns.findIndex((each) => each.head.toLowerCase() === head.toLowerCase()) < at && head)
      add("column-twice", head);
    if (lines.every(({ letters }) => !letters[at].length)) add("column-empty", head || String(at + 2));
  }
  for (const [at, { task, letters, unknown, ragged }] of lines.entries()) {
    const name = task || `row ${at + 1}`;
    const count = (/** @type {string} */ letter) => letters.filter((each) => each.includes(letter)).length;
    if (!task) add("no-task", name);
    if (lines.findIndex((each) => each.task.toLowerCase() === task.toLowerCase()) < at && task) add("task-twice", name);
    if (unknown.length) add("unknown", name, unknown);
    if (ragged) add("ragged", name);
    if (!letters.some((each) => each.length)) {
      if (!unknown.length) add("empty", name);
      continue;
    }
    if (count(decides) === 0 && !unknown.length) add("nobody", name, [decides]);
    if (count(decides) > 1)
      add("two", name, [
        decides,
        ...columns.filter((_, index) => letters[index].includes(decides)).map(({ head }) => head),
      ]);
    // Who approves may well do it, too; in a RAPID, who performs is often not known yet.
    if (count(does) === 0 && !unknown.length && scheme !== "rapid") add("nobody-does", name, [does]);
  }
  return found;
};

/**
 * @param {Matrix} matrix
 * @param {Line} line
 * @returns {Row}
 */
const rowOf = ({ columns, parts }, line) => {
  const row = emptyRow();
  for (const [at, { ids }] of columns.entries()) {
    for (const letter of line.letters[at]) {
      const part = parts[letter];
      if (part) row[part].push(...ids.filter((id) => !row[part].includes(id)));
    }
  }
  return row;
};

/**
 * Rows beside what is published: only those whose activity is known, and whose one decider is.
 * @param {Matrix} matrix
 * @param {Matcher} match
 * @param {string} setting
 * @returns {{compared: Compared[], unmatched: string[], rows: Map<string, Row>}}
 */
export const compare = (matrix, match, setting) => {
  /** @type {Compared[]} */
  const compared = [];
  /** @type {string[]} */
  const unmatched = [];
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const line of matrix.lines) {
    if (!line.task || !line.letters.some((each) => each.length)) continue;
    const activity = match(line.task);
    if (!activity || rows.has(activity.id)) {
      unmatched.push(line.task);
      continue;
    }
    const row = rowOf(matrix, line);
    rows.set(activity.id, row);
    const yours = row.decides;
    if (!yours.length || !activity.lead) continue;
    const here = activity.elsewhere.filter(([where]) => where === setting).map(([, who]) => who);
    const settings = activity.elsewhere.filter(([, who]) => yours.includes(who)).map(([where]) => where);
    const usual = here.length ? yours.some((id) => here.includes(id)) : yours.includes(activity.lead);
    const verdict = usual ? "usual" : settings.length || yours.includes(activity.lead) ? "elsewhere" : "other";
    compared.push({ task: line.task, activity, yours, verdict, settings });
  }
  return { compared, unmatched, rows };
};

/** Everybody who has a part somewhere. @param {Iterable<Row>} rows */
export const everyone = (rows) => [...new Set([...rows].flatMap((row) => PARTS.flatMap((part) => row[part])))];
