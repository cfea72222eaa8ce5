/* The questions, each with three answers, and what they come to. */

import { make } from "../lib/page.js";
import { fromFragment, toFragment } from "./fragment.js";
import { linkTo, pairLinks, roleLine, spaced } from "./pieces.js";
import { LITTLE, PART, parts } from "./score.js";

/**
 * @import { Data } from "./data.js"
 * @import { Answer, Part } from "./score.js"
 */

/** @type {[Answer, string][]} */
const ANSWERS = [
  ["yes", "Yes"],
  ["asked", "I was asked"],
  ["no", "No"],
];
const SHOWN = 4;

/** @param {Data["signs"][number]} sign */
const choices = ({ item, activity, question }) => {
  const radios = ANSWERS.map(([value, label]) =>
    make("label", {}, make("input", { type: "radio", name: activity, value }), ` ${label}`),
  );
  const group = make("span", { role: "radiogroup", "aria-label": question, class: "answers" }, ...radios);
  item.querySelector(".question")?.after(" ", group);
};

/** @param {string[]} activities @param {Data} data */
const links = (activities, { work }) =>
  spaced(
    activities
      .map((id) => work.get(id))
      .filter((each) => each !== undefined)
      .map((each) => linkTo(each)),
  );

/** @param {Part} part @param {Data} data */
const reasons = ({ because, also, asked }, data) => {
  /** @type {(Node | string)[]} */
  const reasons = [];
  if (because.length) reasons.push(make("br", {}), "usually the one who decides: ", ...links(because, data));
  if (also.length) reasons.push(make("br", {}), "decides in some settings: ", ...links(also, data));
  if (asked.length) reasons.push(make("br", {}), "you were asked: ", ...links(asked, data));
  return reasons;
};

/** What a number of decisions is worth, and what is to be said of it. @param {boolean} other @param {boolean} little @param {number} decided @returns {[string, string][]} */
const caveats = (other, little, decided) => {
  if (other)
    return [
      [
        "Perhaps none of these",
        "Most of your month was other work, so these decisions may only come along with another job. They are usually those of:",
      ],
    ];
  if (little)
    return [
      [
        "None of these stands out",
        "What you decided is spread over many roles, or belongs to a job that is not compared here. The nearest:",
      ],
    ];
  return decided === 1 ? [["One decision", "One yes is little to go by; it is usually the decision of:"]] : [];
};

/**
 * @param {Map<string, Answer>} answers
 * @param {boolean} other whether most of the month was other work
 * @param {Data} data
 * @returns {Node[]}
 */
export const result = (answers, other, data) => {
  const decided = [...answers.values()].filter((answer) => answer === "yes").length;
  if (!decided && other) return [make("p", {}, "None of these jobs: your month was other work.")];
  if (!decided) {
    const left = data.signs.length - answers.size;
    const text = left
      ? `${answers.size} of ${data.signs.length} answered. A decision makes a result.`
      : "None of these jobs: you decided next to nothing of what is asked here. You may do the work rather than decide it, or do another job.";
    return [make("p", {}, text)];
  }
  const found = parts(data.signs, answers, [...data.roles.keys()]);
  const shown = found.filter(({ share }) => share >= PART).slice(0, SHOWN);
  const [caveat] = caveats(other, found[0].share < LITTLE, decided);
  const title = caveat?.[0] ?? (shown.length > 1 ? "A mix of roles" : "One role");
  return [
    make("h3", {}, title),
    ...(caveat ? [make("p", {}, caveat[1])] : []),
    make(
      "ol",
      { class: "mix" },
      ...(shown.length ? shown : found.slice(0, 2)).map((part) =>
        roleLine(part.role, part.share, data, ...reasons(part, data)),
      ),
    ),
    ...pairLinks(
      shown.map(({ role }) => role),
      data,
    ),
    make(
      "p",
      { class: "small" },
      "100 means: all that the role decides among these questions, and nothing else. The address of this page holds your answers; whoever has the link sees the same.",
    ),
  ];
};

/** @returns {HTMLInputElement} */
const otherWork = () => /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", name: "other" }));

/** @param {Data} data */
export const quiz = (data) => {
  const list = data.signs[0]?.item.parentElement;
  if (!list) return;
  const out = make("div", { class: "result", role: "region", "aria-label": "Result", "aria-live": "polite" });
  const clear = make("button", { type: "button" }, "Start again");
  list.classList.add("asking");
  for (const sign of data.signs) choices(sign);
  const most = otherWork();
  const label = make(
    "label",
    { class: "other" },
    most,
    "Most of my month was none of this, but work such as selling, support, recruiting, reports and numbers, or writing code",
  );
  list.after(make("form", { class: "controls" }, label, clear), out);
  /** @type {Map<string, Answer>} */
  let answers = new Map();
  const show = () => {
    for (const { item, activity } of data.signs) {
      const given = answers.get(activity);
      for (const radio of item.querySelectorAll("input")) radio.checked = radio.value === given;
      item.classList.toggle("answered", given !== undefined);
    }
    out.replaceChildren(...result(answers, most.checked, data));
  };
  const keep = (step = false) => {
    history[step ? "pushState" : "replaceState"](history.state, "", toFragment(answers, most.checked));
    show();
  };
  list.addEventListener("change", (event) => {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    answers = new Map(answers).set(name, /** @type {Answer} */ (value));
    keep();
  });
  most.addEventListener("change", () => keep());
  clear.addEventListener("click", () => {
    answers = new Map();
    most.checked = false;
    keep(true);
  });
  const read = () => {
    const activities = data.signs.map(({ activity }) => activity);
    const found = fromFragment(location.hash, activities);
    if (found) ({ answers } = found);
    if (found) most.checked = found.other;
    show();
  };
  addEventListener("hashchange", read);
  addEventListener("popstate", read);
  read();
};
