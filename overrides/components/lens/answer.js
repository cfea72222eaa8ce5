/* What a setting and the people that are there make of an answer, in words. */

import { listing, lower } from "../lib/words.js";
import { usual } from "./usual.js";

/**
 * @import { Leads } from "./usual.js"
 *
 * @typedef {Leads & {name: string, shares: string[]}} Activity
 *
 * @typedef {object} Data what the site knows (scripts/publish/lens.py)
 * @property {Record<string, Record<string, string>>} settings names, by what varies and by id
 * @property {string[]} roles ids
 * @property {Record<string, string>} names by id
 * @property {Record<string, Activity>} activities by id
 * @property {Record<string, [string, string, string][]>} cells setting, absent role and claim, by id of the cell
 * @property {Record<string, string[]>} fights ids of activities, by id
 * @property {string} page the address of an activity, with {} for its id
 * @property {string[]} pages addresses whose pages can show a setting
 * @property {string} sheet the address of a team's sheet; "" where there is none
 *
 * @typedef {{setting: string, team: string[]}} Chosen ids
 *
 * @typedef {object} Answer
 * @property {boolean} changed whether it is another than usual
 * @property {string} leader who leads in the setting, there or not
 * @property {string} decides who of those that are there; "" for nobody
 * @property {string} why in a few words, where it is changed
 */

/** Whether somebody is there: of the roles those that are ticked, if any is; parties always. @param {Data} data @param {string[]} team */
export const thereIn =
  ({ roles }, team) =>
  (/** @type {string} */ id) =>
    !team.length || team.includes(id) || !roles.includes(id);

/**
 * @param {Data} data
 * @param {Chosen} chosen
 * @param {Activity} activity
 * @returns {Answer}
 */
export const answer = (data, { setting, team }, activity) => {
  const there = thereIn(data, team);
  const { leader, special, decides } = usual(activity, setting, there);
  const name = (/** @type {string} */ id) => lower(data.names[id] ?? id);
  const why = special ? [activity.lead ? `usually ${name(activity.lead)}` : "no usual lead"] : [];
  if (decides !== leader) {
    const part = activity.shares.filter(there).map(name);
    why.unshift(`${name(leader)} is not there`);
    if (!decides) why.push(`no source says who takes over${part.length ? `; takes part: ${listing(part)}` : ""}`);
  }
  return { changed: special || decides !== leader, leader, decides, why: why.join("; ") };
};

/** The name of who decides, to begin a line. @param {Data} data @param {Answer} found */
export const decider = ({ names }, { decides }) => names[decides] ?? "Nobody yet";

/**
 * The answer of an activity in a line: where it holds, who decides, and what is usual.
 * @param {Data} data
 * @param {Chosen} chosen
 * @param {Activity} activity
 * @returns {[string, string]} the part in bold, and the rest
 */
export const line = (data, chosen, activity) => {
  const found = answer(data, chosen, activity);
  const where = place(data, chosen);
  if (found.changed) return [`${where}: ${lower(decider(data, found))}.`, ` (${found.why})`];
  return [`${where}: as usual${activity.lead ? `, ${lower(data.names[activity.lead])}` : ", no usual lead"}.`, ""];
};

/** Where an answer holds: "In Scrum". @param {Data} data @param {Chosen} chosen */
export const place = ({ settings }, { setting }) =>
  Object.values(settings)
    .map((named) => named[setting])
    .find(Boolean) ?? "With your team";

/**
 * What a cell says there instead of what it usually says.
 * @param {Data} data
 * @param {Chosen} chosen
 * @param {string} id
 * @returns {[string, string] | undefined} where, and what
 */
export const claim = (data, { setting, team }, id) => {
  const there = thereIn(data, team);
  const found = data.cells[id]?.find(([where, absent]) => (absent ? !there(absent) : where === setting));
  if (!found) return undefined;
  const [, absent, said] = found;
  return [absent ? `${data.names[absent]} not there` : place(data, { setting, team }), said];
};
