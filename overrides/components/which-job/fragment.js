/* The answers in the address, after #. */

import { code, codes, pack, unpack } from "../lib/codes.js";

/** @import { Answer } from "./score.js" */

const FIRST = "q=1";
/** @type {Record<string, Answer>} */
const LETTERS = { y: "yes", a: "asked", n: "no" };

/** @param {Map<string, Answer>} answers by activity @param {boolean} other whether most of the month was other work */
export const toFragment = (answers, other) => {
  /** @type {[string, string][]} */
  const pairs = [["q", "1"]];
  for (const [letter, answer] of Object.entries(LETTERS)) {
    const ids = [...answers].filter(([, given]) => given === answer).map(([id]) => code(id));
    if (ids.length) pairs.push([letter, ids.join("")]);
  }
  if (other) pairs.push(["o", "1"]);
  return pack(pairs);
};

/**
 * @param {string} fragment
 * @param {string[]} activities those that are asked about
 * @returns {{answers: Map<string, Answer>, other: boolean} | undefined} undefined where the address holds no answers
 */
export const fromFragment = (fragment, activities) => {
  const read = unpack(fragment, FIRST);
  if (!read) return undefined;
  const known = codes(activities);
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  for (const [letter, value] of read.pairs) {
    if (!Object.hasOwn(LETTERS, letter)) continue;
    for (const each of value.match(/.{4}/gs) ?? []) {
      const id = known.get(each);
      if (id) answers.set(id, LETTERS[letter]);
    }
  }
  return { answers, other: read.pairs.some(([name, value]) => name === "o" && value === "1") };
};
