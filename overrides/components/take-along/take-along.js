/* Copy an answer: that of the page, or that of a cell, a row or a section; as a sentence with its link, as Markdown,
   as a line for a chat, as a row of a table. */

import { canonical } from "../lib/address.js";
import { around, onClick, one } from "../lib/page.js";
import { copy } from "../lib/say.js";
import { copyBoth, tableMarkup } from "../lib/take.js";
import { answerOf, chatLine, markdown, row, sentence } from "./forms.js";
import { offer } from "./offer.js";
import { answerAt, said } from "./place.js";

/** @import { Answer } from "./forms.js" */

/** @param {string} selector */
const part = (selector) => said(one(`article ${selector}`));

/** @returns {Answer} */
const ofPage = () =>
  answerOf({
    name: part("h1"),
    verdict: part(".verdict"),
    lead: part(".lastword"),
    words: [part(".marks .way"), part(".marks .firm")].filter(Boolean).join(" · "),
    url: canonical(),
  });

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

/** @param {MouseEvent} event */
const take = (event) => {
  const form = around(event, "[data-take]")?.dataset.take;
  if (form) TAKE[form]?.(ofPage());
  const link = /** @type {HTMLAnchorElement | null} */ (around(event, "a.headerlink, a.copy"));
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const answer = answerAt(link);
  const byKey = /** @type {PointerEvent} */ (event).pointerType === "" || link.matches(":focus-visible");
  // Once the link has been followed, which moves the focus.
  if (answer) setTimeout(() => offer(link, byKey, (form) => TAKE[form]?.(answer)), 100);
};

export const takeAlong = () => onClick(take);
