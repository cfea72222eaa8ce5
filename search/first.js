/* The first pass: one cheap look at every place where a word of the query stands, to tell which records are
   worth weighing. A common word stands in most of them, so weighing each would cost as much as the site is
   large; the first pass keeps what is weighed to a fixed number, however many records there are. */

import { beginning } from "./text.js";

/** @typedef {import("./records.js").Index} Index */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./match.js").Weighed} Weighed */

/** How many records are weighed, besides those that the whole query or its shape points to. With so many, every
 * labelled query keeps its first result, and all but a few their whole list. */
export const MOST = 400;

/** A role is named that the record is about, though this name of it does not say so. */
export const ROLE_KNOWN = 0.4;

/**
 * What the first pass finds of each record, by its index.
 * @typedef {object} Found
 * @property {Float64Array} nearest the cosine of the words of the query and of the nearest of its names, ways of
 * asking and sentences
 * @property {Float64Array} begun how much of a name or a way of asking the whole query is, of one that it begins
 * @property {Float64Array} covered the weight of the words that it has
 */

/** @param {Query} query @param {Weighed[]} units @param {Index} index @returns {Found} */
export const firstPass = (query, units, index) => {
  const [nearest, begun, covered, seen] = [0, 0, 0, 0].map(() => new Float64Array(index.records.length));
  const dots = new Float32Array(index.saidBy.length);
  /** @param {number} record @param {number} sure @param {number} weight */
  const cover = (record, sure, weight) => {
    if (seen[record] >= sure) return;
    covered[record] += (sure - seen[record]) * weight;
    seen[record] = sure;
  };
  let square = 0;
  for (const unit of units) {
    seen.fill(0);
    const words = unit.named?.map((word) => /** @type {[string, number]} */ ([word, 1])) ?? [...unit.terms];
    const rarities = words.map(([word, sure]) => sure * index.rarity(word));
    square += unit.named
      ? rarities.reduce((sum, each) => sum + each ** 2, 0)
      : Math.max(0, ...rarities, words.length ? 0 : index.rarity("")) ** 2;
    for (const [word, sure] of words) {
      const weight = sure * index.rarity(word) ** 2;
      for (const place of index.saying.get(word) ?? []) {
        dots[place] += weight;
        if (!unit.named) cover(index.saidBy[place], sure, unit.weight);
      }
    }
    for (const id of unit.ids ?? []) {
      for (const { record } of index.byToken.get(`@${id}`) ?? []) cover(record.index, 1, unit.weight);
      for (const record of index.byRole.get(id) ?? []) cover(record.index, ROLE_KNOWN, unit.weight);
    }
  }
  const norm = Math.sqrt(square) || 1;
  for (let place = 0; place < dots.length; place++) {
    if (!dots[place]) continue;
    const record = index.saidBy[place];
    nearest[record] = Math.max(nearest[record], Math.min(1, dots[place] / (norm * index.norms[place])));
  }
  for (const phrase of query.typing && query.key ? beginning(index.phrases, query.key) : []) {
    const share = query.key.length / phrase.length;
    for (const { record } of index.byPhrase.get(phrase) ?? [])
      begun[record.index] = Math.max(begun[record.index], share);
  }
  return { nearest, begun, covered };
};

/** The indexes of the records that are worth weighing, and whether these are all that the first pass found.
 * @param {Found} found @param {Weighed[]} units @param {number} [most] @returns {{best: number[], all: boolean}} */
export const worthWeighing = ({ nearest, begun, covered }, units, most = MOST) => {
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const scores = nearest.map((near, record) => near + begun[record] + covered[record] / total);
  const sorted = scores.filter(Boolean).sort();
  const least = sorted[Math.max(0, sorted.length - most)];
  /** @type {number[]} */
  const best = [];
  /** @type {number[]} */
  const equal = [];
  scores.forEach((score, record) => {
    if (score > least) best.push(record);
    else if (score && score === least) equal.push(record);
  });
  return { best: [...best, ...equal.slice(0, most - best.length)], all: sorted.length <= most };
};
