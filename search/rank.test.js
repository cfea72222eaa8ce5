import assert from "node:assert/strict";
import { test } from "node:test";
import { Search } from "./rank.js";

const role = (id, title, names = []) => ({ kind: "role", address: `roles/${id}/`, title, page: title, roles: [id], names });
const record = (kind, address, title, more = {}) => ({ kind, address, title, page: "Page", ...more });
const skills = (id, title) => record("passage", `dimensions/skills/#${id}`, title, { page: "Skills", roles: [id], dimension: "skills" });

const records = [
  role("product-manager", "Product manager", ["Product managers", "PM", "product management"]),
  role("project-manager", "Project manager", ["Project managers", "PM"]),
  role("product-owner", "Product owner", ["PO"]),
  role("scrum-master", "Scrum master", ["SM"]),
  record("abbreviation", "titles/#pm", "PM", { roles: ["product-manager", "project-manager"], asks: ["what does PM stand for"] }),
  record("title", "titles/#agile-coach", "Agile coach", { asks: ["agile coach vs scrum master"] }),
  record("pair", "versus/product-manager-vs-product-owner/", "Product manager vs. product owner", {
    roles: ["product-manager", "product-owner"],
  }),
  record("pair", "versus/product-owner-vs-scrum-master/", "Product owner vs. scrum master", { roles: ["product-owner", "scrum-master"] }),
  record("combination", "combining-roles/#both", "Product owner and scrum master", { roles: ["product-owner", "scrum-master"] }),
  record("dimension", "dimensions/skills/", "Skills", { dimension: "skills", asks: ["what skills does it take", "competencies"] }),
  skills("product-manager", "Product manager"),
  skills("scrum-master", "Scrum master"),
  record("activity", "who-does-what/#roadmap", "Own the product roadmap", {
    roles: ["product-manager"],
    asks: ["who owns the roadmap", "who decides what goes on the roadmap"],
  }),
  record("term", "glossary/#roadmap", "Product roadmap", { names: ["roadmap"], text: "A plan of what a product becomes." }),
  record("term", "glossary/#stand-up", "Daily stand-up", { text: "A short daily meeting." }),
  record("section", "roles/scrum-master/#tell", "Is this your job?", { page: "Scrum master" }),
  record("section", "compare/", "Compare roles side by side", { text: "Choose the roles." }),
];
const search = new Search(records, { synonyms: { roadmap: ["itinerary"] }, unanswered: ["roadmap templates"] });
const first = (query) => search.answer(query)[0]?.record.address;
const all = (query) => search.answer(query).map(({ record: { address } }) => address);

const EXPECTED = {
  "who owns the itinerary of the product": "who-does-what/#roadmap",
  "am I really a scrum master": "roles/scrum-master/#tell",
  "product manager": "roles/product-manager/",
  "the product managers": "roles/product-manager/",
  PM: "titles/#pm",
  pms: "titles/#pm",
  "what does pm stand for?": "titles/#pm",
  "a PO": "roles/product-owner/",
  "scrum mater": "roles/scrum-master/",
  "scrummaster": "roles/scrum-master/",
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
  "competencies of a project manager": "dimensions/skills/",
  "what skills does a product manager need": "dimensions/skills/#product-manager",
  skills: "dimensions/skills/",
  "who owns the roadmap": "who-does-what/#roadmap",
  "road map": "glossary/#roadmap",
  roadm: "glossary/#roadmap",
  standup: "glossary/#stand-up",
  "stand up": "glossary/#stand-up",
};
for (const [query, address] of Object.entries(EXPECTED)) {
  test(`"${query}" finds ${address}`, () => assert.equal(first(query), address));
}

test("an abbreviation also offers each of its meanings", () => {
  assert.deepEqual(all("PM").slice(1, 3).sort(), ["roles/product-manager/", "roles/project-manager/"]);
});

test("two roles without a page of their own are compared side by side", () => {
  assert.equal(first("project manager vs scrum master"), "compare/?roles=project-manager,scrum-master");
});

test("what nothing covers finds nothing", () => {
  for (const query of ["", "  ", "pizza recipe", "product manager salary", "🍕", "产品经理", "?!"]) {
    assert.deepEqual(all(query), [], query);
  }
});

test("hostile queries raise nothing", () => {
  for (const query of ["__proto__", "constructor", "hasOwnProperty toString", "((([[[", "a".repeat(3000), "\0\ud800", "product ".repeat(400)]) {
    search.answer(query);
  }
});
