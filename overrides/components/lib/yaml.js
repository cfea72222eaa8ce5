/* As much of YAML as people write lists of rules in: maps and lists, indented or in brackets, and texts. */

/** @typedef {string | Value[] | {[key: string]: Value}} Value */

const DEEPEST = 5; // levels; deeper ones are read as nothing
const KEY = /^("[^"]*"|'[^']*'|[^\s:{}[\],"'#][^:]*?)\s*:(?:\s+(.*))?$/s;

/** A text without its quotation marks. @param {string} text */
const unquoted = (text) => {
  if (/^".*"$/s.test(text)) {
    try {
      return String(JSON.parse(text));
    } catch {
      return text.slice(1, -1);
    }
  }
  return /^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
};

/** The parts of a text between commas that stand neither in quotation marks nor in brackets. @param {string} text */
const split = (text) => {
  const parts = [""];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|./gs)) {
    if ("[{".includes(token)) depth += 1;
    if ("]}".includes(token)) depth -= 1;
    if (token === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
};

/** A value in a line. @param {string} given @param {number} depth @returns {Value} */
const inline = (given, depth) => {
  const text = given.trim();
  if (depth > DEEPEST) return "";
  if (/^\[.*\]$/s.test(text)) return split(text.slice(1, -1)).map((each) => inline(each, depth + 1));
  if (!/^\{.*\}$/s.test(text)) return unquoted(text);
  const pairs = split(text.slice(1, -1)).map((each) => each.match(KEY) ?? [each, each, ""]);
  return Object.fromEntries(pairs.map(([, key, value = ""]) => [unquoted(key), inline(value, depth + 1)]));
};

/** @param {string} line */
const indent = (line) => line.search(/\S/);

/** Lines that belong together: each that is least indented, with what stands deeper below it. @param {string[]} lines */
const groups = (lines) => {
  const least = Math.min(...lines.map(indent));
  /** @type {string[][]} */
  const found = [];
  for (const line of lines) {
    // A list may stand as deep as the key that it belongs to.
    const belongs =
      indent(line) > least || (line.trimStart().startsWith("- ") && /:\s*$/.test(found.at(-1)?.[0] ?? ""));
    if (belongs && found.length) found[found.length - 1].push(line);
    else found.push([line]);
  }
  return found;
};

/** @param {string[]} lines @param {number} depth @returns {Value} */
const block = (lines, depth) => {
  if (!lines.length || depth > DEEPEST) return "";
  const parts = groups(lines);
  if (parts.every(([first]) => first.trimStart().startsWith("- ")))
    return parts.map((part) =>
      inline(
        part
          .map((line) => line.trim())
          .join(" ")
          .slice(2),
        depth + 1,
      ),
    );
  const pairs = parts.flatMap(([first, ...below]) => {
    const found = first.trim().match(KEY);
    if (!found) return [];
    const [, key, rest] = found;
    const text = [rest, ...below.map((line) => line.trim())].join(" ");
    return [[unquoted(key), rest ? inline(text, depth + 1) : block(below, depth + 1)]];
  });
  return Object.fromEntries(pairs);
};

/** A text without comments; what stands in quotation marks is none. @param {string} text */
const uncommented = (text) =>
  text.replace(/(^|[\s:,[{])("(?:\\.|[^"\\])*"|'(?:''|[^'])*')|(^|\s)#[^\n]*/gm, (_, before, quoted, space) =>
    quoted ? before + quoted : space,
  );

/** @param {string} text @returns {Value} */
export const readYaml = (text) =>
  block(
    uncommented(text.replace(/\r\n?/g, "\n").replaceAll("\t", "  "))
      .split("\n")
      .filter((line) => line.trim() && !/^(---|\.\.\.)/.test(line)),
    0,
  );
