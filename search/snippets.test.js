import assert from "node:assert/strict";
import { test } from "node:test";
import { askedFor, excerpt, item, pieces } from "./snippets.js";

const words = new Set(["roadmap", "own"]);
const record = (text, more = {}) => ({
  address: "a/",
  title: "A",
  page: "P",
  kind: "activity",
  text,
  marks: "",
  ...more,
});
const filler = "Something else is told here at some length. ".repeat(8);

test("a word that was asked for is marked once, where it stands first", () => {
  assert.deepEqual(pieces("Own the roadmaps, own them", words), ["", "Own", " the ", "roadmaps", ", own them"]);
  assert.deepEqual(pieces("A stand-up", new Set(["standup"])), ["A ", "stand-up", ""]);
});

test("words of a role are marked only if nothing else is asked", () => {
  const role = { ids: ["product-manager"], named: ["product", "manager"], terms: new Map() };
  const other = {
    weight: 0.7,
    terms: new Map([
      ["roadmap", 1],
      ["plan", 0.45],
    ]),
  };
  assert.deepEqual([...askedFor([role, other])], ["roadmap"]);
  assert.deepEqual([...askedFor([role])], ["product", "manager"]);
  assert.deepEqual([...askedFor([{ ...other, weight: 0.05 }, other])], ["roadmap"]);
});

test("the sentence that answers comes first, then who leads", () => {
  const marks = "Usually leads: product manager.";
  assert.equal(
    excerpt(record(`The product manager owns the roadmap. ${filler}`, { marks }), words),
    `The product manager owns the roadmap. ${marks}`,
  );
});

test("a later stretch is shown only if it alone holds words that were asked for", () => {
  const late = `The product manager decides. ${filler}Then comes the roadmap. ${filler}`;
  assert.match(excerpt(record(late), words), /^The product manager decides\. … .*roadmap/);
  assert.doesNotMatch(excerpt(record(late, { title: "Roadmap" }), new Set(["roadmap"])), /… .*roadmap/);
});

test("a long sentence is shortened at a word", () => {
  assert.match(excerpt(record("word ".repeat(90)), words), /^(word )+…$/);
});

test("an item has the verdict only if its record has", () => {
  assert.equal(item(record("Text."), words).mark, undefined);
  assert.equal(item(record("Text.", { mark: "Disputed" }), words).mark, "Disputed");
});
