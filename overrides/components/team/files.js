/* The agreement as a table for other programs, and back without loss. */

import { escaped, linked, readTable, toCsv, toMarkdown } from "../lib/table-text.js";
import { listed } from "./fill.js";
import { blank, cleanDay, cleanName, cleanNote, EXTENTS, emptyRow, PARTS, SCHEMES } from "./state.js";

/**
 * @import { Activity, Data } from "./data.js"
 * @import { Agreement, Part } from "./state.js"
 */

/** @type {Record<Part, string>} */
export const LABELS = { decides: "Decides", does: "Does", asked: "Is asked", told: "Is told" };

// The letters of each scheme; RAPID has none for who is told.
/** @type {Record<string, Record<Part, string>>} */
export const LETTERS = {
  raci: { decides: "A", does: "R", asked: "C", told: "I" },
  daci: { decides: "A", does: "D", asked: "C", told: "I" },
  rapid: { decides: "D", does: "P", asked: "I", told: "" },
};

/** The head of a column. @param {Part} part @param {string} letters */
export const heading = (part, letters) => {
  const letter = LETTERS[letters]?.[part];
  return letter ? `${LABELS[part]} (${letter})` : LABELS[part];
};

const ROWS = { dozen: "first dozen", first: "", all: "all" };

const EXTRA = {
  setting: "Setting",
  team: "Team",
  named: "Also named",
  rows: "Rows",
  by: "Guess of",
  letters: "Letters",
  review: "Review on",
};

/** What stands over that in a table that was copied. */
export const ABOUT = "About this table";

/** @param {string} id @param {Agreement} agreement @param {Data} data */
export const shownAs = (id, { names }, { actors }) => {
  const name = actors.get(id)?.name ?? id;
  return names.has(id) ? `${name} (${names.get(id)})` : name;
};

/** @param {string[]} ids @param {Agreement} agreement @param {Data} data */
const together = (ids, agreement, data) => ids.map((id) => shownAs(id, agreement, data)).join("; ");

/**
 * The table as people read it; the first row is its head.
 * @param {Agreement} agreement
 * @param {Data} data
 * @returns {{head: string[], rows: {activity: Activity, cells: string[]}[], extra: [string, string][]}}
 */
export const asTable = (agreement, data) => {
  const rows = listed(agreement, data).map((activity) => {
    const row = agreement.rows.get(activity.id) ?? emptyRow();
    return { activity, cells: [...PARTS.map((part) => together(row[part], agreement, data)), row.note] };
  });
  const named = [...agreement.names.keys()].filter((id) => !agreement.team.includes(id));
  /** @type {[string, string][]} */
  const extra = [
    [EXTRA.setting, data.settings.get(agreement.setting) ?? ""],
    [EXTRA.team, together(agreement.team, agreement, data)],
    [EXTRA.named, together(named, agreement, data)],
    [EXTRA.rows, [ROWS[agreement.extent], agreement.guess && "a guess"].filter(Boolean).join(", ")],
    [EXTRA.by, agreement.by],
    [EXTRA.letters, agreement.letters.toUpperCase()],
    [EXTRA.review, agreement.review],
  ];
  const head = ["Activity", ...PARTS.map((part) => heading(part, agreement.letters)), "Note"];
  return { head, rows, extra: extra.filter(([, value]) => value) };
};

/** For what and whom the table holds, in a line for paper. @param {Agreement} agreement @param {Data} data */
export const aboutOf = (agreement, data) =>
  asTable(agreement, data)
    .extra.filter(([name]) => name !== EXTRA.rows)
    .map(([name, value]) => `${name}: ${value}`)
    .join(" · ");

/** @param {Agreement} agreement @param {Data} data */
export const csvOf = (agreement, data) => {
  const { head, rows, extra } = asTable(agreement, data);
  const body = rows.map(({ activity, cells }) => [activity.name, ...cells, activity.url]);
  return toCsv([[...head, "Why"], ...body, ...extra.map(([name, value]) => [`${name}:`, value])]);
};

/** @param {Agreement} agreement @param {Data} data */
export const markdownOf = (agreement, data) => {
  const { head, rows, extra } = asTable(agreement, data);
  const body = rows.map(({ activity, cells }) => [
    `[${escaped(activity.name)}](${activity.url})`,
    ...cells.map(escaped),
  ]);
  return [toMarkdown([head, ...body]), "", ...extra.map(([name, value]) => `- ${name}: ${escaped(value)}`), ""].join(
    "\n",
  );
};

/** @param {string} text */
const plainly = (text) => text.toLowerCase().replace(/\s+/g, " ").trim();

/**
 * A reader of "Product manager (Ann); Sales": ids go out, names are noted.
 * @param {Data} data
 * @param {Map<string, string>} names
 * @param {string[]} unread
 */
const actorReader = ({ actors }, names, unread) => {
  const known = [...actors.values()].sort((one, other) => other.name.length - one.name.length);
  return (/** @type {string} */ text) => {
    /** @type {string[]} */
    const ids = [];
    for (const part of text
      .split(/[;\n]/)
      .map((each) => each.trim())
      .filter(Boolean)) {
      const low = plainly(part);
      const found = known.find(({ name }) => low === plainly(name) || low.startsWith(`${plainly(name)} (`));
      if (!found) {
        unread.push(part);
        continue;
      }
      const rest = part
        .slice(found.name.length)
        .trim()
        .replace(/^\(|\)$/g, "");
      if (cleanName(rest)) names.set(found.id, cleanName(rest));
      if (!ids.includes(found.id)) ids.push(found.id);
    }
    return ids;
  };
};

/** The activity that a cell names: by its address, or else by its name. @param {string} cell @param {string} address @param {Data} data */
const activityOf = (cell, address, { activities }) => {
  const { text, href } = linked(cell);
  const id =
    (href || address)
      .split(/[?#]/)[0]
      .replace(/\/(index\.html)?$/, "")
      .split("/")
      .at(-1) ?? "";
  return activities.get(id) ?? [...activities.values()].find(({ name }) => plainly(name) === plainly(text));
};

/** @param {string[]} row */
const headsOf = (row) => row.map((cell) => plainly(linked(cell).text).replace(/ \([a-z]\)$/, ""));

/**
 * Which column holds what, if the table is one of ours.
 * @param {string[]} head
 */
const columnsOf = (head) => {
  const heads = headsOf(head);
  const at = PARTS.map((part) => heads.indexOf(plainly(LABELS[part])));
  return at.includes(-1) ? undefined : { at, note: heads.indexOf("note"), why: heads.indexOf("why") };
};

/** The columns that a table lacks to be one of ours; none of a table that never was. @param {string} text */
export const lostColumns = (text) => {
  for (const row of readTable(text).rows) {
    const heads = headsOf(row);
    const lost = PARTS.map((part) => LABELS[part]).filter((label) => !heads.includes(plainly(label)));
    if (lost.length < PARTS.length - 1) return lost;
  }
  return [];
};

/**
 * What a line below the table says: its name and value.
 * @param {string[]} row
 * @param {string} kind
 */
const extraOf = (row, kind) => {
  const [first, second = ""] = row;
  if (kind !== "markdown" && first.endsWith(":")) return { name: first.slice(0, -1), value: second };
  const [, name, value] =
    ((row.length === 1 || row.slice(1).every((cell) => !cell)) && first.match(/^(?:- )?([\w ]+): (.*)$/s)) || [];
  return Object.values(EXTRA).includes(name) ? { name, value } : undefined;
};

/**
 * Why a row may not say what it said once: its cells have moved, or another row speaks of the same.
 * @param {string[]} row
 * @param {number} width how many cells the head has
 * @param {boolean} again
 */
const doubtOf = (row, width, again) => {
  if (row.length < width || row.slice(width).some(Boolean)) return "has other cells than the head";
  return again ? "stands twice, and the lower row counts" : "";
};

/**
 * What stands below the table.
 * @param {Agreement} agreement
 * @param {string} name
 * @param {string} value
 * @param {Data} data
 * @param {(text: string) => string[]} readActors
 */
const readExtra = (agreement, name, value, data, readActors) => {
  if (name === EXTRA.setting) agreement.setting = [...data.settings].find(([, label]) => label === value)?.[0] ?? "";
  if (name === EXTRA.team) agreement.team = readActors(value);
  if (name === EXTRA.named) readActors(value);
  if (name === EXTRA.rows) {
    for (const each of EXTENTS) if (ROWS[each] && value.includes(ROWS[each])) agreement.extent = each;
    agreement.guess = value.includes("guess");
  }
  if (name === EXTRA.by) agreement.by = cleanName(value);
  if (name === EXTRA.letters && SCHEMES.includes(value.toLowerCase())) agreement.letters = value.toLowerCase();
  if (name === EXTRA.review) agreement.review = cleanDay(value);
};

/**
 * The agreement of a table of ours, in CSV or Markdown; undefined for any other text.
 * @param {string} text
 * @param {Data} data
 * @returns {{agreement: Agreement, unread: string[], doubts: string[]} | undefined}
 */
export const readAgreement = (text, data) => {
  const { kind, rows } = readTable(text);
  const plain = (/** @type {string} */ cell = "") => (kind === "markdown" ? linked(cell).text : cell);
  const start = rows.findIndex((row) => columnsOf(row));
  const columns = start >= 0 && columnsOf(rows[start]);
  if (!columns) return undefined;
  const agreement = blank();
  /** @type {string[]} */
  const unread = [];
  /** @type {string[]} */
  const doubts = [];
  const readActors = actorReader(data, agreement.names, unread);
  for (const row of rows.slice(start + 1)) {
    const extra = extraOf(row, kind);
    const activity = activityOf(row[0], row[columns.why] ?? "", data);
    if (extra) readExtra(agreement, extra.name, plain(extra.value), data, readActors);
    else if (row[0] === ABOUT) continue;
    else if (!activity) unread.push(plain(row[0]));
    else {
      const doubt = doubtOf(row, rows[start].length, agreement.rows.has(activity.id));
      if (doubt) doubts.push(`${activity.name} (${doubt})`);
      const read = emptyRow();
      for (const [index, part] of PARTS.entries()) read[part] = readActors(plain(row[columns.at[index]]));
      read.note = cleanNote(plain(row[columns.note]));
      agreement.rows.set(activity.id, read);
    }
  }
  return { agreement, unread, doubts };
};
