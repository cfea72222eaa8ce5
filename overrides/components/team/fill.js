/* What is usual, in the setting and with the people that are there. */

import { emptyRow, PARTS } from "./state.js";

/**
 * @import { Activity, Data } from "./data.js"
 * @import { Agreement, Row } from "./state.js"
 *
 * @typedef {object} Usual
 * @property {string} leader who leads in the setting, there or not; "" for nobody
 * @property {boolean} special whether that is so because of the setting
 * @property {string} decides who of those that are there; "" for nobody
 */

/** @param {string[]} team @param {string} id */
export const isThere = (team, id) => team.length === 0 || team.includes(id);

/**
 * @param {Activity} activity
 * @param {string} setting
 * @param {string[]} team
 * @returns {Usual}
 */
export const usual = ({ lead, elsewhere, without }, setting, team) => {
  const leaders = elsewhere.filter(([where]) => where === setting).map(([, who]) => who);
  const leader = leaders.find((who) => isThere(team, who)) ?? leaders[0] ?? lead;
  const special = leaders.length > 0;
  if (!leader || isThere(team, leader)) return { leader, special, decides: leader };
  const instead = without.find(([absent, who]) => absent === leader && isThere(team, who));
  return { leader, special, decides: instead?.[1] ?? "" };
};

/**
 * The row as it is usually arranged: who leads decides, who takes part is asked.
 * @param {Activity} activity
 * @param {Agreement} agreement
 * @returns {Row}
 */
export const usualRow = (activity, { setting, team, guess }) => {
  const row = emptyRow();
  if (guess) return row;
  const { decides } = usual(activity, setting, team);
  if (decides) row.decides = [decides];
  row.asked = activity.shares.filter((id) => isThere(team, id) && id !== decides);
  return row;
};

/** @param {Row} one @param {Row} other */
export const sameRow = (one, other) =>
  one.note === other.note && PARTS.every((part) => [...one[part]].sort().join() === [...other[part]].sort().join());

/** The activities of a sheet, in its order. @param {Agreement} agreement @param {Data} data */
export const listed = ({ all, rows }, { activities }) =>
  [...activities.values()].filter(({ id, first }) => all || first || rows.has(id));

/**
 * The agreement after a choice of setting, people or rows: what nobody touched follows what is usual now.
 * @param {Agreement} before
 * @param {Agreement} after with the rows of before
 * @param {Data} data
 * @returns {Agreement}
 */
export const refill = (before, after, data) => {
  const rows = new Map();
  for (const activity of data.activities.values()) {
    const row = before.rows.get(activity.id);
    const touched = row && !sameRow(row, usualRow(activity, before));
    if (touched) rows.set(activity.id, row);
    else if (after.all || activity.first) rows.set(activity.id, usualRow(activity, after));
  }
  return { ...after, rows };
};
