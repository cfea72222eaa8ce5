/* What kind of answer a question asks for, by its words: who does it, how two differ, whether one is
   needed. And words that say less than others about what is asked. */

import { folded, STOP } from "./text.js";

/** A question has an intent where any of its patterns fits. @type {Record<string, RegExp[]>} */
const INTENTS = {
  versus: [
    /\b(vs|versus|v|against|or|between|rather than)\b/,
    /\b(compar|differ|distinguish)\w*\b/,
    /\bsame (as|thing)\b/,
    /\btell .* apart\b/,
  ],
  combine: [
    /\b(can|could|may|should|must|is|are) .*\b(be|also|both|combine\w*)\b/,
    /\balso (the|a|an|act|acts|do|does)\b/,
    /\b(does|do|doing) both\b/,
    /\bas well as\b/,
    /\b(one person|same (person|time|one)|at once|part time|hybrid)\b/,
    /\b(two jobs|(two|both) hats|wear(s|ing)?)\b/,
    /\b(combin|doubl|juggl)\w+\b/,
    /\bhalf .*\bhalf\b/,
    /\b(and|but|while) (still )?(keep|stay)(ing)?\b/,
    /\b(fold|merge|roll)\w* .*\binto\b/,
    /\b(act(s|ing)? as|(fill|stand)(s|ing)? in|cover(s|ing)? for)\b/,
    /\b(on top of|(his|her|their|the) (job|work) too)\b/,
    /\b(wants?|asks?|asked|makes?|made|expects?) (me|him|her|us|them|someone) .*\band\b/,
  ],
  who: [
    /^(so )?(whos|whom)\b/,
    /\b(who|whose|which role)\b/,
    /\b(responsibility|responsible for|accountable for|in charge)\b/,
    /\b(owns?|owner of|ownership)\b/,
    /\b(final say|last word|gets to decide)\b/,
  ],
  define: [
    /\bwhat (is|are|does)( an?| the)? .*\b/,
    /\b(whats|define|definition|meaning|means?|explain)\b/,
    /\b(stands? for|short for|full form|abbreviation|acronym)\b/,
  ],
  need: [
    /\b(do|does|should|why|when|need) .*\b(need|have)\b(?! to\b)/,
    /\b(you|we|i) need\b(?! to\b)/,
    /\bstill (need|useful)\b/,
    /\b(is|are|still|even) (\w+ )*(needed|necessary|useful)\b/,
    /\b(to|we|i|you|they|team|company|startup|start-up) (\w+ )?(hire|add)\b/,
    /\b(time|early|soon|late|sense) (to|for) (get|hire|have|add)\b/,
    /\bhow many .*\b((can|should|does) one|per)\b/,
    /\b(no|without|lacks?|missing)\b/,
    /\b(have|has|alongside|next to) (both|a|an)\b.*\b(and|if|when|still)\b/,
  ],
  us: [/\b(i|im|ive|my|me|our|we|us|were)\b/],
  mistitled: [
    /\b(hired|titles?|called|on paper|supposed|treated|treats?|acts? like)\b/,
    /\b(but|only|just|nothing but|all day|really|actually|in fact)\b/,
  ],
  not: [/\b(not|never)\b/],
  tell: [
    /\b(am i|i am|im|how (do|can|would) i (know|tell)|signs?|symptoms?)\b/,
    /\b(is (this|that|it) my|really an?)\b/,
  ],
  does: [/^(so )?(do|does|can|may|should|must|is it|shall|could|is|are) /],
};

export const INTENT_NAMES = Object.keys(INTENTS);

/** @param {string} text in lower case @returns {Record<string, boolean>} */
export const intentsOf = (text) =>
  Object.fromEntries(
    Object.entries(INTENTS).map(([name, patterns]) => [name, patterns.some((pattern) => pattern.test(text))]),
  );

/** Content words that only say which kind of answer is asked for. */
export const SHAPING = new Set(folded("need have hire add both same also combine combined without missing lack"));

/** The words before the one that is needed: "when to add a delivery manager". */
export const NEEDING = new Set(folded("need add hire per"));

/** In "who …", these ask the question; what is owned is the rest. */
export const OWNING = new Set(
  folded(
    "own owner ownership responsible responsibility accountable accountability answerable charge handle final say has decide call shot",
  ),
);

/** What people ask about any job, and this site does not tell. What an entry answers is none of these: that
 * somebody may refuse a vacation, cut a bonus, or force a template on others. */
export const OUTSIDE = new Set(
  folded("salary income resume cv pdf bootcamp internship login vacancies perk visa pension"),
);

/* Words of everyday telling: they may match, but that they do or do not says little. */
export const WEAK = new Set(
  folded(
    `people new old good bad great best better worse big small long short right wrong real whole same other another
     else own always never again still already yet now today soon often first last next before after while during
     because without instead thing way lot bit day week month year time make made take give let put keep say said done
     tell think feel seem try start stop happen help move change want look find come go went change use using work
     working everyone everybody nobody anybody everything nothing anything two three several few both each my our
     title called manage between within around against under over part really often usual common main
     early late soon sense full need please able idea company add thing together higher lower mid wants alone dev coder programmer guy lady colleague boss`,
  ),
);

/** A word of English that people write, whether or not the site has it: no misspelling of another.
 * @param {string} stem */
export const familiar = (stem) => STOP.has(stem) || WEAK.has(stem);
