/* A team's agreement: the sheet of the page, made editable. All of it stands in the address after #, nothing is
   stored or sent. */

import { all, byId, make, one, start } from "../lib/page.js";
import { say } from "../lib/say.js";
import { addStyles } from "../lib/styles.js";
import paste from "../paste/paste.css" with { type: "text" };
import { addressOf, makeAway } from "./away.js";
import { check } from "./checks.js";
import { readData } from "./data.js";
import { aboutOf } from "./files.js";
import { listed, refill, usualRow, wanted } from "./fill.js";
import { findingList } from "./findings.js";
import { makeForm } from "./form.js";
import { linksBox, tableBox } from "./paste.js";
import { makeSheet } from "./sheet.js";
import { blank, emptyRow, fromFragment, fromQuery } from "./state.js";
import styles from "./team.css" with { type: "text" };

/**
 * @import { Agreement } from "./state.js"
 * @import { Data } from "./data.js"
 * @import { Change } from "./form.js"
 */

/** Put something at the end of the section that a heading begins. @param {string} id @param {(Node | string)[]} nodes */
const intoSection = (id, nodes) => {
  const heading = byId(id);
  if (!heading) return;
  let last = /** @type {Element} */ (heading);
  while (last.nextElementSibling && !last.nextElementSibling.matches("h2, .page-footer"))
    last = last.nextElementSibling;
  last.after(...nodes);
};

/** Every row as usual, or empty. @param {Agreement} agreement @param {Data} data @param {boolean} empty @returns {Agreement} */
const filled = (agreement, data, empty) => {
  const asked = wanted(agreement.extent, data);
  const listed = [...data.activities.values()].filter(
    (activity) => asked.includes(activity) || agreement.rows.has(activity.id),
  );
  return {
    ...agreement,
    rows: new Map(listed.map((activity) => [activity.id, empty ? emptyRow() : usualRow(activity, agreement)])),
  };
};

/** To the row of an activity. @param {string} id */
const goTo = (id) => {
  const [first] = all("select", byId(id) ?? document);
  first?.focus({ preventScroll: true });
  byId(id)?.scrollIntoView({ block: "center" });
};

/** The first row in which not one person decides, or simply the first. @param {Agreement} agreement @param {Data} data */
const firstOpen = (agreement, data) => {
  const rows = listed(agreement, data).map(({ id }) => id);
  return rows.find((id) => agreement.rows.get(id)?.decides.length !== 1) ?? rows[0];
};

/** What the checks find, each with a way to its row: the address holds the sheet and cannot lead there. */
const findingsBox = () => {
  const box = make("div", { class: "findings", role: "region", "aria-label": "What the checks find" });
  box.addEventListener("click", (event) => {
    const id = event.target instanceof Element ? event.target.closest("a")?.hash.slice(1) : undefined;
    if (!id) return;
    event.preventDefault();
    goTo(id);
  });
  return box;
};

/** The sheet that a link from another page asks for, or that of whoever begins. @param {Data} data @param {ReturnType<typeof idsOf>} known */
const first = (data, known) => {
  const asked = fromQuery(location.search, known);
  if (!asked) return filled({ ...blank(), extent: "dozen" }, data, false);
  const rows = listed(asked, data).map((activity) => /** @type {const} */ ([activity.id, usualRow(activity, asked)]));
  return { ...asked, rows: new Map(rows) };
};

/** Every id that an address may name. @param {Data} data */
const idsOf = (data) => ({
  activities: [...data.activities.keys()],
  actors: [...data.actors.keys()],
  settings: [...data.settings.keys()],
});

/** Take the sheet that the address holds, now and whenever it changes.
 * @param {ReturnType<typeof idsOf>} known
 * @param {(found: Agreement) => void} take
 */
const followAddress = (known, take) => {
  const read = () => {
    const found = fromFragment(location.hash, known);
    if (!found) return;
    take(found.agreement);
    if (!found.whole) say("This link was cut or changed on its way: what is left of it stands in the sheet.", true);
  };
  addEventListener("hashchange", read);
  addEventListener("popstate", read);
  read();
};

/** What is asked for and not there. @param {Agreement} agreement @param {Data} data */
const leftOut = ({ extent, rows }, data) => wanted(extent, data).filter(({ id }) => !rows.has(id));

/** @param {Agreement} agreement @param {Data} data @returns {Agreement} */
const bringBack = (agreement, data) => {
  const back = leftOut(agreement, data).map(
    (activity) => /** @type {const} */ ([activity.id, usualRow(activity, agreement)]),
  );
  return { ...agreement, rows: new Map([...agreement.rows, ...back]) };
};

/** The address becomes that of the sheet. @param {Agreement} agreement @param {boolean} [step] that Back undoes */
const keep = (agreement, step = false) =>
  history[step ? "pushState" : "replaceState"](history.state, "", addressOf(agreement));

/** Who is there is no question where it has been answered. @param {HTMLFormElement} form @param {Agreement} agreement */
const fold = (form, { team }) => {
  if (team.length) one("details.there", form)?.removeAttribute("open");
};

/** @param {Agreement} agreement */
const statusOf = ({ rows }) => `${rows.size} rows. The address of this page holds the sheet: copy it to share.`;

/** @param {HTMLFormElement} form @param {string} name */
const fieldOf = (form, name) => /** @type {HTMLElement} */ (form.elements.namedItem(name));

/**
 * The buttons that change all rows at once.
 * @param {HTMLFormElement} form
 * @param {Data} data
 * @param {() => Agreement} current
 * @param {(next: Agreement, says: string) => void} open
 * @param {Change} change
 */
const actOn = (form, data, current, open, change) => {
  const refilled = (/** @type {boolean} */ empty, /** @type {string} */ says) => () =>
    open(filled(current(), data, empty), `${says}. Back undoes it.`);
  fieldOf(form, "reset").addEventListener("click", refilled(false, "Filled in with what is usual"));
  fieldOf(form, "clear").addEventListener("click", refilled(true, "Emptied"));
  fieldOf(form, "back").addEventListener("click", () => {
    change((before) => bringBack(before, data));
    fieldOf(form, "reset").focus(); // the button goes
  });
};

const team = () => {
  const region = one(".table.sheet");
  if (!region) return;
  addStyles(paste + styles);
  const data = readData();
  const known = idsOf(data);
  let agreement = first(data, known);
  const current = () => agreement;

  const findings = findingsBox();
  const about = make("p", { class: "on-paper" });
  const show = () => {
    for (const part of [form, sheet, away]) part.show(agreement);
    findings.replaceChildren(findingList(check(agreement, data), data, agreement.guess));
    fieldOf(form.form, "back").hidden = !leftOut(agreement, data).length;
    one(".status", form.form)?.replaceChildren(statusOf(agreement));
    about.replaceChildren(aboutOf(agreement, data));
  };
  /** @type {Change} */
  const change = (edit, refills = false) => {
    const after = edit(agreement);
    agreement = refills ? refill(agreement, after, data) : after;
    keep(agreement);
    show();
  };
  /** A step that Back undoes. */
  const open = (/** @type {Agreement} */ next, /** @type {string} */ says) => {
    if (!location.hash.startsWith("#a=")) keep(agreement); // so that Back leads to what stood there
    agreement = next;
    keep(agreement, true);
    show();
    say(says);
  };
  /** From below the sheet. @type {typeof open} */
  const bring = (next, says) => {
    open(next, says);
    goTo(firstOpen(agreement, data));
  };
  const form = makeForm(data, change);
  const sheet = { show: makeSheet(data, change) };
  const away = makeAway(data, current, change);

  actOn(form.form, data, current, open, change);
  region.before(form.form, findings, about);
  intoSection("take-along", [away.form]);
  intoSection("compare", linksBox(data, known, bring));
  intoSection("raci", tableBox(data, current, bring));

  show();
  fold(form.form, agreement);
  followAddress(known, (found) => {
    agreement = found.rows.size ? found : filled(found, data, false); // nothing is left of it
    show();
    fold(form.form, agreement);
  });
  form.form.querySelector(".status")?.setAttribute("role", "status");
};

start(team);
