/* Data of the site that comes on first use, from beside the scripts. Pages opened as files may fetch nothing, but
   load scripts, which leave it under its name. */

import { loader } from "./loader.js";
import { beside } from "./names.js";

/**
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export const fetched = async (name) => {
  if (location.protocol === "file:") {
    await loader()(beside(`${name}.js`));
    return /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (globalThis))[name];
  }
  const response = await fetch(beside(`${name}.json`));
  if (!response.ok) throw new Error(`${name}.json: ${response.status}`);
  return response.json();
};
