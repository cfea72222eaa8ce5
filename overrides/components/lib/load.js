/* Scripts that come on first use. The policy of the site lets a script name another only through this. */

/** @typedef {{createScriptURL: (address: string) => string}} Policy */

const rules = {
  createScriptURL: (/** @type {string} */ address) => {
    const { href, origin } = new URL(address, location.href);
    if (origin !== new URL(location.href).origin) throw new TypeError(href);
    return href;
  },
};

/** @type {{trustedTypes?: {createPolicy: (name: string, rules: Policy) => Policy}}} */
const { trustedTypes } = /** @type {any} */ (globalThis);

/** Made on first use: the policy of the site allows one, which main.js has; see loader.js for others. @type {Policy | undefined} */
let policy;

/** An address of this site that a script or worker may be loaded from. @param {string} address */
export const trusted = (address) => {
  policy ??= trustedTypes?.createPolicy("own-scripts", rules) ?? rules;
  return policy.createScriptURL(address);
};

/** How long a failure waits to be reported, in milliseconds: a page that is being left cuts its loads off, and is gone
 * by then. */
const LEAVING = 500;

/**
 * @param {string} address
 * @returns {Promise<void>}
 */
export const load = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = trusted(address);
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      setTimeout(() => reject(new Error(`${address} could not be loaded`)), LEAVING);
    };
    document.head.append(script);
  });
