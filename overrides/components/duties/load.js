/* The table comes when somebody has pasted something. Pages opened as files may fetch nothing, but load scripts. */

import { make } from "../lib/page.js";
import { readTable } from "./table.js";

/** @import { DutyTable, Packed } from "./table.js" */

// Beside the script that asks for it; known only while that runs for the first time.
const own = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src ?? location.href;

/** @returns {Promise<Packed>} */
const byScript = () =>
  new Promise((resolve, reject) => {
    const script = /** @type {HTMLScriptElement} */ (make("script", {}));
    script.src = new URL("duties.js", own).href;
    script.onload = () => resolve(/** @type {{duties: Packed}} */ (/** @type {unknown} */ (globalThis)).duties);
    script.onerror = () => reject(new Error("duties.js could not be loaded"));
    document.head.append(script);
  });

/** @returns {Promise<Packed>} */
const byRequest = async () => {
  const response = await fetch(new URL("duties.json", own));
  if (!response.ok) throw new Error(`duties.json: ${response.status}`);
  return response.json();
};

/** @type {Promise<DutyTable> | undefined} */
let coming;

/** @returns {Promise<DutyTable>} */
export const duties = () => {
  coming ??= (location.protocol === "file:" ? byScript() : byRequest()).then(readTable);
  coming.catch(() => (coming = undefined)); // the next one tries again
  return coming;
};
