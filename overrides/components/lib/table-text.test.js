import assert from "node:assert/strict";
import test from "node:test";
import { escaped, guarded, linked, readTable, toCsv, toMarkdown, unescaped, unguarded } from "./table-text.js";

const NASTY = [
  "=1+1",
  "+1",
  "-1",
  "@a",
  "＝1",
  "'=1",
  "''=x",
  "it's",
  'say "hi"',
  "a;b",
  "a,b",
  " lead",
  "tab\there",
  "[x](y) | z \\| <b> *c* _d_ `e` #f & ~g~ !h $i$",
  "\\",
];

test("no cell of a CSV file begins a formula, and each comes back", () => {
  for (const text of NASTY) {
    assert.doesNotMatch(guarded(text), /^[=+\-@\t\r＝＋－＠]/u);
    assert.equal(unguarded(guarded(text)), text);
  }
  const rows = [["a", "b"], ...NASTY.map((text) => [text.trim(), "x"])];
  assert.deepEqual(readTable(toCsv(rows)).rows, rows);
});

test("Markdown shows exactly the text, and it comes back", () => {
  for (const text of NASTY) assert.equal(unescaped(escaped(text)), text);
  const texts = NASTY.map((text) => text.trim().replaceAll("\t", " "));
  const read = readTable(toMarkdown([["a", "b"], ...texts.map((text) => [escaped(text), "x"])]));
  assert.equal(read.kind, "markdown");
  assert.deepEqual(
    read.rows.slice(1).map(([cell]) => linked(cell).text),
    texts,
  );
});

test("tables of spreadsheets are read by the sign that separates their cells", () => {
  assert.deepEqual(readTable('Task;A, B\n"x ""y""\nz";R\n').rows, [
    ["Task", "A, B"],
    ['x "y"\nz', "R"],
  ]);
  assert.deepEqual(readTable("Task\tPM\nx, y\tA").rows, [
    ["Task", "PM"],
    ["x, y", "A"],
  ]);
  assert.deepEqual(readTable("Task,PM\r\nx,\r\n").rows, [
    ["Task", "PM"],
    ["x", ""],
  ]);
});

test("Markdown without outer pipes, with links, bold and a rule", () => {
  const { rows } = readTable("Task | PM\n:--- | :---:\n[Own \\[x\\]](https://a/b/) | **A**\n\n- Setting: x");
  assert.deepEqual(
    rows.slice(0, 2).map((row) => row.map((cell) => linked(cell).text)),
    [
      ["Task", "PM"],
      ["Own [x]", "A"],
    ],
  );
  assert.equal(linked(rows[1][0]).href, "https://a/b/");
  assert.deepEqual(rows[2], ["- Setting: x"]);
});

test("text that is no table does no harm", () => {
  for (const text of ["", "   ", '"', '"a', "|", "|||", "\u0000", "a".repeat(10)])
    assert.ok(Array.isArray(readTable(text).rows));
});
