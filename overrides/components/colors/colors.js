/* Colors: as the system has them, light, or dark; what is chosen is kept. The page itself sets what was kept before
   its first paint (first.html), and the stylesheet shows the button that leads on. */

import { all, around, onClick } from "../lib/page.js";
import { keep, kept } from "../lib/storage.js";

const CHOICES = ["light", "dark"];

/** @param {string | null} value */
const show = (value) => {
  const { dataset } = document.documentElement;
  if (value && CHOICES.includes(value)) dataset.colors = value;
  else delete dataset.colors;
};

const change = (/** @type {Event} */ event) => {
  const button = /** @type {HTMLButtonElement | null} */ (around(event, ".colors button"));
  if (!button) return;
  const chosen = CHOICES.includes(button.value) ? button.value : null;
  show(chosen);
  keep("localStorage", "colors", chosen);
  all(".colors button")
    .find((each) => each.checkVisibility())
    ?.focus();
};

/** The buttons. */
export const choosingColors = () => onClick(change);

/** Colors that were chosen meanwhile, on another page or in another tab. */
export const colors = () => {
  const refresh = () => show(kept("localStorage", "colors"));
  addEventListener("storage", refresh);
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
};
