import assert from "node:assert/strict";
import test from "node:test";
import { answer, claim, line } from "./answer.js";

const price = { name: "Set the price", lead: "pm", shares: ["sales", "po"], elsewhere: [["scrum", "po"]], without: [] };
const people = { name: "Develop people", lead: "em", shares: [], elsewhere: [], without: [["em", "tl"]] };
const data = {
  settings: { Framework: { scrum: "In Scrum", safe: "In SAFe" } },
  roles: ["pm", "po", "em", "tl"],
  names: { pm: "Product manager", po: "Product owner", em: "Engineering manager", tl: "Tech lead", sales: "Sales" },
  activities: { price, people },
  cells: {
    "focus--pm": [
      ["scrum", "", "The sprint."],
      ["without", "po", "The backlog, too."],
    ],
  },
  fights: {},
  page: "",
  pages: [],
};
const chosen = (setting, ...team) => ({ setting, team });

test("a setting changes who decides, says who usually does, and leaves the rest as usual", () => {
  assert.deepEqual(line(data, chosen("scrum"), price), ["In Scrum: product owner.", " (usually product manager)"]);
  assert.deepEqual(line(data, chosen("safe"), price), ["In SAFe: as usual, product manager.", ""]);
});

test("who is not there hands over to whom a source names, or to nobody, and parties are always there", () => {
  assert.deepEqual(line(data, chosen("", "tl"), people), [
    "With your team: tech lead.",
    " (engineering manager is not there)",
  ]);
  assert.equal(answer(data, chosen("", "pm"), people).decides, "");
  assert.match(line(data, chosen("", "tl"), price)[1], /product manager is not there.*no source.*takes part: Sales/i);
  assert.equal(answer(data, chosen("", "pm"), price).changed, false);
});

test("in a setting in which the leader is absent, the usual one does not simply take over", () => {
  const found = answer(data, chosen("scrum", "pm"), price);
  assert.equal(found.decides, "");
  assert.match(found.why, /product owner is not there; usually product manager; no source/);
});

test("a cell says what holds in the setting, or without a role", () => {
  assert.deepEqual(claim(data, chosen("scrum"), "focus--pm"), ["In Scrum", "The sprint."]);
  assert.deepEqual(claim(data, chosen("", "pm"), "focus--pm"), ["Product owner not there", "The backlog, too."]);
  assert.equal(claim(data, chosen("safe", "po"), "focus--pm"), undefined);
  assert.equal(claim(data, chosen("scrum"), "focus--tl"), undefined);
});
