/* The search as one script, loaded on first use: gives the worker `searchEngine(records, vocabulary, place)`. */

import { Search } from "./rank.js";
import { groups } from "./result.js";

self.searchEngine = (records, vocabulary, place) => {
  const search = new Search(records, vocabulary);
  const titles = new Map(records.filter(({ address }) => !address.includes("#")).map(({ address, title }) => [address, title]));
  return (query) => groups(search.answer(query), titles, place);
};
