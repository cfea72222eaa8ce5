import assert from "node:assert/strict";
import { test } from "node:test";
import { old } from "./age.js";

test("a year is over on its day, not before", () => {
  const day = "2026-11-30";
  assert.equal(old(day, Date.parse("2026-11-30")), false);
  assert.equal(old(day, Date.parse("2027-11-30")), false);
  assert.equal(old(day, Date.parse("2027-12-01")), true);
});
