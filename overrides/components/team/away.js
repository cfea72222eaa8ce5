/* Ways out of the sheet: a link, a table, Markdown, CSV, paper, a day in the calendar. */

import { make } from "../lib/page.js";
import { copy, say } from "../lib/say.js";
import { guarded } from "../lib/table-text.js";
import { copyBoth, download, tableMarkup } from "../lib/take.js";
import { calendar } from "./calendar.js";
import { ABOUT, asTable, csvOf, markdownOf } from "./files.js";
import { houseOf } from "./house.js";
import { cleanDay, toFragment } from "./state.js";

/**
 * @import { Data } from "./data.js"
 * @import { Change } from "./form.js"
 * @import { Agreement } from "./state.js"
 */

const NAME = "team-agreement";
const MONTHS_UNTIL_REVIEW = 3;

/** @param {Agreement} agreement */
export const addressOf = (agreement) => location.href.split(/[?#]/)[0] + toFragment(agreement);

/** A day some months ahead, as the field of a form has it. @param {Date} from */
const ahead = (from) =>
  new Date(Date.UTC(from.getFullYear(), from.getMonth() + MONTHS_UNTIL_REVIEW, from.getDate()))
    .toISOString()
    .slice(0, 10);

/** As the calendar on the wall has it. */
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/** @param {Agreement} agreement @param {Data} data */
const copyTable = (agreement, data) => {
  const { head, rows, extra } = asTable(agreement, data);
  const lines = rows.map(({ activity, cells }) => ({
    cells: [activity.name, ...cells.map(guarded)], // a spreadsheet runs what is pasted, too
    href: activity.url,
  }));
  const below = extra.map(([name, value]) => `${name}: ${value}`);
  const markup =
    tableMarkup(head, lines) +
    tableMarkup(
      [ABOUT],
      below.map((text) => ({ cells: [text] })),
    );
  const text = [head, ...lines.map(({ cells }) => cells)].map((cells) => cells.join("\t")).join("\n");
  return copyBoth(below.length ? markup : tableMarkup(head, lines), [text, ...below].join("\n"), "Table copied");
};

/** On paper, the sheet alone, across. */
const print = () => {
  const across = new CSSStyleSheet();
  across.replaceSync("@page { margin: 9mm; size: A4 landscape; }");
  document.adoptedStyleSheets.push(across);
  document.documentElement.dataset.paper = "sheet";
  const back = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== across);
    delete document.documentElement.dataset.paper;
  };
  addEventListener("afterprint", back, { once: true });
  window.print();
};

/**
 * @param {Data} data
 * @param {() => Agreement} current
 * @param {Change} change
 */
export const makeAway = (data, current, change) => {
  const day = /** @type {HTMLInputElement} */ (
    make("input", { type: "date", name: "review", value: ahead(new Date()) })
  );
  day.addEventListener("change", () => change((before) => ({ ...before, review: cleanDay(day.value) })));
  const saveDay = () => {
    if (!cleanDay(day.value)) return say("Choose a day first");
    change((before) => ({ ...before, review: cleanDay(day.value) }));
    download(
      `${NAME}.ics`,
      "text/calendar",
      calendar(day.value, "Review: who decides what on our team", addressOf(current()), new Date()),
    );
  };
  const button = (/** @type {string} */ label, /** @type {() => unknown} */ act) => {
    const made = make("button", { type: "button" }, label);
    made.addEventListener("click", act);
    return made;
  };
  const form = make(
    "form",
    { class: "controls away", "aria-label": "Take the sheet along" },
    button("Copy link", () => copy(addressOf(current()), "Link copied: it holds the whole sheet")),
    button("Copy table", () => copyTable(current(), data)),
    button("Copy Markdown", () => copy(markdownOf(current(), data), "Markdown copied")),
    button("Copy house rules", () => copy(houseOf(current(), data, today()), "House rules copied")),
    button("Download CSV", () => download(`${NAME}.csv`, "text/csv", csvOf(current(), data))),
    button("Print the sheet", print),
    make("label", {}, "Review on ", day),
    button("Calendar file", saveDay),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  return {
    form,
    show: (/** @type {Agreement} */ { review }) => {
      if (review) day.value = review;
    },
  };
};
