/* How well records match the words of a query: by their names, by how people ask for them and by the
   sentence nearest to it; and which words their texts have. Each is a feature from 0 to about 1. */

import { ROLE_KNOWN } from "./first.js";
import { OWNING, WEAK } from "./intents.js";
import { SURE } from "./lexicon.js";
import { folded, phrase, STOP } from "./text.js";

/** @import { Record } from "./types.js" */
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
 * @property {number} manner how much likelier its kind is asked for in these words
 * @property {number} meaning how near it is to the query in what its words mean
 * @property {number} settles it settles a case, and a case is told
 * @property {number} about the record is about roles that are named, and no others
 * @property {number} object how well it is named as what somebody does or owns: it does not say who
 * @property {number} sameInStory the same as above, in a query that tells a story
 * @property {number} nearestInStory
 * @property {number} textInStory
 * @property {number} coverInStory
 * @property {number} score
 * @property {number[]} covered
 * @property {number[][]} parts
 * @property {string[]} [chosen] the roles to compare
 */

const SAYING = 0.35; // a name all of the query is in, and that says much more
const PART = 0.55; // a word of a way of asking of which the query says little else
const ASKED = 0.8; // the whole query is a way of asking, against a name
const IN_TEXT = 0.75; // a word in the text only, against one in a name
const SURELY = 0.7; // a word of the site as surely meant as this weighs as itself

const WORD_WEIGHTS = { role: 0.5, grammar: 0.08, everyday: 0.3, verb: 0.5, alike: 0.5, unknown: 0.55, alone: 1 };

/** The units that carry content, each with its weight; every word where none does ("who does what").
 * @param {Query} query @param {Index} index @returns {Weighed[]} */
export const weighed = ({ units, words, written, intents }, index) => {
  const content = units.filter((unit) => !unit.stop);
  // "What is a TPM responsible for" says nothing else: there, it is what is asked.
  const owned = intents.who && content.some(({ ids, from }) => !ids && !OWNING.has(words[from]));
  return (content.length ? content : units).map((unit) => {
    const [folds, spelled] = [words, written].map((list) => list.slice(unit.from, unit.from + unit.length).join(" "));
    const weighs = { ...unit, written: folds, spelled };
    if (unit.ids) {
      const titles = unit.ids.flatMap((id) => folded(index.titles.get(id) ?? ""));
      return { ...weighs, named: [...new Set([...folds.split(" "), ...titles])], weight: WORD_WEIGHTS.role };
    }
    const known = Math.max(0, ...[...unit.terms].map(([term, sure]) => (sure > SURELY ? index.weight(term) : 0)));
    const weight =
      known || (unit.terms.size ? WORD_WEIGHTS.alike : content.length > 2 ? WORD_WEIGHTS.unknown : WORD_WEIGHTS.alone);
    return { ...weighs, weight: weight * share(folds, words[unit.from - 1], intents.who, owned) };
  });
};

/** How much of its weight a word keeps by what it says: "who picks the metrics" is about metrics.
 * @param {string} word @param {string | undefined} before @param {boolean} who
 * @param {boolean} owned whether something is said that is owned */
const share = (word, before, who, owned) => {
  if (owned && OWNING.has(word)) return WORD_WEIGHTS.grammar;
  if (WEAK.has(word) || /^\d+$/.test(word)) return WORD_WEIGHTS.everyday;
  return who && /^who/.test(before ?? "") ? WORD_WEIGHTS.verb : 1;
};

/** The words of a query as they were meant: misspelled ones, and names, as the site has them.
 * @param {Query} query @param {Index} index */
const meant = ({ units, words }, index) =>
  units.flatMap(({ ids, terms, from, length }) => {
    if (ids && !terms.size) return folded(index.titles.get(ids[0]) ?? "");
    const [[term, sure] = ["", 0]] = terms;
    return length === 1 && sure === SURE.typo ? [term] : words.slice(from, from + length);
  });

// "Am I really a scrum master" and "when not to need one" ask for more than what a scrum master is.
const MORE = ["tell", "not", "need", "does", "combine", "mistitled"];

/** The records of which the whole query, or what is left of it after "who is", "what is the" and the like, is a name.
 * @param {Query} query @param {Index} index @param {(record: Record) => Hit} at */
export const matchWhole = (query, index, at) => {
  const all = meant(query, index);
  const most = MORE.some((intent) => query.intents[intent]) ? 1 : all.length;
  for (let from = 0; from < most; from++) {
    const words = all.slice(from);
    for (const name of index.byPhrase.get(phrase(words)) ?? []) {
      // "Who defines the MVP" is not answered by what an MVP is.
      if (from && query.intents.who && name.record.kind === "term") continue;
      const hit = at(name.record);
      hit.exact = Math.max(hit.exact, name.asked ? ASKED : 1);
      hit.covered.fill(1);
    }
    if (OWNING.has(words[0]) ? query.intents.who : !STOP.has(words[0])) break; // what is owned does not say who owns it
  }
};

/** What the first pass found of a record.
 * @param {Hit} hit @param {import("./first.js").Found} found */
export const matchFirst = (hit, { nearest, begun }) => {
  const { index } = hit.record;
  hit.nearest = nearest[index];
  hit.begun = begun[index];
  if (hit.begun) hit.covered.fill(1);
};

/** Names and ways of asking, by the words that they share with the query.
 * @param {Weighed[]} units @param {Index} index @param {(record: Record) => Hit | undefined} at
 * @param {Hit[]} hits those that are weighed anyway */
export const matchNames = (units, index, at, hits) => {
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const wholes = units.some(({ ids }) => ids);
  /** @type {Map<Name, {asked: number, said: number, sure: number[]}>} */
  const touched = new Map();
  units.forEach((unit, place) => {
    for (const [name, [sure, weight]] of namesOf(unit, index, at)) {
      const match = touched.get(name) ?? { asked: 0, said: 0, sure: new Array(units.length).fill(0) };
      touched.set(name, match);
      match.asked += sure * unit.weight;
      match.said += weight;
      match.sure[place] = sure;
    }
  });
  /** @type {Map<Record, number[]>} */
  const known = new Map();
  for (const hit of hits) {
    const roles = units.map((unit) => roleKnown(unit, hit.record));
    known.set(hit.record, roles);
    // Whatever it is called, it is about them.
    const alike = (units.reduce((sum, { weight }, place) => sum + weight * roles[place], 0) / total) * SAYING;
    hit.same = Math.max(hit.same, alike);
    hit.name = Math.max(hit.name, alike);
    for (const [place, sure] of roles.entries()) hit.covered[place] = Math.max(hit.covered[place], sure);
  }
  for (const [name, { asked, said, sure }] of touched) {
    const hit = /** @type {Hit} */ (at(name.record));
    let all = asked;
    for (const [place, role] of (known.get(name.record) ?? []).entries()) {
      if (role > sure[place]) all += (role - sure[place]) * units[place].weight;
      sure[place] = Math.max(sure[place], role);
    }
    const part = Math.min(1, said / ((wholes ? name.whole : name.size) || 1));
    const alike = (all / total) * (SAYING + (1 - SAYING) * part);
    hit.same = Math.max(hit.same, alike);
    if (name.asked) {
      hit.parts.push(sure.map((each) => each * (PART + (1 - PART) * part)));
    } else {
      hit.name = Math.max(hit.name, alike);
      for (const [place, each] of sure.entries()) hit.covered[place] = Math.max(hit.covered[place], each);
    }
  }
};

/** How surely a unit names a role that a record is about.
 * @param {Weighed} unit @param {Record} record */
const roleKnown = ({ ids }, { roles }) => {
  const order = ids && roles.length ? ids.findIndex((id) => roles.includes(id)) : -1;
  return order < 0 ? 0 : ROLE_KNOWN * meaning(order);
};

/** How surely a name has one of its meanings.
 * @param {number} order of the meaning, from the likeliest */
const meaning = (order) => Math.max(0, 1 - 0.03 * order);

/** The names that a unit is found in → how surely, and how much of the name it says.
 * @param {Weighed} unit @param {Index} index @param {(record: Record) => Hit | undefined} at @returns {Map<Name, [number, number]>} */
const namesOf = (unit, index, at) => {
  const best = new Map();
  /** @param {Name[] | undefined} names @param {number} sure @param {number} weight */
  const match = (names, sure, weight) => {
    const found = [sure, weight];
    for (const name of names ?? []) if (at(name.record) && sure > (best.get(name)?.[0] ?? 0)) best.set(name, found);
  };
  unit.ids?.forEach((id, order) => {
    match(index.byToken.get(`@${id}`), meaning(order), WORD_WEIGHTS.role);
  });
  if (!unit.ids) for (const [term, sure] of unit.terms) match(index.byToken.get(term), sure, index.weight(term) * sure);
  return best;
};

/** Texts as wholes: how many of the words they have, the rarer the better, for how long they are. The rarest
 * words come first, where not all of the records that have one may be weighed.
 * @param {Weighed[]} units @param {Index} index @param {(record: Record) => Hit | undefined} at @param {Hit[]} hits */
export const matchTexts = (units, index, at, hits) => {
  const found = units.flatMap(({ ids, named, terms }, place) => {
    const words = named?.map((word) => /** @type {[string, number]} */ ([word, ROLE_KNOWN])) ?? [...terms];
    return words.map(([term, sure]) => ({ place, sure, ids, records: index.byText.get(term) ?? [] }));
  });
  found.sort((a, b) => a.records.length - b.records.length);
  for (const { place, sure, ids, records } of found) {
    const rarity = Math.log((index.records.length + 1) / (records.length + 0.5));
    for (const record of records) {
      const hit = at(record);
      if (!hit) continue;
      hit.text += (sure * rarity) / index.lengths[record.index];
      if (!ids) hit.covered[place] = Math.max(hit.covered[place], sure * IN_TEXT);
    }
  }
  const most = hits.reduce((best, { text }) => Math.max(best, text), 0) || 1;
  for (const hit of hits) hit.text /= most;
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
