/* The panel in which the people of one cell are ticked. One panel for all cells. */

import { make } from "../lib/page.js";

/**
 * @returns {(cell: HTMLButtonElement, title: string, options: [string, string][], chosen: string[], done: (ids: string[]) => void) => void}
 */
export const makePicker = () => {
  const heading = make("p", { id: "picker-title" });
  const list = make("div", { class: "options" });
  const close = /** @type {HTMLButtonElement} */ (make("button", { type: "button" }, "Done"));
  const panel = make(
    "div",
    { class: "picker", popover: "", role: "dialog", "aria-labelledby": "picker-title" },
    heading,
    list,
    close,
  );
  /** @type {(() => void) | undefined} */
  let finish;
  const ids = () =>
    /** @type {HTMLInputElement[]} */ ([...list.querySelectorAll("input")])
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
  close.addEventListener("click", () => panel.hidePopover());
  panel.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "closed") finish?.();
  });
  document.body.append(panel);
  return (cell, title, options, chosen, done) => {
    heading.textContent = title;
    list.replaceChildren(
      ...options.map(([value, label]) => {
        const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", value }));
        box.checked = chosen.includes(value);
        return make("label", {}, box, ` ${label}`);
      }),
    );
    cell.setAttribute("aria-expanded", "true");
    finish = () => {
      finish = undefined;
      cell.setAttribute("aria-expanded", "false");
      const now = ids();
      if (now.join() !== chosen.join()) done(now);
      if (panel.contains(document.activeElement) || document.activeElement === document.body)
        cell.focus({ preventScroll: true });
    };
    panel.showPopover();
    (list.querySelector("input") ?? close).focus();
  };
};
