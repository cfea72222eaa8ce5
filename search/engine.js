/* The search itself: records come in parts, and each query is answered from what is there. */

import { Search } from "./search.js";

/** @import { Answer, Part, Record } from "./types.js" */

export class Engine {
  /** @type {Record[]} */
  #records = [];
  /** @type {Search | undefined} */
  #search;
  #whole = false;

  get ready() {
    return this.#search !== undefined;
  }

  /**
   * @param {Part} part
   * @param {boolean} last
   */
  add({ records, ...vocabulary }, last) {
    records.forEach((more, at) => {
      const first = this.#records[at];
      if (!first) this.#records[at] = /** @type {Record} */ (more);
      else
        this.#records[at] = {
          ...first,
          ...more,
          text: first.text + (more.text ?? ""),
          asks: [...first.asks, ...(more.asks ?? [])],
        };
    });
    this.#search = new Search(this.#records, vocabulary);
    this.#whole = last;
  }

  /**
   * @param {string} query
   * @returns {Answer}
   */
  answer(query) {
    return this.#search?.answer(query) ?? { items: [], whole: this.#whole };
  }
}
