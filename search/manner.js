/* How people ask for each kind of record, learned from the ways of asking themselves: "what can a … grow
   into" asks for a career path, whichever role it names and though no record has these words. */

/** @import { Record } from "./types.js" */

const PRIOR = 3; // ways of asking by which every kind is taken to use each word as often as all do
const FEWEST = 8; // ways of asking that tell anything about a kind

/** What a record is asked for as: its kind, and for a passage its dimension.
 * @param {{kind: string, dimension: string}} record */
const mannerOf = ({ kind, dimension }) => dimension || kind;

export class Manners {
  /** @type {Map<string, number>} manner → ways of asking */
  #asked = new Map();
  /** @type {Map<string, Map<string, number>>} word → manner → ways of asking that have it */
  #said = new Map();
  #all = 0;

  /** @param {Record} record @param {string[]} words of a way of asking, each role as "@" */
  learn(record, words) {
    const manner = mannerOf(record);
    this.#all++;
    this.#asked.set(manner, (this.#asked.get(manner) ?? 0) + 1);
    for (const word of new Set(words)) {
      const found = this.#said.get(word) ?? new Map();
      this.#said.set(word, found.set(manner, (found.get(manner) ?? 0) + 1));
    }
  }

  /** How much likelier each manner is asked for in these words than in any, as a logarithm.
   * @param {string[]} words each role as "@" @returns {(record: {kind: string, dimension: string}) => number} */
  of(words) {
    const known = [...new Set(words)].flatMap((word) => this.#said.get(word) ?? []);
    const usual = known.map((found) => [...found.values()].reduce((sum, count) => sum + count, 0) / this.#all);
    /** @param {string} manner @param {number} asked */
    const odds = (manner, asked) =>
      known.reduce((sum, found, at) => {
        const share = ((found.get(manner) ?? 0) + PRIOR * usual[at]) / (asked + PRIOR);
        return sum + Math.log(share / usual[at]);
      }, 0) / Math.sqrt(known.length || 1);
    const told = [...this.#asked].filter(([, asked]) => asked >= FEWEST);
    const all = new Map(told.map(([manner, asked]) => [manner, odds(manner, asked)]));
    return (record) => all.get(mannerOf(record)) ?? 0;
  }
}
