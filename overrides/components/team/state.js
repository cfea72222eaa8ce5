/* An agreement, and the address that holds it: everything that was filled in, so that it reads the same when what
   is usual has changed since. Whatever stands in an address is checked against what the page knows. */

import { code, codes, pack, unpack } from "../lib/codes.js";

/** The parts that somebody can have in a piece of work; the order is that of the columns. */
export const PARTS = /** @type {const} */ (["decides", "does", "asked", "told"]);

/**
 * @typedef {(typeof PARTS)[number]} Part
 * @typedef {Record<Part, string[]> & {note: string}} Row ids of roles and parties by part
 * @typedef {(typeof EXTENTS)[number]} Extent
 * @typedef {object} Agreement
 * @property {string} setting id, or "" for none
 * @property {string[]} team ids of who is there; nobody chosen means that anybody may be
 * @property {Map<string, string>} names of people, by id of the role
 * @property {Map<string, Row>} rows by id of the activity
 * @property {Extent} extent which rows were asked for; some may be left out
 * @property {boolean} guess what is usual is hidden
 * @property {string} by whose guess it is
 * @property {string} letters "", or the scheme to show
 * @property {string} review a day, or ""
 *
 * @typedef {object} Known the ids of the page
 * @property {string[]} activities
 * @property {string[]} actors
 * @property {string[]} settings
 */

/** Which rows a sheet has: the dozen that teams argue over most, all that they argue over, every activity. */
export const EXTENTS = /** @type {const} */ (["dozen", "first", "all"]);

/** In addresses. */
const FLAGS = { dozen: "d", first: "", all: "a" };

export const SCHEMES = ["raci", "daci", "rapid"];
const FIRST = "a=1";
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** @returns {Agreement} */
export const blank = () => ({
  setting: "",
  team: [],
  names: new Map(),
  rows: new Map(),
  extent: "first",
  guess: false,
  by: "",
  letters: "",
  review: "",
});

/** @returns {Row} */
export const emptyRow = () => ({ decides: [], does: [], asked: [], told: [], note: "" });

/** One line, without signs that separate entries of a table. @param {string} text */
export const cleanName = (text) =>
  text
    .toWellFormed()
    .replace(/[\p{C}\s;:()|]+/gu, " ")
    .trim()
    .slice(0, 60)
    .trim();

/** One line. @param {string} text */
export const cleanNote = (text) =>
  text
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 300)
    .trim();

/** @param {string} text a day, or "" where it is none */
export const cleanDay = (text) => (DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : "");

/** @param {string[]} ids */
const unique = (ids) => [...new Set(ids)];

/** @param {Row} row */
const rowIds = (row) => PARTS.flatMap((part) => row[part]);

/** @param {number} at */
const two = (at) => at.toString(36).padStart(2, "0");

/**
 * The part of the address after #.
 * @param {Agreement} agreement
 */
export const toFragment = (agreement) => {
  const { setting, team, names, rows, extent, guess, by, letters, review } = agreement;
  const listed = unique([...team, ...names.keys(), ...[...rows.values()].flatMap(rowIds)]);
  const place = new Map(listed.map((id, at) => [id, two(at)]));
  const list = (/** @type {string[]} */ ids) => ids.map((id) => place.get(id)).join("");
  /** @type {[string, string][]} */
  const pairs = [["a", "1"]];
  const add = (/** @type {string} */ name, /** @type {string} */ value) => value && pairs.push([name, value]);
  add("s", setting && code(setting));
  add("f", FLAGS[extent] + (guess ? "g" : ""));
  add("l", letters);
  add("d", review);
  add("b", by);
  add("t", String(team.length || ""));
  add("p", listed.map(code).join(""));
  const written = [...rows].map(
    ([id, row]) =>
      code(id) +
      PARTS.map((part) => list(row[part]))
        .join("-")
        .replace(/-+$/, ""),
  );
  add("r", written.join("."));
  for (const id of listed) add(`p.${code(id)}`, names.get(id) ?? ""); // in one order, so that one sheet has one link
  for (const [id, { note }] of rows) add(`n.${code(id)}`, note);
  return pack(pairs);
};

/**
 * The rows, the setting and the people that a link from another page names; undefined where it names no row.
 * @param {string} query
 * @param {Known} known
 * @returns {Agreement | undefined}
 */
export const fromQuery = (query, { activities, actors, settings }) => {
  const given = new URLSearchParams(query);
  const asked = (/** @type {string} */ name) => (given.get(name) ?? "").split(",");
  const rows = activities.filter((id) => asked("rows").includes(id));
  if (!rows.length) return undefined;
  return {
    ...blank(),
    extent: "dozen",
    setting: settings.find((id) => id === given.get("in")) ?? "",
    team: actors.filter((id) => asked("team").includes(id)),
    rows: new Map(rows.map((id) => [id, emptyRow()])),
  };
};

/**
 * @param {string} text
 * @param {number} size
 * @returns {string[]}
 */
const chunks = (text, size) => text.match(new RegExp(`.{${size}}`, "gs")) ?? [];

/**
 * @param {string} text
 * @param {(string | undefined)[]} listed
 * @returns {Row}
 */
const readRow = (text, listed) => {
  const row = emptyRow();
  for (const [at, part] of text.split("-").slice(0, PARTS.length).entries()) {
    const ids = chunks(part, 2).map((each) => listed[Number.parseInt(each, 36)]);
    row[PARTS[at]] = unique(ids.filter((id) => id !== undefined));
  }
  return row;
};

/**
 * The agreement of an address; undefined where it holds none. `whole` is false where a part was lost on the way, or
 * names what this page does not know.
 * @param {string} fragment
 * @param {Known} known
 * @returns {{agreement: Agreement, whole: boolean} | undefined}
 */
export const fromFragment = (fragment, known) => {
  const read = unpack(fragment, FIRST);
  if (!read) return undefined;
  const given = new Map(read.pairs);
  const text = (/** @type {string} */ name) => given.get(name) ?? "";
  const actors = codes(known.actors);
  const activities = codes(known.activities);
  const listed = chunks(text("p"), 4).map((each) => actors.get(each));
  let whole = read.whole && !listed.includes(undefined);

  const agreement = blank();
  agreement.setting = codes(known.settings).get(text("s")) ?? "";
  agreement.team = unique(listed.slice(0, Number.parseInt(text("t"), 10) || 0).filter((id) => id !== undefined));
  for (const each of EXTENTS) if (FLAGS[each] && text("f").includes(FLAGS[each])) agreement.extent = each;
  agreement.guess = text("f").includes("g");
  agreement.letters = SCHEMES.includes(text("l")) ? text("l") : "";
  agreement.review = cleanDay(text("d"));
  agreement.by = cleanName(text("b"));
  for (const part of text("r").split(".").filter(Boolean)) {
    const id = activities.get(part.slice(0, 4));
    if (id) agreement.rows.set(id, readRow(part.slice(4), listed));
    else whole = false;
  }
  for (const [name, value] of given) {
    const id = name.startsWith("p.") && actors.get(name.slice(2));
    if (id && cleanName(value)) agreement.names.set(id, cleanName(value));
    const row = name.startsWith("n.") && agreement.rows.get(activities.get(name.slice(2)) ?? "");
    if (row) row.note = cleanNote(value);
  }
  return { agreement, whole };
};
