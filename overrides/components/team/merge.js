/* Guesses laid side by side: on what they differ, and what they agree on. */

import { usualRow } from "./fill.js";
import { EXTENTS, emptyRow, PARTS } from "./state.js";

/**
 * @import { Data } from "./data.js"
 * @import { Agreement, Part, Row } from "./state.js"
 *
 * @typedef {object} Difference
 * @property {string} id of the activity
 * @property {"unowned" | "double" | "other"} kind nobody decides, different people do, or another part differs
 * @property {Part[]} parts in which the guesses differ
 */

const ORDER = ["unowned", "double", "other"];

/** @param {string[]} ids */
const key = (ids) => [...ids].sort().join(" ");

/**
 * @param {Agreement[]} guesses two or more
 * @param {Data} data
 * @returns {Difference[]} what nobody decides first, then what several decide
 */
export const differences = (guesses, { activities }) => {
  /** @type {Difference[]} */
  const found = [];
  for (const id of activities.keys()) {
    const rows = guesses.map(({ rows }) => rows.get(id)).filter((row) => row !== undefined);
    if (rows.length < guesses.length) continue; // not asked of everybody
    const parts = PARTS.filter((part) => new Set(rows.map((row) => key(row[part]))).size > 1);
    const deciders = new Set(rows.flatMap((row) => row.decides));
    if (deciders.size === 0) found.push({ id, kind: "unowned", parts });
    else if (parts.includes("decides") || deciders.size > 1) found.push({ id, kind: "double", parts });
    else if (parts.length) found.push({ id, kind: "other", parts });
  }
  return found.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
};

/** Rows that not every guess has. @param {Agreement[]} guesses @param {Data} data */
export const notEverywhere = (guesses, { activities }) =>
  [...activities.keys()].filter((id) => {
    const count = guesses.filter(({ rows }) => rows.has(id)).length;
    return count > 0 && count < guesses.length;
  });

/**
 * One agreement: what all say as they say it, what was chosen, and what they differ on left open. Whoever guesses says
 * only who decides; who is asked then is as usual.
 * @param {Agreement[]} guesses
 * @param {Data} data
 * @param {Map<string, string>} [chosen] who decides, by id of the activity
 * @returns {Agreement}
 */
export const merged = (guesses, { activities }, chosen = new Map()) => {
  const [first] = guesses;
  /** @type {Map<string, Row>} */
  const rows = new Map();
  const team = [...new Set(guesses.flatMap((guess) => guess.team))];
  const guessed = guesses.every(({ guess }) => guess);
  for (const [id, activity] of activities) {
    const given = guesses.map((guess) => guess.rows.get(id)).filter((row) => row !== undefined);
    if (!given.length) continue;
    const row = emptyRow();
    for (const part of PARTS) if (new Set(given.map((each) => key(each[part]))).size === 1) row[part] = given[0][part];
    const holds = chosen.get(id);
    if (holds) row.decides = [holds];
    if (guessed && row.decides.length)
      row.asked = usualRow(activity, { ...first, team, guess: false }).asked.filter(
        (each) => !row.decides.includes(each),
      );
    row.note = [...new Set(given.map(({ note }) => note).filter(Boolean))].join(" / ").slice(0, 300).trim();
    rows.set(id, row);
  }
  const names = new Map([...guesses].reverse().flatMap((guess) => [...guess.names]));
  const extent = EXTENTS[Math.max(...guesses.map((guess) => EXTENTS.indexOf(guess.extent)))];
  return { ...first, team, names, rows, guess: false, by: "", extent };
};
