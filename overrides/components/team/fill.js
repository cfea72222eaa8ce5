/* What is usual, in the setting and with the people that are there. */

import { usual as among } from "../lens/usual.js";
import { emptyRow, PARTS } from "./state.js";

/**
 * @import { Activity, Data } from "./data.js"
 * @import { Agreement, Extent, Row } from "./state.js"
 */

/**
 * Whether somebody is there. Roles, and the others, are asked after apart: where none of them is ticked, any may be.
 * @param {Activity} activity
 * @param {string[]} team
 */
export const thereOf = ({ always = [], others = [] }, team) => {
  const asked = [team.some((id) => !others.includes(id)), team.some((id) => others.includes(id))];
  return (/** @type {string} */ id) => team.includes(id) || always.includes(id) || !asked[Number(others.includes(id))];
};

/** @param {Activity} activity @param {string} setting @param {string[]} team */
export const usual = (activity, setting, team) => among(activity, setting, thereOf(activity, team));

/**
 * The row as it is arranged: as this house has agreed; or as usual, who leads decides, who takes part is asked.
 * @param {Activity} activity
 * @param {Agreement} agreement
 * @returns {Row}
 */
export const usualRow = (activity, { setting, team, guess }) => {
  const row = emptyRow();
  if (guess) return row;
  if (activity.here) return structuredClone(activity.here);
  const { decides } = usual(activity, setting, team);
  if (decides) row.decides = [decides];
  row.asked = activity.shares.filter((id) => thereOf(activity, team)(id) && id !== decides);
  return row;
};

/** @param {Row} one @param {Row} other */
const sameRow = (one, other) =>
  one.note === other.note && PARTS.every((part) => [...one[part]].sort().join() === [...other[part]].sort().join());

/** The activities of a sheet, in its order. @param {Agreement} agreement @param {Data} data */
export const listed = ({ rows }, { activities }) => [...activities.values()].filter(({ id }) => rows.has(id));

const DOZEN = 12;

/** The activities that an extent asks for: those that teams argue over most come first. @param {Extent} extent @param {Data} data */
export const wanted = (extent, { activities }) =>
  [...activities.values()].filter(({ first }, at) => extent === "all" || (first && (extent === "first" || at < DOZEN)));

/**
 * The agreement after a choice of setting, people or rows: what nobody touched follows what is usual now, and what
 * was left out stays out until other rows are asked for.
 * @param {Agreement} before
 * @param {Agreement} after with the rows of before
 * @param {Data} data
 * @returns {Agreement}
 */
export const refill = (before, after, data) => {
  const rows = new Map();
  const asked = new Set(wanted(after.extent, data).map(({ id }) => id));
  const others = before.extent !== after.extent;
  for (const activity of data.activities.values()) {
    const row = before.rows.get(activity.id);
    const touched = row && !sameRow(row, usualRow(activity, before));
    if (touched) rows.set(activity.id, row);
    else if (others ? asked.has(activity.id) : row) rows.set(activity.id, usualRow(activity, after));
  }
  return { ...after, rows };
};
