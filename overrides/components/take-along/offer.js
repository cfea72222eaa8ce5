/* Whoever copies the link to a place that has an answer may have it in another form: four buttons beside the link. */

import { make } from "../lib/page.js";
import { addStyles } from "../lib/styles.js";
import styles from "./offer.css" with { type: "text" };

const FORMS = { sentence: "Sentence", markdown: "Markdown", chat: "Chat line", row: "Table row" };

/** @type {HTMLElement | undefined} */
let box;
/** @type {{link: HTMLElement, act: (form: string) => void} | undefined} */
let shown;

/** Beside its link, wherever that scrolls; gone when that is gone. */
const place = () => {
  if (!box?.matches(":popover-open") || !shown) return;
  const { top, bottom, left } = shown.link.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) return box.hidePopover();
  const { width, height } = box.getBoundingClientRect();
  box.style.setProperty("left", `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`);
  box.style.setProperty("top", `${Math.min(bottom + 4, innerHeight - height - 4)}px`);
};

const build = () => {
  addStyles(styles);
  const buttons = Object.entries(FORMS).map(([form, label]) => make("button", { type: "button", value: form }, label));
  const made = make("div", { class: "offer", popover: "", role: "group", "aria-label": "Copy this answer" });
  made.append("Copy as", ...buttons);
  made.addEventListener("click", ({ target }) => {
    const form = target instanceof HTMLButtonElement ? target.value : "";
    if (!form) return;
    made.hidePopover();
    shown?.act(form);
  });
  made.addEventListener("toggle", (event) => {
    const within = made.contains(document.activeElement) || document.activeElement === document.body;
    if (/** @type {ToggleEvent} */ (event).newState === "closed" && within) shown?.link.focus({ preventScroll: true });
  });
  addEventListener("scroll", place, { passive: true });
  document.body.append(made);
  return made;
};

/**
 * @param {HTMLElement} link beside which it shows
 * @param {boolean} byKey whether the focus goes there
 * @param {(form: string) => void} act
 */
export const offer = (link, byKey, act) => {
  box ??= build();
  shown = { link, act };
  box.showPopover();
  place();
  if (byKey) box.querySelector("button")?.focus({ preventScroll: true });
};
