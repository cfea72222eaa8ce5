/* When a search had better say nothing: whether a hit answers, rather than happening to share words
   with the query. A logistic regression over the queries in tests/search that have an answer and those
   that have none; `python -m tests.search.fit` fits it anew. */

import { STOP, folded } from "./words.js";

/* What each sign counts for a hit, and how much it takes. */
export const WEIGHTS = {
  cover: 6.98, // how much of the query the record has words for
  name: 5.73, // how well one of its names says the query
  fits: 2.28, // how well it fits the shape of the query
  text: 1.35,
  role: -2.51, // the page of a role is shown where nothing else fits,
  passage: -0.96, // so is any of its passages,
  source: -1.55, // and somebody else's title has many words
  roles: 1.2, // so many roles are named
  who: 0.62, // who does it is what this site is about
  words: 0.12, // the longer, the less all of it can be covered
  rarest: -5.33, // the word that tells most had better be found
  unsaid: -1.74, // a word that stands in texts only
  strange: -7.4, // how much of the query the site does not know
  unanswered: -9.18, // how near it is to what is known to have no answer
};
const LEAST = 0.5; // what all signs together must come to
const DOUBT = 1.5; // more, as long as it is not known what has no answer

/* `known`: whether it is known already what has no answer. */
export const answers = (signs, known) => LEAST + (known ? 0 : DOUBT) <= Object.entries(WEIGHTS).reduce((sum, [sign, weight]) => sum + weight * signs[sign], 0);

/* What the query alone says: `units` with their weights, and how near it is to what has no answer. */
export const signsOf = (units, words, cues, lexicon, unanswered) => {
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const said = ({ ids, terms }) => (ids ? 1 : Math.max(0, ...[...terms].map(([term, sure]) => (term[0] === "#" || lexicon.curated.has(term) ? sure : 0))));
  return {
    roles: Math.min(2, units.filter(({ ids }) => ids).length),
    who: Number(cues.who),
    words: words.length,
    rarest: Math.max(...units.map(({ weight }) => weight)),
    unsaid: Math.max(...units.map((unit) => unit.weight * (1 - said(unit)))),
    strange: units.reduce((sum, { ids, terms, weight }) => sum + (ids || terms.size ? 0 : weight), 0) / total,
    unanswered,
  };
};

/* And what the hit adds. */
export const signsOfHit = ({ record, cover, name, fits, text }) => ({
  cover,
  name: Math.min(name, 1.5),
  fits: Math.min(fits, 1.3),
  text,
  role: Number(record.kind === "role"),
  passage: Number(record.dimension !== undefined),
  source: Number(record.kind === "source"),
});

/* What people ask that nothing here answers. */
export class Unanswered {
  #byWord = new Map(); // folded word → phrases
  known;

  /* `weight`: how much a folded word tells. */
  constructor(phrases, weight) {
    for (const phrase of phrases) {
      const words = new Set(folded(phrase).filter((word) => !STOP.has(word)));
      const entry = { size: [...words].reduce((sum, word) => sum + weight(word), 0) };
      for (const word of words) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), entry]);
    }
    this.weight = weight;
    this.known = phrases.length > 0;
  }

  /* How near a query is to the nearest of them: 1 if it says the same words, and no others. */
  nearness(units, words) {
    const near = new Map(); // phrase → [how much of the query it says, how much of it the query says]
    let total = 0;
    for (const { from, length, terms, weight } of units) {
      total += weight;
      const said = new Map(terms);
      for (const word of words.slice(from, from + length)) said.set(word, 1);
      const best = new Map();
      for (const [word, sure] of said) {
        for (const phrase of this.#byWord.get(word) ?? []) {
          const [asked, part] = best.get(phrase) ?? [0, 0];
          best.set(phrase, [Math.max(asked, sure), length > 1 ? part + sure * this.weight(word) : Math.max(part, sure * this.weight(word))]);
        }
      }
      for (const [phrase, [asked, part]] of best) {
        const [sum, parts] = near.get(phrase) ?? [0, 0];
        near.set(phrase, [sum + asked * weight, parts + part]);
      }
    }
    return [...near].reduce((most, [{ size }, [asked, part]]) => Math.max(most, (asked / total) * Math.min(1, part / size)), 0);
  }
}
