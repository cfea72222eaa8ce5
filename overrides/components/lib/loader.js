/* How scripts other than main.js load a script: only main.js has the one policy that the site allows. */

/** @typedef {(address: string) => Promise<void>} Load */

/** @returns {Load} */
export const loader = () => {
  /** @type {Load | undefined} */
  let load;
  const take = (/** @type {Load} */ given) => {
    load = given;
  };
  document.dispatchEvent(new CustomEvent("loader", { detail: take }));
  if (!load) throw new Error("main.js is not there");
  return load;
};
