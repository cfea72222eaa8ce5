/* References say in words what they lead to, and the number before a source leads back to where it is first cited.
   Long pages come without the addresses of works (scripts/publish/works.py): they follow from a file of their own. */

import { all, byId, make, one } from "../lib/page.js";

const REFERENCES = "sup a[href^='#s--']";
const WORK = "a:not(.back)";

/** The kind of a source leads to what we say of it. @param {Element} entry @param {string} href */
const nameKind = (entry, href) => {
  const [work, about] = all(WORK, entry);
  const last = entry.lastChild;
  const [, place, kind] = /^(.*\()([^()]*)\)$/s.exec(last?.textContent ?? "") ?? [];
  const link = about ?? (href && kind && make("a", { href }, kind));
  if (!link) return;
  if (!about) last?.replaceWith(place, link, ")");
  link.setAttribute("aria-label", `${link.textContent}: about the source ${work.textContent}`);
};

/** Each work's name leads to the work itself; without the file, to our entry, which has its address. */
const leadToWorks = async () => {
  const response = await fetch("works.json");
  if (!response.ok) return;
  /** @type {(string | null)[]} */
  const works = await response.json();
  for (const [at, entry] of all(".sources > span").entries()) {
    const [work, about] = all(WORK, entry);
    const url = works[at];
    if (!url || about) continue;
    nameKind(entry, work.getAttribute("href") ?? "");
    work.setAttribute("href", url);
  }
};

export const references = () => {
  for (const link of all(REFERENCES)) {
    const entry = byId(/** @type {HTMLAnchorElement} */ (link).hash.slice(1));
    const number = link.textContent ?? "";
    link.setAttribute("aria-label", `Source ${number}`);
    if (!entry || one(".back", entry)) continue;
    link.id = `cited-${entry.id}`;
    const back = { class: "back", href: `#${link.id}`, "aria-label": `${number}: back to the text` };
    entry.firstChild?.replaceWith(make("a", back, number), " ");
    nameKind(entry, "");
  }
  if (one("[data-works]")) leadToWorks().catch(() => {});
};
