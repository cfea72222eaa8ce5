/* A job ad as sentences, each with a weight: what stands under "What you will do" counts, what is offered or asked
   for counts less. */

/** @typedef {{text: string, weight: number}} Sentence */

const DUTIES =
  /responsib|what you'?(ll| will|d)? (be )?do|you will\b|you'll\b|the role|about the (job|role|position)|dut(y|ies)|day.to.day|in this (role|position)|job (description|summary)|accountab|mission|key task|your (tasks|role|job|impact)|main tasks|role (description|overview)|what does|the job|objectives?$|objectives? (for|of)|successful|success looks like/;
const WANTED =
  /requirement|qualif|skill|experience|who you are|about you|looking for|you have|nice to have|must.have|you are|your profile|what you'll need|preferred|bonus|you bring|competenc|ideal candidate|plus/;
const AROUND =
  /about (us|the company|our)|benefit|perk|offer|why |apply|culture|our (team|value|stack)|who we are|company|equal|diversity|location|compensation|salary|hiring process|interview|life at|levels|job grade|performance indicator|career/;
const DUTY = 2;
/** @type {[RegExp, number][]} */
const SECTIONS = [
  [DUTIES, DUTY],
  [WANTED, 0.5],
  [AROUND, 0.05],
];
const BEFORE = 0.5; // any heading
const ASIDE =
  /\b(years?|degree|salary|benefits?|vacation|holiday|insurance|remote|apply|equal opportunity|race|gender|visa|stipend|paid|compensation|perks?|hiring process|interview)\b/i;
const ASIDE_WEIGHT = 0.2;

const LONGEST = 60_000; // characters: more than any ad
const WRAPPED = 55; // characters, from which a line without an end may go on in the next

/** The lines of a text, without the breaks that only its width asked for. @param {string} text */
const linesOf = (text) => {
  /** @type {string[]} */
  const lines = [];
  let open = false;
  for (const line of text.split("\n")) {
    if (open && /^\s*[a-z(]/.test(line)) lines[lines.length - 1] += ` ${line.trim()}`;
    else if (line.trim()) lines.push(line);
    open = line.length >= WRAPPED && !/[.!?:;]\s*$/.test(line);
  }
  return lines;
};

/** The weight of what follows a heading, or a line such as "You will:"; undefined where neither says it. @param {string} text */
const sectionWeight = (text) => SECTIONS.find(([sign]) => sign.test(text.toLowerCase()))?.[1];

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
  for (const line of linesOf(ad.slice(0, LONGEST).replaceAll("’", "'"))) {
    const text = line.replace(/^[#*\s\->•–·]+|[*\s:]+$/g, "");
    const marked = /^\s*#/.test(line);
    if (isHeading(line, text)) {
      const section = sectionWeight(text);
      // What a heading says of what follows holds until the next, known or not.
      if (section !== undefined || marked) weight = section ?? BEFORE;
      if (section !== undefined || marked) continue;
    } else if (/:[*\s]*$/.test(line)) weight = sectionWeight(text) ?? weight;
    for (const sentence of text.replace(/([.!?;])\s+/g, "$1\n").split("\n")) {
      if (sentence.split(/\s+/).length < 3) continue;
      found.push({ text: sentence, weight: weight < DUTY && ASIDE.test(sentence) ? weight * ASIDE_WEIGHT : weight });
    }
  }
  return found;
};
