/* What the shape of a query calls for: the pair for "A vs B", the passage for a role and a dimension,
   whether one is needed, what one is not; and a role's own page where nothing else is said. */

import { NEEDING, SHAPING } from "./intents.js";
import { folded } from "./text.js";

/** @import { Record } from "./types.js" */
/** @typedef {import("./records.js").Index} Index */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./match.js").Weighed} Weighed */
/** @typedef {import("./match.js").Hit} Hit */

const COMPARE = "compare/"; // any two roles side by side, for those that have no page of their own
const LATER = 0.1; // how much less each further meaning of a name counts
const DIMENSION = 0.38; // how much of what is said beside a role has to speak of a dimension
const LITTLE = 0.3; // and how much weight it has to have

/** @param {Query} query @param {Weighed[]} units @param {Index} index @param {(record: Record) => Hit} at */
export const matchShape = (query, units, index, at) => {
  const named = units.filter((unit) => unit.ids);
  const rest = units.filter((unit) => !unit.ids && !SHAPING.has(query.words[unit.from]));
  if (!named.length) return;
  /** @param {Record} record @param {number} worth @param {number} [share] of the rest that it covers */
  const give = (record, worth, share = 0) => {
    const hit = at(record);
    hit.shape = Math.max(hit.shape, worth);
    for (const [place, { ids }] of units.entries()) hit.covered[place] = Math.max(hit.covered[place], ids ? 1 : share);
    return hit;
  };
  const alias = aliasIn(units, index);
  if (alias) pairsOf(alias, index, give);
  else if (named.length > 1) shapeOfTwo(query, distinct(named), rest, index, give);
  const dimensions = rest.length ? dimensionsOf(rest, index) : new Map();
  for (const unit of named) shapeOfOne(query, unit, rest, named.length === 1, dimensions, index, give);
};

/** Two roles named differently; "PM vs PM" leaves the second its next meaning.
 * @param {Weighed[]} named */
const distinct = ([one, ...others]) => [one, others.find((unit) => unit.ids?.[0] !== one.ids?.[0]) ?? others[0]];

/** A role set against another word for it ("team lead vs engineering manager").
 * @param {Weighed[]} units @param {Index} index @returns {{role: string, written: string} | undefined} */
export const aliasIn = (units, index) => {
  const named = units.filter(({ ids }) => ids?.length === 1 && index.byRole.has(ids[0]));
  const [one, other] = named;
  if (named.length !== 2 || one.ids?.[0] !== other.ids?.[0] || one.written === other.written) return undefined;
  const role = one.ids?.[0] ?? "";
  const title = folded(index.titles.get(role) ?? "").join(" ");
  if (one.written !== title && other.written !== title) return undefined;
  return { role, written: one.written === title ? other.spelled : one.spelled };
};

/** The pairs that people mean by it: with the role whose title has a word of it ("tech lead"), or any.
 * @param {{role: string, written: string}} alias @param {Index} index @param {(record: Record, worth: number) => Hit} give */
const pairsOf = ({ role, written }, index, give) => {
  const words = new Set(folded(written));
  const own = new Set(folded(index.titles.get(role) ?? ""));
  for (const record of index.byKind.get("pair") ?? []) {
    if (!record.roles.includes(role)) continue;
    const [other] = record.roles.filter((id) => id !== role);
    const meant = folded(index.titles.get(other) ?? "").some((word) => words.has(word) && !own.has(word));
    give(record, 1).plainly = meant ? 1 : 0.5;
  }
};

/** Two roles: how they differ, or whether one person can be both.
 * @param {Query} query @param {Weighed[]} two @param {Weighed[]} rest @param {Index} index @param {(record: Record, worth: number) => Hit} give */
const shapeOfTwo = ({ intents, words }, [one, other], rest, index, give) => {
  const plainly = 1 / (1 + rest.reduce((sum, { weight }) => sum + weight, 0));
  for (const record of index.records) {
    const order = record.roles.length > 1 ? between(record.roles, one, other) : undefined;
    if (order === undefined) continue;
    const worth = plainly * (1 - LATER * order);
    // Whether one person can be both is answered elsewhere than how they differ.
    give(record, record.kind === "pair" && !intents.combine ? worth : 0).plainly = worth;
  }
  // "How many product managers before you need product ops?" asks for the one after the verb.
  const verb = words.findIndex((word) => NEEDING.has(word));
  const needed = intents.need ? (one.from > verb ? one : other.from > verb ? other : one).ids?.[0] : undefined;
  const chosen = [one.ids?.[0] ?? "", other.ids?.[0] ?? ""];
  for (const record of [...chosen, needed].flatMap((id) => index.byRole.get(id ?? "") ?? [])) {
    if (record.kind === "role") give(record, 0.3 * plainly);
    if (record.kind === "need" && record.roles[0] === needed && record.roles.length === 1) give(record, 0.8);
  }
  for (const record of chosen.flatMap((id) => index.titled.get(id) ?? [])) give(record, plainly);
  const roles = chosen.every((id) => index.byRole.has(id)) && chosen[0] !== chosen[1];
  const compared = (index.byKind.get("pair") ?? []).some((record) => chosen.every((id) => record.roles.includes(id)));
  const compare = index.records.find(({ address }) => address === COMPARE);
  if (compare && roles && !compared) Object.assign(give(compare, plainly), { chosen, plainly });
};

/** Whether roles hold a meaning of each name: how unlikely these meanings are.
 * @param {string[]} roles @param {Weighed} one @param {Weighed} other @returns {number | undefined} */
const between = (roles, one, other) => {
  let best;
  for (const [i, a] of (one.ids ?? []).entries()) {
    for (const [j, b] of (other.ids ?? []).entries()) {
      if (a !== b && roles.includes(a) && roles.includes(b) && (best === undefined || i + j < best)) best = i + j;
    }
  }
  return best;
};

/** A role, each meaning of its name in turn.
 * @param {Query} query @param {Weighed} unit @param {Weighed[]} rest @param {boolean} alone
 * @param {Map<string, number>} dimensions @param {Index} index @param {(record: Record, worth: number, share?: number) => Hit} give */
const shapeOfOne = ({ intents, key }, unit, rest, alone, dimensions, index, give) => {
  const bare = alone && !rest.length && !intents.not && !intents.tell;
  const defined = (index.byPhrase.get(key) ?? []).some(({ record }) => record.kind === "term");
  const said = rest.reduce((most, { weight }) => Math.max(most, weight), 0);
  const page = bare && !defined && !intents.who ? 1 : alone ? 0.25 : 0;
  /** @type {{[kind: string]: (record: Record) => number}} */
  const worth = {
    passage: ({ dimension }) => (alone ? 1 : 0.6) * (dimensions.get(dimension) ?? 0),
    kit: ({ dimension }) => (alone ? 1 : 0.6) * (dimensions.get(dimension) ?? 0),
    need: () => (intents.need && said < 0.7 && (alone || dimensions.size) ? 1 : 0),
    not: () => (intents.not && (alone || dimensions.size) ? 1 : 0),
    tell: () => (intents.tell && alone && said < 0.8 ? 1 : 0),
    mistitled: () => (intents.mistitled && intents.us && rest.length ? 1 : 0),
    role: () => page,
    title: () => page,
  };
  for (const [order, id] of (unit.ids ?? []).entries()) {
    for (const record of [...(index.byRole.get(id) ?? []), ...(index.titled.get(id) ?? [])]) {
      if (record.roles.length > 1) continue;
      const fits = (worth[record.kind]?.(record) ?? 0) * (1 - LATER * order);
      if (fits) give(record, fits, record.dimension ? dimensions.get(record.dimension) : 0);
    }
  }
  const written = unit.written.replaceAll(" ", "");
  for (const record of bare ? (index.byKind.get("abbreviation") ?? []) : []) {
    const abbreviation = folded(record.title).join("");
    if (written === abbreviation || written === `${abbreviation}s`) give(record, 1);
  }
};

/** The dimensions that words beside a role ask for, with how well: half by the best of the ways
 * people ask for them, half by all of them together.
 * @param {Weighed[]} rest @param {Index} index @returns {Map<string, number>} */
const dimensionsOf = (rest, index) => {
  const total = rest.reduce((sum, { weight }) => sum + weight, 0) || 1;
  /** @type {Map<import("./records.js").Name, number>} */
  const asked = new Map();
  const together = new Map();
  for (const unit of rest) {
    const matched = new Map();
    const anywhere = new Map();
    for (const [term, sure] of unit.terms) {
      const names = (index.byToken.get(term) ?? []).filter(({ tokens }) => tokens.includes(term));
      const own = names.filter(({ record }) => record.kind === "dimension");
      const told = sure * unit.weight * ofDimensions(own.length, names.length);
      for (const name of own) {
        keepMost(matched, name, told);
        keepMost(anywhere, name.record.dimension, told);
      }
    }
    for (const [name, score] of matched) asked.set(name, (asked.get(name) ?? 0) + score);
    for (const [dimension, score] of anywhere) together.set(dimension, (together.get(dimension) ?? 0) + score);
  }
  const best = new Map();
  for (const [name, score] of asked) {
    const said = name.tokens.filter((token) => rest.some((unit) => unit.terms.has(token)));
    keepMost(best, name.record.dimension, score * (0.7 + (0.3 * said.length) / name.tokens.length));
  }
  const shares = [...best].map(
    ([dimension, score]) =>
      /** @type {[string, number]} */ ([dimension, (score + together.get(dimension)) / 2 / total]),
  );
  return new Map(shares.filter(([, share]) => share >= DIMENSION && share * total > LITTLE));
};

/** How far a word speaks of a dimension, rather than of all sorts of things ("skills", not "Scrum").
 * @param {number} own names of dimensions that have it @param {number} all names that do */
const ofDimensions = (own, all) => Math.min(1, 0.5 + (3 * own) / all);

/** @template K @param {Map<K, number>} map @param {K} key @param {number} value */
const keepMost = (map, key, value) => map.set(key, Math.max(map.get(key) ?? 0, value));
