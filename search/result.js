/* From ranked records to what the theme's result list shows: groups of one page each, with titles
   and snippets as safe markup. */

import { STOP, fold } from "./words.js";

const SNIPPET = 160; // characters
const LEAD = 40; // of these before the words that a later stretch is shown for
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

/* The beginning of a text, since it answers first; but a later stretch if it alone holds words that
   were asked for and that neither title nor beginning says. */
export const excerpt = (text, title, words) => {
  if (text.length <= SNIPPET) return text;
  const found = (part) => [...part.matchAll(WORD)].filter(({ 0: word }) => matches(word, words));
  const kind = (word) => fold(word.toLowerCase());
  const known = new Set([...found(title), ...found(text.slice(0, SNIPPET))].map(({ 0: word }) => kind(word)));
  const later = found(text).filter(({ 0: word }) => !known.has(kind(word)));
  let [start, most] = [0, 0];
  for (const { index } of later) {
    const kinds = new Set(later.filter((other) => other.index >= index && other.index < index + SNIPPET).map(({ 0: word }) => kind(word)));
    if (kinds.size > most) [start, most] = [index, kinds.size];
  }
  // Whole words, and for a later stretch a few words before it.
  if (start) start = text.lastIndexOf(" ", Math.max(0, start - LEAD)) + 1;
  const end = start + SNIPPET >= text.length ? text.length : text.lastIndexOf(" ", start + SNIPPET);
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
export const groups = (hits, titles, place = (address) => address) => {
  const byPage = new Map();
  hits.forEach((hit, rank) => {
    const page = hit.record.address.split("#")[0];
    if (!byPage.has(page)) byPage.set(page, []);
    byPage.get(page).push({ ...hit, rank });
  });
  return [...byPage].map(([page, found]) => {
    const [first] = found;
    const item = ({ record, words, missing, rank }, nth) => ({
      location: place(record.address),
      title: marked(record.title, words),
      text: record.text ? `<p>${marked(excerpt(record.text, record.title, words), words)}</p>` : "",
      terms: terms(record, words, missing),
      score: nth < SHOWN && rank === first.rank + nth ? hits.length - first.rank : (hits.length - rank) / 2 ** 10,
    });
    const items = found.map(item);
    if (first.record.address === page) return items;
    // A page that is not the best answer itself only heads its sections, at score 0.
    const head = { location: place(page), title: escape(titles.get(page) ?? first.record.page), text: "", terms: {}, score: 0 };
    return [...items.filter(({ location }) => location !== head.location), head];
  });
};
