/* What the checks found, and on what guesses differ: lists with ways to the rows. */

import { make } from "../lib/page.js";
import { listing, lower } from "../lib/words.js";
import { heading, shownAs } from "./files.js";

/**
 * @import { Finding } from "./checks.js"
 * @import { Data } from "./data.js"
 * @import { Difference } from "./merge.js"
 * @import { Agreement } from "./state.js"
 */

/** @type {Record<string, (finding: Finding, data: Data) => string>} */
const SAYS = {
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
 */
export const findingList = (findings, data) => {
  if (!findings.length) return make("p", {}, "The checks find nothing: each row has one person who decides.");
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

const KINDS = {
  unowned: "Nobody decides, by anybody’s guess",
  double: "Different people decide",
  other: "Same decider, another part differs",
};

/**
 * @param {Difference} difference
 * @param {Agreement[]} guesses
 * @param {Data} data
 */
const differenceItem = ({ id, kind, parts }, guesses, data) => {
  const activity = data.activities.get(id);
  const title = make("a", { href: activity?.url ?? "" }, activity?.name ?? id);
  if (kind === "unowned") return make("li", {}, title);
  const shown = kind === "double" ? /** @type {const} */ (["decides"]) : parts;
  const lines = guesses.map((guess, at) => {
    const row = guess.rows.get(id);
    const says = shown.map(
      (part) =>
        `${heading(part, "").toLowerCase()}: ${listing((row?.[part] ?? []).map((each) => lower(shownAs(each, guess, data)))) || "nobody"}`,
    );
    return make("li", {}, `${guess.by || `Link ${at + 1}`}: ${says.join("; ")}`);
  });
  const usual = activity?.lead
    ? ` Usually ${lower(data.actors.get(activity.lead)?.name ?? "")} (${activity.words.toLowerCase()}).`
    : " No usual lead.";
  return make("li", {}, title, usual, make("ul", {}, ...lines));
};

/**
 * @param {Difference[]} differences
 * @param {Agreement[]} guesses
 * @param {Data} data
 */
export const differenceList = (differences, guesses, data) => {
  const parts = Object.entries(KINDS).flatMap(([kind, title]) => {
    const found = differences.filter((each) => each.kind === kind);
    if (!found.length) return [];
    return [
      make("h3", {}, `${title} (${found.length})`),
      make("ol", { class: kind }, ...found.map((each) => differenceItem(each, guesses, data))),
    ];
  });
  return parts.length ? parts : [make("p", {}, "The guesses agree on every row.")];
};
