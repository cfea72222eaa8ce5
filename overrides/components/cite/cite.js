/* Cite: the page, or the section that the address names. */

import { address } from "../lib/address.js";
import { byId, make, one, target } from "../lib/page.js";
import { copy } from "../lib/say.js";

/** @param {HTMLElement} element */
const titled = (element) => (element.textContent ?? "").replace(/#$/, "").trim();

/** @param {string} name */
const meta = (name) => one(`meta[property="${name}"]`)?.getAttribute("content") ?? "";

/**
 * The citation of what the address names, by the name of its form.
 * @returns {Record<string, string>}
 */
const texts = () => {
  const heading = one("h1");
  const time = /** @type {HTMLTimeElement | null} */ (one(".page-footer time"));
  if (!heading || !time) return {};
  const named = target();
  const part = named && named !== heading && named.matches("h2, h3") ? `${titled(named)}. `.replace("?.", "?") : "";
  const title = `${part}${titled(heading)}`;
  const url = address() + (part ? location.hash : "");
  const site = meta("og:site_name");
  const date = time.dateTime;
  const [year, month] = date.split("-");
  const key = (part ? `${location.hash.slice(1)}-` : "") + (location.pathname.split("/").slice(-2)[0] || "home");
  return {
    "Plain text": `“${title}${/[.?!]$/.test(title) ? "" : "."}” ${site}. Last changed ${date}. ${url}`,
    Markdown: `[${title}](${url}), *${site}*, ${date}`,
    BibTeX:
      `@misc{${key},\n  title = {${title}},\n  howpublished = {${site}},\n` +
      `  year = {${year}},\n  month = {${Number(month)}},\n  url = {${url}}\n}`,
  };
};

/** One form: its name, a button that copies it, and the text, which `fill` writes anew. @param {string} form */
const made = (form) => {
  const id = `cite-${form.replace("Plain ", "").toLowerCase()}`;
  const text = make("pre", { id, tabindex: "0", "aria-labelledby": `${id}-name` });
  const button = make("button", { type: "button" }, "Copy");
  button.addEventListener("click", () => copy(text.textContent ?? "", "Citation copied"));
  const fill = () => text.replaceChildren(texts()[form] ?? "");
  return { parts: [make("p", { id: `${id}-name` }, `${form} `, button), text], fill };
};

export const cite = () => {
  const details = byId("cite");
  if (!details) return;
  /** @type {ReturnType<typeof made>[]} */
  let forms = [];
  const fill = () => {
    if (!details.hasAttribute("open")) return;
    if (!forms.length) {
      forms = Object.keys(texts()).map(made);
      for (const { parts } of forms) details.append(...parts);
    }
    for (const form of forms) form.fill();
  };
  fill(); // opened before this script was there
  details.addEventListener("toggle", fill);
  addEventListener("hashchange", fill);
};
