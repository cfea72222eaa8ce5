import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST, worthWeighing } from "./first.js";
import { Ranking } from "./rank.js";

const found = (...nearest) => {
  const none = new Float64Array(nearest.length);
  return { nearest: Float64Array.from(nearest), begun: none, covered: none };
};

test("the best few of the first pass are worth weighing, and of equals those that come first", () => {
  assert.deepEqual(worthWeighing(found(0.5, 0.9, 0, 0.5, 0.5, 0.7), [], 4), { best: [1, 5, 0, 3], all: false });
});

test("where few have a word of the query, all of them are, and there is room", () => {
  assert.deepEqual(worthWeighing(found(0, 0.2, 0, 0.1), [], 4), { best: [1, 3], all: true });
  assert.deepEqual(worthWeighing(found(0, 0), [], 4), { best: [], all: true });
});

test("however many records share a word, few are weighed, and what answers is among them", () => {
  const record = (n) => ({
    kind: "section",
    address: `${n}/`,
    title: `Plan ${n}`,
    page: "Plans",
    text: "What we plan.",
  });
  const records = Array.from({ length: 10 * MOST }, (_, n) => record(n));
  records.push({ ...record("last"), title: "Plan the zebra", text: "A zebra is planned." });
  const ranking = new Ranking(records, {});
  for (const query of ["plan", "what", "pl"]) {
    const { hits } = ranking.candidates(query);
    assert.ok(hits.length > 0 && hits.length <= MOST, `${query}: ${hits.length}`);
  }
  assert.equal(ranking.candidates("plan zebra").hits[0].record.address, "last/");
  // A text that says more than the sentences that are compared one by one is found where there is room.
  const long = { ...record("long"), text: `${"Other things. ".repeat(20)}An okapi comes last.` };
  assert.equal(new Ranking([...records, long], {}).candidates("okapi").hits[0].record.address, "long/");
});
