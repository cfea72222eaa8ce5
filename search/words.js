/* Words: how a text becomes comparable words. The same for what is indexed and what is asked, and
   nothing here knows the site. */

const FOLDED_SPELLING = [
  // British to American, as the site spells. Only whole families of endings that are safe to change.
  [/^programme/, "program"],
  [/is(e|ed|es|er|ers|ing|ation|ations)$/, "iz$1", 6],
  [/ys(e|ed|es|ing)$/, "yz$1", 6],
  [/(behavi|col|fav|lab|hon|neighb|endeav)our/, "$1or"],
  [/^centre/, "center"],
  [/^licence/, "license"],
  [/^judgement/, "judgment"],
  [/ll(ed|ing|er)$/, "l$1", 8],
];
/* Words that end as if they were spelled the British way, or in a plural, and are not. */
const KEEP = new Set(
  "advise advised advises promise promised raise raised exercise exercises enterprise enterprises precise otherwise wise rise expertise revise revised supervise supervises supervised compromise surprise noise merchandise franchise promises arise disguise this his was is as us always across perhaps analysis basis status focus process business success access progress address less unless miss pass class boss stress ops sales devops thus plus versus news bus gas spring string during morning evening embed kubernetes series sos sass canvas bias chaos".split(
    " ",
  ),
);

/* Lower case, plain quotes and letters without accents; every run of anything else is a gap. */
export const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\bmgr(s?)\b/g, "manager$1")
    .replace(/\bp\s?&\s?l\b/g, "profit and loss")
    .replace(/'s\b|s'(?=\s|$)/g, (end) => (end === "'s" ? "" : "s"))
    .replace(/n't\b/g, " not")
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "");

export const split = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const IRREGULAR = new Map(
  Object.entries({
    wrote: "write", written: "write", ran: "run", chose: "choose", chosen: "choose", made: "make", built: "build",
    led: "lead", sold: "sell", spoke: "speak", met: "meet", kept: "keep", gave: "give", took: "take", taught: "teach",
    children: "child", criterion: "criteria", analyses: "analysis",
  }),
);

/* The stem under which the inflections of a word meet: plural, -ing and -ed, British spelling.
   Light on purpose: owner stays apart from own, product from production. */
export const fold = (word) => {
  if (word.length < 4 || KEEP.has(word)) return word;
  let w = IRREGULAR.get(word) ?? word;
  for (const [from, to, least = 0] of FOLDED_SPELLING) if (w.length >= least) w = w.replace(from, to);
  if (KEEP.has(w)) return w;
  if (/[^aeious]ies$/.test(w) && w.length > 4) w = w.slice(0, -3) + "y";
  else if (/(s|x|z|ch|sh)es$/.test(w) && w.length > 4) w = w.slice(0, -2);
  else if (/[^su]s$/.test(w)) w = w.slice(0, -1);
  if (KEEP.has(w)) return w;
  if (/[aeiouy].*ing$/.test(w) && w.length > 5) w = undouble(w.slice(0, -3));
  else if (/ied$/.test(w) && w.length > 5) w = w.slice(0, -3) + "y";
  else if (/[aeiouy].*[^e]ed$/.test(w)) w = undouble(w.slice(0, -2));
  return w.length > 3 ? w.replace(/e$/, "") : w;
};
const undouble = (stem) => stem.length > 3 ? stem.replace(/([bdgmnprt])\1$/, "$1") : stem;

export const folded = (text) => split(text).map(fold);

/* Distance in insertions, deletions, changes and swaps of neighbors; more than `most` is Infinity. */
export const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + !same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return Infinity;
    before = last;
    last = row;
  }
  return last[b.length] > most ? Infinity : last[b.length];
};

/* Words that only carry the grammar of a question. */
export const STOP = new Set(
  folded(
    `a an the and or of to in on at for from by with as is are was were be been being am do does did doing done
     have has had having it its this that these those there here i me my we us our you your he she they them their
     so if then than but not no nor just only also too very really actually please tell show find give explain
     describe want know like would will shall should can could may might must get gets got into onto about over
     under up out down off away back along through across any some all each every who whom whose what which when where why how whats hows whos isnt arent
     vs versus v compared compare comparison difference different differ between mean meaning means stand stands
     define definition call exactly simple terms kind sort thing things someone somebody person people one
     normally usually typically supposed ever still even much many more most s t re ve ll d m et al via per hey hi
     thanks job role work company`,
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

/* Words of other people for the same thing: a word also finds its neighbors, at less weight. */
const GROUPS = [
  "own owner ownership responsible accountable accountability responsibility answerable charge",
  "decide decision choose approve pick determine select authority",
  "prioritize order rank priority prioritization sort",
  "write author draft document prepare produce create make",
  "run lead facilitate host moderate conduct organize",
  "plan schedule planning",
  "hire recruit recruitment staff fire dismiss",
  "angry upset unhappy complain complaint escalation escalate",
  "ad advert posting vacancy description",
  "postmortem retrospective lesson",
  "overrule disagree conflict argue fight dispute clash win",
  "boss supervisor report superior hierarchy reporting",
  "deadline date timeline schedule due late delay slip overdue",
  "bug defect issue fault error",
  "client customer user buyer",
  "developer engineer programmer coder dev",
  "code coding programming",
  "meeting ceremony event",
  "spec specification requirement prd",
  "money budget cost funding finance spend overrun",
  "metric kpi measure measured measurement success performance evaluate evaluated judge track",
  "skill competency competence ability strength trait talent qualification",
  "tool method framework technique methodology practice",
  "career path certification certificate become promotion background degree qualification",
  "duty task responsibility",
  "document deliverable artifact output produce deliver",
  "authority power decision decide mandate",
  "horizon ahead timeframe lifespan duration future",
  "retire sunset kill discontinue deprecate shut end decommission",
  "estimate estimation size sizing",
  "test testing quality qa tester",
  "supplier vendor contractor agency procurement outsourcing",
  "morale health happiness happy wellbeing motivation burnout",
  "outage incident downtime crash disaster",
  "price pricing fee",
  "competitor rival competition competitive",
  "talk speak interview meet",
  "launch release ship rollout deploy deployment",
  "wireframe mockup sketch screen layout",
  "tech technical technology technological",
  "startup founder",
  "enterprise corporation corporate",
  "government public sector civil state ministry",
  "blocker impediment obstacle roadblock block",
  "status progress update report",
  "requirement need",
  "vision direction mission",
  "goal objective okr target",
  "risk raid threat",
  "sale selling seller salesperson",
  "ticket story item",
  "design designer ux ui",
  "research researcher study survey",
  "analyze analysis analytics analytic data",
  "coach mentor teach train",
  "review appraisal evaluation feedback",
  "adoption usage uptake",
  "legal law lawyer compliance regulation gdpr privacy",
  "marketing marketer campaign promote",
  "message messaging slogan tagline positioning",
  "scope content feature functionality",
  "idea proposal suggestion request",
  "dependency depend coordinate coordination align alignment",
  "accept acceptance sign signoff approve approval",
  "refine refinement groom grooming",
  "architecture architect stack infrastructure",
  "refactor refactoring maintenance cleanup debt",
  "merge integrate combine",
  "onboard onboarding introduce",
  "team squad tribe crew group",
  "standup daily huddle",
  "iteration sprint cycle",
  "chief head director vp executive ceo cto",
  "sponsor funder",
  "board committee steering",
  "portfolio programme program",
  "benefit value return roi profit revenue",
  "country international localization market",
  "change modify alter",
  "technician specialist expert",
  "junior entry trainee intern graduate beginner",
  "accessible accessibility wcag disability",
];
const neighbors = new Map();
for (const group of GROUPS) {
  const words = folded(group);
  for (const word of words) {
    const known = neighbors.get(word) ?? new Set();
    for (const other of words) if (other !== word) known.add(other);
    neighbors.set(word, known);
  }
}
export const synonyms = (word) => neighbors.get(word) ?? [];

/* A word of English that people write, whether or not the site has it: no misspelling of another. */
export const familiar = (word) => STOP.has(word) || WEAK.has(word) || neighbors.has(word);

/* Word families beyond inflection (prioritization, prioritize), by their common trunk. */
export const trunk = (word) =>
  word.length < 6 ? word : word.replace(/(izations?|ations?|itions?|ions?|ments?|ances?|ers?|ors?|iz|at|al|ive|iv|ity|ship)$/, "").slice(0, 9);
