/* Colors: as the system has them, light, or dark; what is chosen is kept. The page itself sets what was kept before
   its first paint (first.html). One button leads from each to the next. */

import { around, onClick, one } from "../lib/page.js";
import { keep, kept } from "../lib/storage.js";

const HALF = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m0 2a8 8 0 0 1 0 16z";
const SUN = "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10M11 1h2v4h-2zm0 18h2v4h-2zM1 11h4v2H1zm18 0h4v2h-4z";
const MOON = "M2 12a10 10 0 0 0 13 9.54 10 10 0 0 1 0-19.08A10 10 0 0 0 2 12";

/** What the button shows and where it leads, by the colors that hold. @type {Record<string, string[]>} */
const STEPS = {
  system: [HALF, "light", "light mode"],
  light: [SUN, "dark", "dark mode"],
  dark: [MOON, "system", "system preference"],
};

/** @param {string | null} value */
const show = (value) => {
  const { dataset } = document.documentElement;
  const colors = value === "light" || value === "dark" ? value : "system";
  if (colors === "system") delete dataset.colors;
  else dataset.colors = colors;
  const [picture, , name] = STEPS[colors];
  one(".colors")?.setAttribute("title", `Switch to ${name}`);
  one(".colors path")?.setAttribute("d", picture);
};

const change = (/** @type {Event} */ event) => {
  if (!around(event, ".colors")) return;
  const [, next] = STEPS[document.documentElement.dataset.colors ?? "system"];
  keep("localStorage", "colors", next === "system" ? null : next);
  show(next);
};

/** The button, and colors that were chosen meanwhile on another page or in another tab. */
export const colors = () => {
  const refresh = () => show(kept("localStorage", "colors"));
  onClick(change);
  refresh();
  addEventListener("storage", refresh);
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
};
