/* Asks the search each of many queries: reads {records, vocabulary, queries} as JSON, prints for each what
   it answers, as {items, note, took}. Fast, as no browser is in it. */

import { readFileSync } from "node:fs";
import { Search } from "../../search/search.js";

const { records, vocabulary, queries } = JSON.parse(readFileSync(0, "utf8"));
const search = new Search(records, vocabulary);
for (const query of queries.slice(0, 20)) search.answer(query); // what runs often is compiled by now
const answers = queries.map((query) => {
  const start = performance.now();
  const answer = search.answer(query);
  return { ...answer, took: performance.now() - start };
});
console.log(JSON.stringify(answers));
