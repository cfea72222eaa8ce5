/* Asks the search each of many queries: reads {records, vocabulary, queries} as JSON, prints for each what
   it answers, as {items, note, took, worked}: milliseconds by the clock and of the processor. Fast, as no
   browser is in it. */

import { readFileSync } from "node:fs";
import { Search } from "../../search/search.js";

const { records, vocabulary, queries } = JSON.parse(readFileSync(0, "utf8"));
const search = new Search(records, vocabulary);
for (const query of queries.slice(0, 20)) search.answer(query); // what runs often is compiled by now
const answers = queries.map((query) => {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const answer = search.answer(query);
  const { user, system } = process.cpuUsage(before);
  return { ...answer, took: performance.now() - start, worked: (user + system) / 1000 };
});
console.log(JSON.stringify(answers));
