/* The links of headings say in words what they lead to. */

import { all } from "../lib/page.js";

export const nameLinks = () => {
  for (const link of all("a.headerlink")) {
    const name = [...(link.parentElement?.childNodes ?? [])]
      .filter((node) => node !== link)
      .map((node) => node.textContent);
    link.setAttribute("aria-label", `Copy link to ${name.join("").trim()}`);
    link.removeAttribute("title");
  }
};
