/* Understanding a query: which roles and titles it names, what each word may stand for, and which
   kind of answer it asks for. Pure: a lexicon goes in, a reading of the query comes out. */

import { familiar, intentsOf } from "./intents.js";
import { SURE } from "./lexicon.js";
import { distance, fold, phrase, STOP, split } from "./text.js";

const LONGEST = 200; // characters of a query that are read: nobody types more, some paste more
const MOST_WORDS = 24;
const MOST_MEANT = 30; // roles and titles that a name half typed may mean

/**
 * A word of a query, or the words of a name.
 * @typedef {object} Unit
 * @property {number} from place of its first word
 * @property {number} length in words
 * @property {Map<string, number>} terms words of the site that it may mean → how surely
 * @property {string[]} [ids] the roles or titles that it names, likeliest first
 * @property {boolean} [stop] it carries only grammar
 */

/**
 * @typedef {object} Query
 * @property {string} key its words as a phrase
 * @property {string[]} words folded
 * @property {string[]} written
 * @property {Unit[]} units in the order written
 * @property {Record<string, boolean>} intents
 * @property {boolean} typing whether the last word may go on
 */

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */

// Words that show what is asked for, long enough to be recognized when misspelled.
const TELLING = ["difference", "different", "between", "compared", "versus", "responsible", "accountable", "stands"];

/** @param {string} query @param {Lexicon} lexicon @returns {Query} */
export const understand = (query, lexicon) => {
  const typed = query.slice(0, LONGEST);
  const typing = /[\p{L}\p{N}]$/u.test(typed);
  const written = split(typed)
    .slice(0, MOST_WORDS)
    .map(
      (word) =>
        (word.length > 5 && !lexicon.words.has(fold(word)) && TELLING.find((other) => distance(word, other, 2) < 3)) ||
        word,
    );
  for (let at = 0; at < written.length - 1; at++)
    written.splice(at, 2, ...(lexicon.nearTerm(written[at], written[at + 1]) ?? written.slice(at, at + 2)));
  const words = written.map(fold);
  const units = [];
  for (let at = 0; at < words.length; at += units[units.length - 1].length) {
    units.push(named(words, at, lexicon) ?? term(words, at, lexicon) ?? plainWord(words, written, at, lexicon, typing));
  }
  for (const [token, place] of lexicon.termsIn(words)) {
    const unit = units.find(({ from, length }) => from <= place && place < from + length);
    if (unit && !unit.ids && !unit.terms.has(token)) unit.terms.set(token, SURE.term);
  }
  const intents = intentsOf(written.join(" "));
  if (intents.versus && typing) nameStart(units, written, lexicon);
  return { key: phrase(words), words, written, units, intents, typing };
};

/** @param {string[]} words @param {number} at @param {Lexicon} lexicon @returns {Unit | undefined} */
const named = (words, at, lexicon) => {
  const known = lexicon.named(words, at);
  if (known) return { from: at, ...known, terms: exactly(words.slice(at, at + known.length)) };
  /** @type {{away: number, unit: Unit} | undefined} */
  let best;
  for (let length = 1; length <= Math.min(4, words.length - at); length++) {
    const window = words.slice(at, at + length);
    // A name starts and ends with words of its own, or the one before would be swallowed.
    if ([window[0], window[length - 1]].some((word) => STOP.has(word) || /^(\d+|.)$/u.test(word))) continue;
    const [name, away] = lexicon.nearlyNamed(window) ?? ["", Infinity];
    if (name && (!best || away < best.away))
      best = { away, unit: { from: at, length, ids: lexicon.entities.get(name), terms: new Map() } };
  }
  return best?.unit;
};

/** A glossary term of several words is one thing: its words say less than the term.
 * @param {string[]} words @param {number} at @param {Lexicon} lexicon @returns {Unit | undefined} */
const term = (words, at, lexicon) => {
  const found = lexicon.termAt(words, at);
  if (!found || found.length < 2) return undefined;
  const parts = words.slice(at, at + found.length).filter((word) => !STOP.has(word));
  return {
    from: at,
    length: found.length,
    terms: new Map([
      [found.token, SURE.same],
      ...parts.map((word) => /** @type {[string, number]} */ ([word, SURE.part])),
    ]),
  };
};

/** @param {string[]} words */
const exactly = (words) => new Map(words.map((word) => [word, SURE.same]));

// Of the words of grammar, those that others begin with: "on boarding", but not "over staff".
const PARTICLES = new Set(["co", "in", "on", "re", "up"]);

/** Whether two words may be one that was written apart.
 * @param {string} one @param {string} other */
const joins = (one, other) => PARTICLES.has(one) || !(STOP.has(one) || (familiar(one) && familiar(other)));

/** @param {string[]} words @param {string[]} written @param {number} at @param {Lexicon} lexicon @param {boolean} typing @returns {Unit} */
const plainWord = (words, written, at, lexicon, typing) => {
  const word = words[at];
  const three = written.slice(at, at + 3);
  const whole = fold(three.join(""));
  if (three.length === 3 && three.every((part) => familiar(fold(part))) && lexicon.words.has(whole))
    return { from: at, length: 3, terms: new Map([[whole, SURE.joined]]) }; // "go/no-go", "day to day"
  const joined = at + 1 < words.length ? fold(written[at] + written[at + 1]) : "";
  const one =
    lexicon.words.has(joined) && (lexicon.terms.has(joined) || (joined.length > 5 && joins(word, words[at + 1])));
  if (one) return { from: at, length: 2, terms: new Map([[joined, SURE.joined]]) };
  const last = typing && at === words.length - 1;
  if (STOP.has(word) && !(last && at === 0)) return { from: at, length: 1, stop: true, terms: exactly([word]) };
  const known = lexicon.has(written[at], word);
  const terms = known ? exactly([word]) : new Map();
  if (last && written[at].length > 1) begun(written[at], known, lexicon, terms);
  if (!terms.size && !familiar(word) && !lexicon.synonyms.has(word)) {
    for (const other of lexicon.corrections(written[at], last)) terms.set(other, SURE.typo);
  }
  for (const other of lexicon.synonyms.get(word) ?? []) {
    if (lexicon.words.has(other) && !terms.has(other)) terms.set(other, SURE.synonym);
  }
  return { from: at, length: 1, terms };
};

/** The words that begin with what is typed so far: the more of them is typed, the surer.
 * @param {string} written @param {boolean} known @param {Lexicon} lexicon @param {Map<string, number>} terms */
const begun = (written, known, lexicon, terms) => {
  for (const longer of lexicon.starting(written)) {
    const share = (known ? 0.4 : 0.6) + (0.4 * written.length) / longer.length;
    const stem = fold(longer);
    terms.set(stem, Math.max(terms.get(stem) ?? 0, SURE.prefix * share));
  }
};

/** "Product owner vs scr": the roles that begin with what is typed so far.
 * @param {Unit[]} units @param {string[]} written @param {Lexicon} lexicon */
const nameStart = (units, written, lexicon) => {
  const unit = units[units.length - 1];
  if (unit.ids || !units.some((other) => other.ids)) return;
  const before = units[units.length - 2];
  const taken = before && !before.ids && !before.stop ? 1 : 0;
  const start = written.slice(taken ? before.from : unit.from).join("");
  const ids = [...lexicon.entities].filter(([name]) => name.startsWith(start)).flatMap(([, found]) => found);
  if (!ids.length) return;
  const from = taken ? before.from : unit.from;
  units.splice(-1 - taken, 1 + taken, {
    ...unit,
    from,
    length: written.length - from,
    ids: [...new Set(ids)].slice(0, MOST_MEANT),
    stop: false,
  });
};
