/* What readers take away: a file, or the clipboard with markup for programs that want it. */

import { make } from "./page.js";
import { copy, say } from "./say.js";

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export const download = (name, type, text) => {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make("a", { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
};

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A table as HTML that Word, Confluence and mail take, with links in the first column.
 * @param {string[]} head
 * @param {{cells: string[], href?: string}[]} rows
 */
export const tableMarkup = (head, rows) => {
  const line = (/** @type {string} */ tag, /** @type {string[]} */ cells) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  const body = rows.map(({ cells: [first, ...rest], href }) => {
    const name = href ? `<a href="${escaped(href)}">${escaped(first)}</a>` : escaped(first);
    return line("td", [name, ...rest.map(escaped)]);
  });
  return `<table border="1"><thead>${line("th", head.map(escaped))}</thead><tbody>${body.join("")}</tbody></table>`;
};

/**
 * Copy markup, with a text for programs that want none.
 * @param {string} markup
 * @param {string} text
 * @param {string} done
 */
export const copyBoth = async (markup, text, done) => {
  try {
    const blob = (/** @type {string} */ type, /** @type {string} */ content) => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": blob("text/html", markup), "text/plain": blob("text/plain", text) }),
    ]);
  } catch {
    await copy(text, done);
    return;
  }
  say(done);
};
