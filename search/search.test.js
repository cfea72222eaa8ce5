import assert from "node:assert/strict";
import { test } from "node:test";
import { intentsOf } from "./intents.js";
import { Search } from "./search.js";

const role = (id, title, names = []) => ({
  kind: "role",
  address: `roles/${id}/`,
  title,
  page: title,
  roles: [id],
  names,
});
const record = (kind, address, title, more = {}) => ({ kind, address, title, page: "Page", ...more });
const skills = (id, title) =>
  record("passage", `dimensions/skills/#${id}`, `Skills: ${title.toLowerCase()}`, {
    page: "Skills",
    roles: [id],
    dimension: "skills",
  });

const records = [
  role("product-manager", "Product manager", ["Product managers", "PM", "product management"]),
  role("project-manager", "Project manager", ["Project managers", "PM"]),
  role("product-owner", "Product owner", ["PO"]),
  role("scrum-master", "Scrum master", ["SM"]),
  record("abbreviation", "titles/#pm", "PM", {
    roles: ["product-manager", "project-manager"],
    names: ["PM"],
    asks: ["what does PM stand for"],
    text: "Product manager: in software. Project manager: in construction.",
  }),
  record("title", "titles/#agile-coach", "Agile coach", { asks: ["agile coach vs scrum master"] }),
  record("pair", "versus/product-manager-vs-product-owner/", "Product manager vs. product owner", {
    roles: ["product-manager", "product-owner"],
  }),
  record("pair", "versus/product-owner-vs-scrum-master/", "Product owner vs. scrum master", {
    roles: ["product-owner", "scrum-master"],
  }),
  record("combination", "combining-roles/#both", "Product owner and scrum master", {
    roles: ["product-owner", "scrum-master"],
  }),
  record("dimension", "dimensions/skills/", "Skills", {
    dimension: "skills",
    asks: ["what skills does it take", "competencies"],
  }),
  skills("product-manager", "Product manager"),
  skills("scrum-master", "Scrum master"),
  record("activity", "who-does-what/#roadmap", "Own the product roadmap", {
    roles: ["product-manager"],
    asks: ["who owns the roadmap", "who decides what goes on the roadmap"],
  }),
  record("term", "glossary/#roadmap", "Product roadmap", {
    names: ["roadmap"],
    text: "A plan of what a product becomes.",
  }),
  record("term", "glossary/#done", "Definition of done", { text: "What a finished item meets." }),
  record("fight", "settle/done/", "Is it finished?", { asks: ["they skip the definition of done"] }),
  record("term", "glossary/#stand-up", "Daily stand-up", { text: "A short daily meeting." }),
  record("tell", "roles/scrum-master/#tell", "Scrum master: is this your job?", {
    page: "Scrum master",
    roles: ["scrum-master"],
  }),
  record("of a kind that nobody knows", "new/", "Something new", { text: "It is still found." }),
  record("section", "compare/", "Compare roles side by side", { text: "Choose the roles." }),
];
const search = new Search(records, { synonyms: { roadmap: ["itinerary"] }, unanswered: ["roadmap templates"] });
const first = (query) => search.answer(query).items[0]?.address;

const EXPECTED = {
  "who owns the itinerary of the product": "who-does-what/#roadmap",
  "how can I tell I am a scrum master": "roles/scrum-master/#tell",
  "product manager": "roles/product-manager/",
  "the product managers": "roles/product-manager/",
  PM: "titles/#pm",
  "what does pm stand for?": "titles/#pm",
  "a PO": "roles/product-owner/",
  "scrum mater": "roles/scrum-master/",
  scrummaster: "roles/scrum-master/",
  "prodcut onwer": "roles/product-owner/",
  "roduct owner": "roles/product-owner/",
  "PO vs PM": "versus/product-manager-vs-product-owner/",
  "difference between a product manager and a product owner": "versus/product-manager-vs-product-owner/",
  "product manager or owner": "versus/product-manager-vs-product-owner/",
  "diference scrum master product owner": "versus/product-owner-vs-scrum-master/",
  "product owner vs scr": "versus/product-owner-vs-scrum-master/",
  "can a scrum master be the product owner": "combining-roles/#both",
  "agile coach versus scrum master": "titles/#agile-coach",
  "scrum master skills": "dimensions/skills/#scrum-master",
  "what skills does a product manager need": "dimensions/skills/#product-manager",
  skills: "dimensions/skills/",
  "who owns the roadmap": "who-does-what/#roadmap",
  "road map": "glossary/#roadmap",
  roadm: "glossary/#roadmap",
  standup: "glossary/#stand-up",
  "stand up": "glossary/#stand-up",
  "prodcut roadmpa": "glossary/#roadmap",
  "something new": "new/",
};
for (const [query, address] of Object.entries(EXPECTED)) {
  test(`"${query}" finds ${address}`, () => assert.equal(first(query), address));
}

test("an abbreviation also offers each of its meanings", () => {
  const meant = search.ranking
    .candidates("PM")
    .hits.slice(1, 3)
    .map(({ record }) => record.address);
  assert.deepEqual(meant.sort(), ["roles/product-manager/", "roles/project-manager/"]);
});

test("two roles without a page of their own are compared side by side", () => {
  assert.equal(first("project manager vs scrum master"), "compare/?roles=project-manager,scrum-master");
});

test("what is out of scope finds nothing", () => {
  for (const query of ["pizza recipe", "roadmap templates", "🍕 emoji", "产品经理"])
    assert.deepEqual(search.answer(query), { items: [], whole: true }, query);
  for (const query of ["", "  ", "🍕", "?!"]) assert.deepEqual(search.answer(query), { items: [], whole: true });
});

test("where a role is named, the nearest places are shown as such", () => {
  const { items, note } = search.answer("can a scrum master veto gluten quarantine zebras");
  assert.ok(items.length > 0);
  assert.match(note, /Nothing fits exactly/);
});

test("another word for a role, set against the role, is told as such", () => {
  const { items, note } = search.answer("product management vs product manager");
  assert.equal(note, "“product management” is another word for product manager.");
  assert.equal(items[0].address, "versus/product-manager-vs-product-owner/");
});

test("before the vocabulary is there, only sure answers are given", () => {
  const first = new Search(records, {});
  assert.equal(first.answer("who owns the roadmap").items[0].address, "who-does-what/#roadmap");
  assert.deepEqual(first.answer("roadmap pizza zebra recipe"), { items: [], whole: false });
});

test("a term made of grammar alone is found wherever it is said", () => {
  const found = search.answer("definition of done too long").items.map(({ address }) => address);
  assert.deepEqual(found.slice(0, 2).sort(), ["glossary/#done", "settle/done/"]);
});

test("hostile queries raise nothing", () => {
  for (const query of [
    "__proto__",
    "constructor",
    "hasOwnProperty toString",
    "((([[[",
    "a".repeat(3000),
    "\0\ud800",
    "product ".repeat(400),
  ]) {
    search.answer(query);
  }
});

test("two jobs wanted of one person are asked about as combined", () => {
  assert.ok(intentsOf("my boss wants me to be scrum master and product owner").combine);
  assert.ok(!intentsOf("my boss wants the scrum master and the product owner to agree").combine);
});
