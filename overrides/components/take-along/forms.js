/* The forms in which an answer is taken along. */

import { escaped } from "../lib/table-text.js";

/** @typedef {{name: string, verdict: string, lead: string, words: string, url: string}} Answer */

/**
 * What stands on a page, as an answer: of the line with the last word only that.
 * @param {Answer} page
 * @returns {Answer}
 */
export const answerOf = ({ lead, verdict, words, ...rest }) => ({
  ...rest,
  verdict: verdict.replace(/\s*\([^()]*\)$/, "").trim(),
  lead: lead.match(/^Last word: (.*?)\.(?: |$)/)?.[1] ?? "",
  words: words.toLowerCase(),
});

/** @param {Answer} answer */
export const sentence = ({ name, verdict, url }) => `${name}${/[.?!]$/.test(name) ? "" : ":"} ${verdict} ${url}`;

/** @param {Answer} answer */
export const markdown = ({ name, verdict, url }) => `**[${escaped(name)}](${url})** ${escaped(verdict)}`;

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {Answer} answer */
export const chatLine = ({ name, lead, words, verdict, url }) => {
  const asks = /[.?!]$/.test(name);
  const who = lead && [asks ? capital(lead) : lead, words && `(${words})`].filter(Boolean).join(" ");
  return `${name}${asks ? "" : ":"} ${who || verdict} ${url}`;
};

/** @param {Answer} answer */
export const row = ({ name, lead, verdict, words }) => ({
  head: ["Question", "Last word", "Answer", "Proof"],
  cells: [name, lead || "–", verdict, words],
});
