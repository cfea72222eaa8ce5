/* How well records match the words of a query: by their names, by how people ask for them, by the
   sentence nearest to it, and by their text as a whole. Each is a feature from 0 to about 1. */

import MiniSearch from "minisearch";
import { OWNING, WEAK } from "./intents.js";
import { compounds, fold, folded, phrase, STOP, split } from "./text.js";

/** @typedef {import("./records.js").Record} Record */
/** @typedef {import("./records.js").Index} Index */
/** @typedef {import("./records.js").Name} Name */
/** @typedef {import("./query.js").Query} Query */

/**
 * A unit of a query that carries content.
 * @typedef {import("./query.js").Unit & {weight: number, written: string, spelled: string, named?: string[]}} Weighed
 */

/**
 * A record that shares a word with the query, and its features; `covered` and `parts` are how surely
 * each unit of the query is found in it, and in each of its ways of asking.
 * @typedef {object} Hit
 * @property {Record} record
 * @property {number} exact the whole query is a name or a way of asking
 * @property {number} begun it is the beginning of one
 * @property {number} same how much a name or a way of asking and the query say the same
 * @property {number} name the same, of names alone
 * @property {number} nearest how near the nearest name, way of asking or sentence is
 * @property {number} text how well the text fits, next to the best
 * @property {number} cover how much of the query the record has words for
 * @property {number} other the record is about one role, and the query names others
 * @property {number} shape it is what the shape of the query calls for
 * @property {number} plainly it is about both roles that are named, and little else is said
 * @property {number} sameInStory the same as above, in a query that tells a story
 * @property {number} nearestInStory
 * @property {number} textInStory
 * @property {number} coverInStory
 * @property {number} score
 * @property {number[]} covered
 * @property {number[][]} parts
 * @property {string[]} [chosen] the roles to compare
 */

const FIELDS = { title: 4, names: 3, asks: 2, page: 1.5, text: 1 };
const ROLE_KNOWN = 0.4; // a role is named that the record is about, though this name of it does not say so
const SAYING = 0.35; // a name all of the query is in, and that says much more
const PART = 0.55; // a word of a way of asking of which the query says little else
const ASKED = 0.8; // the whole query is a way of asking, against a name
const IN_TEXT = 0.75; // a word in the text only, against one in a name
const SURELY = 0.7; // a word of the site as surely meant as this weighs as itself

const WEIGHTS = { role: 0.5, grammar: 0.08, everyday: 0.3, verb: 0.5, alike: 0.5, unknown: 0.55, alone: 1 };

/** The units that carry content, each with its weight; every word where none does ("who does what").
 * @param {Query} query @param {Index} index @returns {Weighed[]} */
export const weighed = ({ units, words, written, intents }, index) => {
  const content = units.filter((unit) => !unit.stop);
  return (content.length ? content : units).map((unit) => {
    const [folds, spelled] = [words, written].map((list) => list.slice(unit.from, unit.from + unit.length).join(" "));
    const weighs = { ...unit, written: folds, spelled };
    if (unit.ids) {
      const titles = unit.ids.flatMap((id) => folded(index.titles.get(id) ?? ""));
      return { ...weighs, named: [...new Set([...folds.split(" "), ...titles])], weight: WEIGHTS.role };
    }
    const known = Math.max(0, ...[...unit.terms].map(([term, sure]) => (sure > SURELY ? index.weight(term) : 0)));
    const weight = known || (unit.terms.size ? WEIGHTS.alike : content.length > 2 ? WEIGHTS.unknown : WEIGHTS.alone);
    return { ...weighs, weight: weight * share(folds, words[unit.from - 1], intents) };
  });
};

/** How much of its weight a word keeps by what it says: "who picks the metrics" is about metrics.
 * @param {string} word @param {string | undefined} before @param {Query["intents"]} intents */
const share = (word, before, intents) => {
  if (intents.who && OWNING.has(word)) return WEIGHTS.grammar;
  if (WEAK.has(word) || /^\d+$/.test(word)) return WEIGHTS.everyday;
  return intents.who && /^who/.test(before ?? "") ? WEIGHTS.verb : 1;
};

/** The whole query, or what is left of it after "who is", "what is the" and the like, as a name.
 * @param {Query} query @param {Index} index @param {(record: Record) => Hit} at */
export const matchWhole = (query, index, at) => {
  for (let from = 0; from < query.words.length; from++) {
    const words = query.words.slice(from);
    for (const name of index.byPhrase.get(phrase(words)) ?? []) {
      // "Who defines the MVP" is not answered by what an MVP is.
      if (from && query.intents.who && name.record.kind === "term") continue;
      found(at(name.record), "exact", name.asked ? ASKED : 1);
    }
    if (!STOP.has(words[0]) && !OWNING.has(words[0])) break;
  }
  if (!query.typing) return;
  for (const name of index.names) {
    if (name.phrase.startsWith(query.key)) found(at(name.record), "begun", query.key.length / name.phrase.length);
  }
};

/** @param {Hit} hit @param {"exact" | "begun"} feature @param {number} value */
const found = (hit, feature, value) => {
  hit[feature] = Math.max(hit[feature], value);
  hit.covered.fill(1);
};

/** Names and ways of asking, by the words that they share with the query.
 * @param {Weighed[]} units @param {Index} index @param {(record: Record) => Hit} at */
export const matchNames = (units, index, at) => {
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const wholes = units.some(({ ids }) => ids);
  /** @type {Map<Name, {asked: number, said: number, sure: number[]}>} */
  const touched = new Map();
  units.forEach((unit, place) => {
    for (const [name, [sure, weight]] of namesOf(unit, index)) {
      const match = touched.get(name) ?? { asked: 0, said: 0, sure: new Array(units.length).fill(0) };
      touched.set(name, match);
      match.asked += sure * unit.weight;
      match.said += weight;
      match.sure[place] = sure;
    }
  });
  for (const [name, { asked, said, sure }] of touched) {
    const hit = at(name.record);
    const part = Math.min(1, said / ((wholes ? name.whole : name.size) || 1));
    const alike = (asked / total) * (SAYING + (1 - SAYING) * part);
    hit.same = Math.max(hit.same, alike);
    if (name.asked) {
      hit.parts.push(sure.map((each) => each * (PART + (1 - PART) * part)));
    } else {
      hit.name = Math.max(hit.name, alike);
      for (const [place, each] of sure.entries()) hit.covered[place] = Math.max(hit.covered[place], each);
    }
  }
};

/** The names that a unit is found in → how surely, and how much of the name it says.
 * @param {Weighed} unit @param {Index} index @returns {Map<Name, [number, number]>} */
const namesOf = (unit, index) => {
  const best = new Map();
  /** @param {Name[] | undefined} names @param {number} sure @param {number} weight */
  const match = (names, sure, weight) => {
    for (const name of names ?? []) if (sure > (best.get(name)?.[0] ?? 0)) best.set(name, [sure, weight]);
  };
  unit.ids?.forEach((id, order) => {
    const sure = 1 - 0.03 * order;
    match(index.byToken.get(`@${id}`), sure, WEIGHTS.role);
    match(index.namesByRole.get(id), ROLE_KNOWN * sure, 0);
  });
  if (!unit.ids) for (const [term, sure] of unit.terms) match(index.byToken.get(term), sure, index.weight(term) * sure);
  return best;
};

/** The nearest of all names, ways of asking and sentences of a record: the cosine of their words.
 * @param {Weighed[]} units @param {Index} index @param {(record: Record) => Hit} at */
export const matchNearest = (units, index, at) => {
  const dots = new Float32Array(index.saidBy.length);
  let square = 0;
  for (const unit of units) {
    const words = unit.named?.map((word) => /** @type {[string, number]} */ ([word, 1])) ?? [...unit.terms];
    const rarities = words.map(([word, sure]) => sure * index.rarity(word));
    square += unit.named
      ? rarities.reduce((sum, each) => sum + each ** 2, 0)
      : Math.max(0, ...rarities, words.length ? 0 : index.rarity("")) ** 2;
    words.forEach(([word, sure]) => {
      const weight = sure * index.rarity(word) ** 2;
      for (const place of index.saying.get(word) ?? []) dots[place] += weight;
    });
  }
  const norm = Math.sqrt(square) || 1;
  dots.forEach((dot, place) => {
    if (!dot) return;
    const hit = at(index.records[index.saidBy[place]]);
    hit.nearest = Math.max(hit.nearest, Math.min(1, dot / (norm * index.norms[place])));
  });
};

/** Texts as wholes, in which words count by how rare they are and how long the text is.
 * @param {Index} index */
export const textIndex = (index) => {
  const texts = new MiniSearch({
    fields: Object.keys(FIELDS),
    idField: "index",
    extractField: (record, field) => (Array.isArray(record[field]) ? record[field].join(" \n ") : record[field]),
    tokenize: (text) => [...split(text), ...compounds(text)],
    processTerm: fold,
    searchOptions: {
      boost: FIELDS,
      combineWith: "OR",
      tokenize: (terms) => terms.split(" "),
      processTerm: (term) => term,
    },
  });
  texts.addAll(index.records);
  return texts;
};

/** @param {Weighed[]} units @param {MiniSearch} texts @param {Index} index @param {(record: Record) => Hit} at */
export const matchTexts = (units, texts, index, at) => {
  /** @type {Map<string, {sure: number, place: number, covers: number}>} */
  const terms = new Map();
  units.forEach((unit, place) => {
    const words = unit.named?.map((word) => /** @type {[string, number]} */ ([word, ROLE_KNOWN])) ?? [...unit.terms];
    for (const [term, sure] of words) {
      if (term[0] !== "#" && (terms.get(term)?.sure ?? 0) < sure)
        terms.set(term, { sure, place, covers: unit.ids ? 0 : sure });
    }
  });
  const hits = texts.search([...terms.keys()].join(" "), { boostTerm: (term) => terms.get(term)?.sure ?? 1 });
  for (const { id, score, match } of hits) {
    const hit = at(index.records[id]);
    hit.text = score / hits[0].score;
    for (const term of Object.keys(match)) {
      const { place, covers } = terms.get(term) ?? { place: 0, covers: 0 };
      hit.covered[place] = Math.max(hit.covered[place], covers * IN_TEXT);
    }
  }
};

/** How much of the query a record has words for: in its names and text, and in one way of asking. Words
 * from many ways of asking together would cover what none of them asks.
 * @param {Hit} hit @param {Weighed[]} units */
export const coverOf = ({ covered, parts }, units) => {
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  /** @param {number[]} [part] */
  const sum = (part) =>
    units.reduce((all, { weight }, place) => all + weight * Math.max(covered[place], part?.[place] ?? 0), 0);
  return parts.reduce((most, part) => Math.max(most, sum(part)), sum()) / total;
};
