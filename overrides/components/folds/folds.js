/* What a reader has opened is open again after a reload. */

import { all } from "../lib/page.js";
import { keep, keptData } from "../lib/storage.js";

export const folds = () => {
  const details = all("article details:not(#cite)");
  if (!details.length) return;
  const name = `open:${location.pathname}`;
  const isOpen = (/** @type {HTMLElement} */ each) => each.hasAttribute("open");
  const [visit] = performance.getEntriesByType("navigation");
  const were = keptData("sessionStorage", name);
  if (/** @type {PerformanceNavigationTiming | undefined} */ (visit)?.type === "reload" && Array.isArray(were)) {
    for (const at of were) details[at]?.setAttribute("open", "");
  }
  const remember = () => {
    const open = details.flatMap((each, at) => (isOpen(each) ? [at] : []));
    keep("sessionStorage", name, open.length ? JSON.stringify(open) : null);
  };
  if (details.some(isOpen)) remember(); // opened before this script was there
  document.addEventListener(
    "toggle",
    (event) => {
      if (event.target instanceof HTMLElement && details.includes(event.target)) remember();
    },
    true, // it does not bubble
  );
};
