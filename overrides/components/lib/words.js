/* Names inside sentences. */

/** "Product owner" as "product owner", but "UX researcher" stays. @param {string} name */
export const lower = (name) => (/^.[^ ]*[A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));

/**
 * Names in a sentence: "a", "a and b", "a, b, and c".
 * @param {string[]} names
 */
export const listing = (names) =>
  names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
