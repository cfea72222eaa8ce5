/* The search as a worker, with its engine. In: the parts of the index as bytes, `{part, last}`, and queries,
   `{id, query}`. Out: `{id, items, whole, note}`, for the newest query only; once more when more of the index came.
   A page opened as a file has no workers: there, this is a script of the page, which gives it the engine. */

import { Engine } from "./engine.js";

const engine = new Engine();

if (self.document) {
  /** @type {any} */ (self).searchEngine = engine;
} else {
  /** @type {{id: number, query: string} | undefined} */
  let asked;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let due;
  const answer = () => {
    if (asked && engine.ready) postMessage({ id: asked.id, ...engine.answer(asked.query) });
  };
  addEventListener("message", ({ data }) => {
    if (data.part) engine.add(JSON.parse(new TextDecoder().decode(data.part)), data.last);
    else asked = data;
    // Let queries that wait come in first: who types fast asks for the last.
    clearTimeout(due);
    due = setTimeout(answer);
  });
}
