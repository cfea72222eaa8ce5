/* A job ad as sentences, each with a weight: what stands under "What you will do" counts, what is offered or asked
   for counts less. */

/** @typedef {{text: string, weight: number}} Sentence */

const DUTIES =
  /responsib|what you'?(ll| will|d)? (be )?do|you will\b|you'll\b|the role|about the (job|role|position)|dut(y|ies)|day.to.day|in this (role|position)|job (description|summary)|accountab|mission|key task|your (tasks|role|job|impact)|main tasks|role (description|overview)|what does|the job/;
const WANTED =
  /requirement|qualif|skill|experience|who you are|about you|looking for|you have|nice to have|must.have|you are|your profile|what you'll need|preferred|bonus|you bring|competenc|ideal candidate|plus/;
const AROUND =
  /about (us|the company|our)|benefit|perk|offer|why |apply|culture|our (team|value|stack)|who we are|company|equal|diversity|location|compensation|salary|hiring process|interview|life at|levels|job grade|performance indicator|career/;
/** @type {[RegExp, number][]} */
const SECTIONS = [
  [DUTIES, 2],
  [WANTED, 0.5],
  [AROUND, 0.05],
];
const BEFORE = 0.5; // any heading
const ASIDE =
  /\b(years?|degree|salary|benefits?|vacation|holiday|insurance|remote|apply|equal opportunity|race|gender|visa|stipend|paid|compensation|perks?|hiring process|interview)\b/i;
const ASIDE_WEIGHT = 0.2;

const LONGEST = 60_000; // characters: more than any ad

/**
 * @param {string} line
 * @param {string} text the same without its signs
 */
const isHeading = (line, text) =>
  /^\s*#/.test(line) || (text.split(/\s+/).length <= 8 && !/[.!?]$/.test(text) && !/^\s*([-•–·]|\* )/.test(line));

/**
 * @param {string} ad
 * @returns {Sentence[]}
 */
export const sentences = (ad) => {
  /** @type {Sentence[]} */
  const found = [];
  let weight = BEFORE;
  for (const line of ad.slice(0, LONGEST).replaceAll("’", "'").split(/\n+/)) {
    const text = line.replace(/^[#*\s\->•–·]+|[*\s:]+$/g, "");
    if (isHeading(line, text)) {
      const section = SECTIONS.find(([sign]) => sign.test(text.toLowerCase()));
      if (section) weight = section[1];
      if (section || /^\s*#/.test(line)) continue;
    }
    for (const sentence of text.replace(/([.!?;])\s+/g, "$1\n").split("\n")) {
      if (sentence.split(/\s+/).length < 3) continue;
      found.push({ text: sentence, weight: ASIDE.test(sentence) ? weight * ASIDE_WEIGHT : weight });
    }
  }
  return found;
};
