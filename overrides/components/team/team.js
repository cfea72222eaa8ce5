/* A team's agreement: the sheet of the page, made editable. All of it stands in the address after #, nothing is
   stored or sent. */

import { all, byId, make, one, start } from "../lib/page.js";
import { say } from "../lib/say.js";
import { addStyles } from "../lib/styles.js";
import { makeAway } from "./away.js";
import { check } from "./checks.js";
import { readData } from "./data.js";
import { refill, usualRow } from "./fill.js";
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
  while (last.nextElementSibling && !last.nextElementSibling.matches("h2, .page-actions"))
    last = last.nextElementSibling;
  last.after(...nodes);
};

/** Every row as usual, or empty. @param {Agreement} agreement @param {Data} data @param {boolean} empty @returns {Agreement} */
const filled = (agreement, data, empty) => {
  const listed = [...data.activities.values()].filter(
    ({ id, first }) => agreement.all || first || agreement.rows.has(id),
  );
  return {
    ...agreement,
    rows: new Map(listed.map((activity) => [activity.id, empty ? emptyRow() : usualRow(activity, agreement)])),
  };
};

const team = () => {
  const region = one(".table.sheet");
  if (!region) return;
  addStyles(styles);
  const data = readData();
  const known = {
    activities: [...data.activities.keys()],
    actors: [...data.actors.keys()],
    settings: [...data.settings.keys()],
  };
  let agreement = filled(blank(), data, false);

  const findings = make("div", { class: "findings", role: "region", "aria-label": "What the checks find" });
  const show = () => {
    for (const part of [form, sheet, away]) part.show(agreement);
    findings.replaceChildren(findingList(check(agreement, data), data));
    const status = one(".status", form.form);
    if (status)
      status.textContent = `${agreement.rows.size} rows. The address of this page holds the sheet: copy it to share.`;
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
  const away = makeAway(data, () => agreement, change);

  const field = (/** @type {string} */ name) => /** @type {HTMLElement} */ (form.form.elements.namedItem(name));
  field("reset").addEventListener("click", () =>
    open(filled(agreement, data, false), "Filled in with what is usual. Back undoes it."),
  );
  field("clear").addEventListener("click", () => open(filled(agreement, data, true), "Emptied. Back undoes it."));
  findings.addEventListener("click", (event) => {
    const id = event.target instanceof Element ? event.target.closest("a")?.hash.slice(1) : undefined;
    if (!id) return;
    event.preventDefault(); // the address holds the sheet
    const [first] = all("select", byId(id) ?? document);
    first?.focus({ preventScroll: true });
    byId(id)?.scrollIntoView({ block: "center" });
  });
  region.before(form.form, findings);
  intoSection("take-along", [away.form]);
  intoSection("compare", linksBox(data, known, open));
  intoSection(
    "raci",
    tableBox(data, () => agreement, open),
  );

  const read = () => {
    const found = fromFragment(location.hash, known);
    if (!found) return;
    agreement = found.agreement;
    show();
    if (!found.whole) say("This link was cut or changed on its way: what is left of it stands in the sheet.", true);
  };
  addEventListener("hashchange", read);
  addEventListener("popstate", read);
  show();
  read();
  const there = one("details.there", form.form);
  if (agreement.team.length) there?.removeAttribute("open"); // chosen already
  form.form.querySelector(".status")?.setAttribute("role", "status");
};

start(team);
