/* How well a row fits the words that were typed: whole words or the start of one, nothing inside. */

// What is typed between the words that count.
const BETWEEN = new Set(
  "a an and are by can do does for i in is it may my of on or our the to vs we who with".split(" "),
);

/**
 * @param {string} text
 * @returns {string[]}
 */
export const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The words of a question; of one that has nothing else, those between, too.
 * @param {string} text
 * @returns {string[]}
 */
export const askedWords = (text) => {
  const all = words(text);
  const telling = all.filter((word) => !BETWEEN.has(word));
  return telling.length ? telling : all;
};

/** Whether a word is the one that was asked for, begins with it, or is one of what was asked for as many. @param {string} each @param {string} word */
const begins = (each, word) => each.startsWith(word) || (word.length > 3 && `${each}s` === word);

/**
 * 0 if a word fits nowhere; more for what stands in the earlier, more telling texts.
 * @param {string[]} asked
 * @param {string[]} texts by weight: the name first, then the row, then the rest
 */
export const fit = (asked, texts) => {
  let sum = 1;
  const parts = texts.map(words);
  for (const word of asked) {
    const start = parts.findIndex((part) => part.some((each) => begins(each, word)));
    if (start < 0) return 0;
    const whole = parts.findIndex((part) => part.includes(word));
    const short = word.length < 3; // "PO" means the role before what begins with it
    const at = short && whole >= 0 ? whole : start;
    if (!short || whole >= 0) sum += 10 ** (texts.length - 1 - at) * (whole === at ? 2 : 1);
  }
  return sum + 1 / (1 + parts[0].length); // of names that fit as well, the one that says less besides
};
