/* The page on which readers choose which activities to see. Without this, all are shown. */

import { filter } from "./filter/filter.js";
import { start } from "./lib/page.js";

start(filter);
