/* Ranking: from a reading of the query to records in the order in which they answer it. A record's
   score is a weighted sum of named features; `weights.js` holds the weights, fitted by `make fit`. */

import { firstPass, MOST, worthWeighing } from "./first.js";
import { INTENT_NAMES } from "./intents.js";
import { coverOf, matchFirst, matchNames, matchTexts, matchWhole, weighed } from "./match.js";
import { Meaning, nearestOf } from "./meaning.js";
import { lower } from "./names.js";
import { understand } from "./query.js";
import { Index } from "./records.js";
import { aliasIn, matchShape } from "./shape.js";
import { WEIGHTS } from "./weights.js";

/** @import { Record } from "./types.js" */
/** @typedef {import("./match.js").Hit} Hit */
/** @typedef {import("./query.js").Query} Query */

// What tells how well words match weighs otherwise in a story, which no record matches as a whole.
const MATCHES = /** @type {const} */ (["same", "nearest", "text", "cover"]);
const STORY = 4; // as many words of content tell one
const TOLD = 6; // whoever writes as many words, grammar included, has a case to settle
const SETTLING = new Set(["activity", "fight"]);
export const FEATURES = /** @type {const} */ ([
  "exact",
  "begun",
  "name",
  "other",
  "plainly",
  "about",
  "object",
  "manner",
  "meaning",
  "settles",
  ...MATCHES,
  "sameInStory",
  "nearestInStory",
  "textInStory",
  "coverInStory",
]);

// Parts of a kit are asked for as passages are: by a role, and what to know of it.
const ALIKE = new Map([["kit", "passage"]]);

/** The kind that a hit ranks as: any two roles chosen to be compared rank as a pair.
 * @param {Hit} hit */
const kindOf = ({ record: { kind }, chosen }) => (chosen ? "pair" : (ALIKE.get(kind) ?? kind));

/** What a hit's score is the sum of, each times its weight.
 * @param {Hit} hit @param {Query["intents"]} intents @returns {{[term: string]: number}} */
export const termsOf = (hit, intents) => {
  const kind = kindOf(hit);
  return {
    [`${kind} base`]: 1,
    [`${kind} shape`]: hit.shape,
    ...Object.fromEntries(FEATURES.map((feature) => [feature, hit[feature]])),
    ...Object.fromEntries(INTENT_NAMES.filter((intent) => intents[intent]).map((intent) => [`${kind} ${intent}`, 1])),
  };
};

export class Ranking {
  /** @param {Partial<Record>[]} records @param {import("./records.js").Vocabulary} vocabulary @param {typeof WEIGHTS} weights */
  constructor(records, vocabulary, weights = WEIGHTS) {
    this.index = new Index(records, vocabulary);
    this.weights = weights;
    // From the first part of the index, which has few ways of asking, there is little to learn.
    this.meaning = vocabulary.unanswered && new Meaning(this.index);
  }

  /** The records worth weighing of those that share a word with the query, best first.
   * @param {string} typed */
  candidates(typed) {
    const query = understand(typed, this.index.lexicon);
    const units = query.words.length ? weighed(query, this.index) : [];
    /** @type {Hit[]} */
    const found = [];
    /** @type {(Hit | undefined)[]} by the index of the record: it is looked up for every name that has a word */
    const hits = new Array(this.index.records.length);
    /** @param {Record} record @returns {Hit} */
    const at = (record) => {
      const known = hits[record.index];
      if (known) return known;
      const hit = blank(record, units.length);
      hits[record.index] = hit;
      found.push(hit);
      return hit;
    };
    const near = this.meaning?.of(units) ?? new Map();
    if (units.length) {
      const first = firstPass(query, units, this.index);
      const { best, all } = worthWeighing(first, units);
      matchWhole(query, this.index, at);
      matchShape(query, units, this.index, at);
      for (const index of [...best, ...nearestOf(near)]) at(this.index.records[index]);
      const weighing = all ? at : (/** @type {Record} */ record) => hits[record.index];
      matchNames(units, this.index, weighing, found);
      // Where there is room, also what has a word only further down its text.
      const room = (/** @type {Record} */ record) => (found.length < MOST ? at(record) : hits[record.index]);
      matchTexts(units, this.index, all ? room : weighing, found);
      for (const hit of found) {
        matchFirst(hit, first);
        // What is put together for the roles that are named is as near as can be.
        hit.meaning = hit.chosen ? Math.max(...near.values(), 0) : (near.get(hit.record.index) ?? 0);
      }
    }
    this.#weigh(found, query, units);
    found.sort((a, b) => b.score - a.score || a.record.index - b.record.index);
    return { query, units, hits: found };
  }

  /** The features that take a hit as a whole, and its score.
   * @param {Hit[]} hits @param {Query} query @param {import("./match.js").Weighed[]} units */
  #weigh(hits, query, units) {
    const naming = units.flatMap(({ ids = [] }) => (ids.some((id) => this.index.byRole.has(id)) ? [ids] : []));
    const manner = this.index.manners.of(outline(query));
    for (const hit of hits) {
      const { kind, roles, dimension } = hit.record;
      hit.manner = manner({ kind: kindOf(hit), dimension });
      hit.about = sharedRoles(naming, hit.chosen ?? roles);
      hit.other = naming.length && roles.length === 1 && !hit.about ? 1 : 0;
      hit.object = query.intents.who && kind === "term" ? hit.same : 0;
      hit.settles = query.words.length >= TOLD && SETTLING.has(kind) ? 1 : 0;
      hit.cover = coverOf(hit, units);
      if (units.length >= STORY) for (const match of MATCHES) hit[`${match}InStory`] = hit[match];
      hit.score = this.score(hit, query.intents);
    }
  }

  /** What to know about a query that sets a role against another word for it.
   * @param {import("./match.js").Weighed[]} units */
  aliasNote(units) {
    const alias = aliasIn(units, this.index);
    return alias && `“${alias.written}” is another word for ${lower(this.index.titles.get(alias.role) ?? "")}.`;
  }

  /** @param {Hit} hit @param {Query["intents"]} intents */
  score(hit, intents) {
    const kind = this.weights.kinds[kindOf(hit)] ?? {};
    let score = (kind.base ?? 0) + (kind.shape ?? 0) * hit.shape;
    for (const feature of FEATURES) score += (this.weights.features[feature] ?? 0) * hit[feature];
    for (const intent of INTENT_NAMES) if (intents[intent]) score += kind[intent] ?? 0;
    return score;
  }
}

/** The words of a query with each role as "@".
 * @param {Query} query */
const outline = ({ units, words }) =>
  units.flatMap(({ ids, from, length }) => (ids ? ["@"] : words.slice(from, from + length)));

/** Of the roles that a query names or a record is about, the share that is both.
 * @param {string[][]} naming the meanings of each name @param {string[]} roles */
const sharedRoles = (naming, roles) => {
  const met = naming.filter((ids) => ids.some((id) => roles.includes(id)));
  const others = roles.filter((id) => !naming.some((ids) => ids.includes(id)));
  return met.length / (naming.length + others.length || 1);
};

/** @param {Record} record @param {number} units @returns {Hit} */
const blank = (record, units) => ({
  record,
  exact: 0,
  begun: 0,
  same: 0,
  name: 0,
  nearest: 0,
  text: 0,
  cover: 0,
  other: 0,
  shape: 0,
  plainly: 0,
  manner: 0,
  meaning: 0,
  settles: 0,
  about: 0,
  object: 0,
  score: 0,
  sameInStory: 0,
  nearestInStory: 0,
  textInStory: 0,
  coverInStory: 0,
  covered: new Array(units).fill(0),
  parts: [],
});
