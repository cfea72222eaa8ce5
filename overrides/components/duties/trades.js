/* Words of other trades: their tools and their matter. An ad that is full of them is for another job, however it speaks
   of teams and goals. */

import { fold, plain, STOP } from "../../../search/text.js";

/** @import { Sentence } from "./sentences.js" */

const PROGRAMMING =
  "algorithm algorithms android angular api apis backend caching code codebase coding compiler concurrency css debug debugging django drupal embedded firmware flask frontend fullstack git golang graphql hibernate html ios java javascript jquery json kotlin laravel multithreading node nodejs oop php programmer programming python rails react refactor refactoring ruby sass scala sdk spring swift typescript vue wordpress";
const OPERATIONS =
  "ansible automation aws azure backups chef docker firewall gcp helpdesk infrastructure installation jenkins kubernetes linux microservice microservices monitoring network networking provisioning puppet routers scripting server servers switches terraform troubleshoot troubleshooting unix uptime virtualization";
const SECURITY =
  "cyber cybersecurity encryption forensic fraud malware penetration security vulnerabilities vulnerability";
const TESTING = "bugs defects regression selenium testers";
const DATA =
  "database databases dataset datasets etl hadoop kafka mongodb mysql neural nosql pandas postgres redis regression spark sql statistical statistics tensorflow warehouse";
const PEOPLE =
  "candidate candidates grievances headhunting hris payroll recruit recruiter recruiting recruitment sourcing";
const TEXTS =
  "animation bilingual copywriter copywriting drawing editing editor editorial grammar illustration illustrations illustrator indesign journalist media motion photography photoshop press proofread proofreading translate translation translator video";
const OFFICE =
  "accountant accounting attorney attorneys audit auditing auditor bookkeeping calendar calendars cashier clerical correspondence court errands expense expenses filing gaap invoice invoices lawyer ledger legislation litigation paralegal payable receivable receptionist reconciliation reconciliations tax taxes travel";
const SALES =
  "adwords crm facebook instagram newsletter newsletters prospect prospecting prospects quota quotas renewal renewals salesforce selling sem seo social territory upsell upselling";
const RESEARCH = "ethnographic ethnography moderated participants questionnaires statistician transcripts";
const HANDS =
  "autocad bridge bridges cad calibration chemistry circuit circuits classroom cleaning clinic clinical concrete construction cook cooking curriculum drawings driver electrical electronics equipment freight hazardous hospital hvac hydraulic inspection inspections kitchen lab laboratory lesson lessons machinery machining manufacturing mechanical medical medication nurse nursing osha patient patients physician piping plant plc pupils retail roadway school shipping soil structural student students surveying teach teacher teaching therapist therapy trucks warehouse welding";
const TRADES = new Set(
  [PROGRAMMING, OPERATIONS, SECURITY, TESTING, DATA, PEOPLE, TEXTS, OFFICE, SALES, RESEARCH, HANDS]
    .join(" ")
    .split(" ")
    .map(fold),
);

/**
 * How much of an ad is words of other trades, by the weight of its sentences.
 * @param {Sentence[]} sentences
 */
export const otherTrades = (sentences) => {
  let own = 0;
  let all = 0;
  for (const { text, weight } of sentences) {
    const words = (plain(text).match(/[a-z]{3,}/g) ?? []).map(fold).filter((word) => !STOP.has(word));
    all += weight * words.length;
    own += weight * words.filter((word) => TRADES.has(word)).length;
  }
  return own / (all || 1);
};
