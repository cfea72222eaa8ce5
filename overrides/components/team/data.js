/* What the page knows: its activities with who usually leads them, and what everybody is called. */

import { all, byId } from "../lib/page.js";

/**
 * @typedef {object} Activity
 * @property {string} id
 * @property {string} name
 * @property {string} url
 * @property {boolean} first among those that teams argue over
 * @property {string} lead as usual, or ""
 * @property {string[]} shares
 * @property {string[]} rivals
 * @property {[string, string][]} elsewhere setting and leader
 * @property {[string, string][]} without who is absent, and who leads then
 * @property {string} words which way the sources point, and how firmly
 *
 * @typedef {object} Actor
 * @property {string} id
 * @property {string} name
 * @property {string} kind role, title, person or group
 * @property {string[]} names what else it is called
 *
 * @typedef {object} Data
 * @property {Map<string, Activity>} activities
 * @property {Map<string, Actor>} actors
 * @property {Map<string, string>} settings
 */

/** @param {string | undefined} text */
const ids = (text) => (text ?? "").split(" ").filter(Boolean);

/** @param {string | undefined} text @returns {[string, string][]} */
const pairs = (text) => ids(text).map((pair) => /** @type {[string, string]} */ (pair.split(":")));

/** @returns {Data} */
export const readData = () => {
  const options = (/** @type {string} */ list) =>
    /** @type {HTMLOptionElement[]} */ (all("option", byId(list) ?? document));
  const activities = all("table.sheet tbody tr").map((row) => {
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("th a"));
    const { first, lead = "", shares, rivals, elsewhere, without, words = "" } = row.dataset;
    return {
      id: row.id,
      name: link.textContent ?? "",
      url: link.href,
      first: first === "1",
      lead,
      shares: ids(shares),
      rivals: ids(rivals),
      elsewhere: pairs(elsewhere),
      without: pairs(without),
      words,
    };
  });
  const actors = options("roles").map(({ value: id, label: name, dataset: { kind = "", names } }) => ({
    id,
    name,
    kind,
    names: (names ?? "").split("|").filter(Boolean),
  }));
  return {
    activities: new Map(activities.map((each) => [each.id, each])),
    actors: new Map(actors.map((each) => [each.id, each])),
    settings: new Map(options("settings").map(({ value, label }) => [value, label])),
  };
};

/** A name inside a sentence: "Product owner" as "product owner", but "UX researcher" stays. @param {string} name */
export const lower = (name) => (/^.[^ ]*[A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));

/**
 * Names in a sentence: "a", "a and b", "a, b, and c".
 * @param {string[]} names
 */
export const listing = (names) =>
  names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
