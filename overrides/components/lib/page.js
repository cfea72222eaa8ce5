/* What every component asks of the page. */

/**
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement[]}
 */
export const all = (selector, root = document) =>
  [...root.querySelectorAll(selector)].map((each) => /** @type {HTMLElement} */ (each));

/**
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement | null}
 */
export const one = (selector, root = document) => root.querySelector(selector);

/** @param {string} id */
export const byId = (id) => document.getElementById(id);

/** The part of the page that the address names; "" where it names none. */
export const anchor = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // not every address is well formed
  }
};

/** The element that the address names. */
export const target = () => (anchor() ? byId(anchor()) : null);

/**
 * The element around that of an event that fits a selector.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const around = ({ target }, selector) => (target instanceof Element ? target.closest(selector) : null);

/**
 * Have clicks anywhere, and those from before this script was there (main.js).
 * @param {(event: MouseEvent) => void} act
 */
export const onClick = (act) => {
  document.addEventListener("click", act);
  document.addEventListener("early-click", (event) => act(/** @type {CustomEvent<MouseEvent>} */ (event).detail));
};

/**
 * A new element.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export const make = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/**
 * Start features one by one, so that one that fails leaves the others alone.
 * @param {...(() => void)} features
 */
export const start = (...features) => {
  for (const feature of features) {
    try {
      feature();
    } catch (error) {
      reportError(error);
    }
  }
};
