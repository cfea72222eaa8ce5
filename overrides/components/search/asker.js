/* Asks the worker, and lets it have the index. Every question gets a number, and only answers to the newest count. */

import { beside, root } from "../lib/names.js";

/** @import { Answer } from "../../../search/types.js" */
/** @import { Tools } from "./search.js" */

/**
 * @typedef {(answer: Answer | undefined) => void} Receive called with each answer to a question, the later ones
 *   from more of the index; with undefined if there can be none
 */

export class Asker {
  #tools;
  #id = 0;
  /** @type {Receive} */
  #receive = () => {};
  /** @type {Promise<(id: number, query: string) => void> | undefined} */
  #connection;

  /** @param {Tools} tools */
  constructor(tools) {
    this.#tools = tools;
    this.#connect().catch(() => {});
  }

  /**
   * @param {string} query
   * @param {Receive} receive
   */
  async ask(query, receive) {
    const id = ++this.#id;
    this.#receive = receive;
    try {
      (await this.#connect())(id, query);
    } catch {
      this.#fail();
    }
  }

  /** Whoever waits for an answer waits in vain; the next question tries anew. */
  #fail() {
    this.#connection = undefined;
    this.#receive(undefined);
  }

  #connect() {
    this.#connection ??= location.protocol === "file:" ? this.#here() : this.#work();
    return this.#connection;
  }

  /** In the page itself: files have no workers, and nothing can be fetched there. */
  async #here() {
    const { load } = this.#tools;
    await Promise.all([load(beside(WORKER)), load(`${root}search/records.js`)]);
    const { searchEngine, searchRecords } = /** @type {any} */ (globalThis);
    if (!searchEngine.ready) searchEngine.add(searchRecords, true);
    return (/** @type {number} */ id, /** @type {string} */ query) => {
      if (id === this.#id) this.#receive(searchEngine.answer(query));
    };
  }

  async #work() {
    const worker = new Worker(this.#tools.trusted(beside(WORKER)));
    worker.onerror = () => {
      worker.terminate();
      this.#fail();
    };
    worker.onmessage = ({ data: { id, ...answer } }) => {
      if (id === this.#id) this.#receive(answer);
    };
    const give = async (/** @type {string} */ name, /** @type {boolean} */ last) => {
      const response = await fetch(`${root}search/${name}`);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      const part = await response.arrayBuffer();
      worker.postMessage({ part, last }, [part]);
    };
    // Sources, vocabulary and the rest of the texts come after the first answer, which they may better.
    give("records.json", false)
      .then(() => give("rest.json", true))
      .catch(() => worker.onerror?.(new ErrorEvent("error")));
    return (/** @type {number} */ id, /** @type {string} */ query) => worker.postMessage({ id, query });
  }
}
