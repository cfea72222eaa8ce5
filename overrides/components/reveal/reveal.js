/* Open what a link points into, and keep it below the header. */

import { target } from "../lib/page.js";

const show = () => {
  const found = target();
  if (!found) return;
  const named = found.matches(".was") ? found.parentElement : found; // an anchor's former name
  named?.closest("details")?.setAttribute("open", "");
  named?.scrollIntoView();
};

export const reveal = () => {
  show();
  addEventListener("hashchange", show);
};
