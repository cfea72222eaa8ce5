/* An answer whose sources nobody has read for a year says so, by the day on which its reader reads it. */

import { all, make } from "../lib/page.js";

const YEAR = 365 * 24 * 60 * 60 * 1000;

/**
 * @param {string} day as 2026-11-30
 * @param {number} now
 */
export const old = (day, now) => now - Date.parse(day) > YEAR;

export const age = () => {
  for (const time of all("time.read")) {
    if (!old(/** @type {HTMLTimeElement} */ (time).dateTime, Date.now())) continue;
    const summary = time.closest("details")?.querySelector("summary");
    summary?.append(make("span", { class: "old" }, " · sources last read more than a year ago"));
  }
};
