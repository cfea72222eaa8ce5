/* What the page knows: its activities with who usually leads them, and what everybody is called. */

import { all, byId } from "../lib/page.js";
import { cleanNote, emptyRow, PARTS } from "./state.js";

/**
 * @import { Row } from "./state.js"
 *
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
 * @property {string[]} [always] who is there whoever is
 * @property {string[]} [others] who is no role of this site
 * @property {Row} [here] what the house of this edition has agreed
 *
 * @typedef {object} Actor
 * @property {string} id
 * @property {string} name
 * @property {string} kind role, title, person, group, or whole for everybody together
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

/** What the house has agreed, from a row: who decides/does/is asked/is told. @param {DOMStringMap} data @returns {Row | undefined} */
const agreed = ({ here, hereNote }) => {
  if (here === undefined) return undefined;
  const parts = here.split("/").map(ids);
  return {
    ...emptyRow(),
    ...Object.fromEntries(PARTS.map((part, at) => [part, parts[at]])),
    note: cleanNote(hereNote ?? ""),
  };
};

/** @returns {Data} */
export const readData = () => {
  const options = (/** @type {string} */ list) =>
    /** @type {HTMLOptionElement[]} */ (all("option", byId(list) ?? document));
  const always = options("roles").flatMap(({ value, dataset: { kind } }) => (kind === "whole" ? [value] : []));
  const others = options("roles").flatMap(({ value, dataset: { kind } }) => (kind === "role" ? [] : [value]));
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
      here: agreed(row.dataset),
      always,
      others,
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
