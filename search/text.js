/* Text: how it becomes comparable words. The same for what is indexed and what is asked, and nothing
   here knows the site. */

/** @type {[RegExp, string, number?][]} */
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
  "advise advised advises promise promised raise raised exercise exercises enterprise enterprises precise otherwise wise rise expertise revise revised supervise supervises supervised compromise surprise noise merchandise franchise promises arise disguise this his was is as us always across perhaps analysis basis status focus process business success access progress address less unless miss pass class boss stress ops sales devops thus plus versus news bus gas spring string during morning evening embed kubernetes series sos sass canvas bias chaos programming note theme findings".split(
    " ",
  ),
);

/** Lower case, plain quotes and letters without accents; every run of anything else is a gap.
 * @param {string} text */
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
    .replace(/(\p{L})'(?=\p{L})/gu, "$1");

/** @param {string} text @returns {string[]} */
export const split = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const IRREGULAR = new Map(
  Object.entries({
    wrote: "write",
    written: "write",
    ran: "run",
    chose: "choose",
    chosen: "choose",
    made: "make",
    built: "build",
    led: "lead",
    sold: "sell",
    spoke: "speak",
    met: "meet",
    kept: "keep",
    gave: "give",
    took: "take",
    taught: "teach",
    children: "child",
    criterion: "criteria",
    // Else their stems were words of grammar: "not", "them", "us".
    notes: "note",
    themes: "theme",
    used: "use",
    using: "use",
    analyses: "analysis",
  }),
);

/** The stem under which the inflections of a word meet: plural, -ing and -ed, British spelling.
   Light on purpose: owner stays apart from own, product from production.
 * @param {string} word @returns {string} */
const stemOf = (word) => {
  if (word.length < 4 || KEEP.has(word)) return word;
  let w = IRREGULAR.get(word) ?? word;
  for (const [from, to, least = 0] of FOLDED_SPELLING) if (w.length >= least) w = w.replace(from, to);
  if (KEEP.has(w)) return w;
  if (/[^aeious]ies$/.test(w) && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(s|x|z|ch|sh)es$/.test(w) && w.length > 4) w = w.slice(0, -2);
  else if (/[^su]s$/.test(w)) w = w.slice(0, -1);
  if (KEEP.has(w)) return w;
  if (/[aeiouy].*ing$/.test(w) && w.length > 5) w = undouble(w.slice(0, -3));
  else if (/ied$/.test(w) && w.length > 5) w = `${w.slice(0, -3)}y`;
  else if (/[aeiouy].*[^e]ed$/.test(w)) w = undouble(w.slice(0, -2));
  return w.length > 3 ? w.replace(/e$/, "") : w;
};
/** @param {string} stem */
const undouble = (stem) => (stem.length > 3 ? stem.replace(/([bdgmnprt])\1$/, "$1") : stem);

// Most words come again and again, and folding is the costly part of reading.
/** @type {Map<string, string>} */
const stems = new Map();
/** @param {string} word */
export const fold = (word) => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  stems.set(word, stem);
  return stem;
};

/** @param {string} text */
export const folded = (text) => split(text).map(fold);

/** "stand-up" is also "standup", and "go/no-go" one word: people write either.
 * @param {string} text */
export const compounds = (text) =>
  (text.match(/\p{L}+([/-]\p{L}+)+/gu) ?? [])
    .filter((word) => !word.includes("/") || word.split(/[/-]/).every(({ length }) => length < 4))
    .map((word) => word.replace(/[/-]/g, "").toLowerCase());

const ARTICLES = new Set(["a", "an", "the"]);
/** @param {string} word */
export const article = (word) => ARTICLES.has(word);

/** A name as one string, by which it is found as a whole.
 * @param {string[]} words */
export const phrase = (words) => words.filter((word) => !article(word)).join(" ");

/** Of sorted texts, those that begin with a prefix.
 * @param {string[]} sorted @param {string} prefix @returns {Generator<string>} */
export function* beginning(sorted, prefix) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < prefix) low = middle + 1;
    else high = middle;
  }
  while (sorted[low]?.startsWith(prefix)) yield sorted[low++];
}

const ABBREVIATED = /\b(?:vs|e\.g|i\.e|Dr|Mr|Ms|St|No)\.$/;

/** The sentences of a text. An abbreviation ("vs.") or a number ends none.
 * @param {string} text @returns {string[]} */
export const sentences = (text) => {
  /** @type {string[]} */
  const found = [];
  for (const part of text.match(/\S.*?(?:[.?!](?=\s+["“‘(]?\p{Lu})|$)/gsu) ?? []) {
    const before = found.at(-1);
    if (before !== undefined && ABBREVIATED.test(before)) found[found.length - 1] = `${before} ${part}`;
    else found.push(part);
  }
  return found;
};

/** Distance in insertions, deletions, changes and swaps of neighbors; more than `most` is Infinity.
 * @param {string} a @param {string} b @param {number} most */
export const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
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
    `a an the and or of to in on at for from by with as is are was were be been being am do does did doing
     have has had having it its this that these those there here i me my we us our you your he she they them their
     so if then than but not no nor just only also too very really actually please tell show find give explain
     describe want know like would will shall should can could may might must get gets got into onto about over
     under up out down off away back along through across any some all each every who whom whose what which when where why how whats hows whos isnt arent
     vs versus v compared compare comparison difference different differ between mean meaning means stand stands
     define definition call exactly simple terms kind sort thing things someone somebody person people one
     normally usually typically supposed ever still even much many more most s t re ve ll d m et al via per hey hi
     thanks job role work company im ive cant cannot dont doesnt didnt wont`,
  ),
);
