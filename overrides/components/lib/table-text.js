/* Tables as text: CSV, TSV and Markdown, read and written. Nothing here knows what a table is about. */

/** @typedef {string[][]} Table rows of cells */

// What a spreadsheet takes for the beginning of a formula, also in full width.
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const GUARDED = /^''*[=+\-@\t\r＝＋－＠]/u;

/** A cell that no spreadsheet runs. @param {string} text */
export const guarded = (text) => (FORMULA.test(text) ? `'${text}` : text);

/** What `guarded` was given. @param {string} text */
export const unguarded = (text) => (GUARDED.test(text) ? text.slice(1) : text);

/** @param {string} cell */
const quoted = (cell) => (/[",;\n\r\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * With a byte order mark, without which spreadsheets misread letters beyond ASCII.
 * @param {Table} rows
 */
export const toCsv = (rows) =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(",")).join("\r\n")}\r\n`;

/** Text as Markdown that shows exactly the text. @param {string} text */
export const escaped = (text) => text.replace(/[\\`*_[\]<>|#&~!$^{}]/g, "\\$&");

/** What `escaped` was given. @param {string} text */
export const unescaped = (text) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");

/**
 * @param {Table} rows the first is the head; cells are Markdown already
 */
export const toMarkdown = ([head, ...rows]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/**
 * Fields of a text between delimiters, which may stand in quotation marks.
 * @param {string} text
 * @param {string} delimiter
 * @returns {Table}
 */
const readDelimited = (text, delimiter) => {
  /** @type {Table} */
  const rows = [[]];
  let at = 0;
  while (at <= text.length) {
    let cell = "";
    if (text[at] === '"') {
      let end = at + 1;
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n") at += 1;
    rows[rows.length - 1].push(cell + text.slice(start, at));
    if (text[at] === "\n") rows.push([]);
    at += 1;
  }
  return rows.map((row) => row.map((each) => unguarded(each.trim())));
};

const RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** @param {string} line */
const markdownCells = (line) =>
  (
    line
      .trim()
      .replace(/^\|/, "")
      .match(/(?:\\.|[^|\\])*(?:\||$)/gs) ?? []
  )
    .map((cell) => cell.replace(/\|$/, "").trim())
    .filter((cell, at, all) => cell || at < all.length - 1);

/** The text of a cell without its links and emphasis. @param {string} cell */
const plainCell = (cell) =>
  unescaped(cell.replace(/<br\s*\/?>/gi, " ").replace(/(\\?)(?:\*\*|`)/g, (all, guard) => (guard ? all : ""))).trim();

/** @param {string[]} lines */
const readMarkdown = (lines) => lines.filter((line) => !(RULE.test(line) && line.includes("-"))).map(markdownCells);

/**
 * Which sign separates cells: that of which the first lines hold most.
 * @param {string} text
 */
const delimiterOf = (text) => {
  const beginning = text
    .split("\n")
    .slice(0, 5)
    .join("\n")
    .replace(/"[^"]*"/g, "");
  const count = (/** @type {string} */ sign) => beginning.split(sign).length - 1;
  return ["\t", ";", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

/**
 * Read a table, whatever kind it is. Of Markdown, cells come with their links, other lines as a row of one cell.
 * @param {string} given
 * @returns {{kind: "markdown" | "delimited", rows: Table}}
 */
export const readTable = (given) => {
  const text = given
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .trim();
  const lines = text.split("\n");
  if (
    lines.filter((line) => line.trim().startsWith("|")).length > lines.length / 3 ||
    lines.some((line) => RULE.test(line) && line.includes("|"))
  ) {
    return { kind: "markdown", rows: readMarkdown(lines).filter((row) => row.some(Boolean)) };
  }
  const rows = readDelimited(text, delimiterOf(text));
  return { kind: "delimited", rows: rows.filter((row) => row.some(Boolean)) };
};

/**
 * The text and the address of a cell of Markdown such as `[text](address)`.
 * @param {string} cell
 * @returns {{text: string, href: string}}
 */
export const linked = (cell) => {
  const found = cell.match(/^\s*\**\s*\[((?:\\.|[^\]\\])*)\]\(([^\s)]*)[^)]*\)/s);
  return found ? { text: plainCell(found[1]), href: found[2] } : { text: plainCell(cell), href: "" };
};
