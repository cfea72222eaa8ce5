/* Back, in Chromium before 147, goes to the line that it anchors scrolling to, and misses it by what stands above its
   letters: 4 px in a paragraph, 130 px in a cell, on a bare page too. Without anchors it goes to the place itself. */

export const back = () => {
  // The sign of it nearest in time: Chromium has this from 148 on, Firefox and Safari, which need no help, for long.
  if (!CSS.supports("image-rendering", "crisp-edges")) document.body.style.setProperty("overflow-anchor", "none");
};
