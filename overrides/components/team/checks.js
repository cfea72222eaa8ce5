/* What is wrong with an agreement, by rules that the page tells. */

import { listed, thereOf } from "./fill.js";
import { emptyRow } from "./state.js";

/**
 * @import { Data } from "./data.js"
 * @import { Agreement } from "./state.js"
 *
 * @typedef {object} Finding
 * @property {string} rule
 * @property {string[]} rows ids of activities
 * @property {string} [who] id of a role, or the name of a person
 */

const GROUPS = ["group", "whole"];
export const FEWEST = 5; // decisions, below which a share says nothing

/** The person behind a role: by name, where one is given. @param {Agreement} agreement @param {string} id */
const person = ({ names }, id) => names.get(id)?.toLowerCase() ?? id;

/**
 * One person with more than half of the decisions, where several people are there.
 * @param {Agreement} agreement
 * @param {[string, string[]][]} decisions activity, and who decides it
 * @returns {Finding[]}
 */
const overloaded = (agreement, decisions) => {
  /** @type {Map<string, {id: string, rows: string[]}>} */
  const loads = new Map();
  for (const [row, deciders] of decisions) {
    for (const id of deciders) {
      const load = loads.get(person(agreement, id)) ?? { id, rows: [] };
      load.rows.push(row);
      loads.set(person(agreement, id), load);
    }
  }
  const people = new Set([...agreement.team.map((id) => person(agreement, id)), ...loads.keys()]);
  if (decisions.length < FEWEST || people.size < 3) return [];
  const most = [...loads.values()].filter(({ rows }) => rows.length > decisions.length / 2);
  return most.map(({ id, rows }) => ({ rule: "overloaded", rows, who: agreement.names.get(id) ?? id }));
};

/**
 * @param {Agreement} agreement
 * @param {Data} data
 * @returns {Finding[]} by rule, each with its rows
 */
export const check = (agreement, data) => {
  const { names, rows, team, guess } = agreement;
  /** @type {Record<string, string[]>} */
  const found = { nobody: [], two: [], group: [], unasked: [], absent: [] };
  /** @type {[string, string[]][]} */
  const decisions = [];
  for (const activity of listed(agreement, data)) {
    const { id } = activity;
    const { decides, does, asked } = rows.get(id) ?? emptyRow();
    if (decides.length === 0) found.nobody.push(id);
    else decisions.push([id, decides]);
    const people = new Set(decides.map((each) => person(agreement, each)));
    if (people.size > 1) found.two.push(id);
    if (decides.some((each) => GROUPS.includes(data.actors.get(each)?.kind ?? "") && !names.has(each)))
      found.group.push(id);
    const others = does.filter((each) => !people.has(person(agreement, each)));
    if (decides.length && others.length && !asked.length && !decides.some((each) => does.includes(each)))
      found.unasked.push(id);
    if (!decides.every(thereOf(activity, team))) found.absent.push(id);
  }
  if (guess) return found.nobody.length ? [{ rule: "open", rows: found.nobody }] : [];
  const findings = Object.entries(found).map(([rule, ids]) => ({ rule, rows: ids }));
  return [...findings, ...overloaded(agreement, decisions)].filter((each) => each.rows.length);
};
