/* Fits search/weights.js to all labelled queries: reads {sets, records, vocabulary} as JSON, prints how
   the fit holds on sets that it has not seen, and writes the weights to the file given. With --without,
   also what each feature earns: the same without it; with --misses, what is not answered first. */

import { readFileSync, writeFileSync } from "node:fs";
import { SIGNS, Scope, confidence, signsOf, verdict } from "../../search/answerable.js";
import { INTENT_NAMES } from "../../search/intents.js";
import { FEATURES, Ranking, termsOf } from "../../search/rank.js";
import { logistic, ranker } from "./regression.mjs";

const LOOKED_AT = 50; // hits a query, from the top: what is below will not come up
const SILENT = 0.01; // of the queries in scope may be shown nothing
const SHOWN = 0.07; // of those without an answer may be shown one
const DOUBT = 2; // surer than that, as long as it is not known what has no answer
const LOWEST = -8; // as low as silence may go for that
const STEP = 0.1; // weights are rounded: the queries cannot tell finer differences
const SETTLES = 1; // of pages that settle a told case: most labels are older than these pages, and can not tell it
const SLIGHT = 0.25; // what an intent changes less than this is left out

const { sets, records, vocabulary } = JSON.parse(readFileSync(0, "utf8"));
const [out, ...flags] = process.argv.slice(2);
const plain = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? "";
const bare = (address) => address.replace(/\?[^#]*/, "");

/* What a query says word for word is no evidence of how the search does with other words. */
const known = new Set(sets.flatMap(({ queries }) => queries.map(({ q }) => plain(q))));
const other = (texts = []) => texts.filter((text) => !known.has(plain(text)));
const unseen = { ...vocabulary, unanswered: other(vocabulary.unanswered) };
const ranking = new Ranking(records.map((record) => ({ ...record, asks: other(record.asks) })), unseen);
const scope = new Scope(unseen.unanswered, ranking.index);

const rows = sets.flatMap(({ name, queries }) =>
  queries.map(({ q, accept, class: kind }) => {
    const { query, units, hits } = ranking.candidates(q);
    const right = (hit) => accept.includes(bare(hit.record.address));
    const looked = [...hits.slice(0, LOOKED_AT), ...hits.slice(LOOKED_AT).filter(right)];
    const names = units.some(({ ids }) => ids);
    return { set: name, kind, query, units, names, answered: accept.length > 0, hits: looked.map((hit) => ({ hit, right: right(hit), terms: termsOf(hit, query.intents) })) };
  }),
);
const answered = rows.filter((row) => row.answered);
const names = [...new Set(sets.map(({ name }) => name))];

const score = (weights, terms) => Object.entries(terms).reduce((sum, [term, value]) => sum + (weights[term] ?? 0) * value, 0);
const order = (weights, { hits }) => hits.map((each) => ({ ...each, score: score(weights, each.terms) })).sort((a, b) => b.score - a.score);
const shares = (weights, some) => {
  const placed = some.map((row) => order(weights, row).findIndex(({ right }) => right));
  return [placed.filter((place) => place === 0).length, placed.filter((place) => place >= 0 && place < 3).length].map((count) => count / some.length);
};

const fitTo = (some, without = () => false) => ({ ...ranker(some, (term) => term === "settles" || without(term)), settles: without("settles") ? 0 : SETTLES });

/* Every set by weights fitted to the others. */
const held = (without = () => false) => names.map((name) => {
  const weights = fitTo(answered.filter(({ set }) => set !== name), without);
  return { name, weights, shares: shares(weights, answered.filter(({ set }) => set === name)) };
});
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
const brief = (folds) => [0, 1].map((at) => mean(folds.map((fold) => fold.shares[at])));
const percent = (value) => value.toFixed(3);

const signs = (weights, row) => {
  const [best] = order(weights, row);
  return best && signsOf(row.query, row.units, best.hit, scope);
};
/* How sure it is that each query has an answer, by weights fitted to the other sets. */
const judged = (folds, without = () => false) => folds.flatMap(({ name, weights }) => {
  const examples = rows.map((row) => ({ row, signs: signs(weights, row) })).filter((example) => example.signs);
  const fitted = logistic(examples.filter(({ row }) => row.set !== name), SIGNS.filter((sign) => !without(sign)));
  return examples.filter(({ row }) => row.set === name).map(({ row, signs }) => ({ row, signs, sure: confidence(signs, fitted) }));
});
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(share * values.length)];

/* Where an answer is shown as one, and where nothing is: shares of what was asked in vain and in scope. */
const thresholds = (all) => {
  const [some, none] = [all.filter(({ row }) => row.answered), all.filter(({ row }) => !row.answered)];
  const cut = quantile(none.map(({ sure }) => sure), 1 - SHOWN);
  const judge = (limit) => ({ sure, signs, row }) => verdict(sure - cut, signs, row.names, true, { silent: limit, doubt: DOUBT });
  const of = (list, limit, kind) => mean(list.map((each) => Number(judge(limit)(each) === kind)));
  let silent = 0;
  while (of(some, silent, "silent") > SILENT && silent > LOWEST) silent -= STEP;
  const [hidden, noted] = ["silent", "near"].map((kind) => of(none, silent, kind));
  const [silenced, doubted] = ["silent", "near"].map((kind) => of(some, silent, kind));
  return { cut, silent, hidden, noted, silenced, doubted };
};

const folds = held();
console.log("Right answer first / among three, by weights fitted to the other sets (to all):");
const all = fitTo(answered);
for (const { name, shares: [first, three] } of folds) {
  const [best, among] = shares(all, answered.filter(({ set }) => set === name));
  console.log(`  ${name.padEnd(10)} ${percent(first)} / ${percent(three)}   (${percent(best)} / ${percent(among)})`);
}
console.log(`  mean       ${brief(folds).map(percent).join(" / ")}, spread ${[0, 1].map((at) => percent(spread(folds.map((fold) => fold.shares[at])))).join(" / ")}`);
const whole = [0, 1].map((at) => folds.reduce((sum, { name, shares }) => sum + shares[at] * answered.filter(({ set }) => set === name).length, 0) / answered.length);
console.log(`  of all     ${whole.map(percent).join(" / ")}`);
const kindsAsked = [...new Set(answered.map(({ kind }) => kind))].sort();
for (const kind of kindsAsked) {
  const asked = folds.map(({ name, weights }) => [weights, answered.filter((row) => row.set === name && row.kind === kind)]).filter(([, some]) => some.length);
  const count = asked.reduce((sum, [, some]) => sum + some.length, 0);
  const [first, three] = [0, 1].map((at) => asked.reduce((sum, [weights, some]) => sum + shares(weights, some)[at] * some.length, 0) / count);
  console.log(`  ${kind.padEnd(14)} ${percent(first)} / ${percent(three)} of ${count}`);
}
if (flags.includes("--misses"))
  for (const { name, weights } of folds)
    for (const row of answered.filter(({ set }) => set === name)) {
      const sorted = order(weights, row);
      const place = sorted.findIndex(({ right }) => right);
      if (place) console.log(`  ${place + 1} [${name}/${row.kind}] ${row.query.written.join(" ")} => ${sorted.slice(0, 3).map(({ hit }) => hit.record.address).join(" ")} | ${sorted[place]?.hit.record.address}`);
    }
const limits = thresholds(judged(folds));
console.log(`No answer: ${percent(limits.hidden)} silent, ${percent(limits.noted)} "nothing fits exactly". In scope: ${percent(limits.silenced)} and ${percent(limits.doubted)}.`);

if (flags.includes("--without")) {
  const kinds = (part) => (term) => term.endsWith(` ${part}`);
  const intents = (term) => INTENT_NAMES.some((intent) => term.endsWith(` ${intent}`));
  const parts = [...FEATURES.map((feature) => [feature, (term) => term === feature]), ["kind", kinds("base")], ["shape", kinds("shape")], ["intents", intents]];
  for (const [name, without] of parts) console.log(`  without ${name.padEnd(10)} ${brief(held(without)).map(percent).join(" / ")}`);
  for (const sign of SIGNS) {
    const { hidden, noted, silenced } = thresholds(judged(folds, (each) => each === sign));
    console.log(`  without ${sign.padEnd(10)} ${percent(hidden)} silent, ${percent(noted)} noted, ${percent(silenced)} silenced`);
  }
}

const rounded = (value, step = STEP) => Math.round(value / step) * step;
const near = (value) => Number(rounded(value).toFixed(1));
const kinds = {};
for (const [term, value] of Object.entries(all)) {
  const [kind, part] = term.split(" ");
  if (part && (part === "base" || part === "shape" || Math.abs(value) >= SLIGHT) && near(value)) (kinds[kind] ??= {})[part] = near(value);
}
const examples = rows.map((row) => ({ row, signs: signs(all, row) })).filter((example) => example.signs);
const fitted = logistic(examples, SIGNS);
const answerable = {
  bias: near(fitted.bias - limits.cut),
  signs: Object.fromEntries(SIGNS.map((sign) => [sign, near(fitted.signs[sign])])),
  silent: near(limits.silent),
  doubt: DOUBT,
};
const weights = { features: Object.fromEntries(FEATURES.map((feature) => [feature, near(all[feature])])), kinds, answerable };
const sorted = Object.fromEntries(Object.entries(kinds).sort());
writeFileSync(out, `/* Written by \`make fit\` from the queries in tests/search/; not to be edited by hand. */

/** @typedef {{features: {[feature: string]: number}, kinds: {[kind: string]: {[part: string]: number}}, answerable: import("./answerable.js").AnswerWeights}} Weights */

/** @type {Weights} */
export const WEIGHTS = ${JSON.stringify({ ...weights, kinds: sorted }, null, 2).replace(/\{\n\s+([^{}]*?)\n\s+\}/g, (_, inner) => `{ ${inner.replace(/\n\s+/g, " ")} }`)};
`);
