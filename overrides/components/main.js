/* What every page runs, as soon as it is parsed: behavior on top of readable pages. Nothing here adds content,
   every page works without it, and each feature without the others. */

import { nameLinks } from "./copy-link/name-links.js";
import { load } from "./lib/load.js";
import { beside } from "./lib/names.js";
import { start } from "./lib/page.js";
import { kept } from "./lib/storage.js";
import { reveal } from "./reveal/reveal.js";
import { search } from "./search/open.js";
import { tables } from "./tables/tables.js";

/** The rest (use.js) comes with the first sign of use; what is pressed before it is there waits for it. */
const use = () => {
  const signs = ["pointerover", "touchstart", "keydown", "focusin", "scroll", "storage"];
  /** @type {Event[]} */
  const early = [];
  const note = (/** @type {Event} */ event) => {
    if (event.type === "submit") {
      if (event.defaultPrevented) return; // the search has it
      event.preventDefault();
    }
    early.push(event);
  };
  const bring = async () => {
    for (const sign of signs) removeEventListener(sign, bring);
    for (const act of ["click", "submit"]) addEventListener(act, note);
    await load(beside(USE)).catch(reportError);
    for (const act of ["click", "submit"]) removeEventListener(act, note);
    for (const event of early) {
      if (event.type === "submit") /** @type {HTMLFormElement} */ (event.target).requestSubmit();
      else document.dispatchEvent(new CustomEvent("early-click", { detail: event }));
    }
  };
  for (const sign of signs) addEventListener(sign, bring, { passive: true });
  // Opened from an answer of the search; with folds that were open before, or colors chosen; or for a setting.
  const asks = /[?&](in|team)=/.test(location.search);
  const { colors } = document.documentElement.dataset;
  if (asks || colors || kept("sessionStorage", "found") || kept("sessionStorage", `open:${location.pathname}`)) bring();
};

/** Other scripts of the site load theirs by the same policy; see lib/loader.js. */
const lend = () => document.addEventListener("loader", (event) => /** @type {CustomEvent} */ (event).detail(load));

/** What only those notice who have pages read to them need not hold up the first paint. */
const later = () => requestAnimationFrame(() => setTimeout(start, 0, tables, nameLinks));

start(lend, use, search, reveal, later);
