/* References say in words what they lead to, and the number before a source leads back to where it is first cited. */

import { all, byId, make, one } from "../lib/page.js";

export const references = () => {
  for (const link of all("sup.ref a")) {
    const entry = byId(/** @type {HTMLAnchorElement} */ (link).hash.slice(1));
    const number = link.textContent ?? "";
    link.setAttribute("aria-label", `Source ${number}`);
    if (!entry || one(".back", entry)) continue;
    link.id = entry.id.replace("source", "cited");
    const back = { class: "back", href: `#${link.id}`, "aria-label": `${number}: back to the text` };
    const [work, about] = all("a", entry);
    about?.setAttribute("aria-label", `${about.textContent}: about the source ${work.textContent}`);
    entry.firstChild?.replaceWith(make("a", back, number), " ");
  }
};
