/* What a browser keeps for this site, which may share its host with others: hence the prefix. What comes back
   can be anything, so who asks checks it. */

const PREFIX = "product-roles:";

/**
 * @param {"localStorage" | "sessionStorage"} where
 * @param {string} name
 * @returns {string | null}
 */
export const kept = (where, name) => {
  try {
    return window[where].getItem(PREFIX + name);
  } catch {
    return null; // no storage
  }
};

/**
 * @param {"localStorage" | "sessionStorage"} where
 * @param {string} name
 * @param {string | null} value null to forget it
 */
export const keep = (where, name, value) => {
  try {
    if (value === null) window[where].removeItem(PREFIX + name);
    else window[where].setItem(PREFIX + name, value);
  } catch {
    /* no storage: it holds for this page */
  }
};

/**
 * What was kept as JSON; undefined where it is none.
 * @param {"localStorage" | "sessionStorage"} where
 * @param {string} name
 * @returns {unknown}
 */
export const keptData = (where, name) => {
  try {
    return JSON.parse(kept(where, name) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
};
