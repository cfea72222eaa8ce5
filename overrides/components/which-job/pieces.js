/* Small pieces that both results are made of. */

import { make } from "../lib/page.js";
import { lower } from "../lib/words.js";

/** @import { Data, Link } from "./data.js" */

/** @param {Link} link @param {boolean} [inside] of a sentence */
export const linkTo = ({ name, url }, inside = true) => make("a", { href: url }, inside ? lower(name) : name);

/** Nodes between commas. @param {(Node | string)[]} nodes @returns {(Node | string)[]} */
export const spaced = (nodes) => nodes.flatMap((node, at) => (at ? [", ", node] : [node]));

/**
 * A role with a bar and its reasons.
 * @param {string} role
 * @param {number} share
 * @param {Data} data
 * @param {...(Node | string)} reasons
 */
export const roleLine = (role, share, data, ...reasons) => {
  const link = /** @type {Link} */ (data.roles.get(role));
  const percent = Math.round(share * 100);
  const meter = make("meter", {
    min: "0",
    max: "100",
    value: String(percent),
    "aria-label": `${link.name}: ${percent} of 100`,
  });
  return make("li", {}, make("strong", {}, linkTo(link, false)), " ", meter, ` ${percent}`, ...reasons);
};

/** Pages that tell some roles apart. @param {string[]} roles @param {Data} data */
export const pairLinks = (roles, { pairs }) => {
  const links = pairs
    .filter((pair) => pair.roles.every((role) => roles.includes(role)))
    .map((pair) => linkTo(pair, false));
  return links.length ? [make("p", {}, "To tell them apart: ", ...spaced(links), ".")] : [];
};
