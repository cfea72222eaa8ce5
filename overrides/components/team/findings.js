/* What the checks found: lists with ways to the rows. */

import { make } from "../lib/page.js";
import { lower } from "../lib/words.js";

/**
 * @import { Finding } from "./checks.js"
 * @import { Data } from "./data.js"
 */

/** @type {Record<string, (finding: Finding, data: Data) => string>} */
const SAYS = {
  open: () => "Still to guess",
  nobody: () => "Nobody decides",
  two: () => "More than one person decides",
  group: () => "A group decides, and nobody in it is named",
  unasked: () => "Who decides does not do the work, and asks nobody",
  absent: () => "Who decides is not ticked as being there",
  overloaded: ({ who = "" }, { actors }) => `${actors.get(who)?.name ?? who} decides more than half of what is decided`,
};

/** @param {string} id @param {Data} data */
const rowLink = (id, { activities }) => make("a", { href: `#${id}` }, lower(activities.get(id)?.name ?? id));

/** Links between commas. @param {HTMLElement[]} links @returns {(Node | string)[]} */
const spaced = (links) => links.flatMap((link, at) => (at ? [", ", link] : [link]));

/**
 * @param {Finding[]} findings
 * @param {Data} data
 * @param {boolean} guess
 */
export const findingList = (findings, data, guess) => {
  const none = guess
    ? "Each row has your guess. Copy the link below the sheet, and send it to whoever collects them."
    : "The checks find nothing: each row has one person who decides.";
  if (!findings.length) return make("p", {}, none);
  const items = findings.map((finding) =>
    make(
      "li",
      {},
      make("strong", {}, SAYS[finding.rule](finding, data)),
      ` (${finding.rows.length}): `,
      ...spaced(finding.rows.map((id) => rowLink(id, data))),
    ),
  );
  return make("ul", {}, ...items);
};
