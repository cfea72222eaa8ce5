/* The page on which readers choose roles to compare. Without this, all are shown. */

import { compare } from "./compare/compare.js";
import { start } from "./lib/page.js";

start(compare);
