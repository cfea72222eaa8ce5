/* What the page knows: its questions, the roles, the pages that tell two of them apart, who leads what. */

import { all } from "../lib/page.js";

/**
 * @import { Sign } from "./score.js"
 * @typedef {{name: string, url: string}} Link
 * @typedef {object} Data
 * @property {(Sign & {item: HTMLElement, question: string})[]} signs
 * @property {Map<string, Link & {names: string[]}>} roles
 * @property {(Link & {roles: string[]})[]} pairs
 * @property {Map<string, Link & Sign>} work by id of the activity
 */

/** @param {HTMLElement} item @returns {Link} */
const linkOf = (item) => {
  const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
  return { name: link.textContent ?? "", url: link.href };
};

/** @param {string | undefined} text @param {string} between */
const parts = (text, between) => (text ?? "").split(between).filter(Boolean);

/** @param {HTMLElement} item @returns {Sign} */
const signOf = ({ dataset: { activity = "", usual = "", elsewhere } }) => ({
  activity,
  usual,
  elsewhere: parts(elsewhere, " "),
});

/** @returns {Data} */
export const readData = () => ({
  signs: all(".signs > li").map((item) => ({
    ...signOf(item),
    item,
    question: item.querySelector(".question")?.textContent ?? "",
  })),
  roles: new Map(
    all(".job-roles li").map((item) => [
      item.dataset.role ?? "",
      { ...linkOf(item), names: parts(item.dataset.names, "|") },
    ]),
  ),
  pairs: all(".job-pairs li").map((item) => ({ ...linkOf(item), roles: parts(item.dataset.roles, " ") })),
  work: new Map(all(".job-work li").map((item) => [item.dataset.activity ?? "", { ...linkOf(item), ...signOf(item) }])),
});
