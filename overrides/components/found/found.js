/* The page that was opened from the search: each word asked for is marked where it stands first, and whoever finds no
   answer can report the miss. The address stays clean, and nothing is sent unasked. */

import { anchor, byId, make, one } from "../lib/page.js";
import { keep, keptData } from "../lib/storage.js";
import { addStyles } from "../lib/styles.js";
import styles from "./found.css" with { type: "text" };

/* Where the search leaves them. */
export const NAME = "found";

/**
 * The text of the section that begins with a heading.
 * @param {Element} heading
 * @returns {Text[]}
 */
const texts = (heading) => {
  const found = [];
  for (let part = /** @type {Element | null} */ (heading); part; part = part.nextElementSibling) {
    if (part !== heading && part.matches("h1, h2, h3, aside")) break;
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
  }
  return found.filter(
    ({ parentElement }) => !parentElement?.closest(".headerlink, .table, .sources, sup, details:not([open])"),
  );
};

/** Offer to report that a question was not answered, by the form for errors.
 * @param {string} query
 */
const ask = (query) => {
  const aside = one("aside.page-footer");
  const form = /** @type {HTMLAnchorElement | null} */ (one("[data-report]"));
  if (!aside || !form) return;
  const address = new URL(form.href);
  address.searchParams.set("title", `Search: ${query.slice(0, 200)} → ${location.pathname}`);
  const link = make("a", { href: address.href }, "No, report a miss");
  aside.prepend(make("p", { class: "answered" }, `You searched for “${query}”. Did this answer? `, link));
};

const mark = () => {
  const found = keptData("sessionStorage", NAME);
  keep("sessionStorage", NAME, null);
  const { page, words, query } = /** @type {{page?: unknown, words?: unknown, query?: unknown}} */ (found ?? {});
  if (!Array.isArray(words) || page !== location.pathname) return;
  if (typeof query === "string" && query) ask(query);
  if (!CSS.highlights) return;
  const heading = anchor() ? byId(anchor()) : one("h1");
  if (!heading) return;
  const ranges = [];
  const left = new Set(words);
  for (const text of texts(heading)) {
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}’'-]+/gu)) {
      if (!left.delete(word.toLowerCase())) continue;
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      ranges.push(range);
    }
  }
  if (!ranges.length) return;
  addStyles(styles);
  CSS.highlights.set(NAME, new Highlight(...ranges));
};

export const found = () => {
  // A page made ready beforehand has the storage of that moment, not of the one in which it is opened.
  const { prerendering } = /** @type {Document & {prerendering?: boolean}} */ (document);
  if (prerendering) document.addEventListener("prerenderingchange", mark, { once: true });
  else mark();
};
