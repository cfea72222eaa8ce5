/* The theme's search worker, as small as can be: every page starts it. It speaks the theme's
   messages (2 QUERY in; 1 READY and 3 RESULT out) and loads the engine and the records upon the
   first query that is not empty. A query of white space only asks for nothing but that, so the page
   sends one when the search box gets the focus. */

const READY = 1;
const QUERY = 2;
const RESULT = 3;

// In a page opened as a file, the worker runs in a frame (iframe-worker), where scripts can be
// loaded and nothing can be fetched, and where importScripts() gives a promise.
const framed = self.document !== undefined;
const here = framed ? self.document.currentScript.src : self.location.href;
const at = (path) => new URL(path, here).href;

// Files have no server that finds the page of a folder.
const page = framed ? (address) => address.replace(/(^|\/)(?=$|[?#])/, "$1index.html") : undefined;

const fetched = async (name) => {
  const response = await fetch(at(`../search/${name}`));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
};

const start = async () => {
  const loading = framed ? importScripts(at("../search/records.js")).then(() => self.searchRecords) : fetched("records.json");
  await importScripts(at("search-engine.js"));
  const { records, ...vocabulary } = await loading;
  let search = self.searchEngine(records, vocabulary, page);
  if (framed) return search;
  // Sources, vocabulary and the rest of texts and asks come after the first answer, which they may better. Only
  // what the first part does not answer waits for them.
  const whole = fetched("rest.json").then(({ records: rest, ...vocabulary }) => {
    const all = rest.map((more, at) => {
      const first = records[at];
      return first ? { ...first, text: first.text + more.text, asks: [...first.asks, ...more.asks] } : more;
    });
    search = self.searchEngine(all, vocabulary, page);
    better(search);
  });
  return async (query, newer) => {
    const items = search(query);
    if (items.length) return items;
    await Promise.race([newer, whole.catch(() => {})]);
    return search(query);
  };
};

let engine;
const answer = async (query, newer) => {
  if (!query) return [];
  engine ??= start();
  try {
    const search = await engine;
    return query.trim() ? await search(query, newer) : [];
  } catch (error) {
    engine = undefined; // offline, perhaps: the next query tries again
    setTimeout(() => {
      throw error;
    });
    return [];
  }
};

// One answer a query, in order: the theme's messages carry no number.
let last = Promise.resolve();
let supersede = () => {}; // a query that waits, waits no longer when the next is typed
let shown = { query: "", items: [] };
const show = (query, items, again = false) => {
  shown = { query, items };
  postMessage({ type: RESULT, data: { items }, again });
};
// Only if another answer comes first now: readers may be among the results already.
const better = (search) => {
  last = last.then(() => {
    const items = search(shown.query);
    if (items[0]?.[0].location !== shown.items[0]?.[0].location) show(shown.query, items, true);
  });
};
addEventListener("message", ({ data: { type, data } }) => {
  if (type !== QUERY) return;
  supersede();
  const found = answer(data, new Promise((resolve) => (supersede = resolve)));
  last = last.then(async () => show(data, await found));
});
// Unasked, as the theme sends its SETUP only with an index, and this site gives it none to fetch.
postMessage({ type: READY });
