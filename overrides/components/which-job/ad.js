/* A pasted job ad: what its sentences speak of, and which roles that makes. Not a verdict on anybody. */

import { duties } from "../duties/fetch-table.js";
import { readAd } from "../duties/mix.js";
import { make } from "../lib/page.js";
import { lower } from "../lib/words.js";
import { linkTo, pairLinks, roleLine, spaced } from "./pieces.js";

/**
 * @import { Data } from "./data.js"
 * @import { Duty, Reading } from "../duties/mix.js"
 */

const SHOWN = 4;
const SMALL = 0.08; // a share that is no part of the mix
const MISSING = 6;

/** @param {string} text */
const plain = (text) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/**
 * The role that a title names; of several, the one that it names at the greatest length.
 * @param {string} title
 * @param {Data} data
 */
const titledAs = (title, { roles }) => {
  const names = [...roles].flatMap(([id, { name, names: also }]) =>
    [name, ...also.filter((each) => !/^\p{Lu}+s?$/u.test(each))].map((each) => ({ id, name: plain(each) })),
  );
  const found = names
    .filter(({ name }) => plain(title).includes(name))
    .sort((one, other) => other.name.length - one.name.length);
  return found[0]?.id;
};

/** The first line that names a role. @param {string} ad @param {Data} data */
const titleIn = (ad, data) =>
  ad
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 5)
    .find((line) => line.length < 120 && titledAs(line, data)) ?? "";

/** @param {Duty} duty @param {Data} data */
const dutyItem = ({ text, activity }, data) => {
  const work = data.work.get(activity);
  if (!work) return undefined;
  const usual = data.roles.get(work.usual);
  return make(
    "li",
    {},
    make("q", {}, text),
    " ",
    linkTo(work, false),
    usual ? ` (usually ${lower(usual.name)})` : " (usually nobody of these roles)",
  );
};

/** @param {Duty[]} found @param {Data} data */
const dutyList = (found, data) =>
  make("ul", { class: "duties" }, ...found.map((duty) => dutyItem(duty, data)).filter((item) => item !== undefined));

/**
 * @param {string | undefined} role that the title names
 * @param {Reading} reading
 * @param {Data} data
 */
const beside = (role, { roles, duties: found }, data) => {
  const link = role ? data.roles.get(role) : undefined;
  if (!role || !link)
    return [make("p", {}, "The title names none of the compared roles, so the duties stand for themselves.")];
  const leads = (/** @type {string} */ id) =>
    data.work.get(id)?.usual === role || data.work.get(id)?.elsewhere.includes(role);
  const others = found.filter(
    ({ activity }) =>
      data.work.has(activity) && !leads(activity) && data.roles.has(data.work.get(activity)?.usual ?? ""),
  );
  const spoken = new Set(found.map(({ activity }) => activity));
  const missing = [...data.work.values()]
    .filter(({ usual, activity }) => usual === role && !spoken.has(activity))
    .slice(0, MISSING);
  const at = roles.findIndex((each) => each.role === role);
  const verdict =
    at === 0
      ? "The duties fit the title."
      : at < 3
        ? "The duties fit the title in part."
        : "The duties point elsewhere than the title.";
  const parts = [make("h3", {}, "Beside the title"), make("p", {}, "The title says ", linkTo(link), `. ${verdict}`)];
  if (others.length)
    parts.push(
      make("p", {}, `Sentences that speak of what another role usually decides (${others.length}):`),
      dutyList(others, data),
    );
  if (missing.length)
    parts.push(
      make(
        "p",
        {},
        "Usually decided by the role of the title, and not found in the ad: ",
        ...spaced(missing.map((each) => linkTo(each))),
        ".",
      ),
    );
  return parts;
};

/**
 * @param {string} ad
 * @param {string} title
 * @param {Data} data
 * @returns {Promise<Node[]>}
 */
const answer = async (ad, title, data) => {
  const table = await duties();
  const leads = Object.fromEntries([...data.work].map(([id, { usual, elsewhere }]) => [id, { usual, elsewhere }]));
  const role = titledAs(title || titleIn(ad, data), data);
  const reading = readAd(ad, table, leads, role !== undefined);
  if (!reading) return [make("p", {}, "Too little text: paste the whole ad, with its duties.")];
  const { roles, duties: found, unread, outside } = reading;
  const shown = roles.filter(({ share }) => share >= SMALL).slice(0, SHOWN);
  return [
    make("h3", {}, outside ? "Perhaps another job" : "Reads like"),
    ...(outside
      ? [
          make(
            "p",
            {},
            "Few words of this ad are words of the compared roles, so it may be another job, or too short to tell. The nearest:",
          ),
        ]
      : []),
    make("ol", { class: "mix" }, ...shown.map(({ role, share }) => roleLine(role, share, data))),
    ...pairLinks(
      shown.slice(0, 3).map(({ role }) => role),
      data,
    ),
    ...beside(role, reading, data),
    make("h3", {}, `Sentences that were read (${found.length})`),
    found.length ? dutyList(found, data) : make("p", {}, "No sentence speaks clearly of an activity of this site."),
    make(
      "p",
      { class: "small" },
      `${unread} more sentences speak of no activity that could be told with any certainty. The names of roles in the ad were left out of the reading.`,
    ),
  ];
};

/** @param {Data} data @param {HTMLElement} before */
export const adReader = (data, before) => {
  const title = /** @type {HTMLInputElement} */ (
    make("input", { type: "text", autocomplete: "off", maxlength: "120" })
  );
  const field = /** @type {HTMLTextAreaElement} */ (make("textarea", { rows: "8", autocomplete: "off" }));
  const form = make(
    "form",
    { class: "controls paste" },
    make("label", {}, "Title in the ad, if it stands apart ", title),
    make("label", {}, "The ad ", field),
    make("button", { type: "submit" }, "Read it"),
  );
  const out = make("div", {
    class: "result",
    role: "region",
    "aria-label": "Result for the ad",
    "aria-live": "polite",
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      out.replaceChildren(...(await answer(field.value, title.value, data)));
    } catch (error) {
      out.replaceChildren(make("p", {}, "What reads the ad could not be loaded. Try again with a connection."));
      reportError(error);
    }
  });
  before.after(form, out);
};
