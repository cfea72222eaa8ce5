/* Whether the best hit answers, rather than happening to share words with the query: a logistic
   regression over named signs; `weights.js` holds its weights, fitted by `make fit`. */

import { OUTSIDE } from "./intents.js";
import { folded, STOP } from "./text.js";

/** @typedef {import("./records.js").Index} Index */
/** @typedef {import("./match.js").Hit} Hit */
/** @typedef {import("./match.js").Weighed} Weighed */
/** @typedef {import("./query.js").Query} Query */

export const SIGNS = /** @type {const} */ ([
  "cover", // how much of the query the best hit has words for
  "same", // how much one of its names or ways of asking says the same
  "nearest", // how near the nearest sentence is
  "exact", // whether the query is one of its names, or begins one
  "shape", // whether it is what the shape of the query calls for
  "who", // who does it is what this site is about
  "strange", // how much of the query the site does not know
  "missing", // the weight of the weightiest word that the best hit has not
  "long", // the longer, the less all of it can be covered
  "foreign", // how much its words speak of what the site does not answer, together
  "topic", // the same, of the one that does most
  "outside", // whether a word names a topic of any job that the site leaves out
  "unanswered", // how near it is to a query that is known to have no answer
]);

/** @typedef {{[sign in typeof SIGNS[number]]: number}} Signs */

/** What people ask that nothing here answers, by its words. */
export class Scope {
  /** @type {Map<string, number>} folded word → how much likelier it is in what has no answer, as a logarithm */
  #odds = new Map();
  /** @type {Map<string, {size: number}[]>} */
  #byWord = new Map();
  /** Whether what has no answer is known yet. */
  known;

  /** @param {string[] | undefined} unanswered @param {Index} index */
  constructor(unanswered, index) {
    this.known = unanswered !== undefined;
    this.index = index;
    const outside = unanswered?.map(content) ?? [];
    const inside = index.names.map(({ words }) => words);
    const [there, here] = [counts(outside), counts(inside)];
    /** @param {Map<string, number>} found @param {number} of @param {string} word */
    const share = (found, of, word) => ((found.get(word) ?? 0) + 0.5) / (of + 1);
    for (const word of there.keys())
      this.#odds.set(word, Math.log(share(there, outside.length, word) / share(here, inside.length, word)));
    for (const words of outside) {
      const entry = { size: this.#sum(words) };
      for (const word of words) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), entry]);
    }
  }

  /** @param {string[]} words */
  #sum(words) {
    return words.reduce((sum, word) => sum + this.index.weight(word), 0);
  }

  /** @param {string[]} words folded @returns {number[]} */
  odds(words) {
    return words.filter((word) => !STOP.has(word)).map((word) => this.#odds.get(word) ?? 0);
  }

  /** How near words are to the nearest query without an answer: 1 if it says the same and no more.
   * @param {string[]} words folded */
  nearness(words) {
    const said = [...new Set(words.filter((word) => !STOP.has(word)))];
    const total = this.#sum(said) || 1;
    const shared = new Map();
    for (const word of said)
      for (const entry of this.#byWord.get(word) ?? [])
        shared.set(entry, (shared.get(entry) ?? 0) + this.index.weight(word));
    return [...shared].reduce((most, [{ size }, part]) => Math.max(most, (part / total) * (part / size)), 0);
  }
}

/** @param {string} text */
const content = (text) => [...new Set(folded(text).filter((word) => !STOP.has(word)))];

/** @param {string[][]} lists @returns {Map<string, number>} */
const counts = (lists) => {
  const found = new Map();
  for (const words of lists) for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
};

/** @param {Query} query @param {Weighed[]} units @param {Hit} hit the best @param {Scope} scope @returns {Signs} */
export const signsOf = (query, units, hit, scope) => {
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const odds = scope.odds(query.words);
  /** @param {number} place */
  const found = (place) => Math.max(hit.covered[place], ...hit.parts.map((part) => part[place]));
  return {
    cover: hit.cover,
    same: hit.same,
    nearest: hit.nearest,
    exact: Math.max(hit.exact, hit.begun),
    shape: Math.max(hit.shape, hit.plainly),
    who: Number(query.intents.who),
    strange: units.reduce((sum, { ids, terms, weight }) => sum + (ids || terms.size ? 0 : weight), 0) / total,
    missing: Math.max(0, ...units.map(({ weight }, place) => weight * (1 - found(place)))),
    long: query.words.length / 10,
    foreign: odds.reduce((sum, each) => sum + each, 0) / Math.sqrt(odds.length || 1),
    topic: Math.max(0, ...odds),
    outside: Number(query.words.some((word) => OUTSIDE.has(word))),
    unanswered: scope.nearness(query.words),
  };
};

/**
 * @typedef {{bias: number, signs: {[sign: string]: number}, silent: number, doubt: number}} AnswerWeights
 */

/** @param {Signs} signs @param {AnswerWeights} weights 0 where an answer is as likely as none */
export const confidence = (signs, { bias, signs: weights }) =>
  SIGNS.reduce((sum, sign) => sum + (weights[sign] ?? 0) * signs[sign], bias);

/** "answers", "near" if places near to it are worth showing, or "silent". Naming a role, an activity or a
 * term spares a query that, unless a word of it names a topic that the site leaves out.
 * @param {number} sure confidence @param {Signs} signs @param {boolean} names whether the query names an entry
 * @param {boolean} known whether it is known already what has no answer
 * @param {{silent: number, doubt: number}} limits */
export const verdict = (sure, signs, names, known, { silent, doubt }) => {
  if (!known) return sure >= doubt ? "answers" : "silent";
  if (sure >= 0) return "answers";
  return !signs.outside && (names || sure >= silent) ? "near" : "silent";
};
