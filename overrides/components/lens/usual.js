/* Who decides in a setting, with the people that are there. Who leads where, and who stands in for whom, is known from
   the sources; this chooses. */

/**
 * @typedef {object} Leads
 * @property {string} lead as usual, or ""
 * @property {[string, string][]} elsewhere setting and leader
 * @property {[string, string][]} without who is absent, and who leads then
 *
 * @typedef {object} Usual
 * @property {string} leader who leads in the setting, there or not; "" for nobody
 * @property {boolean} special whether that is so because of the setting
 * @property {string} decides who of those that are there; "" for nobody
 */

/**
 * @param {Leads} activity
 * @param {string} setting id, or "" for none
 * @param {(id: string) => boolean} isThere
 * @returns {Usual}
 */
export const usual = ({ lead, elsewhere, without }, setting, isThere) => {
  const leaders = elsewhere.filter(([where]) => where === setting).map(([, who]) => who);
  const leader = leaders.find(isThere) ?? leaders[0] ?? lead;
  const special = leaders.length > 0;
  if (!leader || isThere(leader)) return { leader, special, decides: leader };
  const instead = without.find(([absent, who]) => absent === leader && isThere(who));
  return { leader, special, decides: instead?.[1] ?? "" };
};
