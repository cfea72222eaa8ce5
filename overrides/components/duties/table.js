/* Which activity a text speaks of, and whose words it uses: by the words that the site itself uses for both. */

import { fold, plain, STOP } from "../../../search/text.js";

/**
 * @typedef {Map<string, number>} Counts stems
 * @typedef {{activities: Record<string, string>, roles: Record<string, string>}} Packed words with counts, by id
 * @typedef {{id: string, fit: number}} Match
 */

const NAMES =
  /\b(product|project|program(me)?|delivery|engineering|technical|software|development|design)[ -](program(me)? )?(managers?|management|owners?|designers?|operations managers?|marketing managers?|marketing)\b|\b(business analysts?|scrum masters?|tech(nical)? leads?|agile coach(es)?)\b/g;
const FEWEST = 4; // times that a stem stands in what is said of a role, below which it may be chance
// How well few words must fit: at all, with most of their weight, and how far ahead of the next activity.
const NAMED = 0.2;
const SAID = 0.6;
const CLEAR = 0.3;
const AHEAD = 0.03;
const COMMON = 0.3; // the rarity of what stands everywhere
const SMOOTHING = 50;
const MASS = 50;
const LACKING = -1; // the most that a word a role lacks says against it: less than one that it has says for it
const LOUDEST = 5; // what one sentence says at most, either way

/** The stems of a text, without the names of roles. @param {string} text */
const stems = (text) => {
  const words =
    plain(text)
      .replace(NAMES, " ")
      .match(/[a-z]+/g) ?? [];
  return new Set(words.map(fold).filter((word) => word.length > 1 && !STOP.has(word)));
};

/**
 * @param {string} text
 * @param {number} fewest
 * @returns {Counts}
 */
const unpacked = (text, fewest) => {
  /** @type {Counts} */
  const counts = new Map();
  for (const [, word, count] of text.matchAll(/([a-z]+)(\d*)/g)) {
    const stem = fold(word);
    if (stem.length > 1 && !STOP.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + Number(count || 1));
  }
  for (const [stem, count] of counts) if (count < fewest) counts.delete(stem);
  return counts;
};

/** How often it stands there weighs, but ever less. @param {number | undefined} count */
const damped = (count) => Math.log1p(count ?? 0);

/** @param {Map<string, Counts>} documents */
const lengths = (documents, /** @type {(stem: string) => number} */ rarity) =>
  new Map(
    [...documents].map(([id, counts]) => [
      id,
      Math.hypot(...[...counts].map(([stem, count]) => damped(count) * rarity(stem))),
    ]),
  );

/** How often stems stand in each activity and each role, and how rare they are. @param {Packed} packed */
const counted = (packed) => {
  const read = (/** @type {Record<string, string>} */ of, /** @type {number} */ fewest) =>
    new Map(Object.entries(of).map(([id, text]) => [id, unpacked(text, fewest)]));
  const activities = read(packed.activities, 1);
  const roles = read(packed.roles, FEWEST);

  /** @type {Counts} */
  const spread = new Map();
  for (const counts of activities.values())
    for (const stem of counts.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  /** What the table left out of the activities because it stands almost everywhere stands in the roles. */
  const everywhere = (/** @type {string} */ stem) =>
    !spread.has(stem) && [...roles.values()].filter((counts) => counts.has(stem)).length > roles.size / 2;
  const rarity = (/** @type {string} */ stem) =>
    everywhere(stem) ? COMMON : Math.log(1 + activities.size / ((spread.get(stem) ?? 0) + 0.5));
  const size = { activities: lengths(activities, rarity), roles: lengths(roles, rarity) };

  /** Of all roles together. @type {Counts} */
  const whole = new Map();
  const totals = new Map(
    [...roles].map(([id, counts]) => [id, [...counts.values()].reduce((sum, count) => sum + damped(count), 0)]),
  );
  for (const counts of roles.values())
    for (const [stem, count] of counts) whole.set(stem, (whole.get(stem) ?? 0) + damped(count));
  const total = [...totals.values()].reduce((sum, each) => sum + each, 0);
  /** How often any stem stands anywhere. @type {Counts} */
  const known = new Map();
  for (const documents of [activities, roles]) {
    for (const counts of documents.values())
      for (const [stem, count] of counts) known.set(stem, (known.get(stem) ?? 0) + count);
  }
  return { activities, roles, rarity, size, whole, totals, total, known };
};

/** How near whole texts are to the nearest role, and how much of their words is known at all.
 * @param {ReturnType<typeof counted>} table
 * @param {[string, number][]} texts with weights
 */
const nearness = ({ roles, rarity, size, known }, texts) => {
  /** @type {Counts} */
  const counts = new Map();
  for (const [text, weight] of texts)
    for (const stem of stems(text)) counts.set(stem, (counts.get(stem) ?? 0) + weight);
  const length = Math.hypot(...[...counts].map(([stem, count]) => damped(count) * rarity(stem))) || 1;
  const cosines = [...roles].map(([id, own]) => {
    const sum = [...counts].reduce(
      (sum, [stem, count]) => sum + damped(count) * damped(own.get(stem)) * rarity(stem) ** 2,
      0,
    );
    return sum / length / (size.roles.get(id) || 1);
  });
  const weights = [...counts.values()].reduce((sum, count) => sum + count, 0) || 1;
  const familiar = [...counts].reduce((sum, [stem, count]) => sum + count * damped(known.get(stem)), 0) / weights;
  return familiar / 3 + 2 * Math.max(0, ...cosines);
};

/** @param {Packed} packed */
export const readTable = (packed) => {
  const table = counted(packed);
  const { activities, roles, rarity, size, whole, totals, total } = table;

  /** The activities that a text may speak of, best first. @param {string} text @returns {Match[]} */
  const match = (text) => {
    const asked = [...stems(text)];
    const length = Math.hypot(...asked.map(rarity)) || 1;
    const found = [...activities].map(([id, counts]) => {
      const sum = asked.reduce((sum, stem) => sum + damped(counts.get(stem)) * rarity(stem) ** 2, 0);
      return { id, fit: sum / (size.activities.get(id) || 1) / length };
    });
    return found.sort((one, other) => other.fit - one.fit);
  };

  /**
   * How much of what a text says is said of an activity: by the weight of its words, as a sum and as a share.
   * @param {string} text
   * @param {string} id
   */
  const said = (text, id) => {
    const asked = [...stems(text)];
    const weigh = (/** @type {string[]} */ of) => of.reduce((sum, stem) => sum + rarity(stem), 0);
    const sum = weigh(asked.filter((stem) => activities.get(id)?.has(stem)));
    return { sum, share: sum / (weigh(asked) || 1) };
  };

  /** The one activity that a few words name, or nothing: most of what they say must be said of it. @param {string} text */
  const closest = (text) => {
    const [{ id, fit }, second] = match(text);
    return fit >= NAMED && said(text, id).share >= SAID && (fit >= CLEAR || fit - second.fit >= AHEAD) ? id : undefined;
  };

  /** By how much a text sounds more like a role than like all roles: the sum over its stems, within bounds. @param {string} text @param {string} role */
  const odds = (text, role) => {
    let sum = 0;
    for (const stem of stems(text)) {
      const share = (whole.get(stem) ?? 0) / total;
      if (!share) continue;
      const own = (damped(roles.get(role)?.get(stem)) + MASS * share) / ((totals.get(role) ?? 0) + SMOOTHING);
      sum += Math.max(LACKING, Math.log(own / share));
    }
    return Math.max(-LOUDEST, Math.min(LOUDEST, sum));
  };

  return {
    match,
    closest,
    said,
    odds,
    nearness: (/** @type {[string, number][]} */ texts) => nearness(table, texts),
    roles: [...roles.keys()],
  };
};

/** @typedef {ReturnType<typeof readTable>} DutyTable */
