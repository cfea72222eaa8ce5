/* Names inside sentences. */

export { lower } from "../../../search/names.js";

/**
 * Names in a sentence: "a", "a and b", "a, b, and c".
 * @param {string[]} names
 */
export const listing = (names) =>
  names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
