/* The table comes when somebody has pasted something. */

import { fetched } from "../lib/fetched.js";
import { readTable } from "./table.js";

/** @import { DutyTable, Packed } from "./table.js" */

/** @type {Promise<DutyTable> | undefined} */
let coming;

/** @returns {Promise<DutyTable>} */
export const duties = () => {
  coming ??= fetched("duties").then((packed) => readTable(/** @type {Packed} */ (packed)));
  coming.catch(() => (coming = undefined)); // the next one tries again
  return coming;
};
