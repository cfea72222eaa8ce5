/* Styles that come with the script that needs them. */

/** @param {string} text */
export const addStyles = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
