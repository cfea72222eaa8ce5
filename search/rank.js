/* Ranking: from a reading of the query to records in the order in which they answer it. A record's
   score is a weighted sum of named features; `weights.js` holds the weights, fitted by `make fit`. */

import { INTENT_NAMES } from "./intents.js";
import { coverOf, matchNames, matchNearest, matchTexts, matchWhole, textIndex, weighed } from "./match.js";
import { understand } from "./query.js";
import { Index } from "./records.js";
import { aliasIn, matchShape } from "./shape.js";
import { WEIGHTS } from "./weights.js";

/** @typedef {import("./records.js").Record} Record */
/** @typedef {import("./match.js").Hit} Hit */
/** @typedef {import("./query.js").Query} Query */

// What tells how well words match weighs otherwise in a story, which no record matches as a whole.
const MATCHES = /** @type {const} */ (["same", "nearest", "text", "cover"]);
const STORY = 4; // as many words of content tell one
export const FEATURES = /** @type {const} */ ([
  "exact",
  "begun",
  "name",
  "other",
  "plainly",
  ...MATCHES,
  "sameInStory",
  "nearestInStory",
  "textInStory",
  "coverInStory",
]);

/** Kinds that rank like another.
 * @type {{[kind: string]: string}} */
const LIKE = { fight: "activity" };

export class Ranking {
  /** @param {Partial<Record>[]} records @param {import("./records.js").Vocabulary} vocabulary @param {typeof WEIGHTS} weights */
  constructor(records, vocabulary, weights = WEIGHTS) {
    this.index = new Index(records, vocabulary);
    this.weights = weights;
    this.texts = textIndex(this.index);
  }

  /** Every record that shares a word with the query, best first.
   * @param {string} typed */
  candidates(typed) {
    const query = understand(typed, this.index.lexicon);
    const units = query.words.length ? weighed(query, this.index) : [];
    /** @type {Map<Record, Hit>} */
    const hits = new Map();
    /** @param {Record} record */
    const at = (record) => {
      const hit = hits.get(record) ?? blank(record, units.length);
      hits.set(record, hit);
      return hit;
    };
    if (units.length) {
      matchWhole(query, this.index, at);
      matchNames(units, this.index, at);
      matchNearest(units, this.index, at);
      matchTexts(units, this.texts, this.index, at);
      matchShape(query, units, this.index, at);
    }
    const named = new Set(units.flatMap(({ ids }) => ids ?? []).filter((id) => this.index.byRole.has(id)));
    const found = [...hits.values()];
    for (const hit of found) {
      const { roles } = hit.record;
      hit.cover = coverOf(hit, units);
      hit.other = named.size && roles.length === 1 && !named.has(roles[0]) ? 1 : 0;
      if (units.length >= STORY) for (const match of MATCHES) hit[`${match}InStory`] = hit[match];
      hit.score = this.score(hit, query.intents);
    }
    found.sort((a, b) => b.score - a.score || a.record.index - b.record.index);
    return { query, units, hits: found };
  }

  /** What to know about a query that sets a role against another word for it.
   * @param {import("./match.js").Weighed[]} units */
  aliasNote(units) {
    const alias = aliasIn(units, this.index);
    return alias && `“${alias.written}” is another word for ${this.index.titles.get(alias.role)?.toLowerCase()}.`;
  }

  /** @param {Hit} hit @param {Query["intents"]} intents */
  score(hit, intents) {
    const kind = this.weights.kinds[LIKE[hit.record.kind] ?? hit.record.kind] ?? {};
    let score = (kind.base ?? 0) + (kind.shape ?? 0) * hit.shape;
    for (const feature of FEATURES) score += (this.weights.features[feature] ?? 0) * hit[feature];
    for (const intent of INTENT_NAMES) if (intents[intent]) score += kind[intent] ?? 0;
    return score;
  }
}

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
  score: 0,
  sameInStory: 0,
  nearestInStory: 0,
  textInStory: 0,
  coverInStory: 0,
  covered: new Array(units).fill(0),
  parts: [],
});
