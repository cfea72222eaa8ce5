/* What the parts of the search hand to each other. */

/**
 * A section of the site, as `scripts/publish/search.py` writes it.
 * @typedef {object} Record
 * @property {string} address
 * @property {string} title stands alone
 * @property {string} page the title of its page
 * @property {string} kind what it is: an activity, a pair, a passage on a role, ...
 * @property {string} text
 * @property {string[]} names what else it is called
 * @property {string[]} asks how people ask for it
 * @property {string[]} roles whom it is about
 * @property {string} dimension
 * @property {string} marks who leads, shares and claims it, in words
 * @property {string} later rare words that it says further down
 * @property {string} [mark] the verdict, in words
 * @property {number} index
 */

/**
 * A part of the index: the first answers most queries, the next ones add to its records and bring the vocabulary.
 * @typedef {{records: Partial<Record>[], [vocabulary: string]: unknown}} Part
 */

/**
 * A line of the list of results.
 * @typedef {object} Item
 * @property {string} address from the root of the site
 * @property {string} title
 * @property {string} page the title of its page
 * @property {string[]} parts the snippet in pieces: the odd ones are marked
 * @property {string} [mark] the verdict, in words
 */

/**
 * @typedef {object} Answer
 * @property {Item[]} items best first
 * @property {boolean} whole whether all of the index was asked
 * @property {string} [note] what to know about them
 */

export {};
