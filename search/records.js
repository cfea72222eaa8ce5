/* Records as the ranking needs them: with their names as phrases, and where each word stands. */

import { Lexicon } from "./lexicon.js";
import { Manners } from "./manner.js";
import { GROUPS } from "./synonyms.js";
import { compounds, fold, folded, phrase, STOP, sentences, split } from "./text.js";

/** @typedef {import("./types.js").Record} Record */

/**
 * A title, name or way of asking.
 * @typedef {object} Name
 * @property {Record} record
 * @property {number} index
 * @property {boolean} asked a way of asking
 * @property {string} phrase
 * @property {string[]} words folded, without grammar
 * @property {string[]} tokens the same with roles and titles as one each
 * @property {string[]} phrases tokens of the terms of several words in it
 * @property {number} size weight of its words
 * @property {number} whole weight of its tokens
 */

/** @typedef {{synonyms?: {[word: string]: string[]}, unanswered?: string[]}} Vocabulary */

const ROLE = 0.5; // the weight of a role among the words of a query: most records are about some role
const LEAST = 0.3; // the weight of the commonest word
const UNUSED = 0.9; // of a word that no name uses
const ROOM = 30; // words by which every record counts as longer: the shortest are not the best
const SENTENCES = 8; // of a text that are compared one by one

export class Index {
  lexicon = new Lexicon();
  manners = new Manners();
  /** @type {Name[]} */
  names = [];
  /** @type {Map<string, Name[]>} word, or "@" and a role → names */
  byToken = new Map();
  /** @type {Map<string, Name[]>} */
  byPhrase = new Map();
  /** @type {string[]} all phrases, sorted */
  phrases = [];
  /** @type {Map<string, Record[]>} word → records that have it anywhere */
  byText = new Map();
  /** @type {number[]} how long each record is, as its words count the less */
  lengths = [];
  /** @type {Map<string, Record[]>} */
  byKind = new Map();
  /** @type {Map<string, Record[]>} */
  byRole = new Map();
  /** @type {Map<string, Record[]>} address → title */
  titled = new Map();
  /** @type {Map<string, string>} of a role or, by its address, of a title */
  titles = new Map();
  /** @type {Map<string, number[]>} word → places in `saidBy` */
  saying = new Map();
  /** @type {number[]} of every name, way of asking and sentence, the record that says it */
  saidBy = [];
  /** @type {number[]} and the length of the vector of its words, weighted by rarity */
  norms = [];
  /** @type {Map<string, string[]>} what was folded already: names are read twice */
  #folded = new Map();

  /** @param {Partial<Record>[]} records @param {Vocabulary} vocabulary */
  constructor(records, { synonyms = {} } = {}) {
    /** @type {Record[]} */
    this.records = records.map(complete(records));
    for (const [word, others] of Object.entries(synonyms))
      for (const other of others) this.lexicon.addSynonym(word, other);
    for (const group of GROUPS)
      for (const word of group.split(" ")) for (const other of group.split(" ")) this.lexicon.addSynonym(word, other);
    for (const record of this.records) this.#sort(record);
    for (const record of this.records) this.#read(record);
    this.lexicon.close();
    for (const record of this.records) this.#name(record);
    this.phrases = [...this.byPhrase.keys()].sort();
    for (const name of this.names) {
      name.size = this.#sum(name.words);
      name.whole = this.#sum(name.tokens);
    }
    for (const record of this.records) this.#say(record);
    this.#measure();
    this.#folded.clear();
  }

  /** How much a word tells: the rarer among the names, the more.
   * @param {string} token */
  weight(token) {
    if (token[0] === "@") return ROLE;
    const names = this.byToken.get(token)?.length ?? 0;
    return names ? LEAST + (1 - LEAST) * (1 - Math.log(names) / Math.log(this.names.length)) : UNUSED;
  }

  /** @param {string[]} tokens */
  #sum(tokens) {
    return tokens.reduce((total, token) => total + this.weight(token), 0);
  }

  /** How rare a word is among everything that is said.
   * @param {string} word */
  rarity(word) {
    return Math.log(this.saidBy.length / (1 + (this.saying.get(word)?.length ?? 0)));
  }

  /** @param {string} text */
  #fold(text) {
    const known = this.#folded.get(text) ?? folded(text);
    this.#folded.set(text, known);
    return known;
  }

  /** @param {Record} record */
  #sort(record) {
    push(this.byKind, record.kind, record);
    for (const role of record.roles) push(this.byRole, role, record);
    const called = [record.title, ...record.names];
    if (record.kind === "term") for (const name of called) this.lexicon.addTerm(name, `#${record.address}`);
    if (record.kind === "title") push(this.titled, record.address, record);
    if (record.kind !== "role" && record.kind !== "title") return;
    const id = record.kind === "role" ? record.roles[0] : record.address;
    this.titles.set(id, record.title);
    for (const name of called) this.lexicon.addEntity(id, name);
  }

  /** @param {Record} record */
  #read(record) {
    const { title, names, asks, page, text, later } = record;
    const called = [title, ...names, ...asks].join(" \n ");
    const curated = new Set([...split(called), ...compounds(called)]);
    for (const word of curated) this.lexicon.addWord(word, true);
    for (const word of new Set(split(`${text} ${later}`))) if (!curated.has(word)) this.lexicon.addWord(word, false);
    const said = `${called} ${page} ${text} ${later}`;
    const words = new Set([...split(said), ...compounds(said)].map(fold));
    for (const word of words) push(this.byText, word, record);
    this.lengths.push(Math.sqrt(ROOM + words.size));
  }

  /** @param {Record} record */
  #name(record) {
    for (const called of [record.title, ...record.names]) this.#addName(record, called, false);
    for (const ask of record.asks) this.#addName(record, ask, true);
  }

  /** @param {Record} record @param {string} said @param {boolean} asked */
  #addName(record, said, asked) {
    const words = this.#fold(said);
    if (asked) this.manners.learn(record, this.lexicon.outlineOf(words));
    const name = {
      record,
      asked,
      index: this.names.length,
      phrase: phrase(words),
      words: [...new Set(words.filter((word) => !STOP.has(word)))],
      tokens: this.lexicon.tokensOf(words),
      phrases: this.lexicon.phrasesIn(words),
      size: 0,
      whole: 0,
    };
    this.names.push(name);
    const terms = [...this.lexicon.termsIn(words)].map(([token]) => token);
    for (const token of new Set([...name.words, ...name.tokens, ...terms, ...compounds(said).map(fold)]))
      push(this.byToken, token, name);
    push(this.byPhrase, name.phrase, name);
  }

  /** @param {Record} record */
  #say({ index, title, names, asks, text }) {
    for (const said of [title, ...names, ...asks, ...sentences(text).slice(0, SENTENCES)]) {
      const folds = this.#fold(said);
      const words = new Set([...folds.filter((word) => !STOP.has(word)), ...this.lexicon.phrasesIn(folds)]);
      for (const word of words) push(this.saying, word, this.saidBy.length);
      this.saidBy.push(index);
    }
  }

  #measure() {
    const squares = new Float64Array(this.saidBy.length);
    for (const [word, places] of this.saying) for (const place of places) squares[place] += this.rarity(word) ** 2;
    this.norms = [...squares.map(Math.sqrt)];
  }
}

/** Records with all that is left out of them: the title of their page stands in the record of the page,
 * and "Minimum viable product (MVP)" is also called just that.
 * @param {Partial<Record>[]} records @returns {(record: Partial<Record>, index: number) => Record} */
const complete = (records) => {
  const pages = new Map(records.map(({ address, page, title }) => [address, page ?? title]));
  return (record, index) => {
    const { address = "", title = "", names = [] } = record;
    const short = title.endsWith(")") ? [title.replace(/ \([^(]*\)$/, "")] : [];
    return {
      page: pages.get(address.split("#")[0]) ?? "",
      kind: "",
      text: "",
      asks: [],
      roles: [],
      dimension: "",
      marks: "",
      later: "",
      ...record,
      address,
      title,
      names: [...short, ...names],
      index,
    };
  };
};

/** @template K, V @param {Map<K, V[]>} map @param {K} key @param {V} value */
const push = (map, key, value) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};
