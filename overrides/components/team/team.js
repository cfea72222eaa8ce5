/* A team's agreement: the sheet of the page, made editable. All of it stands in the address after #, nothing is
   stored or sent. */

import { all, byId, make, one, start } from "../lib/page.js";
import { say } from "../lib/say.js";
import { addStyles } from "../lib/styles.js";
import paste from "../paste/paste.css" with { type: "text" };
import { makeAway } from "./away.js";
import { check } from "./checks.js";
import { readData } from "./data.js";
import { refill, usualRow, wanted } from "./fill.js";
import { findingList } from "./findings.js";
import { makeForm } from "./form.js";
import { linksBox, tableBox } from "./paste.js";
import { makeSheet } from "./sheet.js";
import { blank, emptyRow, fromFragment, toFragment } from "./state.js";
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

/** What the checks find, each with a way to its row: the address holds the sheet and cannot lead there. */
const findingsBox = () => {
  const box = make("div", { class: "findings", role: "region", "aria-label": "What the checks find" });
  box.addEventListener("click", (event) => {
    const id = event.target instanceof Element ? event.target.closest("a")?.hash.slice(1) : undefined;
    if (!id) return;
    event.preventDefault();
    const [first] = all("select", byId(id) ?? document);
    first?.focus({ preventScroll: true });
    byId(id)?.scrollIntoView({ block: "center" });
  });
  return box;
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
  let agreement = filled({ ...blank(), extent: "dozen" }, data, false);
  const current = () => agreement;

  const findings = findingsBox();
  const show = () => {
    for (const part of [form, sheet, away]) part.show(agreement);
    findings.replaceChildren(findingList(check(agreement, data), data));
    fieldOf(form.form, "back").hidden = !leftOut(agreement, data).length;
    const told = `${agreement.rows.size} rows. The address of this page holds the sheet: copy it to share.`;
    one(".status", form.form)?.replaceChildren(told);
  };
  const keep = (/** @type {boolean} */ step) =>
    history[step ? "pushState" : "replaceState"](history.state, "", toFragment(agreement));
  /** @type {Change} */
  const change = (edit, refills = false) => {
    const after = edit(agreement);
    agreement = refills ? refill(agreement, after, data) : after;
    keep(false);
    show();
  };
  /** A step that Back undoes. */
  const open = (/** @type {Agreement} */ next, /** @type {string} */ says) => {
    if (!location.hash.startsWith("#a=")) keep(false); // so that Back leads to what stood there
    agreement = next;
    keep(true);
    show();
    say(says);
  };
  const form = makeForm(data, change);
  const sheet = { show: makeSheet(data, change) };
  const away = makeAway(data, current, change);

  actOn(form.form, data, current, open, change);
  region.before(form.form, findings);
  intoSection("take-along", [away.form]);
  intoSection("compare", linksBox(data, known, open));
  intoSection("raci", tableBox(data, current, open));

  show();
  followAddress(known, (found) => {
    agreement = found.rows.size ? found : filled(found, data, false); // nothing is left of it
    show();
  });
  const there = one("details.there", form.form);
  if (agreement.team.length) there?.removeAttribute("open"); // chosen already
  form.form.querySelector(".status")?.setAttribute("role", "status");
};

start(team);
