/* The mix of roles that an ad reads like. Its sentences stand behind it, and no title. */

import { sentences } from "./sentences.js";
import { otherTrades } from "./trades.js";

/**
 * @import { DutyTable } from "./table.js"
 * @typedef {Record<string, {usual: string, elsewhere: string[]}>} Leads who leads each activity
 * @typedef {{text: string, weight: number, activity: string, fit: number}} Duty
 * @typedef {object} Reading
 * @property {{role: string, share: number}[]} roles the largest share first; shares add up to 1
 * @property {Duty[]} duties sentences that speak of an activity
 * @property {number} unread sentences of weight that speak of none
 * @property {boolean} outside whether it reads like another job altogether
 */

// Set on public ads; the page of the questions tells how well that works.
const WORDS = 0.7; // the share of how it sounds; the rest is of what it speaks of
// Below which an ad is far from the compared roles: without a title that names one, and with it, which few other jobs have.
const NEAR = { untitled: 0.92, titled: 0.55 };
const TRADES = 8; // how much words of other trades take away from that
// A sentence is said to speak of an activity where it fits, and most of it is said of that activity.
const FITS = 0.16;
const SAID = { sum: 5, share: 0.33 };
const COUNTS = 0.5; // the weight of a section whose sentences are shown
const FEWEST = 4; // sentences

/**
 * How far each stands above the middle, by the spread of all.
 * @param {Map<string, number>} values
 */
const standardized = (values) => {
  const all = [...values.values()];
  const middle = all.reduce((sum, value) => sum + value, 0) / all.length;
  const spread = Math.sqrt(all.reduce((sum, value) => sum + (value - middle) ** 2, 0) / all.length) || 1;
  return new Map([...values].map(([id, value]) => [id, (value - middle) / spread]));
};

/**
 * How much of all leading each role does: one that leads much is named often by chance.
 * @param {string[]} roles
 * @param {Leads} leads
 */
const priors = (roles, leads) =>
  new Map(roles.map((role) => [role, Object.keys(leads).reduce((sum, id) => sum + part(leads, id, role), 0.5)]));

/**
 * @param {Leads} leads
 * @param {string} activity
 * @param {string} role
 */
const part = (leads, activity, role) => {
  const { usual, elsewhere } = leads[activity] ?? { usual: "", elsewhere: [] };
  const times = elsewhere.filter((id) => id === role).length;
  return (usual === role ? 1 : 0) + (times ? (0.5 * times) / elsewhere.length : 0);
};

/**
 * @param {string} ad
 * @param {DutyTable} table
 * @param {Leads} leads
 * @param {boolean} [titled] whether its title names one of the roles
 * @returns {Reading | undefined} undefined where there is too little to read
 */
export const readAd = (ad, table, leads, titled = false) => {
  const read = sentences(ad);
  if (read.length < FEWEST) return undefined;
  const prior = priors(table.roles, leads);
  const sound = new Map(table.roles.map((id) => [id, 0]));
  const work = new Map(table.roles.map((id) => [id, 0]));
  /** @type {Duty[]} */
  const duties = [];
  let unread = 0;
  for (const { text, weight } of read) {
    const matches = table.match(text);
    const { id: activity, fit } = matches[0];
    const said = table.said(text, activity);
    const speaks = fit >= FITS && said.sum >= SAID.sum && said.share >= SAID.share;
    if (weight >= COUNTS && speaks) duties.push({ text, weight, activity, fit });
    else if (weight >= COUNTS) unread += 1;
    const counts = weight * Math.sqrt(fit);
    for (const role of table.roles) {
      sound.set(role, (sound.get(role) ?? 0) + counts * table.odds(text, role));
      const gained = matches.slice(0, 3).reduce((sum, match) => sum + match.fit * part(leads, match.id, role), 0);
      work.set(role, (work.get(role) ?? 0) + (counts * gained) / (prior.get(role) ?? 1));
    }
  }
  const sounds = standardized(sound);
  const works = standardized(work);
  const scores = table.roles.map((role) => ({
    role,
    score: WORDS * (sounds.get(role) ?? 0) + (1 - WORDS) * (works.get(role) ?? 0),
  }));
  scores.sort((one, other) => other.score - one.score);
  const weights = scores.map(({ score }) => Math.exp(1.5 * score));
  const total = weights.reduce((sum, each) => sum + each, 0);
  const near = table.nearness(read.map(({ text, weight }) => [text, weight])) - TRADES * otherTrades(read);
  return {
    roles: scores.map(({ role }, at) => ({ role, share: weights[at] / total })),
    duties,
    unread,
    outside: near < (titled ? NEAR.titled : NEAR.untitled),
  };
};
