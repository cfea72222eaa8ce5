/* What comes with the first sign of use: a pointer that moves, a finger, a key; and with an answer that was followed. */

import { cite } from "./cite/cite.js";
import { choosingColors } from "./colors/colors.js";
import { copyLink } from "./copy-link/copy-link.js";
import { folds } from "./folds/folds.js";
import { found } from "./found/found.js";
import { lens } from "./lens/open.js";
import { start } from "./lib/page.js";
import { menu } from "./menu/menu.js";
import { references } from "./references/references.js";
import { takeAlong } from "./take-along/take-along.js";
import { tooltip } from "./tooltip/tooltip.js";

start(choosingColors, menu, found, folds, copyLink, references, tooltip, cite, takeAlong, lens);
