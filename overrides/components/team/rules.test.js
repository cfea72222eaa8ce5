import assert from "node:assert/strict";
import test from "node:test";
import { calendar } from "./calendar.js";
import { check } from "./checks.js";
import { refill, usual, usualRow } from "./fill.js";
import { houseOf, readHouse } from "./house.js";
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
  const before = refill({ ...blank(), extent: "dozen" }, blank(), data);
  before.rows.set("price", { ...emptyRow(), decides: ["pm"] });
  const after = refill(before, { ...before, setting: "scrum" }, data);
  assert.deepEqual(after.rows.get("date")?.decides, ["owner"]);
  assert.deepEqual(after.rows.get("price")?.decides, ["pm"]);
});

test("a row that was left out stays out until other rows are asked for", () => {
  const all = refill({ ...blank(), extent: "dozen" }, blank(), data);
  all.rows.delete("tests");
  assert.equal(refill(all, { ...all, setting: "scrum" }, data).rows.has("tests"), false);
  assert.equal(refill(all, { ...all, extent: "all" }, data).rows.has("tests"), true);
  assert.deepEqual(
    check(all, data)
      .flatMap(({ rows }) => rows)
      .filter((id) => id === "tests"),
    [],
  );
});

test("everybody together is there, whoever is", () => {
  const together = activity("method", "devs", { always: ["devs"] });
  assert.equal(usual(together, "", ["pm"]).decides, "devs");
});

test("nobody, two, a group, nobody asked, not there", () => {
  assert.deepEqual(found({ rows: rows({ date: {}, price: {}, tests: {}, code: {}, scope: {} }) }).nobody, [
    "date",
    "price",
    "tests",
    "code",
    "scope",
  ]);
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

test("house rules come back as they went out, what not one person decides stays out, and nothing else is taken for them", () => {
  const agreement = {
    ...blank(),
    rows: rows({
      date: {
        decides: ["pm"],
        does: ["lead", "devs"],
        asked: ["boss"],
        told: ["owner"],
        note: 'Say "yes": #1, {a} \\ it\u2019s =1',
      },
      price: { decides: ["boss", "pm"] },
      tests: { decides: ["lead"] },
    }),
  };
  const text = houseOf(agreement, data, "2026-01-31");
  assert.match(text, /^# Not here, because not one person decides: price\nhouse:\n {2}date: \{decides: pm,/);
  assert.match(text, /tests: \{decides: lead, date: 2026-01-31\}/);
  const back = readHouse(text, data);
  assert.deepEqual(back?.agreement.rows.get("date"), agreement.rows.get("date"));
  assert.deepEqual(back?.agreement.rows.get("tests"), agreement.rows.get("tests"));
  assert.deepEqual([back?.read, back?.unread], [2, []]);
  assert.deepEqual(back?.agreement.rows.get("price")?.decides, ["boss"]);
  const strange = readHouse(
    "house:\n  date: {decides: [pm], asked: [nobody-here]}\n  no-such: {decides: pm}\n  __proto__: {decides: pm}",
    data,
  );
  assert.deepEqual(strange?.unread, ["nobody-here", "no-such", "__proto__"]);
  for (const other of ["Task,PM\nDate,A", "| Task | PM |\n| --- | --- |\n| house: | A |", "house", ""])
    assert.equal(readHouse(other, data), undefined);
});

test("what a house has agreed fills the sheet before what is usual", () => {
  const here = { ...emptyRow(), decides: ["lead"], note: "Since May." };
  assert.deepEqual(usualRow({ ...activities[0], here }, { ...blank(), setting: "scrum" }), here);
  assert.deepEqual(usualRow({ ...activities[0], here }, { ...blank(), guess: true }), emptyRow());
});
