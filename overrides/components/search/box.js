/* A field that lists answers below it: the combobox with a listbox of the WAI-ARIA patterns. The focus stays in the
   field; the arrows move among the answers; Enter opens the one they are on, else the best, which is the first. */

import { NAME as FOUND } from "../found/found.js";
import { all, around, make } from "../lib/page.js";
import { keep } from "../lib/storage.js";

/** @import { Answer, Item } from "../../../search/types.js" */
/** @import { Asker } from "./asker.js" */

/**
 * @typedef {object} Parts
 * @property {HTMLInputElement} input
 * @property {HTMLElement} status
 * @property {HTMLElement} note
 * @property {HTMLElement} list
 * @property {HTMLElement} covers where to look instead
 * @property {() => void} close
 * @property {(shown: boolean) => void} changed
 */

export class Box {
  #parts;
  #asker;
  #href;
  #query = "";
  #first = ""; // address of the first of the answers shown
  /** @type {HTMLElement | undefined} */
  #active;
  #entered = false; // Enter was pressed before the answer was there

  /**
   * @param {Parts} parts
   * @param {Asker} asker
   * @param {(address: string) => string} href
   */
  constructor(parts, asker, href) {
    this.#parts = parts;
    this.#asker = asker;
    this.#href = href;
    const { input, list } = parts;
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || this.ask());
    input.addEventListener("compositionend", () => this.ask());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.form?.addEventListener("reset", () => setTimeout(() => this.ask()));
    // A press on an answer leaves the focus, and on phones the keyboard, where it is.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.#followed(event));
    addEventListener("online", () => this.#query && !list.childElementCount && this.ask(true));
    this.ask();
  }

  get options() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.#parts.list.children]);
  }

  /** Ask for what stands in the field. */
  ask(again = false) {
    const query = this.#parts.input.value.trim();
    if (query === this.#query && !again) return this.#show();
    this.#query = query;
    this.#entered = false;
    this.#move(undefined);
    if (!query) {
      this.#parts.list.ariaBusy = "false";
      return this.#clear("");
    }
    this.#parts.list.ariaBusy = "true";
    if (!this.options.length) this.#clear("Searching …");
    let answered = false;
    this.#asker.ask(query, (answer) => {
      if (!answer) return answered || this.#fail();
      // What the first part of the index does not answer, the whole of it may.
      if (!answer.items.length && !answer.whole) return;
      if (!answered || !this.#engaged) this.#fill(answer);
      answered = true;
      if (answer.whole) this.#parts.list.ariaBusy = "false";
    });
  }

  /** Open the answer that the reader is on, or the best; when it is there. */
  enter(/** @type {Partial<KeyboardEvent>} */ { ctrlKey, metaKey, shiftKey } = {}) {
    if (this.#parts.input.value.trim() !== this.#query) this.ask();
    const waiting = this.#parts.list.ariaBusy === "true" && this.#parts.list.dataset.query !== this.#query;
    const option = this.#active ?? this.options[0];
    if (waiting || !option) this.#entered = waiting;
    else option.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
  }

  /** Whether the reader is among the answers already: then a better one must not move them. */
  get #engaged() {
    const { list } = this.#parts;
    return Boolean(this.#active) || list.matches(":hover") || list.scrollTop > 0;
  }

  /** @param {Answer} answer */
  #fill({ items, note = "" }) {
    const { list, status } = this.#parts;
    const same =
      list.dataset.query === this.#query && items[0]?.address === this.#first && items.length === this.options.length;
    if (!same) {
      this.#move(undefined); // who was among the answers to fewer words is on none of these
      list.replaceChildren(...items.map((item, at) => this.#option(item, at)));
      list.scrollTop = 0;
      this.#first = items[0]?.address ?? "";
    }
    list.dataset.query = this.#query;
    this.#parts.note.textContent = note;
    status.textContent = items.length
      ? `${items.length} answer${items.length > 1 ? "s" : ""}`
      : (this.#parts.covers.closest("dialog")?.dataset.nothing ?? "No answer.");
    this.#parts.covers.hidden = items.length > 0;
    this.#show();
    if (this.#entered && items.length) this.enter();
    this.#entered = false;
  }

  #fail() {
    const { list, covers } = this.#parts;
    list.ariaBusy = "false";
    this.#clear("Search could not be loaded.");
    covers.hidden = false;
  }

  /** @param {string} said */
  #clear(said) {
    const { list, status, note, covers } = this.#parts;
    list.replaceChildren();
    delete list.dataset.query;
    this.#first = note.textContent = "";
    status.textContent = said;
    covers.hidden = true;
    this.#show();
  }

  /** The list as far as there is something in it. */
  #show() {
    const { input, list, status, changed } = this.#parts;
    const some = this.options.length > 0;
    list.hidden = !some;
    input.setAttribute("aria-expanded", String(some));
    changed(some || Boolean(status.textContent));
  }

  /** Take the list away; what was typed stays. */
  hide() {
    this.#move(undefined);
    this.#parts.input.setAttribute("aria-expanded", "false");
    this.#parts.changed(false);
  }

  /**
   * @param {Item} item
   * @param {number} at
   */
  #option({ address, title, page, parts, mark }, at) {
    const option = make("a", {
      role: "option",
      id: `${this.#parts.list.id}-${at}`,
      href: this.#href(address),
      tabindex: "-1",
      "aria-selected": "false",
    });
    option.append(make("b", {}, title), ...(page === title ? [] : [make("small", {}, page)]));
    if (parts.length)
      option.append(
        make(
          "span",
          {},
          ...parts.map((part, nth) => (nth % 2 ? make("mark", {}, part) : part)),
          ...(mark ? [" ", make("i", {}, mark)] : []),
        ),
      );
    return option;
  }

  /** @param {HTMLElement | undefined} option */
  #move(option) {
    const { input } = this.#parts;
    this.#active?.setAttribute("aria-selected", "false");
    this.#active = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // 229: Safari tells of the Enter that ends a composition after its end.
    if (event.isComposing || event.keyCode === 229 || event.altKey) return;
    const { options } = this;
    const at = this.#active ? options.indexOf(/** @type {HTMLAnchorElement} */ (this.#active)) : -1;
    const last = options.length - 1;
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowDown: () => {
        this.#show();
        this.#move(options[Math.min(at + 1, last)]);
      },
      ArrowUp: () => this.#move(at > 0 ? options[at - 1] : undefined),
      Enter: () => this.enter(event),
      Escape: () => this.#parts.close(),
      // Among the answers; else they move in what is typed.
      ...(this.#active && { Home: () => this.#move(options[0]), End: () => this.#move(options[last]) }),
    };
    const modified = event.key !== "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey);
    if (modified || !Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    acts[event.key]();
  }

  /**
   * The page that is opened may mark what was found; the address of the one that is left keeps the question, so that
   * Back shows the answers again.
   * @param {MouseEvent} event
   */
  #followed(event) {
    const link = /** @type {HTMLAnchorElement | null} */ (around(event, "[role=option]"));
    if (!link) return;
    const words = all("mark", link).map((mark) => (mark.textContent ?? "").toLowerCase());
    keep(
      "sessionStorage",
      FOUND,
      JSON.stringify({ page: link.pathname, words: [...new Set(words)], query: this.#query }),
    );
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const address = new URL(location.href);
    address.searchParams.set("q", this.#query);
    history.replaceState(history.state, "", address);
  }
}
