/* The words of the site: what its roles, titles and terms are called, which words it uses, and what a
   word that it does not use may stand for. */

import { article, beginning, distance, fold, folded, STOP, split } from "./text.js";

/** How surely a written word means a word of the site. */
export const SURE = { same: 1, joined: 0.95, typo: 0.85, prefix: 0.8, term: 0.7, part: 0.5, synonym: 0.45 };

const LONGEST_NAME = 5; // words
const MOST_STARTED = 60; // words that begin with what is typed so far, at most
const MOST_CORRECTED = 4;
const LEAST_NAME = 7; // letters by which a name is recognized though misspelled

export class Lexicon {
  /** @type {Map<string, number>} folded word → in how many records */
  words = new Map();
  /** @type {Map<string, number>} word as written → in how many records */
  spelled = new Map();
  /** @type {Set<string>} folded words of titles, names and ways of asking: what a typo is likeliest to mean */
  curated = new Set();
  /** @type {Map<string, string[]>} joined name → ids of the roles or titles it names, likeliest first */
  entities = new Map();
  /** @type {Map<string, string>} joined name of a glossary term → its token */
  terms = new Map();
  /** @type {Map<string, Set<string>>} folded word → words of the site that say the same */
  synonyms = new Map();
  /** @type {string[]} all written words, sorted */
  #sorted = [];
  /** @type {string[]} */
  #longNames = [];
  /** @type {[string, string][]} the terms of two words */
  #pairs = [];

  /** @param {string} id @param {string} name */
  addEntity(id, name) {
    const joined = folded(name).join("");
    const abbreviated = /^\S*[A-Z]\S*[A-Z]\S*$/.test(name);
    for (const key of abbreviated ? [joined, `${joined}s`] : [joined]) {
      const ids = this.entities.get(key) ?? [];
      if (key.length > 1 && !ids.includes(id)) this.entities.set(key, [...ids, id]);
    }
  }

  /** @param {string} name @param {string} token */
  addTerm(name, token) {
    this.terms.set(folded(name).join(""), token);
    const words = split(name);
    if (words.length === 2) this.#pairs.push(/** @type {[string, string]} */ (words));
  }

  /** @param {string} word @param {string} other what people may say instead */
  addSynonym(word, other) {
    const said = fold(other);
    if (said === fold(word)) return;
    if (!this.synonyms.has(said)) this.synonyms.set(said, new Set());
    this.synonyms.get(said)?.add(fold(word));
  }

  /** @param {string} word as written, in lower case @param {boolean} curated */
  addWord(word, curated) {
    const stem = fold(word);
    this.words.set(stem, (this.words.get(stem) ?? 0) + 1);
    this.spelled.set(word, (this.spelled.get(word) ?? 0) + 1);
    if (curated) this.curated.add(stem);
  }

  /** To be called once, when every word and name is known. */
  close() {
    this.#sorted = [...this.spelled.keys()].sort();
    this.#longNames = [...this.entities.keys()].filter((key) => key.length >= LEAST_NAME);
  }

  /** Whether the site has a word. That its stem is one counts only if little was cut off ("meting").
   * @param {string} written @param {string} stem */
  has(written, stem) {
    return this.words.has(stem) && (this.spelled.has(written) || stem.length > 3 || written.length - stem.length < 2);
  }

  /** The roles or titles that words from a place on name exactly.
   * @param {string[]} words @param {number} at @returns {{length: number, ids: string[]} | undefined} */
  named(words, at) {
    if (article(words[at])) return undefined; // "a PM" is no APM
    for (let length = Math.min(LONGEST_NAME, words.length - at); length; length--) {
      const ids = this.entities.get(words.slice(at, at + length).join(""));
      if (ids && !(length === 1 && STOP.has(words[at]))) return { length, ids };
    }
    return undefined;
  }

  /** The glossary term that words from a place on name.
   * @param {string[]} words @param {number} at @returns {{token: string, length: number} | undefined} */
  termAt(words, at) {
    for (let length = Math.min(LONGEST_NAME, words.length - at); length; length--) {
      const token = this.terms.get(words.slice(at, at + length).join(""));
      if (token) return { token, length };
    }
    return undefined;
  }

  /** The glossary terms that words speak of by any of their names: [token, place of the last word].
   * @param {string[]} words @returns {Generator<[string, number]>} */
  *termsIn(words) {
    for (let at = 0; at < words.length; at++) {
      const term = this.termAt(words, at);
      if (term) yield [term.token, at + term.length - 1];
    }
  }

  /** The tokens of the terms of several words that words speak of: "definition of done" is more than its words.
   * @param {string[]} words @returns {string[]} */
  phrasesIn(words) {
    return words.flatMap((_, at) => {
      const term = this.termAt(words, at);
      return term && term.length > 1 ? [term.token] : [];
    });
  }

  /** The tokens of a name: its roles and titles as one each, and its other words but for grammar.
   * @param {string[]} words */
  tokensOf(words) {
    const tokens = [];
    for (let at = 0; at < words.length; ) {
      const name = this.named(words, at);
      if (name) tokens.push(`@${name.ids[0]}`);
      else if (!STOP.has(words[at])) tokens.push(words[at]);
      at += name?.length ?? 1;
    }
    return [...new Set(tokens)];
  }

  /** Words with each role or title as "@".
   * @param {string[]} words */
  outlineOf(words) {
    const outline = [];
    for (let at = 0; at < words.length; ) {
      const name = this.named(words, at);
      outline.push(name ? "@" : words[at]);
      at += name?.length ?? 1;
    }
    return outline;
  }

  /** Words of the site that begin with what was typed so far.
   * @param {string} prefix */
  starting(prefix) {
    const found = [];
    for (const word of beginning(this.#sorted, prefix)) if (found.push(word) === MOST_STARTED) break;
    return found;
  }

  /** The words that a misspelled one may have been meant to be: all at the least distance.
   * @param {string} written @param {boolean} typing it may be the beginning of one */
  corrections(written, typing) {
    const furthest = written.length > 6 ? 2 : written.length > 3 ? 1 : 0;
    let most = furthest + 0.5;
    /** @type {{stem: string, count: number}[]} */
    let found = [];
    for (const [known, count] of furthest ? this.spelled : []) {
      const curated = this.curated.has(fold(known));
      if (known.length < 4 || STOP.has(known) || (!curated && (count < 2 || written.length < 6))) continue;
      // People rarely miss the first letter, but for swapping it with the second.
      const first = known[0] === written[0] || (known[0] === written[1] && known[1] === written[0]);
      if (!first && (written.length < 5 || !curated)) continue;
      const whole = distance(written, known, first ? furthest : 1);
      // A word half typed: the rest of it is no mistake, but less sure.
      const begun =
        typing && written.length > 4 ? distance(written, known.slice(0, written.length), 1) + 0.5 : Infinity;
      const away = Math.min(whole, begun);
      if (away > most) continue;
      if (away < most) [most, found] = [away, []];
      found.push({ stem: fold(known), count: curated ? count + 1000 : count });
    }
    found.sort((a, b) => b.count - a.count);
    return [...new Set(found.map(({ stem }) => stem))].slice(0, MOST_CORRECTED);
  }

  /** A role or title whose name is nearly what was written: [its joined name, how far away].
   * @param {string[]} words @returns {[string, number] | undefined} */
  nearlyNamed(words) {
    const key = words.join("");
    if (key.length < LEAST_NAME) return undefined;
    // Words that exist may still be meant as another ("produce owner"), but one letter away at most.
    const known = words.every((word) => this.words.has(word));
    if (known && (words.length < 2 || key.length < 10)) return undefined;
    let most = known ? 1 : key.length > 14 ? 3 : key.length > 9 ? 2 : 1;
    let best = "";
    for (const name of this.#longNames) {
      const away = distance(key, name, most);
      if (away < most || (away === most && !best)) [most, best] = [away, name];
    }
    return best ? [best, most] : undefined;
  }

  /** The term of two words that two words were meant to be ("technical dept"): one of them is the
   * same and the other one letter away, or both are unknown and nearly the same.
   * @param {string} one @param {string} other @returns {[string, string] | undefined} */
  nearTerm(one, other) {
    if (one.length + other.length < 8 || this.terms.has(fold(one) + fold(other))) return undefined;
    /** @param {string} word @param {string} meant */
    const same = (word, meant) => fold(word) === fold(meant);
    /** @param {string} word @param {string} meant */
    const near = (word, meant) =>
      word.length > 3 && distance(word, meant, 1) === 1 && !STOP.has(word) && !this.terms.has(fold(word));
    /** @param {string} word */
    const strange = (word) => !this.words.has(fold(word));
    return this.#pairs.find(([first, second]) => {
      if (same(one, first)) return near(other, second);
      return near(one, first) && (same(other, second) || (strange(one) && near(other, second)));
    });
  }
}
