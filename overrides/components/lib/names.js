/* Where scripts find each other, and the site: the names stand in them from the bundle (scripts/bundle.mjs), and all
   of them lie in one folder below its root. */

/** Of the script that runs. A component asks for it as it starts; later there is none. */
export const here = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src ?? "";

/** @param {string} name */
export const beside = (name) => new URL(name, here).href;

export const root = /* @__PURE__ */ new URL("..", here || location.href).href;
