/* On what guesses differ: who says what, row by row, and a choice of what holds. */

import { make } from "../lib/page.js";
import { listing, lower } from "../lib/words.js";
import { heading, shownAs } from "./files.js";
import { usually } from "./sheet.js";

/**
 * @import { Data } from "./data.js"
 * @import { Difference } from "./merge.js"
 * @import { Agreement } from "./state.js"
 */

const KINDS = {
  unowned: "Nobody decides, by anybody’s guess",
  double: "Different people decide",
  other: "Same decider, another part differs",
};

/** Those who say the same, together; what most say comes first. @param {Agreement[]} guesses @param {(guess: Agreement) => string} says */
const together = (guesses, says) => {
  /** @type {Map<string, {guess: Agreement, by: string[]}>} */
  const found = new Map();
  for (const [at, guess] of guesses.entries()) {
    const group = found.get(says(guess)) ?? { guess, by: [] };
    group.by.push(guess.by || `link ${at + 1}`);
    found.set(says(guess), group);
  }
  return [...found.values()].sort((one, other) => other.by.length - one.by.length);
};

/** @param {string[]} ids @param {Agreement} guess @param {Data} data */
const named = (ids, guess, data) => listing(ids.map((id) => lower(shownAs(id, guess, data)))) || "nobody";

/**
 * Who decides, to choose from. A guess that names nobody, or several, is no choice.
 * @param {string} id
 * @param {Agreement[]} guesses
 * @param {Data} data
 */
const choice = (id, guesses, data) => {
  const decided = (/** @type {Agreement} */ guess) => guess.rows.get(id)?.decides ?? [];
  const lines = together(guesses, (guess) => [...decided(guess)].sort().join(" ")).map(({ guess, by }) => {
    const ids = decided(guess);
    const says = ` ${named(ids, guess, data)}: ${by.length} of ${guesses.length} (${listing(by)})`;
    if (ids.length !== 1) return make("li", {}, says);
    return make(
      "li",
      {},
      make("label", {}, make("input", { type: "radio", name: `holds-${id}`, value: ids[0] }), says),
    );
  });
  return make("ul", { role: "radiogroup", "aria-label": data.activities.get(id)?.name ?? id }, ...lines);
};

/**
 * @param {Difference} difference
 * @param {Agreement[]} guesses
 * @param {Data} data
 */
const item = ({ id, kind, parts }, guesses, data) => {
  const activity = data.activities.get(id);
  if (!activity) return "";
  const words = activity.lead ? ` (${activity.words.toLowerCase()})` : "";
  const usual = `. Usually: ${usually(activity, guesses[0], data)}${words}.`;
  const title = make("a", { href: activity.url }, activity.name);
  if (kind === "unowned") return make("li", {}, title, usual);
  if (kind === "double") return make("li", {}, title, usual, choice(id, guesses, data));
  const says = (/** @type {Agreement} */ guess) =>
    parts
      .map((part) => `${heading(part, "").toLowerCase()}: ${named(guess.rows.get(id)?.[part] ?? [], guess, data)}`)
      .join("; ");
  const lines = together(guesses, says).map(({ guess, by }) => make("li", {}, `${listing(by)}: ${says(guess)}`));
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
      ...(kind === "double" ? [make("p", {}, "Talk about each, and choose who decides.")] : []),
      make("ol", { class: kind }, ...found.map((each) => item(each, guesses, data))),
    ];
  });
  return parts.length ? parts : [make("p", {}, "The guesses agree on every row.")];
};

/** Who has been chosen, by id of the activity. @param {ParentNode} list @returns {Map<string, string>} */
export const chosenIn = (list) =>
  new Map(
    /** @type {HTMLInputElement[]} */ ([...list.querySelectorAll("input:checked")]).map(({ name, value }) => [
      name.replace("holds-", ""),
      value,
    ]),
  );
