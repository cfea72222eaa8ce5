/* What readers paste: links of guesses to compare, tables to bring back, a RACI to look through. */

import { duties } from "../duties/fetch-table.js";
import { make } from "../lib/page.js";
import { chosenIn, differenceList } from "./differences.js";
import { lostColumns, readAgreement } from "./files.js";
import { usualRow, wanted } from "./fill.js";
import { readHouse } from "./house.js";
import { readMatrix } from "./letters.js";
import { differences, merged, notEverywhere } from "./merge.js";
import { compare, everyone, faults } from "./raci.js";
import { report } from "./report.js";
import { blank, fromFragment } from "./state.js";

/**
 * @import { Activity, Data } from "./data.js"
 * @import { Agreement, Known } from "./state.js"
 * @typedef {(agreement: Agreement, says: string) => void} Open shows an agreement in the sheet
 */

/**
 * A field to paste into, and what comes of it below.
 * @param {string} label
 * @param {string} action
 * @param {(text: string) => (Node | string)[] | Promise<(Node | string)[]>} answer
 * @param {boolean} [files] whether a file may be opened, too
 */
const pasteBox = (label, action, answer, files = false) => {
  const field = /** @type {HTMLTextAreaElement} */ (
    make("textarea", { rows: "4", autocomplete: "off", spellcheck: "false" })
  );
  const result = make("div", {
    class: "result",
    role: "region",
    "aria-live": "polite",
    "aria-label": `${label}: result`,
  });
  const act = async () => {
    const text = field.value;
    try {
      result.replaceChildren(
        ...(text.trim() ? await answer(text) : [make("p", {}, "There is nothing in the field yet.")]),
      );
    } catch (error) {
      result.replaceChildren(make("p", {}, "This could not be loaded. Try again with a connection."));
      reportError(error);
    }
  };
  const form = make(
    "form",
    { class: "controls paste" },
    make("label", {}, `${label} `, field),
    make("button", { type: "submit" }, action),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });
  if (files) {
    const input = /** @type {HTMLInputElement} */ (
      make("input", { type: "file", accept: ".csv,.tsv,.md,.txt,.yml,.yaml,text/csv,text/markdown,text/plain" })
    );
    input.addEventListener("change", async () => {
      field.value = (await input.files?.[0]?.text()) ?? "";
      act();
    });
    form.append(make("label", {}, "or a file ", input));
  }
  return [form, result];
};

/** @param {string[]} unread */
const leftOut = (unread) =>
  unread.length ? [make("p", {}, `Not known here, and left out: ${unread.join("; ")}.`)] : [];

/** @param {string[]} doubts */
const doubtful = (doubts) =>
  doubts.length ? [make("p", {}, `Look at these rows once more: ${doubts.join("; ")}.`)] : [];

/** @param {string} label @param {() => void} act */
const button = (label, act) => {
  const made = make("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
};

/**
 * @param {Data} data
 * @param {Known} known
 * @param {Open} open
 */
export const linksBox = (data, known, open) =>
  pasteBox("Links, one a line", "Compare", (text) => {
    const read = [...text.matchAll(/#a=1[^\s<>")\]]*/g)]
      .map(([fragment]) => fromFragment(fragment, known))
      .filter((each) => each !== undefined);
    const guesses = read.map(({ agreement }) => agreement);
    if (guesses.length < 2)
      return [make("p", {}, `Two links of this page are needed; ${guesses.length ? "one was" : "none were"} found.`)];
    const notes = [];
    if (read.some(({ whole }) => !whole))
      notes.push(make("p", {}, "One of the links was cut on its way, so some of its rows may be missing."));
    const missing = notEverywhere(guesses, data);
    if (missing.length) notes.push(make("p", {}, `Left out, because not every link has them: ${missing.length} rows.`));
    const list = make("div", {}, ...differenceList(differences(guesses, data), guesses, data));
    const take = button("Put what all agree on, and what is chosen, into the sheet", () =>
      open(merged(guesses, data, chosenIn(list)), "What is agreed stands in the sheet; the rest is empty."),
    );
    return [...notes, list, take];
  });

/** House rules as a sheet; undefined for any other text. @param {string} text @param {Data} data @param {Open} open */
const houseRules = (text, data, open) => {
  const house = readHouse(text, data);
  if (!house) return undefined;
  open(house.agreement, `The house rules stand in the sheet: ${house.read} rows.`);
  return [
    make("p", {}, `These are house rules: ${house.read} rows stand in the sheet as agreed, the rest as usual.`),
    ...leftOut(house.unread),
  ];
};

/** A sheet of this page, as it was, or what it lacks to be one. @param {string} text @param {Data} data @param {Open} open */
const ownSheet = (text, data, open) => {
  const own = readAgreement(text, data);
  if (!own) {
    const lost = lostColumns(text).join(", ");
    const says = `This looks like a sheet of this page without ${lost}. Add the column, even empty.`;
    return lost ? [make("p", {}, says)] : undefined;
  }
  const rows = own.agreement.rows.size;
  open(own.agreement, `The sheet is back, with ${rows} rows.`);
  return [
    make("p", {}, `This is a sheet of this page: it stands above again, with ${rows} rows.`),
    ...leftOut(own.unread),
    ...doubtful(own.doubts),
  ];
};

/**
 * @param {Data} data
 * @param {() => Agreement} current
 * @param {Open} open
 */
export const tableBox = (data, current, open) =>
  pasteBox(
    "A table (CSV, cells of a spreadsheet, or Markdown) or house rules",
    "Read it",
    async (text) => {
      const ours = houseRules(text, data, open) ?? ownSheet(text, data, open);
      if (ours) return ours;
      const matrix = readMatrix(text, data);
      if (!matrix)
        return [
          make(
            "p",
            {},
            "No table with letters was found. The first row must name the roles, the first column the tasks.",
          ),
        ];
      const { closest } = await duties();
      const compared = compare(
        matrix,
        (task) => named(task, data) ?? data.activities.get(closest(task) ?? ""),
        current().setting,
      );
      const take = button(`Put the ${compared.rows.size} matched rows into the sheet`, () => {
        /** @type {Agreement} */
        const next = {
          ...blank(),
          extent: "dozen",
          setting: current().setting,
          team: everyone(compared.rows.values()),
        };
        const rest = wanted(next.extent, data).filter(({ id }) => !compared.rows.has(id));
        const rows = new Map([
          ...rest.map((activity) => /** @type {const} */ ([activity.id, usualRow(activity, next)])),
          ...compared.rows,
        ]);
        open({ ...next, rows }, "The matched rows stand in the sheet; the rest is as usual.");
      });
      return [
        ...report(matrix, faults(matrix), compared, current().setting, data),
        ...(compared.rows.size ? [take] : []),
      ];
    },
    true,
  );

/** The activity with exactly this name, with or without its verb. @param {string} task @param {Data} data @returns {Activity | undefined} */
const named = (task, { activities }) => {
  const plain = task.toLowerCase().replace(/\s+/g, " ").trim();
  return [...activities.values()].find(({ name }) => {
    const low = name.toLowerCase();
    return low === plain || (plain.includes(" ") && low.replace(/^\w+ (the |a |an )?/, "") === plain);
  });
};
