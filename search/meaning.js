/* What words have to do with each other, learned from the site alone: words that stand in the ways of asking for
   the same records point the same way ("vendor" and "contract"). A record and a query that share no word may
   so still be near. Latent semantic analysis: the space in which records differ most, found by iterating. */

import { folded, sentences } from "./text.js";

/** @typedef {import("./records.js").Index} Index */
/** @typedef {import("./match.js").Weighed} Weighed */

const WIDTH = 64; // dimensions: fewer tell less, more tell nothing else than the words themselves
const ROUNDS = 3; // of the iteration: more change no order of results
const ROLE = 0.6; // how much a role tells: most records are about some role
const FEWEST = 4; // records an axis: fewer tell chance apart from meaning no more
const MOST = 20; // records weighed for that alone

/** A matrix of few values: of each row, the columns that have one. */
class Sparse {
  /** @param {Map<number, number>[]} rows @param {number} width */
  constructor(rows, width) {
    this.width = width;
    this.ends = Int32Array.from(
      rows,
      (
        (end) =>
        ({ size }) =>
          (end += size)
      )(0),
    );
    this.columns = Int32Array.from(rows.flatMap((row) => [...row.keys()]));
    this.values = Float64Array.from(rows.flatMap((row) => [...row.values()]));
  }

  /** @param {Float64Array} vector @returns {Float64Array} */
  times(vector) {
    const sums = new Float64Array(this.ends.length);
    for (let row = 0, at = 0; row < sums.length; row++)
      for (; at < this.ends[row]; at++) sums[row] += this.values[at] * vector[this.columns[at]];
    return sums;
  }

  /** The same of its transpose.
   * @param {Float64Array} vector @returns {Float64Array} */
  timesAcross(vector) {
    const sums = new Float64Array(this.width);
    for (let row = 0, at = 0; row < vector.length; row++)
      for (; at < this.ends[row]; at++) sums[this.columns[at]] += this.values[at] * vector[row];
    return sums;
  }
}

export class Meaning {
  /** @type {Map<string, number>} word → its number */
  #words = new Map();
  /** @type {number[]} and how much it tells */
  #tells = [];
  /** @type {Float64Array[]} the axes of the space, each by words */
  #axes = [];
  /** @type {Map<number, Float64Array>} the index of a record → its direction */
  #records = new Map();

  /** @param {Index} index @param {number} [width] */
  constructor(index, width = WIDTH) {
    const said = new Map();
    for (const { record, tokens, phrases } of index.names)
      if (told(record)) count(said, record.index, [...tokens, ...phrases]);
    for (const record of index.records.filter(told))
      count(said, record.index, index.lexicon.tokensOf(folded(sentences(record.text)[0] ?? "")));
    const rows = this.#weigh([...said.values()]);
    const matrix = new Sparse(rows, this.#words.size);
    this.#axes = rows.length < FEWEST * width ? [] : axesOf(matrix, width);
    const along = this.#axes.map((axis) => matrix.times(axis));
    [...said.keys()].forEach((record, row) => {
      this.#records.set(record, unit(Float64Array.from(along, (values) => values[row])));
    });
  }

  /** Counts of words as rows of numbers: a word tells the more, the fewer records have it.
   * @param {Map<string, number>[]} counts */
  #weigh(counts) {
    /** @type {number[]} */
    const having = [];
    for (const word of counts.flatMap((row) => [...row.keys()])) {
      const number = this.#words.get(word) ?? this.#words.size;
      this.#words.set(word, number);
      having[number] = (having[number] ?? 0) + 1;
    }
    for (const [word, number] of this.#words)
      this.#tells[number] = (word[0] === "@" ? ROLE : 1) * Math.log((counts.length + 1) / (having[number] + 1));
    return counts.map((row) => {
      const numbers = [...row].map(([word, times]) => /** @type {[number, number]} */ ([this.#number(word), times]));
      const weights = unit(Float64Array.from(numbers, ([number, times]) => Math.log1p(times) * this.#tells[number]));
      return new Map(numbers.map(([number], at) => [number, weights[at]]));
    });
  }

  /** @param {string} word */
  #number(word) {
    return this.#words.get(word) ?? -1;
  }

  /** How near each record is to a query, by its index.
   * @param {Weighed[]} units @returns {Map<number, number>} */
  of(units) {
    const asked = new Float64Array(this.#axes.length);
    for (const { ids, terms } of units) {
      const words = ids ? /** @type {[string, number][]} */ ([[`@${ids[0]}`, 1]]) : [...terms];
      const known = words.filter(([word]) => this.#words.has(word));
      const weights = known.map(([word, sure]) => sure * this.#tells[this.#number(word)]);
      const share = Math.max(0, ...weights) / (weights.reduce((sum, weight) => sum + weight, 0) || 1);
      known.forEach(([word], at) => {
        this.#axes.forEach((axis, along) => {
          asked[along] += share * weights[at] * axis[this.#number(word)];
        });
      });
    }
    unit(asked);
    return new Map([...this.#records].map(([record, direction]) => [record, product(direction, asked)]));
  }
}

/** The records nearest to a query.
 * @param {Map<number, number>} near @returns {number[]} */
export const nearestOf = (near) =>
  [...near]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([record]) => record);

/** Sources are looked for by name: nobody asks for them in other words.
 * @param {{kind: string}} record */
const told = ({ kind }) => kind !== "source";

/** @param {Map<number, Map<string, number>>} said @param {number} record @param {string[]} words */
const count = (said, record, words) => {
  const counts = said.get(record) ?? new Map();
  said.set(record, counts);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
};

/** Axes at right angles along which the rows of a matrix differ most: any that begin far enough apart turn there.
 * @param {Sparse} matrix @param {number} width @returns {Float64Array[]} */
const axesOf = (matrix, width) => {
  /** @type {Float64Array[]} */
  let axes = Array.from({ length: width }, (_, at) => {
    let state = at + 1;
    return Float64Array.from({ length: matrix.width }, () => {
      state = (state * 48271) % 2147483647; // the same numbers each time
      return state / 2147483647 - 0.5;
    });
  });
  for (let round = 0; round < ROUNDS; round++)
    axes = square(axes.map((axis) => matrix.timesAcross(matrix.times(axis))));
  return axes;
};

/** Turns each axis until it stands at a right angle to those before it.
 * @param {Float64Array[]} axes */
const square = (axes) => {
  for (const [at, axis] of axes.entries()) {
    for (const other of axes.slice(0, at)) {
      const shared = product(axis, other);
      for (let i = 0; i < axis.length; i++) axis[i] -= shared * other[i];
    }
    unit(axis);
  }
  return axes;
};

/** Makes a direction of a vector, in place.
 * @param {Float64Array} vector */
const unit = (vector) => {
  const length = Math.sqrt(product(vector, vector)) || 1;
  for (let at = 0; at < vector.length; at++) vector[at] /= length;
  return vector;
};

/** @param {Float64Array} one @param {Float64Array} other */
const product = (one, other) => {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
};
