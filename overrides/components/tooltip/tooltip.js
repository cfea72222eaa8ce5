/* Definitions of terms and previews of sources: under a pointer that rests, a finger that taps, and the focus.
   One listener for all. */

import { all, around, byId, make, one } from "../lib/page.js";
import { addStyles } from "../lib/styles.js";
import styles from "./tooltip.css" with { type: "text" };

const TERMS = "abbr[title], abbr[aria-describedby], sup a[href^='#s--']";
const REST = 200; // milliseconds

/** What a term means; or, for the number of a source, what the last line of the section says of it.
 * @param {HTMLElement} term
 */
const meaning = (term) => {
  if (!(term instanceof HTMLAnchorElement)) return term.title;
  const entry = byId(term.hash.slice(1))?.textContent ?? "";
  return entry.replace(/^\d+ /, "");
};

/** Beside the line of a term that the pointer is on, above or below all of them.
 * @param {HTMLElement} tip
 * @param {HTMLElement} term
 * @param {number} x
 * @param {number} y
 */
const place = (tip, term, x, y) => {
  const lines = [...term.getClientRects()];
  const { left, width } = lines.find((line) => line.left <= x && x <= line.right && y <= line.bottom) ?? lines[0];
  const { offsetWidth, offsetHeight } = tip;
  const room = document.body.clientWidth - offsetWidth - 8;
  const above = lines[0].top - offsetHeight - 4;
  const fits = above >= (one(".header")?.getBoundingClientRect().bottom ?? 0);
  tip.style.left = `${Math.max(8, Math.min(left + (width - offsetWidth) / 2, room))}px`;
  tip.style.top = `${scrollY + (fits ? above : lines[lines.length - 1].bottom + 4)}px`;
};

export const tooltip = () => {
  addStyles(styles);
  const tip = make("div", { class: "tooltip", id: "tooltip", role: "tooltip" });
  /** @type {HTMLElement | undefined} */
  let term;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const hide = () => {
    if (!term) return;
    if (!(term instanceof HTMLAnchorElement)) term.title = tip.textContent ?? "";
    term.removeAttribute("aria-describedby");
    term = undefined;
    tip.remove();
  };
  const show = (/** @type {HTMLElement} */ pointed, x = -1, y = -1) => {
    if (pointed === term) return;
    hide();
    term = pointed;
    tip.textContent = meaning(term);
    term.removeAttribute("title"); // or the browser shows it as well
    term.setAttribute("aria-describedby", tip.id);
    document.body.append(tip);
    place(tip, term, x, y);
  };
  const later = (/** @type {() => void} */ act) => {
    clearTimeout(timer);
    timer = setTimeout(act, REST);
  };
  for (const each of all("article abbr[title]")) each.tabIndex = 0;
  const already = one("abbr[title]:hover");
  if (already) later(() => show(already));
  document.addEventListener("pointerover", (event) => {
    clearTimeout(timer);
    if (event.target === term || event.target === tip) return; // the pointer may go there, to read or select
    const pointed = around(event, TERMS);
    later(
      pointed
        ? () => show(pointed, event.clientX, event.clientY)
        : () => byId(tip.id) && document.activeElement !== term && hide(),
    );
  });
  document.addEventListener("pointerdown", (event) => event.target !== tip && !around(event, TERMS) && hide());
  document.addEventListener("pointercancel", () => clearTimeout(timer)); // a finger that scrolls
  document.addEventListener("focusin", (event) => {
    const focused = around(event, TERMS);
    if (focused?.matches(":focus-visible")) show(focused);
  });
  document.addEventListener("focusout", () => hide());
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    clearTimeout(timer);
    hide();
  });
};
