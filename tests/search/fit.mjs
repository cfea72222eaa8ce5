/* Fit the weights of search/silence.js: reads {queries: [{q, accept}], records, vocabulary} as JSON,
   prints the weights, and what each threshold keeps of the answered and the unanswered queries. */

import { readFileSync } from "node:fs";
import { Search } from "../../search/rank.js";
import { WEIGHTS } from "../../search/silence.js";

const LOOKED_AT = 3; // hits a query, from the top: readers see more than the first
const RIDGE = 1e-3; // keeps weights small where the queries do not settle them
const STEPS = 20000;
const RATE = 1;

const { queries, records, vocabulary } = JSON.parse(readFileSync(0, "utf8"));
const SIGNS = Object.keys(WEIGHTS);
const search = new Search(records, vocabulary);
const bare = (address) => address.replace(/\?[^#]*/, "");

// A hit that answers is an example for 1, one of an unanswered query for 0; of the rest nobody knows.
const examples = queries.flatMap(({ q, accept }, query) =>
  search
    .candidates(q)
    .slice(0, LOOKED_AT)
    .filter(({ record }) => !accept.length || accept.includes(bare(record.address)))
    .map(({ signs }) => ({ query, right: accept.length ? 1 : 0, values: SIGNS.map((sign) => signs[sign]) })),
);

const mean = SIGNS.map((_, at) => examples.reduce((sum, { values }) => sum + values[at], 0) / examples.length);
const spread = SIGNS.map((_, at) => Math.sqrt(examples.reduce((sum, { values }) => sum + (values[at] - mean[at]) ** 2, 0) / examples.length) || 1);
for (const example of examples) example.scaled = example.values.map((value, at) => (value - mean[at]) / spread[at]);

const weights = SIGNS.map(() => 0);
let bias = 0;
const logit = ({ scaled }) => scaled.reduce((sum, value, at) => sum + value * weights[at], bias);
for (let step = 0; step < STEPS; step++) {
  const slope = SIGNS.map((_, at) => RIDGE * weights[at]);
  let slopeOfBias = 0;
  for (const example of examples) {
    const off = (1 / (1 + Math.exp(-logit(example))) - example.right) / examples.length;
    slopeOfBias += off;
    for (let at = 0; at < SIGNS.length; at++) slope[at] += off * example.scaled[at];
  }
  bias -= RATE * slopeOfBias;
  for (let at = 0; at < SIGNS.length; at++) weights[at] -= RATE * slope[at];
}

const unscaled = weights.map((weight, at) => weight / spread[at]);
const least = unscaled.reduce((sum, weight, at) => sum + weight * mean[at], -bias);
console.log("weights, where a hit answers with one chance in two from the threshold on:");
SIGNS.forEach((sign, at) => console.log(`  ${sign}: ${unscaled[at].toFixed(2)},`));
console.log(`threshold ${least.toFixed(2)}`);

const best = new Map();
for (const example of examples) {
  const value = logit(example);
  if (value > (best.get(example.query)?.value ?? -Infinity)) best.set(example.query, { value, right: example.right });
}
const of = (right) => [...best.values()].filter((each) => each.right === right).map(({ value }) => value);
const [none, some] = [of(0), of(1)];
const silent = queries.filter(({ accept }) => !accept.length).length - none.length; // nothing shares a word
console.log("threshold: answered queries that keep an answer, unanswered ones that are shown nothing");
for (let shift = -2; shift <= 1; shift += 0.25) {
  const kept = some.filter((value) => value >= shift).length / some.length;
  const hidden = (none.filter((value) => value < shift).length + silent) / (none.length + silent);
  console.log(`  ${(least + shift).toFixed(2)}: ${kept.toFixed(3)}, ${hidden.toFixed(3)}`);
}
