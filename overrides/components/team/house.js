/* House rules: what an edition of this site holds in its data as agreed. Written from the sheet, and read back. */

import { readYaml } from "../lib/yaml.js";
import { listed, usualRow, wanted } from "./fill.js";
import { blank, cleanNote, emptyRow, PARTS } from "./state.js";

/**
 * @import { Data } from "./data.js"
 * @import { Agreement } from "./state.js"
 * @import { Value } from "../lib/yaml.js"
 */

const LONGEST_NOTE = 200; // as the data of an edition has it
const ALIKE = /^\s*house:|^\s*[a-z0-9-]+:\s*(\{\s*|\n\s+)decides:/m;

/**
 * For a file of an edition's docs/data/; of rows that one decides.
 * @param {Agreement} agreement
 * @param {Data} data
 * @param {string} today
 */
export const houseOf = (agreement, data, today) => {
  const rows = listed(agreement, data).map(({ id }) => ({ id, row: agreement.rows.get(id) ?? emptyRow() }));
  const kept = rows.filter(({ row }) => row.decides.length === 1);
  const left = rows.filter(({ row }) => row.decides.length !== 1).map(({ id }) => id);
  const lines = kept.map(({ id, row }) => {
    const parts = PARTS.slice(1).flatMap((part) => (row[part].length ? [`${part}: [${row[part].join(", ")}]`] : []));
    const note = row.note ? [`note: ${JSON.stringify(row.note.slice(0, LONGEST_NOTE).toWellFormed())}`] : [];
    return `  ${id}: {${[`decides: ${row.decides[0]}`, ...parts, ...note, `date: ${today}`].join(", ")}}`;
  });
  const missing = left.length ? [`# Not here, because not one person decides: ${left.join(", ")}`] : [];
  return [...missing, lines.length ? "house:" : "house: {}", ...lines, ""].join("\n");
};

/** @param {Value | undefined} value */
const list = (value) =>
  (Array.isArray(value) ? value : [value ?? ""]).filter((each) => typeof each === "string" && each);

/**
 * The rules of an edition as a sheet: what they say nothing of is as usual. Undefined for any other text.
 * @param {string} text
 * @param {Data} data
 * @returns {{agreement: Agreement, read: number, unread: string[]} | undefined}
 */
export const readHouse = (text, data) => {
  if (!ALIKE.test(text)) return undefined;
  const all = readYaml(text);
  if (typeof all !== "object" || Array.isArray(all)) return undefined;
  const rules = Object.hasOwn(all, "house") ? all.house : all;
  if (typeof rules !== "object" || Array.isArray(rules)) return undefined;
  /** @type {Agreement} */
  const agreement = { ...blank(), extent: "dozen" };
  /** @type {string[]} */
  const unread = [];
  for (const [id, rule] of Object.entries(rules)) {
    if (!data.activities.has(id) || typeof rule !== "object" || Array.isArray(rule)) {
      unread.push(id);
      continue;
    }
    const row = emptyRow();
    for (const part of PARTS) {
      const ids = list(Object.hasOwn(rule, part) ? rule[part] : "").map(String);
      row[part] = ids.filter((each) => data.actors.has(each));
      unread.push(...ids.filter((each) => !data.actors.has(each)));
    }
    row.note = cleanNote(typeof rule.note === "string" ? rule.note : "");
    agreement.rows.set(id, row);
  }
  const read = agreement.rows.size;
  for (const activity of wanted(agreement.extent, data))
    if (!agreement.rows.has(activity.id)) agreement.rows.set(activity.id, usualRow(activity, agreement));
  return { agreement, read, unread };
};
