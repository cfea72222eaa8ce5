/* Understanding a query: which roles and titles it names, what each word may stand for, and which
   kind of answer it asks for. Pure: a lexicon goes in, a reading of the query comes out. */

import { STOP, distance, familiar, fold, folded, split, synonyms, trunk } from "./words.js";

const LONGEST = 200; // characters of a query that are read: nobody types more, some paste more
const MOST_WORDS = 24;

/* How sure it is that a written word means a word of the site. */
const SURE = { same: 1, prefix: 0.8, joined: 0.95, trunk: 0.6, synonym: 0.52, everyday: 0.4, typo: 0.85, term: 0.7 };

/* What the site's records call things. Roles and titles are the names a query can hold as a whole. */
export class Lexicon {
  words = new Map(); // folded word → in how many records
  curated = new Set(); // the words of titles, names and asks: what a typo is likeliest to mean
  entities = new Map(); // joined name → ids, likeliest first
  trunks = new Map(); // trunk of a family of words → its words
  terms = new Map(); // joined name of a glossary term → its token
  sole = new Map(); // trunk of a word that one role alone has in its title → that role
  sorted = []; // all words, for those that begin with what is typed so far
  longNames = []; // joined names long enough to be recognized when misspelled
  everyday = new Map(); // a word that people use → the site's words for it, as the data gives them

  name(id, phrase, abbreviated) {
    const words = folded(phrase);
    const keys = [words.join("")];
    if (abbreviated) keys.push(`${keys[0]}s`);
    for (const key of keys) {
      if (key.length < 2) continue;
      const ids = this.entities.get(key) ?? [];
      if (!ids.includes(id)) ids.push(id);
      this.entities.set(key, ids);
    }
  }

  /* The site's words for what a word says: surest first, [word, how surely]. */
  *neighbors(word) {
    for (const other of synonyms(word)) if (this.words.has(other)) yield [other, SURE.synonym];
    for (const other of this.everyday.get(word) ?? []) if (this.words.has(other)) yield [other, SURE.everyday];
  }

  /* The glossary terms that words speak of by any of their names: [token, place of the last word]. */
  *termsIn(words) {
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(4, words.length - at); length; length--) {
        const token = this.terms.get(words.slice(at, at + length).join(""));
        if (!token) continue;
        yield [token, at + length - 1];
        break;
      }
    }
  }

  /* The tokens of a name: its roles and titles as one each, and its other words but for grammar. */
  entitiesIn(words) {
    const tokens = [];
    for (let at = 0; at < words.length; ) {
      const unit = exactlyNamed(words, at, this);
      if (unit) tokens.push(...unit.ids.map((id) => `@${id}`).slice(0, 1));
      else if (!STOP.has(words[at])) tokens.push(words[at]);
      at += unit?.length ?? 1;
    }
    return tokens;
  }

  /* To be called once, when every word and name is known. */
  close() {
    this.sorted = [...this.words.keys()].sort();
    for (const word of this.sorted) {
      const stem = trunk(word);
      if (!this.trunks.has(stem)) this.trunks.set(stem, []);
      this.trunks.get(stem).push(word);
    }
    this.longNames = [...this.entities.keys()].filter((key) => key.length > 6);
  }

  /* Words that begin with what was typed so far. */
  *starting(prefix) {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    while (low < this.sorted.length && this.sorted[low].startsWith(prefix)) yield this.sorted[low++];
  }

  /* The words that a misspelled one may have been meant to be: all at the least distance. */
  corrections(word) {
    let most = word.length > 6 ? 2 : word.length > 3 ? 1 : 0;
    let found = [];
    if (!most) return found;
    for (const [known, count] of this.words) {
      if (known.length < 4 || STOP.has(known) || Math.abs(known.length - word.length) > most) continue;
      // People rarely miss the first letter: then the rest has to be nearly right, and well known.
      const first = known[0] === word[0] || known[0] === word[1];
      if (!first && (word.length < 5 || !this.curated.has(known))) continue;
      if (!this.curated.has(known) && (count < 2 || word.length < 6)) continue;
      const away = distance(word, known, first ? most : 1);
      if (away === Infinity) continue;
      if (away < most) [most, found] = [away, []];
      found.push(known);
    }
    const curated = found.filter((known) => this.curated.has(known));
    return (curated.length ? curated : found).slice(0, 4);
  }

  /* A role or title whose name is nearly what was written; [] where every word is one we know. */
  nearlyNamed(words) {
    const key = words.join("");
    if (key.length < 7) return [];
    // Words that exist may still be meant as another ("produce owner"), but one letter away at most.
    const known = words.every((word) => this.words.has(word));
    if (known && (words.length < 2 || key.length < 10 || words.some((word) => STOP.has(word)))) return [];
    let most = known ? 1 : key.length > 14 ? 3 : key.length > 9 ? 2 : 1;
    let best = "";
    for (const name of this.longNames) {
      const away = distance(key, name, most);
      if (away < most || (away === most && !best)) [most, best] = [away, name];
    }
    return best ? [best, most] : [];
  }
}

/* Long enough to be recognized when misspelled. */
const CUE_WORDS = ["difference", "different", "between", "compared", "versus", "responsible", "accountable", "stands"];
const ARTICLES = new Set(["a", "an", "the"]);
export const phrase = (words) => words.filter((word) => !ARTICLES.has(word)).join(" ");

/* Ways of saying things whose single words say something else. */
const PHRASES = [
  [/\b(calls? the shots|(has|have|gets?|makes?) the (final|last) (say|word|call|decision)|final (say|word|call)|last word)\b/, "decides"],
  [/\b(in charge of|on the hook for|takes? care of|looks? after|deals? with)\b/, "owns"],
  [/\b(typical day|day in the life|daily routine|do(es)? all day|spends? (their|the|his|her) (time|day)s?|expected of|job ad$)\b/, "responsibilities"],
  [/\bmakes? an? (good|great)\b/, "skills"],
  [/\b(behind schedule|running late|runs? late)\b/, "deadline late"],
  [/\b(over budget|runs? out of money)\b/, "budget"],
  [/\b(site|system|production|service) (is|went|goes|was) down\b/, "outage"],
  [/\b(pulls? the plug on|gets? rid of|phases? out|shuts? down|shutting down)\b/, "retire"],
  [/\b(go(es|ing)?|went) live\b/, "release"],
  [/\bwrites? code\b/, "code"],
  [/\bjobs (in|near)\b/, "vacancies"],
  [/^who(s| is|'s| are) (above|over)\b/, "who reports"],
  [/\breport(s|ing)? (in)?to\b/, "reporting line boss"],
  [/\bshort for\b/, "stands for"],
  [/\b(product|project|program|programme)s? (person|guy|lady|woman|man)\b/, "$1 manager"],
  [/\b(been|for|after|years) (an? )?.{0,20}\b(\d+|\w+) (years|yrs)\b|\b(hitting a ceiling|grow into|cross(ing)? over to|switch(ing)? (over )?to|move up)\b/, "$& career"],
  [/\b(how many|several|multiple|two|three|more than one) (teams|products|projects)\b/, "scope $2"],
];

const CUES = {
  versus: /\b(vs|versus|v|against|compar\w*|differ\w*|distinguish\w*|or|between|tell .* apart|rather than)\b/,
  combine:
    /\b((can|could|may|should|must|is|are) .*\b(be|also|both|combine\w*)\b|same (person|time|one)|one person|at once|two hats|both hats|doubl\w+|combin\w+|as well as|also (the|a|an|act|acts|do|does)|act(s|ing)? as|hybrid|part time|wear(s|ing)?|juggl\w+|two jobs|(does|do|doing) both|half .*\bhalf|(and|but|while) (still )?(keep|stay)(ing)?|(fold|merge|roll)\w* .*\binto|fill(s|ing)? in|stand(s|ing)? in|cover(s|ing)? for|on top of|(his|her|their|the) (job|work) too)\b/,
  who: /^(so )?(who|whos|whose|whom)\b|\b(responsible for|in charge|accountable for|owns?|owner of|ownership|who|which role)\b/,
  define: /\b(what (is|are|does)( an?| the)? .*|whats|define|definition|meaning|means?|stands? for|abbreviation|acronym|explain|full form|short for)\b/,
  need: /\b(do|does|should|why|when|need) .*\b(need|have)\b(?! to\b)|\b(to|we|i|you|they|team|company|startup|start-up) (\w+ )?(hire|add)\b|\b(is|are|still|even) (\w+ )*(needed|necessary)\b|\b(time|early|soon|late|sense) (to|for) (get|hire|have|add)\b|\bhow many .*\b((can|should|does) one|per)\b|\b(no|without|lacks?|missing)\b|\b(have|has|alongside|next to) (both|a|an)\b.*\b(and|if|when|still)\b|\bstill (need|useful)\b|\b(you|we|i) need\b(?! to\b)/,
  us: /\b(i|im|ive|my|me|our|we|us|were)\b/,
  mistitled: /\b(hired|titles?|called|on paper|supposed|treated|treats?|acts? like|but|only|just|all day|really|actually|in fact|nothing but)\b/,
  not: /\bnot\b|\bnever\b/,
  meaning: /\b(which (kind|one|of)|what kind|mean|means|meant|sounds?|can ?not tell|can ?t tell|confus\w+|recruiter|postings?|ads?)\b/,
  tell: /\b(am i|i am|im|how (do|can|would) i (know|tell)|signs?|symptoms?|is (this|that|it) my|really an?)\b/,
  does: /^(so )?(do|does|can|may|should|must|is it|shall|could) /,
};

/* The reading: units in the order written. A unit has `terms`, the site's words that it may mean and
   how surely (Map), or `ids`, the roles or titles it names; `stop` if it carries only grammar. */
export const understand = (query, lexicon) => {
  const typed = query.slice(0, LONGEST);
  const typing = /[\p{L}\p{N}]$/u.test(typed);
  const said = PHRASES.reduce((text, [pattern, meant]) => text.replace(pattern, meant), typed.toLowerCase());
  const written = split(said)
    .slice(0, MOST_WORDS)
    .map((word) => (word.length > 5 && !lexicon.words.has(fold(word)) && CUE_WORDS.find((cue) => distance(word, cue, 2) < 3)) || word);
  const words = written.map(fold);
  const units = [];
  for (let at = 0; at < words.length; ) {
    const unit = named(words, at, lexicon) ?? plainWord(words, written, at, lexicon, typing);
    unit.from = at;
    at += unit.length;
    units.push(unit);
  }
  for (const [token, place] of lexicon.termsIn(words)) {
    const unit = units.find(({ from, length }) => from <= place && place < from + length);
    if (!unit.ids) unit.terms.set(token, SURE.term);
  }
  const text = written.join(" ");
  const cues = Object.fromEntries(Object.entries(CUES).map(([cue, pattern]) => [cue, pattern.test(text)]));
  if (cues.who && !cues.versus) unnameFields(units, words);
  if (cues.versus || /\band\b|\bhalf .*\bhalf\b/.test(text)) nameHalves(units, words, lexicon);
  if (cues.versus && typing) nameStart(units, written, lexicon);
  return { key: phrase(words), words, units, cues, typing };
};

/* "Who does user research" asks for work; that product designers are called by it is beside it. */
export const FIELDS_OF_WORK = new Set(folded("management marketing operations ops design research ownership analysis ux"));
const unnameFields = (units, words) => {
  for (const unit of units) if (unit.ids && FIELDS_OF_WORK.has(words[unit.from + unit.length - 1])) delete unit.ids;
};

/* Between two names that are compared, or before them. */
const BESIDE_HALVES = new Set("and or vs versus v between than from with against compare compar half the".split(" "));

/* "Product vs project manager", "design vs product": half a name, where a name is compared. */
const nameHalves = (units, words, lexicon) => {
  const last = units.find((unit) => unit.ids && unit.length > 1);
  const ending = last ? words[last.from + last.length - 1] : "manager";
  const alone = (unit) => !unit || unit.stop || unit.ids;
  const halves = units.filter((unit, place) => {
    if (unit.stop || unit.ids || unit.length > 1 || !alone(units[place - 1]) || !alone(units[place + 1])) return false;
    const word = words[unit.from];
    if (!BESIDE_HALVES.has(words[unit.from - 1]) && !BESIDE_HALVES.has(words[unit.from + 1])) return false;
    unit.half = lexicon.entities.get(word + ending) ?? lexicon.sole.get(trunk(word));
    return unit.half;
  });
  if (halves.length + units.filter((unit) => unit.ids).length < 2) return;
  for (const unit of halves) unit.ids = unit.half;
};

/* "Product owner vs scr": the roles that begin with what is typed so far. */
const nameStart = (units, written, lexicon) => {
  const unit = units.at(-1);
  if (unit.ids || !units.some((other) => other.ids)) return;
  const before = units.at(-2)?.ids || units.at(-2)?.stop ? [] : [units.at(-2)];
  const start = [...before.map((other) => written[other.from]), written.at(-1)].join("");
  const ids = [...lexicon.entities].filter(([name]) => name.startsWith(start)).flatMap(([, ids]) => ids);
  if (!ids.length) return;
  unit.ids = [...new Set(ids)];
  unit.stop = false;
  unit.from -= before.length;
  unit.length += before.length;
  units.splice(-1 - before.length, before.length);
};

const exactlyNamed = (words, at, lexicon) => {
  if (ARTICLES.has(words[at])) return null; // "a PM" is no APM
  for (let length = Math.min(5, words.length - at); length; length--) {
    const ids = lexicon.entities.get(words.slice(at, at + length).join(""));
    if (ids) return { length, ids, terms: exactly(words.slice(at, at + length)) };
  }
  return null;
};

const named = (words, at, lexicon) => {
  const known = exactlyNamed(words, at, lexicon);
  if (known) return known;
  let best;
  for (let length = 1; length <= Math.min(4, words.length - at); length++) {
    const window = words.slice(at, at + length);
    // A name starts and ends with words of its own, or the one before would be swallowed.
    if (STOP.has(window[0]) || STOP.has(window.at(-1))) continue;
    const [name, away] = lexicon.nearlyNamed(window);
    if (name && (!best || away < best.away)) best = { length, ids: lexicon.entities.get(name), terms: new Map(), away };
  }
  return best;
};

const exactly = (words) => new Map(words.map((word) => [word, SURE.same]));

/* Of the shortest words, those that others begin with: "on boarding", but not "be half". */
const PARTICLES = new Set(["co", "e", "in", "on", "re", "up"]);

const plainWord = (words, written, at, lexicon, typing) => {
  const word = words[at];
  const next = words[at + 1];
  if (next && (word.length > 2 || PARTICLES.has(word))) {
    const joined = fold(written[at] + written[at + 1]);
    if (joined.length > 5 && lexicon.words.has(joined)) return { length: 2, terms: widened(joined, SURE.joined, lexicon) };
  }
  const last = typing && at === words.length - 1;
  if (STOP.has(word) && !(last && at === 0)) return { length: 1, stop: true, terms: exactly([word]) };
  const terms = lexicon.words.has(word) ? widened(word, SURE.same, lexicon) : new Map();
  if (last && written[at].length > 1) {
    // Unfolded: a word half typed has no ending yet.
    let many = 0;
    for (const longer of lexicon.starting(written[at])) {
      if (many++ > 60) break;
      const share = (lexicon.words.has(word) ? 0.4 : 0.6) + (0.4 * written[at].length) / longer.length;
      if (!terms.has(longer)) terms.set(longer, SURE.prefix * share);
    }
  }
  if (!terms.size || (last && !lexicon.words.has(word))) {
    const typed = familiar(word) || lexicon.everyday.has(word);
    for (const known of typed ? [] : lexicon.corrections(word)) if (!terms.has(known)) terms.set(known, SURE.typo);
  }
  if (!terms.size) {
    const halves = apart(written[at], lexicon);
    if (halves) return { length: 1, terms: new Map(halves.map((half) => [half, SURE.joined])) };
    for (const other of lexicon.trunks.get(trunk(word)) ?? []) terms.set(other, SURE.trunk);
    for (const [other, near] of lexicon.neighbors(word)) if (!terms.has(other)) terms.set(other, near);
  }
  return { length: 1, terms };
};

/* The word itself, then at less weight its family and its synonyms. */
const widened = (word, sure, lexicon) => {
  const terms = new Map([[word, sure]]);
  for (const other of lexicon.trunks.get(trunk(word)) ?? []) if (!terms.has(other)) terms.set(other, sure * SURE.trunk);
  for (const [other, near] of lexicon.neighbors(word)) if (!terms.has(other)) terms.set(other, sure * near);
  return terms;
};

/* A word written together that the site writes as two. */
const apart = (written, lexicon) => {
  for (let at = 3; at <= written.length - 3; at++) {
    const halves = [fold(written.slice(0, at)), fold(written.slice(at))];
    if (halves.every((half) => lexicon.curated.has(half) || lexicon.words.get(half) > 5)) return halves;
  }
  return null;
};
