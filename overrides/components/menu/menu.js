/* Menu and contents on narrow screens: popovers, which open, close and give the focus back by themselves. Here,
   the focus goes to where the reader is, and what leads on within the page closes the panel. */

import { all, around, one } from "../lib/page.js";

export const menu = () => {
  for (const panel of all(".menu, .toc")) {
    const close = () => panel.matches(":popover-open") && panel.hidePopover();
    const enter = () => panel.matches(":popover-open") && (one("[aria-current]", panel) ?? one("a", panel))?.focus();
    enter(); // opened before this script was there
    panel.addEventListener("toggle", enter);
    panel.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !panel.contains(relatedTarget)) close();
    });
    panel.addEventListener("click", (event) => around(event, "a") && close());
    // Beside the text, it is no panel.
    matchMedia("(min-width: 60em)").addEventListener("change", close);
    matchMedia("(min-width: 76.25em)").addEventListener("change", close);
  }
};
