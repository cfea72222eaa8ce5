/* Which roles the answers point to. */

/**
 * @typedef {"yes" | "asked" | "no"} Answer
 * @typedef {{activity: string, usual: string, elsewhere: string[]}} Sign
 * @typedef {object} Part
 * @property {string} role
 * @property {number} share from 0 to 1; the shares of two roles may overlap
 * @property {string[]} because activities that were decided, and that the role leads as usual
 * @property {string[]} also activities that were decided, and that the role leads in some settings
 * @property {string[]} asked activities on which one was asked, and that the role leads
 */

const USUAL = 2;
const ELSEWHERE = 1;
// Below which a role is no part of the job, and below which none of the roles is.
export const PART = 0.25;
export const LITTLE = 0.34;

/** @param {Sign} sign @param {string} role */
const points = ({ usual, elsewhere }, role) => (usual === role ? USUAL : elsewhere.includes(role) ? ELSEWHERE : 0);

/**
 * Each role's part: twice its points, over the most that these answers and the role could have given.
 * @param {Sign[]} signs
 * @param {Map<string, Answer>} answers by activity
 * @param {string[]} roles
 * @returns {Part[]} the largest share first
 */
export const parts = (signs, answers, roles) => {
  const decided = signs.filter(({ activity }) => answers.get(activity) === "yes");
  const asked = signs.filter(({ activity }) => answers.get(activity) === "asked");
  const found = roles.map((role) => {
    const sum = (/** @type {Sign[]} */ of) => of.reduce((total, sign) => total + points(sign, role), 0);
    const ids = (/** @type {Sign[]} */ of, /** @type {number} */ worth) =>
      of.filter((sign) => points(sign, role) === worth).map(({ activity }) => activity);
    const most = USUAL * decided.length + sum(signs);
    return {
      role,
      share: most ? (2 * sum(decided)) / most : 0,
      because: ids(decided, USUAL),
      also: ids(decided, ELSEWHERE),
      asked: ids(asked, USUAL),
    };
  });
  return found.sort((one, other) => other.share - one.share);
};
