import assert from "node:assert/strict";
import test from "node:test";
import { calendar } from "./calendar.js";
import { check } from "./checks.js";
import { refill, usual, usualRow } from "./fill.js";
import { differences, merged } from "./merge.js";
import { blank, emptyRow } from "./state.js";

const activity = (id, lead, more = {}) => ({
  id,
  name: id,
  url: `/${id}/`,
  first: true,
  lead,
  shares: [],
  rivals: [],
  elsewhere: [],
  without: [],
  words: "",
  ...more,
});
const activities = [
  activity("date", "pm", { shares: ["lead", "boss"], elsewhere: [["scrum", "owner"]], without: [["pm", "lead"]] }),
  activity("price", "boss"),
  activity("tests", "lead"),
  activity("code", "lead"),
  activity("scope", "pm"),
];
const actors = ["pm", "lead", "owner", "boss"].map((id) => [id, { id, name: id, kind: "role", names: [] }]);
const data = {
  activities: new Map(activities.map((each) => [each.id, each])),
  actors: new Map([...actors, ["devs", { id: "devs", name: "Devs", kind: "group", names: [] }]]),
  settings: new Map([["scrum", "In Scrum"]]),
};
const rows = (of) => new Map(Object.entries(of).map(([id, row]) => [id, { ...emptyRow(), ...row }]));
const everything = (decides) => rows(Object.fromEntries(activities.map(({ id }) => [id, { decides: [decides] }])));
const found = (agreement) =>
  Object.fromEntries(check({ ...blank(), ...agreement }, data).map((each) => [each.rule, each.rows]));

test("a setting names another leader, and who is missing is replaced by who takes over, or by nobody", () => {
  const [date, price] = activities;
  assert.deepEqual(usual(date, "", []), { leader: "pm", special: false, decides: "pm" });
  assert.deepEqual(usual(date, "scrum", []), { leader: "owner", special: true, decides: "owner" });
  assert.equal(usual(date, "", ["lead"]).decides, "lead");
  assert.equal(usual(price, "", ["lead"]).decides, "");
  assert.deepEqual(usualRow(date, { ...blank(), team: ["pm", "lead"] }).asked, ["lead"]);
  assert.deepEqual(usualRow(date, { ...blank(), guess: true }), emptyRow());
});

test("another choice refills what nobody touched", () => {
  const before = refill(blank(), blank(), data);
  before.rows.set("price", { ...emptyRow(), decides: ["pm"] });
  const after = refill(before, { ...before, setting: "scrum" }, data);
  assert.deepEqual(after.rows.get("date")?.decides, ["owner"]);
  assert.deepEqual(after.rows.get("price")?.decides, ["pm"]);
});

test("nobody, two, a group, nobody asked, not there", () => {
  assert.deepEqual(found({}).nobody, ["date", "price", "tests", "code", "scope"]);
  const agreement = {
    rows: rows({
      date: { decides: ["pm", "lead"] },
      price: { decides: ["devs"] },
      tests: { decides: ["pm"], does: ["lead"] },
      code: { decides: ["lead"], does: ["lead", "pm"] },
      scope: { decides: ["boss"] },
    }),
  };
  const rules = found({ ...agreement, team: ["pm", "lead", "devs"] });
  assert.deepEqual(rules, { two: ["date"], group: ["price"], unasked: ["tests"], absent: ["scope"] });
  assert.equal(found({ ...agreement, names: new Map([["devs", "Ann"]]) }).group, undefined);
  const one = new Map([
    ["pm", "Ann"],
    ["lead", "ann"],
  ]);
  assert.equal(found({ ...agreement, names: one }).two, undefined, "two roles of one person are one decider");
});

test("too much on one person, where there are enough rows and people", () => {
  assert.equal(found({ rows: everything("pm"), team: ["pm", "lead", "owner"] }).overloaded.length, 5);
  assert.equal(found({ rows: everything("pm"), team: ["pm", "lead"] }).overloaded, undefined);
});

test("guesses: unowned work first, then double owners, then the rest; what agrees is kept", () => {
  const guess = (date, price, asked) => ({
    ...blank(),
    rows: rows({
      date: { decides: date },
      price: { decides: price },
      tests: { decides: ["lead"], asked },
      code: { decides: ["lead"] },
    }),
  });
  const both = [guess(["pm"], [], ["pm"]), guess(["lead"], [], [])];
  assert.deepEqual(
    differences(both, data).map(({ id, kind }) => [id, kind]),
    [
      ["price", "unowned"],
      ["date", "double"],
      ["tests", "other"],
    ],
  );
  const one = merged(both, data);
  assert.deepEqual(one.rows.get("date")?.decides, []);
  assert.deepEqual(one.rows.get("code")?.decides, ["lead"]);
});

test("a calendar file: lines of 75 bytes, and no sign of a text ends it", () => {
  const text = calendar("2027-05-31", "a;b,c\\d\nBEGIN:VALARM", `https://x/#${"ü".repeat(200)}`, new Date(0));
  const lines = text.split("\r\n");
  assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75));
  assert.equal(lines.filter((line) => line.startsWith("BEGIN:")).length, 2);
  assert.match(text, /SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VALARM/);
});
