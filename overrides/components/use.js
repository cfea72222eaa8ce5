/* What comes with the first sign of use: a pointer that moves, a finger, a key; and with an answer that was followed. */

import { cite } from "./cite/cite.js";
import { copyLink } from "./copy-link/copy-link.js";
import { folds } from "./folds/folds.js";
import { found } from "./found/found.js";
import { start } from "./lib/page.js";
import { takeAlong } from "./take-along/take-along.js";
import { tooltip } from "./tooltip/tooltip.js";

start(found, folds, copyLink, tooltip, cite, takeAlong);
