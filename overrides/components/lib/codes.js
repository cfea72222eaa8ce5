/* Short names for ids in addresses. An id never changes, so neither does its code; the tests hold that no two ids
   of a kind share one. */

/**
 * FNV-1a, 32 bits.
 * @param {string} text
 */
const hash = (text) => {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
};

const SIZE = 4;

/**
 * Four letters or digits for a text.
 * @param {string} text
 */
export const code = (text) => (hash(text) % 36 ** SIZE).toString(36).padStart(SIZE, "0");

/**
 * From code to id.
 * @param {Iterable<string>} ids
 * @returns {Map<string, string>}
 */
export const codes = (ids) => new Map([...ids].map((id) => [code(id), id]));

/**
 * A value as it may stand in an address: nothing in it ends a link in a chat, a mail or Markdown.
 * @param {string} text
 */
const plain = (text) => {
  const escaped = encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return escaped.replaceAll("%20", "+");
};

/**
 * Pairs of name and value as the part of an address after #, with a check sum at the end by which a cut one is known.
 * @param {[string, string][]} pairs
 */
export const pack = (pairs) => {
  const text = pairs.map(([name, value]) => `${name}=${plain(value)}`).join("&");
  return `#${text}&z=${code(text)}`;
};

/**
 * What `pack` made, however an address was mangled since; nothing for one that holds something else.
 * @param {string} fragment with its #
 * @param {string} first the name and value that the pairs begin with
 * @returns {{pairs: [string, string][], whole: boolean} | undefined}
 */
export const unpack = (fragment, first) => {
  const text = fragment.replace(/^#/, "");
  if (text !== first && !text.startsWith(`${first}&`)) return undefined;
  const at = text.lastIndexOf("&z=");
  const whole = at > 0 && text.slice(at + 3, at + 3 + SIZE) === code(text.slice(0, at));
  return { pairs: [...new URLSearchParams(whole ? text.slice(0, at) : text)], whole };
};
