import assert from "node:assert/strict";
import test from "node:test";
import { askedWords, fit, words } from "./fit.js";

const asked = (text) => words(text);

test("words fit where a word begins, not inside one", () => {
  assert.equal(fit(asked("live"), ["Own the delivery date"]), 0);
  assert.ok(fit(asked("deliv"), ["Own the delivery date"]) > 0);
  assert.equal(fit(asked("delivery price"), ["Own the delivery date"]), 0);
});

test("the name comes before what is said about it, and a whole word before a start", () => {
  const price = fit(asked("price"), ["Set the price", "", ""]);
  const prices = fit(asked("price"), ["Compare prices", "", ""]);
  const personas = fit(asked("price"), ["Create personas", "", "what they think of the price"]);
  assert.ok(price > prices && prices > personas && personas > 0);
});

test("signs between words do not matter, and nothing asked fits everything", () => {
  assert.deepEqual(words("Go/no-go, “ship it”"), ["go", "no", "go", "ship", "it"]);
  assert.ok(fit([], ["Anything"]) > 0);
});

test("of a question the telling words are searched, also as one of many", () => {
  assert.deepEqual(askedWords("who decides the bugs?"), ["decides", "bugs"]);
  assert.deepEqual(askedWords("or"), ["or"]);
  assert.ok(fit(["bugs"], ["How bad is this bug"]) > 0);
});

test("an abbreviation is a whole word before the start of another", () => {
  const owner = fit(["po"], ["Who says no?", "", "", "product owner po"]);
  assert.ok(owner > fit(["po"], ["Rank a portfolio", "", "", ""]));
});
