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

/** An address of this site that a script or worker may be loaded from. @type {(address: string) => string} */
export const trusted = (() => {
  const policy = trustedTypes?.createPolicy("own-scripts", rules) ?? rules;
  return (/** @type {string} */ address) => policy.createScriptURL(address);
})();

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
      reject(new Error(`${address} could not be loaded`));
    };
    document.head.append(script);
  });
