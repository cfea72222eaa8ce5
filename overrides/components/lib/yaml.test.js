import assert from "node:assert/strict";
import test from "node:test";
import { readYaml } from "./yaml.js";

test("maps and lists, indented or in brackets, are the same", () => {
  const expected = { house: { price: { decides: "pm", asked: ["sales", "finance"], note: "Since May: yes, #1." } } };
  for (const text of [
    'house:\n  price: {decides: pm, asked: [sales, finance], note: "Since May: yes, #1."}\n',
    "# rules\nhouse:\n  price: # of the list\n    decides: pm\n    asked: [sales, finance]\n    note: 'Since May: yes, #1.'\n",
    "house:\n  price:\n    decides: pm\n    asked:\n    - sales\n    - finance\n    note: Since May: yes, #1.\n".replace(
      "note: Since May: yes, #1.",
      'note: "Since May:\n      yes, #1."',
    ),
    'house:\n  price: {decides: pm,\n    asked: [sales,\n      finance], note: "Since May: yes, #1."}',
  ])
    assert.deepEqual(readYaml(text), expected, text);
});

test("quotation marks and signs inside texts stay", () => {
  assert.deepEqual(readYaml("a: 'it''s'\nb: \"x \\\"y\\\" {z}, [w]\"\nc: it's late # now\nd: a#b"), {
    a: "it's",
    b: 'x "y" {z}, [w]',
    c: "it's late",
    d: "a#b",
  });
});

test("what is no such text does no harm", () => {
  for (const text of [
    "",
    "[",
    "{",
    "a: [",
    "- - -",
    "\u0000",
    `a: ${"[".repeat(9999)}`,
    `${"a:\n".repeat(50)}`,
    "'",
    '"',
    ":",
  ])
    readYaml(text);
  const long = `a: "${"x'#".repeat(20000)}`;
  const start = Date.now();
  readYaml(long);
  assert.ok(Date.now() - start < 2000);
  assert.equal({}.decides, undefined);
  assert.ok(!Object.hasOwn(Object.prototype, "x") && readYaml("__proto__: {x: 1}"));
});
