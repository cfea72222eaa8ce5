/* Copy the answer of a page: as a sentence with its link, as Markdown, as a line for a chat, as a row of a table. */

import { around, one } from "../lib/page.js";
import { copy } from "../lib/say.js";
import { copyBoth, tableMarkup } from "../lib/take.js";
import { answerOf, chatLine, markdown, row, sentence } from "./forms.js";

/** @import { Answer } from "./forms.js" */

/** The text of an element, without numbers of references and signs of links. @param {string} selector */
const said = (selector) => {
  const copied = /** @type {HTMLElement | undefined} */ (one(selector)?.cloneNode(true));
  for (const each of copied?.querySelectorAll("sup, .headerlink, .copy") ?? []) each.remove();
  return (copied?.textContent ?? "").replace(/\s+/g, " ").trim();
};

/** @returns {Answer} */
const read = () => {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  return answerOf({
    name: said("article h1"),
    verdict: said("article .verdict"),
    lead: said("article .lastword"),
    words: [said("article .marks .way"), said("article .marks .firm")].filter(Boolean).join(" · "),
    url: canonical?.href ?? location.href.split(/[?#]/)[0],
  });
};

/** @type {Record<string, (answer: Answer) => unknown>} */
const TAKE = {
  sentence: (answer) => copy(sentence(answer), "Sentence copied"),
  markdown: (answer) => copy(markdown(answer), "Markdown copied"),
  chat: (answer) => copy(chatLine(answer), "Chat line copied"),
  row: (answer) => {
    const { head, cells } = row(answer);
    return copyBoth(
      tableMarkup(head, [{ cells, href: answer.url }]),
      [...cells, answer.url].join("\t"),
      "Table row copied",
    );
  },
};

/** @param {Event} event */
const take = (event) => {
  const form = around(event, "[data-take]")?.dataset.take;
  if (form) TAKE[form]?.(read());
};

export const takeAlong = () => {
  document.addEventListener("click", take);
  document.addEventListener("early-click", (event) => take(/** @type {CustomEvent<MouseEvent>} */ (event).detail));
};
