/* The address to cite: the page's own, with what is chosen on it. */

// What the pages keep in their addresses; whatever else stands there, a link has picked up on its way.
const OWN = ["roles", "order", "show", "who", "group", "in", "team", "text"];

/** The page's own address, wherever it is read. */
export const canonical = () =>
  /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href ??
  location.href.split(/[?#]/)[0];

export const address = () => {
  const params = new URLSearchParams(location.search);
  for (const name of [...params.keys()]) if (!OWN.includes(name)) params.delete(name);
  const query = params.toString().replaceAll("%2C", ",");
  return canonical() + (query && `?${query}`);
};
