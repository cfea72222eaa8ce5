/* The search, as far as every page has it: the dialog opens at once, by its button, by / or Ctrl K, or by a query
   in the address; what answers (search.js) comes with the first sign that somebody is about to ask. */

import { load, trusted } from "../lib/load.js";
import { beside } from "../lib/names.js";
import { all, byId, one } from "../lib/page.js";
import { kept } from "../lib/storage.js";

/** @import { Begin, Box } from "./search.js" */

const FIELDS = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";

/** / and Ctrl K, where nothing else is typed into.
 * @param {HTMLDialogElement} dialog
 * @param {() => void} open
 */
const listenForKeys = (dialog, open) =>
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (event.defaultPrevented || event.isComposing || dialog.open) return;
    const combination = key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !shiftKey;
    // With Shift, where that is how the sign is typed.
    const sign = key === "/" && kept("localStorage", "slash") !== "off" && !ctrlKey && !metaKey && !altKey;
    const typing = target instanceof Element && target.closest(FIELDS);
    if (!combination && !(sign && !typing)) return;
    event.preventDefault();
    for (const panel of all(":popover-open")) panel.hidePopover();
    open();
  });

/** What has the box ready for an input, loading what answers at its first call; says so if it cannot be had.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLInputElement} field
 */
const boxes = (dialog, field) => {
  const status = one(".search__status", dialog);
  const tell = (/** @type {string} */ text) => status?.replaceChildren(text);
  const covers = one(".covers", dialog);
  tell("");
  if (covers) covers.hidden = true;

  /** @type {Promise<(input: HTMLInputElement) => Box> | undefined} */
  let coming;
  const begin = () =>
    (coming ??= load(beside(SEARCH)).then(() =>
      /** @type {{beginSearch: Begin}} */ (/** @type {unknown} */ (globalThis)).beginSearch({ trusted, load }),
    ));
  /** @type {Set<HTMLInputElement>} */
  const there = new Set();
  /** Have the box ready for an input; say so if it cannot be had. */
  const ready = async (/** @type {HTMLInputElement} */ input) => {
    if (!there.has(field)) tell(field.value.trim() ? "Searching …" : "");
    try {
      const box = (await begin())(input);
      there.add(input);
      return box;
    } catch (error) {
      coming = undefined;
      tell("Search could not be loaded.");
      if (covers) covers.hidden = false;
      throw error;
    }
  };
  return { begin: () => void begin().catch(() => (coming = undefined)), ready, there };
};

export const search = () => {
  const dialog = /** @type {HTMLDialogElement | null} */ (byId("search"));
  const field = /** @type {HTMLInputElement | null} */ (dialog && one("input[type=search]", dialog));
  const home = /** @type {HTMLInputElement | null} */ (one(".ask [name=q]"));
  if (!dialog || !field) return;
  const { begin, ready, there } = boxes(dialog, field);
  const quietly = (/** @type {HTMLInputElement} */ input) => void ready(input).catch(() => {});

  const open = (/** @type {string | undefined} */ query) => {
    if (!dialog.open) dialog.showModal();
    if (query !== undefined) field.value = query;
    field.focus();
    field.select();
    quietly(field);
  };

  for (const button of all(".find")) {
    button.removeAttribute("command"); // from here on, it is opened with all that answers
    button.addEventListener("pointerenter", begin);
    button.addEventListener("click", () => open(undefined));
  }
  for (const input of home ? [field, home] : [field]) {
    input.addEventListener("input", () => there.has(input) || quietly(input));
    // Before all is there, Enter waits for it; then it is the box that hears it first.
    input.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      ready(input).then(
        (box) => box.enter(),
        () => {},
      );
    });
  }
  home?.addEventListener("focus", () => quietly(home));
  addEventListener("online", () => dialog.open && quietly(field));
  document.addEventListener("site-search", (event) => open(/** @type {CustomEvent} */ (event).detail));

  listenForKeys(dialog, () => open(undefined));

  const asked = new URLSearchParams(location.search).get("q");
  if (asked === null) return;
  if (!home) return open(asked);
  home.value = asked;
  home.focus();
  quietly(home);
};
