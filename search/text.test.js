import assert from "node:assert/strict";
import { test } from "node:test";
import { compounds, distance, fold, folded, sentences, split } from "./text.js";

test("inflections and British spelling meet in one stem", () => {
  for (const group of [
    ["prioritize", "prioritizes", "prioritised", "prioritising"],
    ["plan", "plans", "planning", "planned"],
    ["story", "stories"],
    ["process", "processes"],
    ["program", "programme", "programmes"],
    ["write", "writes", "wrote", "written"],
    ["behavior", "behaviour"],
  ]) {
    assert.deepEqual([...new Set(group.map(fold))].length, 1, group.join(" "));
  }
});

test("different words stay apart", () => {
  for (const [one, other] of [
    ["owner", "own"],
    ["product", "production"],
    ["designer", "design"],
    ["news", "new"],
    ["notes", "not"],
    ["themes", "them"],
    ["used", "us"],
    ["findings", "find"],
  ]) {
    assert.notEqual(fold(one), fold(other));
  }
});

test("text is split into plain words", () => {
  assert.deepEqual(split("What’s a “PM’s” go-to-market (GTM)?"), ["what", "a", "pm", "go", "to", "market", "gtm"]);
  assert.deepEqual(split("Café, don't"), ["cafe", "do", "not"]);
  assert.deepEqual(folded("🍕 … —"), []);
});

test("distance counts edits and swaps, up to a limit", () => {
  assert.equal(distance("mater", "master", 2), 1);
  assert.equal(distance("prodcut", "product", 2), 1);
  assert.equal(distance("product", "project", 2), 2);
  assert.equal(distance("product", "program", 2), Infinity);
});

test("sentences end at a stop before a capital, but not after an abbreviation", () => {
  assert.deepEqual(sentences("Product owner vs. Scrum master. Scrum Guide 2.0 says so! “Who” does? Varies"), [
    "Product owner vs. Scrum master.",
    "Scrum Guide 2.0 says so!",
    "“Who” does?",
    "Varies",
  ]);
});

test("words with a hyphen are also one word", () => {
  assert.deepEqual(compounds("A daily stand-up, go-to-market"), ["standup", "gotomarket"]);
  assert.deepEqual(compounds("Go/no-go, product manager/product owner"), ["gonogo"]);
});
