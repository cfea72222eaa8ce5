/* A choice that stands in the address, so that it survives reload, Back and sharing. */

import { address } from "./address.js";
import { one, target } from "./page.js";

export const params = () => new URLSearchParams(location.search);

/**
 * @param {Record<string, string>} changes an empty value takes the name out
 * @param {boolean} push a step that Back undoes
 */
export const remember = (changes, push) => {
  const next = params();
  for (const [key, value] of Object.entries(changes)) value ? next.set(key, value) : next.delete(key);
  // Commas are legal in a query, and read better than their escapes.
  const query = next.toString().replaceAll("%2C", ",");
  const address = location.pathname + (query ? `?${query}` : "") + location.hash;
  history[push ? "pushState" : "replaceState"](history.state, "", address);
};

/** On paper, the address at the end says what was chosen. */
const tellPaper = () => {
  for (const part of one(".footer__paper")?.childNodes ?? [])
    if (part instanceof Text) part.data = part.data.replace(/https?:\S+/, address());
};

/**
 * Show what the address asks for, now and whenever it changes.
 * @param {HTMLFormElement} form
 * @param {() => void} show
 */
export const follow = (form, show) => {
  form.addEventListener("submit", (event) => event.preventDefault());
  // What the address names may stand elsewhere once all is arranged; who comes back is put back by the browser.
  const arrive = () => {
    show();
    target()?.scrollIntoView();
  };
  const [visit] = performance.getEntriesByType("navigation");
  const anew = /** @type {PerformanceNavigationTiming | undefined} */ (visit)?.type === "navigate";
  addEventListener("beforeprint", tellPaper);
  addEventListener("popstate", show);
  addEventListener("hashchange", arrive);
  if (anew) arrive();
  else show();
  // From the first choice on; what a page opens with is not news.
  form.querySelector(".status")?.setAttribute("role", "status");
};
