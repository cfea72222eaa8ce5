import assert from "node:assert/strict";
import test from "node:test";
import { blank, cleanName, emptyRow, fromFragment, toFragment } from "./state.js";

const known = {
  activities: ["own-the-delivery-date", "set-the-price", "decide-to-release"],
  actors: ["product-manager", "tech-lead", "sales", "developers"],
  settings: ["scrum", "startup"],
};

const example = () => ({
  ...blank(),
  setting: "startup",
  team: ["tech-lead", "product-manager"],
  names: new Map([
    ["product-manager", "Ann & Bo = 1+1"],
    ["sales", "名前 <b>"],
  ]),
  rows: new Map([
    [
      "own-the-delivery-date",
      { ...emptyRow(), decides: ["tech-lead"], told: ["sales", "developers"], note: "50% (until “June”) & #1 + ~*!'" },
    ],
    ["set-the-price", { ...emptyRow(), decides: ["product-manager", "tech-lead"], asked: ["sales"] }],
    ["decide-to-release", emptyRow()],
  ]),
  extent: "all",
  guess: true,
  by: "Cy",
  letters: "raci",
  review: "2027-02-28",
});

test("an agreement comes back from its address as it was", () => {
  const read = fromFragment(toFragment(example()), known);
  assert.deepEqual(read, { agreement: example(), whole: true });
});

test("nothing in an address ends a link in a chat or in Markdown", () => {
  assert.match(toFragment(example()), /^#[\w%.&=+-]+[a-z0-9]$/);
});

test("another fragment is no agreement, and a blank one is one", () => {
  for (const text of ["", "#", "#set-the-price", "#a=2&r=1", "#xa=1", "#a=11"])
    assert.equal(fromFragment(text, known), undefined);
  assert.deepEqual(fromFragment(toFragment(blank()), known), { agreement: blank(), whole: true });
});

test("of an address that was cut at any place, what is left is read, and it is known to be cut", () => {
  const whole = toFragment(example());
  for (let end = 4; end < whole.length; end += 1) {
    const read = fromFragment(whole.slice(0, end), known);
    assert.ok(read, whole.slice(0, end));
    assert.equal(read.whole, false);
    for (const row of read.agreement.rows.values()) assert.ok(row.decides.every((id) => known.actors.includes(id)));
  }
});

test("hostile values leave only what the page knows", () => {
  const hostile =
    "#a=1&s=__proto__&f=<a>&l=constructor&d=2027-13-99&t=-5&t=1e9&p=zzzzéééé%00%00&r=....zzzz-00-zz.%E0%A4%A&n.=x&p.__proto__=y&b=%3Cscript%3E";
  const read = fromFragment(hostile, known);
  assert.ok(read);
  assert.equal(read.whole, false);
  assert.deepEqual({ ...read.agreement, by: "" }, { ...blank(), extent: "all" });
});

test("a name holds no sign that separates names", () => {
  assert.equal(cleanName(" A;b:(c)|d\n\u0000e\ud800 "), "A b c d e\ufffd");
  assert.ok(cleanName("x".repeat(500)).length <= 60);
});
