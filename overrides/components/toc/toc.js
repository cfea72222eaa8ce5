/* The contents follow: the entry of what is read is marked and in sight; so is the page's title in the header. */

import { all, byId, one } from "../lib/page.js";

export const toc = () => {
  const panel = byId("toc");
  const header = one(".header");
  const title = one("h1");
  const links = all("#toc a");
  const parts = links.map((link) => byId(decodeURIComponent(/** @type {HTMLAnchorElement} */ (link).hash.slice(1))));
  /** @type {HTMLElement | undefined} */
  let here;
  const mark = (/** @type {HTMLElement | undefined} */ link) => {
    if (link === here) return;
    here?.removeAttribute("aria-current");
    here = link;
    if (!link || !panel) return;
    link.setAttribute("aria-current", "location");
    const [list, own] = [panel.getBoundingClientRect(), link.getBoundingClientRect()];
    if (own.top < list.top + 40 || own.bottom > list.bottom - 40)
      panel.scrollTop += own.top - list.top - list.height / 2;
  };
  const follow = () => {
    const top = Math.max(0, header?.getBoundingClientRect().bottom ?? 0);
    if (title) header?.classList.toggle("passed", title.getBoundingClientRect().bottom < top);
    const places = parts.map((part) => (part?.getClientRects().length ? part.getBoundingClientRect().top : Infinity));
    // The last that begins above the line of reading; at the end of the page, what the address names if it is in sight.
    let last = places.findLastIndex((place) => place <= top + 24);
    if (innerHeight + scrollY >= document.documentElement.scrollHeight - 2) {
      last = Math.max(
        last,
        parts.findLastIndex((part, at) => part?.matches(":target") && places[at] < innerHeight),
      );
    }
    mark(links[last]);
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  soon();
};
