/* Cite: the page, or the section that the address names. */

import { all, byId, one, target } from "../lib/page.js";
import { copy } from "../lib/say.js";

// What the pages keep in their addresses; whatever else stands there, a link has picked up on its way.
const OWN = ["roles", "order", "show", "who", "group", "in", "text"];

const query = () => {
  const params = new URLSearchParams(location.search);
  for (const name of [...params.keys()]) if (!OWN.includes(name)) params.delete(name);
  const text = params.toString().replaceAll("%2C", ",");
  return text && `?${text}`;
};

/** @param {HTMLElement} element */
const titled = (element) => (element.textContent ?? "").replace(/#$/, "").trim();

const fill = () => {
  const details = byId("cite");
  const heading = one("h1");
  const time = /** @type {HTMLTimeElement | null} */ (one(".page-actions time"));
  if (!details || !heading || !time) return;
  const named = target();
  const part = named && named !== heading && named.matches("h2, h3") ? `${titled(named)}. `.replace("?.", "?") : "";
  const title = `${part}${titled(heading)}`;
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  const url = (canonical?.href ?? location.href.split(/[?#]/)[0]) + query() + (part ? location.hash : "");
  const { site } = details.dataset;
  const date = time.dateTime;
  const [year, month] = date.split("-");
  const key = (part ? `${location.hash.slice(1)}-` : "") + (location.pathname.split("/").slice(-2)[0] || "home");
  /** @type {Record<string, string>} */
  const texts = {
    "cite-text": `“${title}.” ${site}. Last changed ${date}. ${url}`,
    "cite-markdown": `[${title}](${url}), *${site}*, ${date}`,
    "cite-bibtex":
      `@misc{${key},\n  title = {${title}},\n  howpublished = {${site}},\n` +
      `  year = {${year}},\n  month = {${Number(month)}},\n  url = {${url}}\n}`,
  };
  for (const [id, text] of Object.entries(texts)) byId(id)?.replaceChildren(text);
};

export const cite = () => {
  const details = byId("cite");
  if (!details) return;
  if (details.hasAttribute("open")) fill();
  details.addEventListener("toggle", fill);
  addEventListener("hashchange", fill);
  for (const button of all("button[data-copies]", details)) {
    button.addEventListener("click", () =>
      copy(byId(button.dataset.copies ?? "")?.textContent ?? "", "Citation copied"),
    );
  }
};
