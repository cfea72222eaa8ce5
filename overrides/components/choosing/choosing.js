/* Any two roles: the page of the pair, where there is one; else the form leads to the two side by side. */

import { all, one } from "../lib/page.js";

export const choosing = () => {
  const form = /** @type {HTMLFormElement | null} */ (one("form.choosing"));
  form?.addEventListener("submit", (event) => {
    const [a, b] = all("select", form).map((list) => /** @type {HTMLSelectElement} */ (list).value);
    const pairs = (form.dataset.pairs ?? "").split(" ");
    const pair = [`${a}-vs-${b}`, `${b}-vs-${a}`].find((id) => pairs.includes(id));
    if (!pair) return;
    event.preventDefault();
    const file = /index\.html$/.exec(form.action)?.[0] ?? ""; // in a copy opened from disk
    location.assign(new URL(`../versus/${pair}/${file}`, form.action));
  });
};
