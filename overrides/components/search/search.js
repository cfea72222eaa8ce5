/* The search, from its first use on: the answers in the dialog, and below the field of the home page. */

import { beside, root } from "../lib/names.js";
import { make, one } from "../lib/page.js";
import { keep, kept } from "../lib/storage.js";
import { Asker } from "./asker.js";
import { Box } from "./box.js";

export { Box };

/**
 * @typedef {object} Tools
 * @property {(address: string) => string} trusted
 * @property {(address: string) => Promise<void>} load
 */
/** @typedef {(tools: Tools) => (input: HTMLInputElement) => Box} Begin */

/** Take the question out of the address. */
const forget = () => {
  const address = new URL(location.href);
  if (!address.searchParams.has("q")) return;
  address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
};

/** What is typed is no text to mend. */
const TYPED = { autocapitalize: "off", autocomplete: "off", enterkeyhint: "go", spellcheck: "false" };

const list = (/** @type {string} */ id) => make("div", { role: "listbox", id, "aria-label": "Answers", hidden: "" });
const note = () => make("p", { class: "search__note" });

/** The keys that work here, and a switch for the one that works on every page. */
const keys = () => {
  const slash = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
  slash.checked = kept("localStorage", "slash") !== "off";
  slash.addEventListener("change", () => keep("localStorage", "slash", slash.checked ? null : "off"));
  const key = (/** @type {string[]} */ names, /** @type {string} */ does) =>
    make("span", {}, ...names.map((name) => make("kbd", {}, name)), ` ${does}`);
  return make(
    "p",
    { class: "search__keys" },
    key(["↑", "↓"], "choose"),
    key(["Enter"], "open"),
    key(["Esc"], "close"),
    make("label", {}, slash, make("kbd", {}, "/"), " opens the search"),
  );
};

/**
 * @param {HTMLInputElement} input
 * @param {HTMLDialogElement} dialog
 */
const inDialog = (input, dialog) => {
  for (const [name, value] of Object.entries(TYPED)) input.setAttribute(name, value);
  const [status, covers] = [".search__status", ".covers"].map(
    (selector) => /** @type {HTMLElement} */ (one(selector, dialog)),
  );
  const parts = {
    input,
    status,
    covers,
    note: note(),
    list: list("search-list"),
    close: () => dialog.close(),
    changed: () => {},
  };
  covers.after(parts.note, parts.list, keys());
  dialog.addEventListener("close", forget);
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close()); // beside it
  one("[aria-label='Close search']", dialog)?.addEventListener("click", () => dialog.close());
  return parts;
};

/**
 * @param {HTMLInputElement} input
 * @param {HTMLDialogElement} dialog
 */
const inPlace = (input, dialog) => {
  const covers = /** @type {HTMLElement} */ (one(".covers", dialog)?.cloneNode(true));
  const status = make("p", { class: "search__status", role: "status" });
  const panel = make("div", { class: "answers", hidden: "" });
  const changed = (/** @type {boolean} */ shown) => (panel.hidden = !shown);
  const close = () => {
    if (panel.hidden) input.value = "";
    changed(false);
    input.setAttribute("aria-expanded", "false");
    forget();
  };
  const parts = { input, status, covers, note: note(), list: list("answers"), close, changed };
  panel.append(status, covers, parts.note, parts.list);
  input.form?.append(panel);
  return parts;
};

/** @type {Begin} */
const begin = (tools) => {
  const dialog = /** @type {HTMLDialogElement} */ (one("#search"));
  document.head.append(make("link", { rel: "stylesheet", href: beside(STYLE) }));
  const asker = new Asker(tools);
  // Files have no server that finds the page of a folder.
  const page =
    location.protocol === "file:"
      ? (/** @type {string} */ address) => address.replace(/(^|\/)(?=$|[?#])/, "$1index.html")
      : String;
  const href = (/** @type {string} */ address) => new URL(page(address), root).href;
  /** @type {Map<HTMLInputElement, Box>} */
  const boxes = new Map();
  return (input) => {
    const known = boxes.get(input);
    if (known) {
      known.ask();
      return known;
    }
    const within = dialog.contains(input);
    const box = new Box((within ? inDialog : inPlace)(input, dialog), asker, href);
    boxes.set(input, box);
    if (!within) {
      // Whoever goes elsewhere is done with the list, but not with what was typed.
      input.form?.addEventListener("focusout", ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !input.form?.contains(relatedTarget)) box.hide();
      });
      input.addEventListener("focus", () => box.ask());
    }
    return box;
  };
};

/** @type {any} */ (globalThis).beginSearch = begin;
