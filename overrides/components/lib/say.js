/* Say something to everyone: shown, and read out politely. */

import styles from "../toast/toast.css" with { type: "text" };
import { make } from "./page.js";
import { addStyles } from "./styles.js";

/** @type {HTMLElement | undefined} */
let toast;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

const hush = () => {
  if (toast) toast.textContent = "";
};

/**
 * @param {string} text
 * @param {boolean} [stay] until it is dismissed: by Escape, or a press on it
 */
export const say = (text, stay = false) => {
  if (!toast) {
    addStyles(styles);
    toast = make("div", { class: "toast", role: "status" });
    toast.addEventListener("click", () => getSelection()?.isCollapsed && hush());
    document.addEventListener("keydown", ({ key }) => key === "Escape" && hush());
    document.body.append(toast);
  }
  // Emptied first, so that saying the same thing twice is read twice.
  hush();
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (toast) toast.textContent = text;
    if (!stay) timer = setTimeout(hush, 4000);
  }, 50);
};

/** Copying as it was done before there was a clipboard to write to; works without https too.
 * @param {string} text
 */
const copyBySelection = (text) => {
  const field = /** @type {HTMLTextAreaElement} */ (make("textarea", { readonly: "", class: "md-skip" }));
  const focused = document.activeElement;
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
};

/**
 * @param {string} text
 * @param {string} done what to say then
 */
export const copy = async (text, done) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyBySelection(text)) return say(`Copy this: ${text}`, true);
  }
  say(done);
};
