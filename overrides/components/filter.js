/* The pages on which readers choose which activities or fights to see. Without this, all are shown. */

import { filter } from "./filter/filter.js";
import { start } from "./lib/page.js";

start(filter);
