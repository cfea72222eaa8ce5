/* Which job is this? Answers to the questions of the page, or the sentences of an ad, as a mix of roles. */

import { one, start } from "../lib/page.js";
import { addStyles } from "../lib/styles.js";
import paste from "../paste/paste.css" with { type: "text" };
import { adReader } from "./ad.js";
import { readData } from "./data.js";
import { quiz } from "./quiz.js";
import styles from "./which-job.css" with { type: "text" };

const whichJob = () => {
  const data = readData();
  if (!data.signs.length) return;
  addStyles(paste + styles);
  quiz(data);
  let last = /** @type {HTMLElement | null} */ (one("#ad"));
  while (last?.nextElementSibling && !last.nextElementSibling.matches("h2, .page-footer"))
    last = /** @type {HTMLElement} */ (last.nextElementSibling);
  if (last) adReader(data, last);
};

start(whichJob);
