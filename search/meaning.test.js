import assert from "node:assert/strict";
import { test } from "node:test";
import { Meaning, nearestOf } from "./meaning.js";
import { Index } from "./records.js";

const index = new Index([
  { address: "supply/", title: "Manage suppliers", asks: ["vendor contract", "vendor is late", "sign the contract"] },
  { address: "agency/", title: "Agency", asks: ["vendor or agency", "agency decides"] },
  { address: "price/", title: "Set the price", asks: ["pricing page", "discount", "price is too low"] },
  { address: "offer/", title: "Discounts", asks: ["discount for a friend", "who agrees a discount"] },
  { address: "test/", title: "Run the tests", asks: ["test plan", "tester is away"] },
  { address: "plan/", title: "Make the plan", asks: ["plan for the test", "plan slips"] },
  { address: "hire/", title: "Hire engineers", asks: ["interview an engineer", "new engineer"] },
  { address: "grow/", title: "Grow engineers", asks: ["engineer wants a raise", "interview before a raise"] },
  { address: "work/", kind: "source", title: "Contract law, by a vendor" },
]);
const meaning = new Meaning(index, 2);
/** @param {string[]} words */
const near = (...words) => {
  const unit = { from: 0, length: 1, weight: 1, written: "", spelled: "" };
  return meaning.of(words.map((word) => ({ ...unit, terms: new Map([[word, 1]]) })));
};

test("a record is near what is asked in words of a record that is asked for alike", () => {
  const found = near("contract");
  assert.ok(index.records[1].asks.every((ask) => !ask.includes("contract")));
  assert.ok((found.get(1) ?? 0) > (found.get(4) ?? 0) + 0.5);
  assert.deepEqual(nearestOf(found).slice(0, 2).sort(), [0, 1]);
});

test("words that nobody says are near nothing, and sources stand apart", () => {
  assert.deepEqual(new Set(near("zyzzyva").values()), new Set([0]));
  assert.deepEqual(new Set(near().values()), new Set([0]));
  assert.ok(!near("contract").has(8));
});

test("from few records nothing is learned, and the same from the same", () => {
  const [few, again] = [new Meaning(index), new Meaning(index, 2)];
  const unit = { from: 0, length: 1, weight: 1, written: "", spelled: "", terms: new Map([["discount", 1]]) };
  assert.deepEqual(new Set(few.of([unit]).values()), new Set([0]));
  assert.deepEqual(again.of([unit]), meaning.of([unit]));
});
