/* A choice that stands in the address, so that it survives reload, Back and sharing. */

export const params = () => new URLSearchParams(location.search);

/**
 * @param {Record<string, string>} changes an empty value takes the name out
 * @param {boolean} push a step that Back undoes
 */
export const remember = (changes, push) => {
  const next = params();
  for (const [key, value] of Object.entries(changes)) value ? next.set(key, value) : next.delete(key);
  // Commas are legal in a query, and read better than their escapes.
  const query = next.toString().replaceAll("%2C", ",");
  const address = location.pathname + (query ? `?${query}` : "") + location.hash;
  history[push ? "pushState" : "replaceState"](history.state, "", address);
};

/**
 * Show what the address asks for, now and whenever it changes.
 * @param {HTMLFormElement} form
 * @param {() => void} show
 */
export const follow = (form, show) => {
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", show);
  addEventListener("hashchange", show);
  show();
  // From the first choice on; what a page opens with is not news.
  form.querySelector(".status")?.setAttribute("role", "status");
};
