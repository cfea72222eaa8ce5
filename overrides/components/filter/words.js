/* How well a row fits the words that were typed: whole words or the start of one, nothing inside. */

/**
 * @param {string} text
 * @returns {string[]}
 */
export const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * 0 if a word fits nowhere; more for what stands in the earlier, more telling texts.
 * @param {string[]} asked
 * @param {string[]} texts by weight: the name first, then the row, then the rest
 */
export const fit = (asked, texts) => {
  let sum = 1;
  const parts = texts.map(words);
  for (const word of asked) {
    const at = parts.findIndex((part) => part.some((each) => each.startsWith(word)));
    if (at < 0) return 0;
    sum += 10 ** (texts.length - 1 - at) * (parts[at].includes(word) ? 2 : 1);
  }
  return sum + 1 / (1 + parts[0].length); // of names that fit as well, the one that says less besides
};
