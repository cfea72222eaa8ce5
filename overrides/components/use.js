/* What comes with the first sign of use: a pointer that moves, a finger, a key, a page that scrolls, another tab that
   keeps something; and with an answer that was followed. Until then, nothing here measures a page or moves anything on it. */

import { age } from "./age/age.js";
import { back } from "./back/back.js";
import { choosing } from "./choosing/choosing.js";
import { cite } from "./cite/cite.js";
import { colors } from "./colors/colors.js";
import { copyLink } from "./copy-link/copy-link.js";
import { folds } from "./folds/folds.js";
import { found } from "./found/found.js";
import { lens } from "./lens/open.js";
import { start } from "./lib/page.js";
import { menu } from "./menu/menu.js";
import { references } from "./references/references.js";
import { takeAlong } from "./take-along/take-along.js";
import { toc } from "./toc/toc.js";
import { tooltip } from "./tooltip/tooltip.js";

start(back, colors, choosing, menu, toc, found, folds, copyLink, references, tooltip, cite, takeAlong, lens, age);
