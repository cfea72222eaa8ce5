/* The setting that a reader has, and the roles that are there: the page shows its answers for them. Both stand in the
   address, so that a colleague sees the same. */

import { follow, params, remember } from "../lib/choice.js";
import { fetched } from "../lib/fetched.js";
import { root } from "../lib/names.js";
import { make, one, start } from "../lib/page.js";
import { say } from "../lib/say.js";
import { addStyles } from "../lib/styles.js";
import { listing, lower } from "../lib/words.js";
import { place } from "./answer.js";
import styles from "./lens.css" with { type: "text" };
import { show } from "./show.js";

/** @import { Chosen, Data } from "./answer.js" */

const button = one("[data-lens]");

/** @param {Data} data @returns {Chosen} what the address asks for, of what there is */
const read = ({ settings, roles }) => {
  const setting = params().get("in") ?? "";
  const team = (params().get("team") ?? "").split(",");
  return {
    setting: Object.values(settings).some((named) => Object.hasOwn(named, setting)) ? setting : "",
    team: roles.filter((id) => team.includes(id)),
  };
};

/** @param {HTMLFormElement} form @param {Data} data */
const fill = (form, { settings, roles, names }) => {
  const groups = Object.entries(settings).map(([label, named]) =>
    make("optgroup", { label }, ...Object.entries(named).map(([id, name]) => make("option", { value: id }, name))),
  );
  const boxes = roles.map((id) =>
    make("label", {}, make("input", { type: "checkbox", name: "team", value: id }), ` ${names[id]}`),
  );
  form.classList.remove("take");
  form.replaceChildren(
    make("label", {}, "Setting ", make("select", { name: "in" }, make("option", { value: "" }, "as usual"), ...groups)),
    make("button", { type: "reset", hidden: "" }, "Back to what is usual"),
    make(
      "details",
      {},
      make("summary", {}, "Who is there?"),
      make("p", {}, "Tick the roles that your team has. Nobody ticked: any role may be there."),
      make("div", { class: "there" }, ...boxes),
    ),
    make("p", { class: "status" }),
  );
};

/** For what and whom the page was printed: the form itself is not. @param {Data} data @param {Chosen} chosen */
const onPaper = (data, chosen) => {
  const there = chosen.team.length ? `; there: ${listing(chosen.team.map((id) => lower(data.names[id])))}` : "";
  return `${place(data, chosen)}${there}. Answers marked by a bar are other than usual.`;
};

/** What to do where nobody takes work over: decide it, in a sheet that opens with those rows. @param {Data} data @param {Chosen} chosen @param {string[]} open */
const advice = ({ sheet }, { setting, team }, open) => {
  if (!open.length || !sheet) return [];
  const address = new URL(sheet, root);
  for (const [name, value] of Object.entries({ rows: open.join(","), in: setting, team: team.join(",") }))
    if (value) address.searchParams.set(name, value);
  const link = make("a", { href: address.href.replaceAll("%2C", ",") }, "decide it in your team’s agreement");
  const many = open.length === 1 ? "No" : `For ${open.length} activities no`;
  return [` ${many} source says who takes over: `, link, "."];
};

/** @param {HTMLFormElement} form @param {Data} data */
const run = (form, data) => {
  const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem("in"));
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("[name=team]")]);
  const paper = make("p", { class: "on-paper" });
  form.before(paper);
  form.addEventListener("change", () => {
    const team = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    remember({ in: select.value, team: team.join(",") }, true);
    update();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault(); // fields as they were first are not what is meant
    select.focus(); // the button goes
    remember({ in: "", team: "" }, true);
    update();
  });
  const update = () => {
    const chosen = read(data);
    select.value = chosen.setting;
    for (const box of boxes) box.checked = chosen.team.includes(box.value);
    const { changed, open } = show(data, chosen, form);
    one("[type=reset]", form)?.toggleAttribute("hidden", !chosen.setting && !chosen.team.length);
    const message =
      chosen.setting || chosen.team.length
        ? `${place(data, chosen)}: ${changed || "no"} ${changed === 1 ? "answer" : "answers"} on this page other than usual.`
        : "Everything as usual.";
    one(".status", form)?.replaceChildren(message, ...advice(data, chosen, open));
    paper.textContent = chosen.setting || chosen.team.length ? onPaper(data, chosen) : "";
    const there = listing(chosen.team.map((id, at) => (at ? lower(data.names[id]) : data.names[id])));
    one("summary", form)?.replaceChildren(there ? `Who is there: ${there}` : "Who is there?");
  };
  follow(form, update);
};

const lens = async () => {
  const form = /** @type {HTMLFormElement | null} */ (button?.closest("form"));
  if (!form || !button?.isConnected) return;
  const asked = document.activeElement === button || document.activeElement === document.body;
  /** @type {Data} */
  let data;
  try {
    data = /** @type {Data} */ (await fetched("lens"));
  } catch {
    say("This could not be loaded. Try again with a connection.");
    return;
  }
  if (!button.isConnected) return; // pressed twice
  addStyles(styles);
  fill(form, data);
  run(form, data);
  const chosen = read(data);
  if (asked && !chosen.setting && !chosen.team.length) one("select", form)?.focus();
};

start(lens);
