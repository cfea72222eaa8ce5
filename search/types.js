/* What the parts of the search hand to each other. */

/**
 * A section of the site, as `search/records.json` holds it.
 * @typedef {object} Record
 * @property {string} address
 * @property {string} title
 * @property {string} page the title of its page
 * @property {string} kind
 * @property {string} text
 * @property {string[]} names what it is called
 * @property {string[]} asks how people ask for it
 * @property {string[]} roles
 * @property {string} [dimension]
 */

/**
 * A part of the index: the first answers most queries, the next ones add to its records and bring the vocabulary.
 * @typedef {{records: Partial<Record>[], [vocabulary: string]: unknown}} Part
 */

/**
 * A record that answers a query.
 * @typedef {object} Hit
 * @property {Record} record
 * @property {number} score
 * @property {Set<string>} words what is marked in it, folded
 */

/**
 * A line of the list of results.
 * @typedef {object} Item
 * @property {string} address from the root of the site
 * @property {string} title
 * @property {string} page the title of its page
 * @property {string} kind
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
