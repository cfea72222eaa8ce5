import assert from "node:assert/strict";
import test from "node:test";
import { fromFragment, toFragment } from "./fragment.js";
import { parts } from "./score.js";

const signs = [
  { activity: "strategy", usual: "pm", elsewhere: ["owner"] },
  { activity: "features", usual: "pm", elsewhere: [] },
  { activity: "date", usual: "pjm", elsewhere: ["em"] },
];
const roles = ["pm", "pjm", "owner", "em"];
const share = (answers, role) => parts(signs, new Map(answers), roles).find((part) => part.role === role)?.share;

test("all that a role decides and nothing else is the whole; being asked earns nothing", () => {
  assert.equal(
    share(
      [
        ["strategy", "yes"],
        ["features", "yes"],
      ],
      "pm",
    ),
    1,
  );
  assert.equal(share([["date", "yes"]], "pjm"), 1);
  assert.ok(
    share(
      [
        ["strategy", "yes"],
        ["features", "yes"],
        ["date", "yes"],
      ],
      "pm",
    ) < 1,
  );
  assert.equal(share([["strategy", "asked"]], "pm"), 0);
  assert.equal(share([], "pm"), 0);
});

test("leading in some settings counts half, and each part names its reasons", () => {
  const [first, second] = parts(
    signs,
    new Map([
      ["strategy", "yes"],
      ["features", "asked"],
    ]),
    roles,
  );
  assert.deepEqual([first.role, first.because, first.asked], ["pm", ["strategy"], ["features"]]);
  assert.deepEqual([second.role, second.also], ["owner", ["strategy"]]);
});

test("answers come back from their address, and nothing else does", () => {
  const answers = new Map([
    ["strategy", "yes"],
    ["date", "no"],
    ["features", "asked"],
  ]);
  const ids = signs.map(({ activity }) => activity);
  for (const other of [true, false]) {
    const read = fromFragment(toFragment(answers, other), ids);
    assert.deepEqual(new Map([...(read?.answers ?? [])].sort()), new Map([...answers].sort()));
    assert.equal(read?.other, other);
  }
  assert.equal(fromFragment("#ad", ids), undefined);
  const hostile = fromFragment("#q=1&y=zzzz%E0%A4%A&__proto__=y&constructor=x&o=2", ids);
  assert.deepEqual(hostile, { answers: new Map(), other: false });
});
