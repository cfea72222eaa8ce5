/* The choice of a setting comes with the first press on its button, or with an address that holds one. */

import { loader } from "../lib/loader.js";
import { beside } from "../lib/names.js";
import { around, one } from "../lib/page.js";
import { say } from "../lib/say.js";

export const lens = () => {
  const address = beside(LENS);
  const button = /** @type {HTMLButtonElement | null} */ (one("[data-lens]"));
  if (!button) return;
  const open = async () => {
    button.disabled = true; // once is enough
    try {
      await loader()(address);
    } catch {
      say("This could not be loaded. Try again with a connection.");
    }
    button.disabled = false;
  };
  if (/[?&](in|team)=/.test(location.search)) open();
  button.addEventListener("click", open);
  document.addEventListener("early-click", (event) => {
    if (around(/** @type {CustomEvent<MouseEvent>} */ (event).detail, "[data-lens]")) open();
  });
};
