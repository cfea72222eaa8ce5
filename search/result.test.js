import assert from "node:assert/strict";
import { test } from "node:test";
import { escape, excerpt, groups, marked } from "./result.js";

const words = new Set(["roadmap", "own"]);
const hit = (address, more = {}) => ({ record: { address, title: address, page: "Page", text: "" }, words, missing: [], ...more });
const titles = new Map([["a/", "Page A"], ["b/", "Page B"]]);

test("markup in titles and texts is escaped, matched words are marked", () => {
  assert.equal(escape(`<img src=x onerror="a('&')">`), "&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt;");
  assert.equal(marked("<b>Own</b> the roadmaps", words), "&lt;b&gt;<mark>Own</mark>&lt;/b&gt; the <mark>roadmaps</mark>");
});

test("an excerpt begins at the beginning, unless only a later stretch says what was asked", () => {
  const filler = "Something else is told here at some length. ".repeat(8);
  assert.match(excerpt(`The roadmap is first. ${filler}`, "", words), /^The roadmap.* …$/);
  assert.match(excerpt(`${filler}Then the roadmap. ${filler}`, "", words), /^… .*roadmap.* …$/);
  assert.match(excerpt(`${filler}Then the roadmap. ${filler}`, "Roadmap", words), /^Something/);
});

test("a group has exactly one item without an anchor, and it is the page", () => {
  for (const group of groups([hit("a/#x"), hit("b/"), hit("a/"), hit("b/#y")], titles)) {
    assert.equal(group.filter(({ location }) => !location.includes("#")).length, 1);
  }
});

test("the best result has the highest score; what comes later on its page folds", () => {
  const [a, b] = groups([hit("a/#1"), hit("a/#2"), hit("b/#1"), hit("a/#3")], titles);
  assert.deepEqual(a.map(({ location }) => location), ["a/#1", "a/#2", "a/#3", "a/"]);
  assert.equal(a[0].score, a[1].score);
  assert.ok(a[2].score < a[0].score && b[0].score < a[0].score && a[3].score === 0);
  assert.equal(a[3].title, "Page A");
});

test("whole matched words are told, and what the site does not know as missing", () => {
  const text = "Who owns the roadmap of it?";
  const [[item]] = groups([{ ...hit("a/#1", { missing: ["salary"] }), record: { address: "a/#1", title: "X", page: "A", text } }], titles);
  assert.deepEqual(item.terms, { owns: true, roadmap: true, salary: false });
});

test("places can be turned into files", () => {
  const [[item, head]] = groups([hit("a/#1")], titles, (address) => address.replace("/", "/index.html"));
  assert.deepEqual([item.location, head.location], ["a/index.html#1", "a/index.html"]);
});
