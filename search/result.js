/* From ranked records to what the theme's result list shows: groups of one page each, with titles
   and snippets as safe markup. */

import { STOP, fold } from "./words.js";

const SNIPPET = 160; // characters around the first matched words
const SHOWN = 3; // results of one page in a row before the rest of it folds
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escape = (text) => text.replace(/[&<>"']/g, (char) => ESCAPES[char]);

/* A word counts as matched if it or a part of it ("stand-up") folds to one of the words. */
const matches = (word, words) => {
  const parts = word.toLowerCase().split(/['’-]/);
  return parts.some((part) => part.length > 1 && words.has(fold(part)) && !STOP.has(fold(part)));
};

/* Escaped text with the matched words marked. */
export const marked = (text, words) => {
  let out = "";
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!matches(word, words)) continue;
    out += `${escape(text.slice(end, index))}<mark>${escape(word)}</mark>`;
    end = index + word.length;
  }
  return out + escape(text.slice(end));
};

/* The stretch of a text that holds the most matched words; its beginning where none matches. */
export const excerpt = (text, words) => {
  if (text.length <= SNIPPET) return text;
  const found = [...text.matchAll(WORD)].filter(({ 0: word }) => matches(word, words));
  let [start, most] = [0, 0];
  found.forEach(({ index, 0: word }, first) => {
    const inside = found.slice(first).filter((other) => other.index < index + SNIPPET - 20);
    const kinds = new Set(inside.map((other) => fold(other[0].toLowerCase()))).size + word.length / 1000;
    if (kinds > most) [start, most] = [index, kinds];
  });
  // From a little before it, at a word; the beginning if that is near.
  start = start < 60 ? 0 : text.lastIndexOf(" ", start - 20) + 1;
  let end = text.lastIndexOf(" ", start + SNIPPET);
  if (end <= start || start + SNIPPET >= text.length) end = Math.min(text.length, start + SNIPPET);
  return (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
};

/* The words of a result that were matched as they stand in it; what is missing with false. */
const terms = (record, words, missing) => {
  const said = `${record.title} ${record.text}`.match(WORD) ?? [];
  const found = said.filter((word) => word.length > 2 && matches(word, words)).map((word) => word.toLowerCase());
  return Object.fromEntries([
    ...[...new Set(found)].slice(0, 12).map((word) => [word, true]),
    ...missing.filter((word) => word.length > 2).map((word) => [word, false]),
  ]);
};

/* The theme wants one group a page, in which exactly one item is the page itself; it folds what
   scores below a group's first item, and Enter opens the highest score. So the answers of a page
   that follow each other stay in sight with equal scores, and what comes later folds. */
export const groups = (hits, titles) => {
  const byPage = new Map();
  hits.forEach((hit, rank) => {
    const page = hit.record.address.split("#")[0];
    if (!byPage.has(page)) byPage.set(page, []);
    byPage.get(page).push({ ...hit, rank });
  });
  return [...byPage].map(([page, found]) => {
    const [first] = found;
    const item = ({ record, words, missing, rank }, place) => ({
      location: record.address,
      title: marked(record.title, words),
      text: record.text ? `<p>${marked(excerpt(record.text, words), words)}</p>` : "",
      terms: terms(record, words, missing),
      score: place < SHOWN && rank === first.rank + place ? hits.length - first.rank : (hits.length - rank) / 2 ** 10,
    });
    const items = found.map(item);
    if (items[0].location === page) return items;
    // A page that is not the best answer itself only heads its sections, at score 0.
    const head = { location: page, title: escape(titles.get(page) ?? first.record.page), text: "", terms: {}, score: 0 };
    return [...items.filter(({ location }) => location !== page), head];
  });
};
