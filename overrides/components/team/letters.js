/* A matrix of letters (RACI, DACI, RAPID) as somebody else made it: read into roles and rows. */

import { linked, readTable } from "../lib/table-text.js";
import { LETTERS } from "./files.js";

/**
 * @import { Data } from "./data.js"
 * @import { Part } from "./state.js"
 *
 * @typedef {object} Column
 * @property {string} head as it stands there
 * @property {string[]} ids of roles and parties that it names; several where they share a column
 * @property {string[]} could of a bare abbreviation that means several roles
 *
 * @typedef {object} Line
 * @property {string} task
 * @property {string[][]} letters by column
 * @property {string[]} unknown what stands in its cells and is no letter
 * @property {boolean} ragged whether it has more cells than columns
 *
 * @typedef {object} Matrix
 * @property {string} scheme
 * @property {Record<string, Part>} parts
 * @property {Column[]} columns
 * @property {Line[]} lines
 * @property {string[]} headings rows that stand over others and ask for no letter
 */

// RASCI has one more letter; RAPID says R and A for what others ask or tell.
const MORE = { raci: ["S"], daci: [], rapid: ["R", "A"] };
const WORDS = [
  [/\baccountable\b|\bapprover\b/gi, "A"],
  [/\bresponsible\b/gi, "R"],
  [/\bconsulted\b|\bcontributor\b/gi, "C"],
  [/\binformed\b/gi, "I"],
  [/\bdriver\b/gi, "D"],
  [/\bsupports?\b/gi, "S"],
];
// What such words are called over a column, and what may stand beside those.
/** @type {[RegExp, string][]} */
const HEADS = [
  [/\bdecision[ -]makers?\b|\bdecides?\b|\bowners?\b|\blast word\b/i, "A"],
  [/\bdoe(s|rs?)\b|\bperforms?\b/i, "R"],
  [/\basked\b|\binput\b|\bcontributors?\b/i, "C"],
  [/\btold\b/i, "I"],
];
const BESIDE = /^(|#|no\.?|notes?|comments?|remarks?|status|due.*|deadline|date|when|phase|why)$/i;
const LETTERED = ["R", "A", "C", "I", "D", "S"];
const LONGEST_LETTERS = 4; // of an abbreviation
const EMPTY = /^([-–—.·x/]|n\/?a|none)?$/i;
const RANK = /^(sr|senior|jr|junior|lead|chief|the|our)\b\.?\s+/i;
// A line that explains the letters, and one that stands over the tasks of a phase.
const LEGEND = /^\W*(([racidsp])(\s*=\s*|:\s+|\s+[–-]\s+)\2\p{L}{2}|(legend|key)\s*:)/iu;
const SHOUTED = /^\P{Ll}*\p{Lu}{4}\P{Ll}*$/u;
const PHASE =
  /^(.*:|(phase|stage|step|section)\b.*|(initiation|direction|strategy|discovery|definition|planning|design|build|development|execution|testing|delivery|launch|market|operations|closing|closure|people|technology)( phase| stage)?)$/i;

/** @param {string} text */
const plainly = (text) =>
  text
    .toLowerCase()
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1") // P.M.
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim();

/**
 * Which roles a name may mean, by what the page calls them: a whole name before an abbreviation.
 * @param {Data} data
 * @returns {(name: string) => string[]}
 */
export const namer = ({ actors }) => {
  /** @type {Map<string, Set<string>>} */
  const names = new Map();
  /** @type {Map<string, Set<string>>} */
  const others = new Map();
  const add = (/** @type {Map<string, Set<string>>} */ to, /** @type {string} */ name, /** @type {string} */ id) =>
    to.set(plainly(name), (to.get(plainly(name)) ?? new Set()).add(id));
  for (const { id, name, names: also } of actors.values()) {
    add(names, name, id);
    add(names, `${name}s`, id);
    add(names, name.replace(/s$/, ""), id);
    for (const other of also) add(others, other, id);
  }
  return (name) => {
    const found = [...(names.get(plainly(name)) ?? others.get(plainly(name)) ?? [])];
    // Written out, a name means the role before the titles next door; of letters, any may be meant.
    const roles = found.filter((id) => actors.get(id)?.kind === "role");
    return name.trim().length > LONGEST_LETTERS && roles.length === 1 ? roles : found;
  };
};

/**
 * @param {string} head
 * @param {(name: string) => string[]} named
 * @returns {Column}
 */
const columnOf = (head, named) => {
  const inside = head.match(/\(([^)]*)\)/)?.[1] ?? "";
  const outside = head.replace(/\([^)]*\)/g, " ").trim();
  const apart = outside.split(/\s+[-–—|]\s+|:\s+/);
  const names = [head, outside, inside, ...apart].flatMap((name) => [name, name.replace(RANK, "")]);
  // "PM (product manager)" is as clear as "Ann (product manager)"; "PM (Ann)" is not.
  for (const name of names) {
    const found = named(name);
    if (found.length === 1) return { head, ids: found, could: [] };
  }
  const several = outside.split(/\s*(?:\/|&|\+|,|\band\b)\s*/).map(named);
  if (several.length > 1 && several.every((found) => found.length === 1))
    return { head, ids: several.flat(), could: [] };
  // "Growth PM" and "PM/CTO" hold a bare one.
  const all = [...names.map(named), ...several, ...outside.split(/\s+/).map(named)];
  return { head, ids: [], could: all.find((found) => found.length > 1) ?? [] };
};

/**
 * @param {string} cell
 * @param {string[]} allowed
 */
const lettersOf = (cell, allowed) => {
  let text = cell
    .replace(/\([^)]*\)/g, " ")
    .replace(/\*/g, "")
    .trim();
  if (EMPTY.test(text)) return { letters: [], unknown: "" };
  for (const [word, letter] of WORDS) text = text.replace(word, /** @type {string} */ (letter));
  const letters = text.toUpperCase().replace(/[\s,;/&+|.-]|\bAND\b/g, "");
  const known = [...letters].every((letter) => allowed.includes(letter));
  return known ? { letters: [...new Set(letters)], unknown: "" } : { letters: [], unknown: cell };
};

/** Which scheme the cells speak. @param {string[]} cells */
const schemeOf = (cells) => {
  const count = (/** @type {string} */ letter) =>
    cells.filter((cell) => new RegExp(`\\b${letter}\\b`, "i").test(cell)).length;
  if (count("P") > 0 && count("D") > 0) return "rapid";
  return count("D") > 0 && count("R") === 0 ? "daci" : "raci";
};

/** The letter that a column is about: "Responsible", "Decision maker (A)", "R". @param {string} head */
const letterOf = (head) => {
  const given = head.match(/(?:^|\()\s*([racids])\s*(?:\)|$)/i)?.[1].toUpperCase();
  return given ?? [...WORDS, ...HEADS].find(([word]) => head.search(word) >= 0)?.[1].toString() ?? "";
};

/** @param {string} [cell] */
const namesIn = (cell = "") =>
  cell
    .split(/\s*(?:[,;\n/&]|\band\b)\s*/)
    .map((name) => name.trim())
    .filter((name) => !EMPTY.test(name));

/**
 * A table whose columns are the letters and whose cells name who has them, changed into one of roles with letters.
 * @param {string[][]} rows
 */
const byRole = ([head, ...body]) => {
  const heads = head.slice(1).map(letterOf);
  const filled = body.flatMap((row) => row.slice(1)).filter((cell) => !EMPTY.test(cell));
  const lettered = filled.filter((cell) => !lettersOf(cell, LETTERED).unknown).length;
  const apart = head.slice(1).every((cell, at) => heads[at] || BESIDE.test(cell));
  if (heads.filter(Boolean).length < 2 || !apart || lettered > filled.length / 2) return [head, ...body];
  const cells = body.map((row) => heads.map((letter, at) => (letter ? namesIn(row[at + 1]) : [])));
  const names = [...new Set(cells.flat(2))];
  const lines = body.map(([task], line) => [
    task,
    ...names.map((name) => heads.filter((_, at) => cells[line][at].includes(name)).join("")),
  ]);
  return [[head[0], ...names], ...lines];
};

/** Rows and columns changed over, where the roles stand on the side. @param {string[][]} rows @param {(name: string) => string[]} named */
const upright = (rows, named) => {
  const known = (/** @type {string[]} */ cells) => cells.filter((cell) => named(cell).length).length;
  const head = known(rows[0].slice(1));
  const side = known(rows.slice(1).map(([first]) => first));
  if (side <= head || side < 2) return rows;
  return rows[0].map((_, at) => rows.map((row) => row[at] ?? ""));
};

/** Whether a row explains or divides the table, and is none of its tasks. @param {string[]} row */
const divides = ([first = "", ...rest]) => rest.every((cell) => !cell) && (SHOUTED.test(first) || PHASE.test(first));

/**
 * @param {string} text
 * @param {Data} data
 * @returns {Matrix | undefined} undefined where it is no such matrix
 */
export const readMatrix = (text, data) => {
  const named = namer(data);
  const { kind, rows: given } = readTable(text);
  const cells = given
    .map((row) => row.map((cell) => (kind === "markdown" ? linked(cell).text : cell)))
    .filter((row) => !LEGEND.test(row.find(Boolean) ?? ""));
  const start = cells.findIndex((row) => row.filter(Boolean).length > 1);
  if (start < 0) return undefined;
  const [head, ...tasks] = byRole(upright(cells.slice(start), named));
  const body = tasks.filter((row) => !divides(row));
  if (head.length < 2 || body.length === 0) return undefined;
  const scheme = schemeOf(body.flatMap((row) => row.slice(1)));
  const own = LETTERS[scheme];
  const parts = Object.fromEntries(
    Object.entries(own).flatMap(([part, letter]) => (letter ? [[letter, /** @type {Part} */ (part)]] : [])),
  );
  const allowed = [...Object.keys(parts), ...MORE[/** @type {"raci"} */ (scheme)]];
  const columns = head.slice(1).map((name) => columnOf(name, named));
  const lines = body.map(([task, ...rest]) => {
    const read = rest.slice(0, columns.length).map((cell) => lettersOf(cell, allowed));
    return {
      task,
      letters: columns.map((_, at) => read[at]?.letters ?? []),
      unknown: read.map((each) => each.unknown).filter(Boolean),
      ragged: rest.slice(columns.length).some(Boolean),
    };
  });
  const lettered = lines.filter(({ letters }) => letters.some((each) => each.length)).length;
  return lettered
    ? { scheme, parts, columns, lines, headings: tasks.filter(divides).map(([first]) => first) }
    : undefined;
};
