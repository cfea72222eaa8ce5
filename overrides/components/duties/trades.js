/* Words of other trades: their tools and their matter. An ad that is full of them is for another job, however it speaks
   of teams and goals. */

import { fold, plain } from "../../../search/text.js";

/** @import { Sentence } from "./ad.js" */

const PROGRAMMING =
  "code coding codebase programming programmer debug debugging java javascript typescript python ruby php golang scala react angular vue css html sass frontend backend api apis algorithm algorithms embedded firmware android ios swift kotlin wordpress drupal";
const OPERATIONS =
  "microservice microservices kubernetes docker linux unix terraform ansible aws azure server servers infrastructure network networking monitoring jenkins helpdesk troubleshoot troubleshooting installation";
const SECURITY =
  "vulnerability vulnerabilities penetration firewall encryption security cyber cybersecurity forensic fraud";
const DATA = "sql nosql database databases postgres mysql etl warehouse spark hadoop statistics statistical tensorflow";
const PEOPLE = "recruit recruiting recruiter candidate candidates payroll sourcing";
const TEXTS =
  "translate translation translator bilingual editorial editing copywriting copywriter journalist media press photography video animation motion illustrator illustration photoshop";
const OFFICE =
  "accounting accountant bookkeeping invoice invoices tax audit auditing litigation legislation cashier quota prospecting calendar calendars expense expenses filing correspondence";
const HANDS =
  "nurse patient patients clinical medical teach teaching classroom curriculum driver kitchen chef cook cleaning retail laboratory chemistry mechanical electrical welding construction";
const TRADES = new Set(
  [PROGRAMMING, OPERATIONS, SECURITY, DATA, PEOPLE, TEXTS, OFFICE, HANDS].join(" ").split(" ").map(fold),
);

/**
 * How much of an ad is words of other trades, by the weight of its sentences.
 * @param {Sentence[]} sentences
 */
export const otherTrades = (sentences) => {
  let own = 0;
  let all = 0;
  for (const { text, weight } of sentences) {
    const words = (plain(text).match(/[a-z]{3,}/g) ?? []).map(fold);
    all += weight * words.length;
    own += weight * words.filter((word) => TRADES.has(word)).length;
  }
  return own / (all || 1);
};
