/* The links of headings say in words what they lead to. */

import { all } from "../lib/page.js";

export const nameLinks = () => {
  for (const link of all("a.headerlink")) {
    const name = link.parentElement?.textContent?.replace(/#$/, "").trim();
    link.setAttribute("aria-label", `Copy link to ${name}`);
    link.removeAttribute("title");
  }
};
