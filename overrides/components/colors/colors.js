/* Colors: as the system has them, light, or dark; what is chosen is kept. The page itself sets what was kept before
   its first paint (first.html), and the stylesheet shows the button that leads on. */

import { all } from "../lib/page.js";
import { keep, kept } from "../lib/storage.js";

const CHOICES = ["light", "dark"];

/** @param {string | null} value */
const show = (value) => {
  const { dataset } = document.documentElement;
  if (value && CHOICES.includes(value)) dataset.colors = value;
  else delete dataset.colors;
};

export const colors = () => {
  const buttons = all(".colors button").map((each) => /** @type {HTMLButtonElement} */ (each));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const chosen = CHOICES.includes(button.value) ? button.value : null;
      show(chosen);
      keep("localStorage", "colors", chosen);
      buttons.find((each) => each.checkVisibility())?.focus();
    });
  }
  // Chosen meanwhile, on another page or in another tab.
  const refresh = () => show(kept("localStorage", "colors"));
  addEventListener("storage", refresh);
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
};
