/* What a list of results shows of each hit: title, page, and a snippet in pieces, of which every second
   is a word that was asked for. Pieces of text, no markup: whatever they hold, it is shown as it stands. */

import { fold, STOP, sentences } from "./text.js";

/** @import { Item, Record } from "./types.js" */
/** @typedef {import("./match.js").Weighed} Weighed */

const LONGEST = 220; // characters of the sentence that answers
const STRETCH = 120; // characters of a later stretch
const LEAD = 30; // of these before the word that it is shown for
const SURELY = 0.8; // a word less surely meant than this is not marked,
const TELLING = 0.25; // nor one that tells less: "who decides ..."
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The words that a query asks for, as the site has them. The words of a role's name only if nothing
 * else is asked: they stand everywhere.
 * @param {Weighed[]} units @returns {Set<string>} */
export const askedFor = (units) => {
  const rest = units.filter(({ ids, weight }) => !ids && weight > TELLING);
  const words = rest.length
    ? rest.flatMap(({ terms }) => [...terms].filter(([, sure]) => sure >= SURELY).map(([word]) => word))
    : units.flatMap(({ named }) => named ?? []);
  return new Set(words.filter((word) => !STOP.has(word)));
};

/** A word counts as asked for if it or a part of it ("stand-up") folds to one of the words.
 * @param {string} word @param {Set<string>} words @returns {string | undefined} */
const matched = (word, words) =>
  [word.replace(/['’-]/g, ""), ...word.split(/['’-]/)]
    .map((part) => fold(part.toLowerCase()))
    .find((part) => part.length > 1 && words.has(part));

/** A text in pieces: the odd ones are words that were asked for, each where it stands first.
 * @param {string} text @param {Set<string>} words @returns {string[]} */
export const pieces = (text, words) => {
  const left = new Set(words);
  const out = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const found = matched(word, left);
    if (!found) continue;
    left.delete(found);
    out.push(text.slice(end, index), word);
    end = index + word.length;
  }
  return [...out, text.slice(end)];
};

/** The beginning of a text, in whole words.
 * @param {string} text @param {number} most */
const shortened = (text, most) => {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most);
  return `${text.slice(0, end > 0 ? end : most)} …`;
};

/** The sentence that answers, then who leads and claims, then a later stretch if it alone holds words
 * that were asked for.
 * @param {Record} record @param {Set<string>} words */
export const excerpt = ({ title, text, marks }, words) => {
  const [answer = "", ...others] = sentences(text);
  const said = [shortened(answer, LONGEST), marks].filter(Boolean).join(" ");
  const known = new Set(`${title} ${said}`.match(WORD)?.map((word) => matched(word, words)));
  const later = stretch(others, new Set([...words].filter((word) => !known.has(word))));
  if (later || marks || said.length > LONGEST / 2 || !others.length) return [said, later].filter(Boolean).join(" ");
  return `${said} ${shortened(others.join(" "), STRETCH)}`;
};

/** The sentence that holds most of some words; of a long one, the part around the first of them.
 * @param {string[]} texts @param {Set<string>} words */
const stretch = (texts, words) => {
  let [best, most, at] = ["", 0, 0];
  for (const text of words.size ? texts : []) {
    const found = [...text.matchAll(WORD)].filter(({ 0: word }) => matched(word, words));
    const held = new Set(found.map(({ 0: word }) => matched(word, words))).size;
    if (held > most) [best, most, at] = [text, held, found[0].index];
  }
  if (!best) return "";
  const start = at > STRETCH - LEAD ? best.lastIndexOf(" ", at - LEAD) + 1 : 0;
  const gap = start || best !== texts[0] ? "… " : "";
  return gap + shortened(best.slice(start), STRETCH);
};

/** @param {Record} record @param {Set<string>} words @returns {Item} */
export const item = (record, words) => {
  const { address, title, page, mark } = record;
  const text = excerpt(record, words);
  return { address, title, page, parts: text ? pieces(text, words) : [], ...(mark ? { mark } : {}) };
};
