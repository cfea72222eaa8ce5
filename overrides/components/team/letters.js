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
 * @typedef {{scheme: string, parts: Record<string, Part>, columns: Column[], lines: Line[]}} Matrix
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
const LONGEST_LETTERS = 4; // of an abbreviation
const EMPTY = /^([-–—.·x/]|n\/?a|none)?$/i;

/** @param {string} text */
const plainly = (text) =>
  text
    .toLowerCase()
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
  // "PM (product manager)" is as clear as "Ann (product manager)"; "PM (Ann)" is not.
  for (const name of [head, outside, inside]) {
    const found = named(name);
    if (found.length === 1) return { head, ids: found, could: [] };
  }
  const several = outside.split(/\s*(?:\/|&|\+|,|\band\b)\s*/).map(named);
  if (several.length > 1 && several.every((found) => found.length === 1))
    return { head, ids: several.flat(), could: [] };
  return { head, ids: [], could: [outside, inside].map(named).find((found) => found.length > 1) ?? [] };
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

/** Rows and columns changed over, where the roles stand on the side. @param {string[][]} rows @param {(name: string) => string[]} named */
const upright = (rows, named) => {
  const known = (/** @type {string[]} */ cells) => cells.filter((cell) => named(cell).length).length;
  const head = known(rows[0].slice(1));
  const side = known(rows.slice(1).map(([first]) => first));
  if (side <= head || side < 2) return rows;
  return rows[0].map((_, at) => rows.map((row) => row[at] ?? ""));
};

/**
 * @param {string} text
 * @param {Data} data
 * @returns {Matrix | undefined} undefined where it is no such matrix
 */
export const readMatrix = (text, data) => {
  const named = namer(data);
  const { kind, rows: given } = readTable(text);
  const cells = given.map((row) => row.map((cell) => (kind === "markdown" ? linked(cell).text : cell)));
  const start = cells.findIndex((row) => row.filter(Boolean).length > 1);
  if (start < 0) return undefined;
  const table = upright(cells.slice(start), named);
  const [head, ...body] = table;
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
  return lettered ? { scheme, parts, columns, lines } : undefined;
};
