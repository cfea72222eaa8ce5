import assert from "node:assert/strict";
import { test } from "node:test";
import { Manners } from "./manner.js";

const career = { kind: "passage", dimension: "career-path" };
const activity = { kind: "activity", dimension: "" };
const manners = new Manners();
for (const verb of ["grow", "move", "turn", "develop", "change", "rise", "switch", "go"]) {
  manners.learn(career, ["what", "can", "@", verb, "into"]);
  manners.learn(activity, ["who", "may", verb, "the", "plan"]);
}

test("the words around a role tell which kind of answer is asked for", () => {
  const asked = manners.of(["what", "can", "@", "become", "into"]);
  assert.ok(asked(career) > 1);
  assert.ok(asked(activity) < 0);
});

test("a kind that is seldom asked for, and words that nobody uses, tell nothing", () => {
  manners.learn({ kind: "source", dimension: "" }, ["into"]);
  assert.equal(manners.of(["into"])({ kind: "source", dimension: "" }), 0);
  assert.equal(manners.of(["zyzzyva"])(career), 0);
  assert.equal(manners.of([])(career), 0);
});
