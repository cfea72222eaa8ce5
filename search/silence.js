/* When a search had better say nothing: whether a hit answers, rather than happening to share words
   with the query. A logistic regression over the queries in tests/search that have an answer and those
   that have none; `python -m tests.search.fit` fits it anew. */

import { STOP, folded } from "./words.js";

/* What each sign counts for a hit, and how much it takes. */
export const WEIGHTS = {
  cover: 6.07, // how much of the query the record has words for
  coverOfRole: 2.62, // the same, where a role is named: its words cover little of what is told
  name: 5.32, // how well one of its names says the query
  fits: 1.84, // how well it fits the shape of the query
  text: 1.38,
  who: 0.9, // who does it is what this site is about
  manyWords: 1.48, // the longer, the less all of it can be covered,
  wordsOfRole: -0.22, // and the likelier it is a story from work, where a role is named,
  wordsOfRoles: 0.54, // or two
  found: 0.19, // in how much of the site any of its words are found, times their number
  rarest: -5.2, // the word that tells most had better be found
  strange: -9.9, // how much of the query the site does not know
  unanswered: -11.5, // how near it is to what is known to have no answer
  unansweredName: 4.13, // the same, times how well a name says the query
};
const LEAST = 0.4; // what all signs together must come to
const DOUBT = 2; // more, as long as it is not known what has no answer

/* `known`: whether it is known already what has no answer. */
export const answers = (signs, known) => LEAST + (known ? 0 : DOUBT) <= Object.entries(WEIGHTS).reduce((sum, [sign, weight]) => sum + weight * signs[sign], 0);

/* What the query alone says: `units` with their weights, which share of the records has a word of it
   (`found`), and how near it is to what has no answer. */
export const signsOf = (units, words, cues, found, unanswered) => {
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const roles = units.filter(({ ids }) => ids).length;
  return {
    who: Number(cues.who),
    manyWords: (words.length / 10) ** 2,
    wordsOfRole: roles > 0 ? words.length : 0,
    wordsOfRoles: roles > 1 ? words.length : 0,
    found: found * words.length,
    rarest: Math.max(...units.map(({ weight }) => weight)),
    strange: units.reduce((sum, { ids, terms, weight }) => sum + (ids || terms.size ? 0 : weight), 0) / total,
    unanswered,
  };
};

/* And what the hit adds. */
export const signsOfHit = ({ cover, name, fits, text }, { wordsOfRole, unanswered }) => ({
  cover,
  coverOfRole: wordsOfRole ? cover : 0,
  name: Math.min(name, 1.5),
  fits: Math.min(fits, 1.3),
  text,
  unansweredName: unanswered * Math.min(name, 1.5),
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
