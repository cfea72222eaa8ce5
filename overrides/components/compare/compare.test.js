import assert from "node:assert/strict";
import test from "node:test";
import { choose, likeness } from "./compare.js";

const roles = ["a", "b", "c", "d", "e"];

test("at least two roles are shown, at most four, and each once", () => {
  assert.deepEqual(choose(roles, null, ""), ["a", "b"]);
  assert.deepEqual(choose(roles, "c", ""), ["c", "a"]);
  assert.deepEqual(choose(roles, "b,b,__proto__,<script>", ""), ["b", "a"]);
  assert.deepEqual(choose(roles, "e,d,c,b,a", ""), ["e", "d", "c", "b"]);
  assert.deepEqual(choose(roles, "all", ""), roles);
});

test("a link to a cell shows its role beside those chosen, in place of the fourth if need be", () => {
  assert.deepEqual(choose(roles, "a,b", "e"), ["a", "b", "e"]);
  assert.deepEqual(choose(roles, "a,b,c,d", "e"), ["a", "b", "c", "e"]);
  assert.deepEqual(choose(roles, "a,e", "e"), ["a", "e"]);
  assert.deepEqual(choose(roles, "a,b", "nobody"), ["a", "b"]);
});

test("cells are the more alike the more words of the first the others say too", () => {
  const cell = (text) => ({ firstChild: { textContent: text } });
  const first = cell("Orders the backlog");
  assert.equal(likeness([first, cell("Runs the release")]), 0);
  assert.equal(likeness([first, cell("The backlog")]), 1 / 2);
  assert.equal(likeness([first, cell("orders every backlog")]), 1);
});
