/* The search: from what is typed to the items that a list of results shows, and what to know about them. */

import { confidence, Scope, signsOf, verdict } from "./answerable.js";
import { lower } from "./names.js";
import { Ranking } from "./rank.js";
import { askedFor, item } from "./snippets.js";
import { folded } from "./text.js";
import { WEIGHTS } from "./weights.js";

/** @import { Answer, Record } from "./types.js" */

const MOST = 20;
const FEW = 5; // shown in any case
const GAP = 4; // beyond these, a hit that scores so much less than the best is hardly meant
const NEAREST = 5; // places shown where nothing fits exactly

const NEAR = "Nothing fits exactly; nearest places:";

export class Search {
  /** @param {Partial<Record>[]} records
   * @param {import("./records.js").Vocabulary} vocabulary comes with the last records: without
   * `unanswered`, only sure answers are given
   * @param {typeof WEIGHTS} weights */
  constructor(records, vocabulary, weights = WEIGHTS) {
    this.ranking = new Ranking(records, vocabulary, weights);
    this.scope = new Scope(vocabulary.unanswered, this.ranking.index);
    this.weights = weights;
    const { byKind } = this.ranking.index;
    const known = [...(byKind.get("term") ?? []), ...(byKind.get("activity") ?? [])];
    /** The terms of the glossary and the names of activities, in folded words. */
    this.known = known.map(({ title }) => folded(title));
  }

  /** @param {string} typed @returns {Answer} */
  answer(typed) {
    const { query, units, hits } = this.ranking.candidates(typed);
    const whole = this.scope.known;
    if (!query.words.length) return { items: [], whole };
    const judged = hits.length ? this.#judge(query, units, hits[0]) : "silent";
    if (judged === "silent") return { items: [], whole };
    const words = askedFor(units);
    const shown = hits
      .filter(({ score }, at) => at < FEW || score >= hits[0].score - GAP)
      .slice(0, judged === "near" ? NEAREST : MOST);
    const items = shown.map(({ record, chosen }) => item(chosen ? this.#chosen(record, chosen) : record, words));
    const note = judged === "near" ? NEAR : this.ranking.aliasNote(units);
    return { items, whole, ...(note ? { note } : {}) };
  }

  /** @param {import("./query.js").Query} query @param {import("./match.js").Weighed[]} units @param {import("./match.js").Hit} best */
  #judge(query, units, best) {
    const signs = signsOf(query, units, best, this.scope);
    const roles = units.filter(({ ids }) => ids).length;
    const names = roles > 0 || this.#namesTerm(query.words);
    // Two roles are compared, whatever they are compared by.
    const heard = roles > 1 ? { ...signs, outside: 0 } : signs;
    return verdict(confidence(signs, this.weights.answerable), heard, names, this.scope.known, this.weights.answerable);
  }

  /** Whether a query holds a term of the glossary or the name of an activity, as a whole.
   * @param {string[]} words folded */
  #namesTerm(words) {
    const said = new Set(words);
    return this.known.some((name) => name.every((word) => said.has(word)));
  }

  /** The page that compares any roles, with these chosen.
   * @param {Record} record @param {string[]} roles */
  #chosen(record, roles) {
    const [one, other] = roles.map((id) => this.ranking.index.titles.get(id) ?? id);
    return {
      ...record,
      address: `${record.address}?roles=${roles.join(",")}`,
      title: `${record.title}: ${one}, ${lower(other)}`,
    };
  }
}
