/* Ranking: from a reading of the query to records in the order in which they answer it. Pure: knows
   records and scores, not the theme, its protocol or markup.

   A record's score is the sum of three things:
   - how well one of its names or questions says what was asked (own index of names, 0 to about 1),
   - how well its text fits (MiniSearch, relative to the best),
   - what the shape of the query calls for: the pair for "A vs B", the passage for role and dimension. */

import MiniSearch from "minisearch";
import { FIELDS_OF_WORK, Lexicon, phrase, understand } from "./query.js";
import { Unanswered, answers, signsOf, signsOfHit } from "./silence.js";
import { STOP, WEAK, folded, fold, split, trunk } from "./words.js";

const FIELDS = { title: 4, names: 3, asks: 2, page: 1.5, text: 1 };
const TEXT = 0.48; // what a best fit of the text is worth, next to a full match of a name
const COVER = 1.75; // what it is worth that a record has a word for all of the query, anywhere
const ROLE = 0.53; // the weight of a role among the words of a query: most records are about some role
const LEAST_WORD = 0.08; // what a word counts that only asks
const LITTLE = 0.31; // what a word of everyday telling counts
const VERB = 0.48;
const ALIKE = 0.49; // a word that the site has only others for
const UNKNOWN = 0.56; // a word that the site does not know, in a longer query: more of that is telling
const ROLE_KNOWN = 0.42; // the record is about the role, though this name of it does not say so
const IN_ASK = 1.01; // a word in a way of asking only, against one in a name
const PART = 0.55; // the same, where the query says next to nothing else of that way of asking
const OTHER_ROLE = 0.77; // the record is about one role, and the query names others
const IN_TEXT = 0.77; // a word in the text only, against one in a name
const SAYING = 0.34; // a name all of the query is in, and that says much more
const EXACT = 1.29; // the whole query is a name or question of the record
const WORDY = 0.15; // the more words, the less it can be by chance
const BEGUN = 0.67; // it is the beginning of one
const BEGUN_ASK = 0.8; // of a way of asking: names are typed more often
const LONG = 4; // as many words of content tell a story
const TEXT_TOLD = 0.47; // what a best fit of the text is worth then
const FITS = 0.85; // what a best fit of the shape is worth
const NEAR = 0.3; // less of the best score than this, and a record is not worth a line
const TWO = 1.09; // the pair of two roles that are named,
const BESIDE = 0.8; // and how much less for what else is said
const SIDE_BY_SIDE = 1.7; // two that have no page of their own
const TWO_LEAST = 0.29;
const VERSUS_LEAST = 0.87;
const PASSAGE = 1.17; // role and dimension
const NEED = 1.6;
const NEED_OF_TWO = 1.1; // that one of two roles is needed
const NOT = 1.54;
const TELL = 1.6; // whether one has the role
const MEANING = 1.15; // which of several meanings an abbreviation has
const MOST = 30;
const MARKED = 0.6; // a word less surely meant than this is not marked in results

const TELLING = "#tell"; // the section of a role's page by which one knows whether one has that role
const COMPARE = "compare/"; // any two roles side by side, for those that have no page of their own

/* Content words that only say which shape a query has. */
const SHAPING = new Set(folded("need have hire add both same also combine combined without missing lack"));

const NEEDING = new Set(folded("need add hire per"));

/* In "who …", these ask the question; what is owned is the rest. */
const OWNING = new Set(folded("own owner ownership responsible responsibility accountable accountability answerable charge handle final say has"));

/* What people ask about any job, and this site does not tell: with such a word in it, a query is not
   answered by what stands there about the rest. */
const OUTSIDE = new Set(folded("salary wage income earn bonus fee exam resume cv template pdf course bootcamp internship login vacancies hourly compensation perk vacation visa layoff pension"));
const OUTSIDE_WEIGHT = 1.02;

/* Which kinds of record answer which kind of question, as a factor on the match of names and text. */
const KINDS = {
  term: { base: 1.37, define: 0.06, who: -0.38, does: -0.03, versus: 0.21 },
  title: { base: 1.11, define: 0.04 },
  abbreviation: { base: 1.19, define: 0.32, who: -0.14 },
  role: { base: 0.97, define: -0.12 },
  dimension: { base: 0.85, who: -0.15 },
  activity: { base: 1.18, who: 0.24, does: -0.09, combine: -0.21 },
  pair: { base: 1.05, versus: 0.35 },
  combination: { base: 0.87, combine: 0.46 },
  question: { base: 1.05, does: 0.31, combine: 0.11, us: 0.19 },
  disagreement: { base: 1.41, who: -0.03, combine: -0.13, does: -0.04 },
  passage: { base: 1.04 },
  section: { base: 1.08 },
  mistitled: { base: 1.23, us: 0.12, mistitled: 0.16 },
  need: { base: 1.26, need: 0.65 },
  not: { base: 0.66, not: 0.12 },
  tell: { base: 0.92, tell: 0.04 },
  source: { base: 0.6 },
};

export class Search {
  #records;
  #lexicon = new Lexicon();
  #texts;
  #names = []; // {record, worth, size: weight of its words, whole: of its words with roles as one}
  #byToken = new Map(); // word, or "@" and a role → names
  #byPhrase = new Map(); // a whole name or question → names
  #byRole = new Map();
  #byKind = new Map(Object.keys(KINDS).map((kind) => [kind, []]));
  #unanswered;
  #titles = new Map(); // of a role or, by its address, of a title

  /* `synonyms`: a word of the site → what people may say instead; `unanswered`: what people ask that
     no record answers. */
  constructor(records, { synonyms = {}, unanswered = [] } = {}) {
    this.#records = records.map((record, index) => ({ roles: [], asks: [], text: "", ...record, names: called(record), index }));
    for (const record of this.#records) {
      this.#byKind.get(record.kind).push(record);
      if (record.kind === "role") this.#titles.set(record.roles[0], record.title);
      if (record.kind === "title") this.#titles.set(record.address, record.title);
    }
    for (const [word, others] of Object.entries(synonyms)) {
      for (const other of others) push(this.#lexicon.everyday, fold(other), fold(word));
    }
    this.#inherit();
    this.#name();
    this.#index();
    this.#weigh();
    this.#unanswered = new Unanswered(unanswered, (word) => this.#weight(word));
  }

  get lexicon() {
    return this.#lexicon;
  }

  /* Sections of a page about roles are about these roles; so is a section headed by a role. */
  #inherit() {
    const pages = new Map(this.#records.map((record) => [record.address, record]));
    const titled = new Map(this.#byKind.get("role").map(({ title, roles }) => [title, roles]));
    for (const record of this.#byKind.get("mistitled")) {
      const [, roles] = [...titled].find(([title]) => record.title.includes(title.toLowerCase())) ?? [];
      record.roles = roles ?? [];
    }
    for (const record of this.#byKind.get("section").filter(({ address }) => address.endsWith(TELLING))) {
      record.kind = "tell";
      this.#byKind.get("tell").push(record);
    }
    for (const record of [...this.#byKind.get("section"), ...this.#byKind.get("tell")]) {
      const page = pages.get(record.address.split("#")[0]);
      record.roles = page === record ? [] : page?.roles.length ? page.roles : (titled.get(record.title) ?? []);
    }
    // "A scrum master and a project manager?" is among what may be needed.
    const needs = this.#byKind.get("need");
    for (const record of this.#byKind.get("section").filter(({ page }) => page === needs[0]?.page)) {
      const named = [...titled].filter(([title]) => record.title.toLowerCase().includes(title.toLowerCase()));
      if (named.length !== 2) continue;
      Object.assign(record, { kind: "need", roles: named.flatMap(([, roles]) => roles) });
      needs.push(record);
    }
  }

  #name() {
    const titles = new Map();
    for (const { kind, address, title, names, roles } of this.#records) {
      if (kind === "term") {
        for (const name of [title, ...names]) this.#lexicon.terms.set(folded(name).join(""), `#${address}`);
      }
      if (kind === "role") {
        for (const word of folded(title)) push(titles, trunk(word), roles[0]);
      }
      if (kind !== "role" && kind !== "title") continue;
      const id = kind === "role" ? roles[0] : address;
      for (const name of [title, ...names]) this.#lexicon.name(id, name, /^\S*[A-Z]\S*[A-Z]\S*$/.test(name));
    }
    for (const [word, roles] of titles) if (roles.length === 1) this.#lexicon.sole.set(word, roles);
  }

  #index() {
    const { words, curated } = this.#lexicon;
    const stems = new Map(); // folding is the costly part, and most words come again and again
    const stem = (word) => {
      let found = stems.get(word);
      if (found === undefined) stems.set(word, (found = fold(word)));
      return found;
    };
    this.#texts = new MiniSearch({
      fields: Object.keys(FIELDS),
      idField: "index",
      extractField: (record, field) => (Array.isArray(record[field]) ? record[field].join(" \n ") : record[field]),
      tokenize: (text) => [...split(text), ...compounds(text)],
      processTerm: stem,
      searchOptions: { boost: FIELDS, combineWith: "OR", tokenize: (terms) => terms.split(" "), processTerm: (term) => term },
    });
    for (const record of this.#records) {
      this.#texts.add(record);
      const said = [record.title, ...record.names, ...record.asks].join(" \n ");
      for (const word of [...split(said), ...compounds(said)]) curated.add(stem(word));
    }
    for (const word of stems.values()) words.set(word, 0);
    for (const { title, names, asks, text } of this.#records) {
      for (const word of new Set(split([title, ...names, ...asks, text].join(" ")))) {
        words.set(stem(word), words.get(stem(word)) + 1);
      }
    }
    this.#lexicon.close();
  }

  #weigh() {
    for (const record of this.#records) {
      const { kind, title, page, names, asks } = record;
      // Passages and sections share their headings with others: only with their page are they named.
      const own = ["passage", "need", "not", "tell"].includes(kind) || (kind === "section" && record.roles.length);
      if (!own) this.#addName(record, title, 1);
      if (own || kind === "section") this.#addName(record, `${title} ${page}`, 0.95);
      // "User research" names the work before it names who does it.
      const field = (name) => kind === "role" && FIELDS_OF_WORK.has(folded(name).at(-1));
      for (const name of names) this.#addName(record, name, field(name) ? 0.8 : 1);
      for (const ask of asks) this.#addName(record, ask, 0.95, true);
    }
    for (const name of this.#names) {
      const sum = (tokens) => tokens.reduce((total, token) => total + this.#weight(token), 0);
      name.size = sum(name.words);
      name.whole = sum(name.tokens);
    }
  }

  #addName(record, said, worth, asked = false) {
    const words = folded(said);
    const name = {
      record,
      worth,
      asked, // a way of asking, not a name
      index: this.#names.length,
      phrase: phrase(words),
      words: [...new Set(words.filter((word) => !STOP.has(word)))],
      tokens: [...new Set(this.#lexicon.entitiesIn(words))],
    };
    this.#names.push(name);
    const spoken = [...this.#lexicon.termsIn(words)].map(([token]) => token);
    const joined = compounds(said).map(fold);
    for (const token of new Set([...name.words, ...name.tokens, ...spoken, ...joined])) push(this.#byToken, token, name);
    push(this.#byPhrase, name.phrase, name);
    for (const role of record.roles) push(this.#byRole, role, name);
  }

  /* How much a word tells: the rarer among the names, the more. */
  #weight(token) {
    if (token[0] === "@") return ROLE;
    const names = this.#byToken.get(token)?.length ?? 0;
    return names ? 0.3 + 0.7 * (1 - Math.log(names) / Math.log(this.#names.length)) : 0.9;
  }

  /* Every record that answers, best first: {record, score, words: the site's words it matched by,
     missing: written words that the site does not know}. */
  answer(query) {
    const found = [];
    for (const hit of this.candidates(query)) {
      if (found.length === MOST || (found.length && hit.score < NEAR * found[0].score)) break;
      if (hit.exact || answers(hit.signs, this.#unanswered.known)) found.push(hit);
    }
    return found;
  }

  /* The same for every record that shares a word with the query, with the signs by which `answers`
     tells which of them answer. */
  candidates(query) {
    const reading = understand(query, this.#lexicon);
    if (!reading.words.length) return [];
    const units = this.#weighed(reading);
    const total = units.reduce((sum, unit) => sum + unit.weight, 0);
    const found = new Map();
    const at = (record) => {
      let hit = found.get(record);
      if (!hit) found.set(record, (hit = { record, name: 0, text: 0, fits: 0, covered: new Array(units.length).fill(0), asks: [] }));
      return hit;
    };
    this.#matchNames(reading, units, total, at);
    this.#matchTexts(units, at);
    this.#shape(reading, units, at);
    const kindOf = (kind) => {
      const { base, ...more } = KINDS[kind];
      return Object.entries(more).reduce((sum, [cue, change]) => sum + (reading.cues[cue] ? change : 0), base);
    };
    const named = new Set(units.flatMap(({ ids }) => ids ?? []).filter((id) => this.#byRole.has(id)));
    const nearness = this.#unanswered.nearness(units, reading.words);
    const signs = signsOf(units, reading.words, reading.cues, found.size / this.#records.length, nearness);
    const text = units.length >= LONG ? TEXT_TOLD : TEXT;
    const hits = [];
    for (const hit of found.values()) {
      hit.cover = total ? covered(hit, units) / total : hit.name;
      const kind = kindOf(hit.record.kind);
      // Who names a role is not after what is said of another.
      if (named.size && hit.record.roles.length === 1 && !named.has(hit.record.roles[0])) hit.name *= OTHER_ROLE;
      hit.score = hit.name * (hit.exact ? Math.max(kind, 1) : kind) + text * hit.text * kind;
      hit.score += FITS * hit.fits + COVER * hit.cover;
      hits.push(hit);
    }
    hits.sort((a, b) => b.score - a.score || a.record.index - b.record.index);
    const missing = units.filter((unit) => !unit.terms.size && !unit.ids).map((unit) => unit.written);
    const surely = ({ terms }) => [...terms].filter(([, sure]) => sure >= MARKED).map(([term]) => term);
    const words = new Set(units.flatMap((unit) => [...surely(unit), ...(unit.named ?? [])]));
    return hits.map((hit) => {
      const { record, chosen, exact, score } = hit;
      const shown = chosen ? this.#chosen(record, chosen) : record;
      return {
        record: shown, exact, score, words, missing,
        get signs() {
          return { ...signs, ...signsOfHit(hit, signs) };
        },
      };
    });
  }

  /* The page that compares any roles, with these chosen. */
  #chosen(record, roles) {
    const [one, other] = roles.map((id) => this.#titles.get(id));
    return { ...record, address: `${record.address}?roles=${roles.join(",")}`, title: `${record.title}: ${one}, ${other.toLowerCase()}` };
  }

  /* The units that carry content, each with its weight; every word where none does ("who does what"). */
  #weighed({ units, words, cues }) {
    const content = units.filter((unit) => !unit.stop);
    return (content.length ? content : units).map((unit) => {
      const weights = [...unit.terms].map(([term, sure]) => (sure > 0.7 ? this.#weight(term) : 0));
      const named = unit.ids?.flatMap((id) => folded(this.#titles.get(id)));
      const written = words.slice(unit.from, unit.from + unit.length).join(" ");
      const word = words[unit.from];
      // "Who picks the metrics": what is done tells less than what it is done to.
      const verb = cues.who && /^who|^whom/.test(words[unit.from - 1]) ? VERB : 1;
      const little = cues.who && OWNING.has(word) ? LEAST_WORD : WEAK.has(word) || /^\d+$/.test(word) ? LITTLE : verb;
      if (OUTSIDE.has(word) && !(cues.who && this.#lexicon.curated.has(word))) return { ...unit, named, written, terms: new Map(), weight: OUTSIDE_WEIGHT };
      const known = Math.max(0, ...weights) || (unit.terms.size ? ALIKE : content.length > 2 ? UNKNOWN : 1);
      return { ...unit, named, written, weight: unit.ids ? ROLE : known * little };
    });
  }

  #matchNames(reading, units, total, at) {
    // The whole query, and what is left of it after "who is", "what is the" and the like.
    for (let from = 0; from < reading.words.length; from++) {
      const words = reading.words.slice(from);
      for (const name of this.#byPhrase.get(phrase(words)) ?? []) {
        // "Who defines the MVP" is not answered by what an MVP is.
        if (from && reading.cues.who && name.record.kind === "term") continue;
        const hit = at(name.record);
        hit.name = Math.max(hit.name, (EXACT + WORDY * Math.min(5, words.length - 1)) * name.worth);
        hit.covered.fill(1);
        hit.exact ||= from === 0;
      }
      if (!STOP.has(words[0]) && !OWNING.has(words[0])) break;
    }
    if (reading.typing) {
      for (const name of this.#names) {
        if (!name.phrase.startsWith(reading.key)) continue;
        const hit = at(name.record);
        hit.name = Math.max(hit.name, (BEGUN + (EXACT - BEGUN) * (reading.key.length / name.phrase.length) + WORDY * Math.min(5, reading.words.length - 1)) * name.worth * (name.asked ? BEGUN_ASK : 1));
        hit.covered.fill(1);
      }
    }
    const wholes = units.some((unit) => unit.ids);
    const asked = new Float64Array(this.#names.length); // how much of the query a name matches
    const said = new Float64Array(this.#names.length); // how much of the name the query matches
    const touched = new Map(); // name → how surely it matches each unit
    units.forEach((unit, place) => {
      const best = new Map();
      const match = (names, sure, weight) => {
        for (const name of names ?? []) {
          const [before] = best.get(name) ?? [0];
          if (sure > before) best.set(name, [sure, weight]);
        }
      };
      if (unit.ids) {
        unit.ids.forEach((id, order) => {
          const sure = 1 - 0.03 * order;
          match(this.#byToken.get(`@${id}`), sure, ROLE);
          match(this.#byRole.get(id), ROLE_KNOWN * sure, 0);
        });
      } else {
        for (const [term, sure] of unit.terms) match(this.#byToken.get(term), sure, this.#weight(term) * sure);
      }
      for (const [name, [sure, weight]] of best) {
        asked[name.index] += sure * unit.weight;
        said[name.index] += weight;
        if (!touched.has(name)) touched.set(name, new Array(units.length).fill(0));
        touched.get(name)[place] = sure * IN_ASK;
        if (name.asked) continue;
        const hit = at(name.record);
        hit.covered[place] = Math.max(hit.covered[place], sure);
      }
    });
    for (const [name, matched] of touched) {
      const size = wholes ? name.whole : name.size;
      const share = asked[name.index] / total;
      const part = Math.min(1, said[name.index] / (size || 1));
      const hit = at(name.record);
      hit.name = Math.max(hit.name, share * (SAYING + (1 - SAYING) * part) * name.worth);
      if (name.asked) hit.asks.push(matched.map((sure) => sure * (PART + (1 - PART) * part)));
    }
  }

  #matchTexts(units, at) {
    const terms = new Map(); // term → [boost, place of its unit, how sure]
    units.forEach((unit, place) => {
      const words = unit.ids ? unit.named.map((word) => [word, 0.4]) : [...unit.terms].filter(([term]) => term[0] !== "#");
      for (const [term, sure] of words) {
        if ((terms.get(term)?.[0] ?? 0) < sure) terms.set(term, [sure, place, unit.ids ? 0 : sure]);
      }
    });
    const found = this.#texts.search([...terms.keys()].join(" "), { boostTerm: (term) => terms.get(term)[0] });
    for (const { id, score, match } of found) {
      const hit = at(this.#records[id]);
      hit.text = score / found[0].score;
      for (const term of Object.keys(match)) {
        const [, place, sure] = terms.get(term);
        hit.covered[place] = Math.max(hit.covered[place], sure * IN_TEXT);
      }
    }
  }

  /* What the shape of the query calls for. */
  #shape(reading, units, at) {
    const named = units.filter((unit) => unit.ids);
    const rest = units.filter((unit) => !unit.ids && !SHAPING.has(reading.words[unit.from]));
    const give = (record, worth, share = 0) => {
      const hit = at(record);
      hit.fits = Math.max(hit.fits, worth);
      units.forEach((unit, place) => (hit.covered[place] = Math.max(hit.covered[place], unit.ids ? 1 : share)));
      return hit;
    };
    const dimensions = named.length && rest.length ? this.#dimensions(rest) : new Map();
    if (named.length > 1) this.#shapeOfTwo(reading, distinct(named), rest, give);
    for (const unit of named) this.#shapeOfOne(reading, unit, rest, named.length === 1, dimensions, give);
  }

  /* Two roles: how they differ, or whether one person can be both. */
  #shapeOfTwo({ cues, key, words }, [one, other], rest, give) {
    // The less is said beside the roles, the surer it is the pair that was asked for.
    const beside = rest.reduce((sum, unit) => sum + unit.weight, 0);
    const plainly = Math.max(cues.versus ? VERSUS_LEAST : TWO_LEAST, TWO - BESIDE * beside);
    const both = (cues.combine || (cues.us && !cues.versus)) && !/\bvs|versus|differ/.test(key);
    const worth = { pair: 1, combination: both ? 1.2 : 0.6, disagreement: both ? 0.8 : 0.4, need: cues.need ? 1.25 : 0.4 };
    for (const [kind, share] of Object.entries(worth)) {
      for (const record of this.#byKind.get(kind)) {
        const order = between(record.roles, one, other);
        if (order === null) continue;
        // Two roles are context enough, whatever else is said of them.
        give(record, plainly * share * (1 - 0.06 * order)).between = true;
      }
    }
    // "How many product managers before you need product ops?" asks for the one after the verb.
    if (cues.need) {
      const verb = words.findIndex((word) => NEEDING.has(word));
      const [needed] = (one.from > verb ? one : other.from > verb ? other : one).ids;
      for (const record of this.#byKind.get("need")) {
        if (record.roles.length === 1 && record.roles[0] === needed) give(record, NEED_OF_TWO * plainly).between = true;
      }
    }
    const chosen = [one.ids[0], other.ids[0]];
    for (const record of this.#byKind.get("title")) if (chosen.includes(record.address)) give(record, (cues.versus ? 0.55 : 0.8) * plainly);
    for (const record of this.#byKind.get("role")) if (chosen.includes(record.roles[0])) give(record, 0.35 * plainly);
    const compared = this.#byKind.get("pair").some(({ roles }) => chosen.every((id) => roles.includes(id)));
    const compare = this.#records.find(({ address }) => address === COMPARE);
    if (compare && !compared && chosen[0] !== chosen[1] && chosen.every((id) => this.#byRole.has(id))) {
      Object.assign(give(compare, SIDE_BY_SIDE * plainly), { chosen, between: true });
    }
  }

  /* A role, each meaning of its name in turn: what is said of it on the dimension that is asked for;
     whether one needs it; what it is not; its own page where nothing else is said. */
  #shapeOfOne({ cues, key }, unit, rest, alone, dimensions, give) {
    const bare = alone && !rest.length;
    const defined = (this.#byPhrase.get(key) ?? []).some((name) => name.record.kind === "term");
    const need = cues.need && rest.every(({ weight }) => weight < 0.7);
    const worth = {
      passage: ({ dimension }) => (alone ? PASSAGE : 0.7) * (dimensions.get(dimension) ?? 0),
      need: () => (need && (alone || dimensions.size) ? NEED : 0),
      not: () => (cues.not && (alone || dimensions.size) ? NOT : 0),
      tell: () => (cues.tell && alone && rest.every(({ weight }) => weight < 0.8) ? TELL : 0),
      mistitled: () => (cues.mistitled && cues.us && rest.length && (alone || dimensions.size) ? 0.6 : 0),
      role: () => (bare && !cues.not && !cues.tell ? (defined ? 0.4 : 1.2) : alone ? 0.25 : 0),
      title: () => (bare && !cues.not && !cues.tell ? 1.25 : alone ? 0.3 : 0),
    };
    unit.ids.forEach((id, order) => {
      for (const [kind, worthOf] of Object.entries(worth)) {
        for (const record of this.#byKind.get(kind)) {
          const [about, ...others] = record.roles;
          if ((about !== id || others.length) && record.address !== id) continue;
          const fits = worthOf(record) * (1 - 0.12 * order);
          if (fits) give(record, fits, kind === "passage" ? dimensions.get(record.dimension) : 0);
        }
      }
    });
    const plainly = bare && !cues.not ? 1.5 : cues.meaning && alone && unit.ids.length > 1 ? MEANING : 0;
    if (!plainly) return;
    const written = unit.written.replaceAll(" ", "");
    for (const record of this.#byKind.get("abbreviation")) {
      const abbreviation = folded(record.title).join("");
      if (written === abbreviation || written === `${abbreviation}s`) give(record, plainly);
    }
  }

  /* How far a word speaks of a dimension, rather than of all sorts of things ("skills", not "Scrum"). */
  #ofDimensions(term) {
    const names = this.#byToken.get(term).filter(({ tokens }) => tokens.includes(term));
    const own = names.filter((name) => name.record.kind === "dimension").length;
    return Math.min(1, 0.5 + (3 * own) / names.length);
  }

  /* The dimensions that words beside a role ask for, with how well: half by the best of the ways
     people ask for them, half by all of them together. */
  #dimensions(rest) {
    const total = rest.reduce((sum, unit) => sum + unit.weight, 0);
    const asked = new Map();
    const together = new Map();
    for (const unit of rest) {
      const matched = new Map();
      const anywhere = new Map();
      for (const [term, sure] of unit.terms) {
        for (const name of this.#byToken.get(term) ?? []) {
          if (name.record.kind !== "dimension" || !name.tokens.includes(term)) continue;
          const told = sure * unit.weight * this.#ofDimensions(term);
          keepMost(matched, name, told);
          keepMost(anywhere, name.record.dimension, told);
        }
      }
      for (const [name, score] of matched) asked.set(name, (asked.get(name) ?? 0) + score);
      for (const [dimension, score] of anywhere) together.set(dimension, (together.get(dimension) ?? 0) + score);
    }
    const best = new Map();
    for (const [name, score] of asked) {
      const said = name.tokens.filter((token) => rest.some((unit) => unit.terms.has(token)));
      keepMost(best, name.record.dimension, score * (0.7 + (0.3 * said.length) / name.tokens.length));
    }
    return new Map(
      [...best]
        .map(([dimension, score]) => [dimension, (score + together.get(dimension)) / 2 / total])
        .filter(([, share]) => share >= 0.38 && share * total > LITTLE),
    );
  }
}

/* How much of the query a record has words for: in its names and text, and in one way of asking. Words
   from many ways of asking together would cover what none of them asks. */
const covered = ({ covered, asks }, units) => {
  const sum = (asked) => units.reduce((total, { weight }, place) => total + weight * Math.max(covered[place], asked?.[place] ?? 0), 0);
  return asks.reduce((most, asked) => Math.max(most, sum(asked)), sum());
};

const keepMost = (map, key, value) => map.set(key, Math.max(map.get(key) ?? 0, value));

/* "Minimum viable product (MVP)" is also called just that. */
const called = ({ title, names = [] }) => (title.endsWith(")") ? [title.replace(/ \([^(]*\)$/, ""), ...names] : names);

const push = (map, key, value) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/* "stand-up" is also "standup": people write either. */
const compounds = (text) => (text.match(/\p{L}+(-\p{L}+)+/gu) ?? []).map((word) => word.replaceAll("-", "").toLowerCase());

/* Two roles named differently; "PM vs PM" leaves the second its next meaning. */
const distinct = ([one, ...others]) => {
  const other = others.find((unit) => unit.ids[0] !== one.ids[0]) ?? others[0];
  return [one, other];
};

/* Whether a record is about a meaning of each name, as how unlikely these meanings are; null if not. */
const between = (roles, one, other) => {
  let best = null;
  one.ids.forEach((a, i) => {
    other.ids.forEach((b, j) => {
      if (a !== b && roles.includes(a) && roles.includes(b) && (best === null || i + j < best)) best = i + j;
    });
  });
  return best;
};
