/* What stands at a place of a page, as an answer: a cell, a row, the section of a role, or a question. */

import { canonical } from "../lib/address.js";
import { one } from "../lib/page.js";
import { lower } from "../lib/words.js";

/** @import { Answer } from "./forms.js" */

/** The text of an element, without numbers of references and signs of links. @param {Element | null | undefined} element */
export const said = (element) => {
  const copied = /** @type {HTMLElement | undefined} */ (element?.cloneNode(true));
  for (const each of copied?.querySelectorAll("sup, .headerlink, .copy, .why, .asks, .lens-added") ?? []) each.remove();
  return (copied?.textContent ?? "").replace(/\s+/g, " ").trim();
};

/** Which way, where a cell says it. @param {Element} cell */
const way = (cell) => cell.querySelector(".why[class*=' ']")?.textContent?.toLowerCase() ?? "";

/** @param {HTMLTableCellElement} cell @param {HTMLElement} row */
const ofCell = (cell, row) => ({
  name: `${cell.dataset.label}, ${lower(said(one("th", row)))}`,
  verdict: said(cell),
  lead: "",
  words: way(cell),
});

/** What the sources say of it has words of its own. @param {HTMLElement} row */
const ofRow = (row) => {
  const cells = [...row.querySelectorAll('td:not([data-label="Sources"])')];
  const about = row.closest(".activities, .combinations") ? "" : `, ${lower(said(one("article h1")))}`;
  const name = said(one("th", row)) + (cells.length > 1 ? "" : about);
  const [first] = cells;
  const listed = cells
    .map((cell) => `${/** @type {HTMLElement} */ (cell).dataset.label}: ${lower(said(cell))}`)
    .join("; ");
  return {
    name,
    verdict: cells.length > 1 ? `${listed}.` : said(first),
    lead: first.matches('[data-label="Last word"]') ? said(first) : "",
    words: way(first) || said(one("[data-label=Sources]", row)).toLowerCase(),
  };
};

/** @param {Element} heading */
const ofSection = (heading) => {
  const claim = heading.nextElementSibling;
  if (!claim?.matches(".claim")) return undefined;
  const marks = claim.nextElementSibling;
  const words = [".way", ".firm"].map((each) => said(marks?.querySelector(each)).toLowerCase());
  return {
    name: `${said(heading)}, ${lower(said(one("article h1")).split(":")[0])}`,
    verdict: said(claim),
    lead: "",
    words: words.filter(Boolean).join(" · "),
  };
};

/** @param {Element} heading */
const ofQuestion = (heading) => {
  const answer = heading.nextElementSibling;
  if (!answer?.matches("p") || !said(heading).endsWith("?")) return undefined;
  const marks = answer.nextElementSibling?.matches(".marks") ? answer.nextElementSibling : undefined;
  return {
    name: said(heading),
    verdict: said(answer),
    lead: "",
    words: said(marks?.querySelector(".firm")).toLowerCase(),
  };
};

/**
 * The answer at the place that a sign of a link leads to; nothing where none stands there.
 * @param {HTMLAnchorElement} link
 * @returns {Answer | undefined}
 */
export const answerAt = (link) => {
  const cell = /** @type {HTMLTableCellElement | null} */ (link.closest("td[id]"));
  const row = /** @type {HTMLElement | null} */ (link.closest("tr"));
  const heading = link.closest("h2, h3");
  const found =
    cell && row
      ? ofCell(cell, row)
      : row && !row.closest(".matrix")
        ? ofRow(row)
        : heading && (ofSection(heading) ?? ofQuestion(heading));
  return found ? { ...found, url: canonical() + link.hash } : undefined;
};
