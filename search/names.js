/* Names inside sentences. */

/** "Product owner" as "product owner", but "UX researcher" stays. @param {string} name */
export const lower = (name) => (/^.[^ ]*[A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));
