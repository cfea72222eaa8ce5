/* Links to sections, rows and cells: following one also copies the full address. */

import { around, onClick } from "../lib/page.js";
import { copy } from "../lib/say.js";

const follow = (/** @type {MouseEvent} */ event) => {
  const link = around(event, "a.headerlink, a.copy");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  copy(/** @type {HTMLAnchorElement} */ (link).href, "Link copied");
};

export const copyLink = () => onClick(follow);
