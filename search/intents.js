/* What kind of answer a question asks for, by its words: who does it, how two differ, whether one is
   needed. And words that say less than others about what is asked. */

import { folded, STOP } from "./text.js";

/** @type {Record<string, RegExp>} */
const INTENTS = {
  versus:
    /\b(vs|versus|v|against|compar\w*|differ\w*|distinguish\w*|or|between|tell .* apart|rather than|same (as|thing))\b/,
  combine:
    /\b((can|could|may|should|must|is|are) .*\b(be|also|both|combine\w*)\b|same (person|time|one)|one person|at once|two hats|both hats|doubl\w+|combin\w+|as well as|also (the|a|an|act|acts|do|does)|act(s|ing)? as|hybrid|part time|wear(s|ing)?|juggl\w+|two jobs|(does|do|doing) both|half .*\bhalf|(and|but|while) (still )?(keep|stay)(ing)?|(fold|merge|roll)\w* .*\binto|fill(s|ing)? in|stand(s|ing)? in|cover(s|ing)? for|on top of|(his|her|their|the) (job|work) too|(wants?|asks?|asked|makes?|made|expects?) (me|him|her|us|them|someone) .*\band)\b/,
  who: /^(so )?(who|whos|whose|whom)\b|\b(responsible for|in charge|accountable for|owns?|owner of|ownership|who|which role|whose|responsibility|final say|last word|gets to decide)\b/,
  define:
    /\b(what (is|are|does)( an?| the)? .*|whats|define|definition|meaning|means?|stands? for|abbreviation|acronym|explain|full form|short for)\b/,
  need: /\b(do|does|should|why|when|need) .*\b(need|have)\b(?! to\b)|\b(to|we|i|you|they|team|company|startup|start-up) (\w+ )?(hire|add)\b|\b(is|are|still|even) (\w+ )*(needed|necessary|useful)\b|\b(time|early|soon|late|sense) (to|for) (get|hire|have|add)\b|\bhow many .*\b((can|should|does) one|per)\b|\b(no|without|lacks?|missing)\b|\b(have|has|alongside|next to) (both|a|an)\b.*\b(and|if|when|still)\b|\bstill (need|useful)\b|\b(you|we|i) need\b(?! to\b)/,
  us: /\b(i|im|ive|my|me|our|we|us|were)\b/,
  mistitled:
    /\b(hired|titles?|called|on paper|supposed|treated|treats?|acts? like|but|only|just|all day|really|actually|in fact|nothing but)\b/,
  not: /\bnot\b|\bnever\b/,
  tell: /\b(am i|i am|im|how (do|can|would) i (know|tell)|signs?|symptoms?|is (this|that|it) my|really an?)\b/,
  does: /^(so )?(do|does|can|may|should|must|is it|shall|could|is|are) /,
};

export const INTENT_NAMES = Object.keys(INTENTS);

/** @param {string} text in lower case @returns {Record<string, boolean>} */
export const intentsOf = (text) =>
  Object.fromEntries(Object.entries(INTENTS).map(([name, pattern]) => [name, pattern.test(text)]));

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

/** What people ask about any job, and this site does not tell. */
export const OUTSIDE = new Set(
  folded(
    "salary wage income earn bonus fee exam resume cv template pdf course bootcamp internship login vacancies hourly compensation perk vacation visa layoff pension",
  ),
);

/* Words of everyday telling: they may match, but that they do or do not says little. */
export const WEAK = new Set(
  folded(
    `people new old good bad great best better worse big small long short right wrong real whole same other another
     else own always never again still already yet now today soon often first last next before after while during
     because without instead thing way lot bit day week month year time make made take give let put keep say said
     tell think feel seem try start stop happen help move change want look find come go went change use using work
     working everyone everybody nobody anybody everything nothing anything two three several few both each my our
     title called manage between within around against under over part really often usual common main
     early late soon sense full need please able idea company add thing together higher lower mid wants alone dev coder programmer guy lady colleague boss`,
  ),
);

/** A word of English that people write, whether or not the site has it: no misspelling of another.
 * @param {string} stem */
export const familiar = (stem) => STOP.has(stem) || WEAK.has(stem);
