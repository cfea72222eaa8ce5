/* Tables shown as cards lose their meaning to screen readers unless it is written out. */

import { all } from "../lib/page.js";

const ROLES = {
  "thead, tbody": "rowgroup",
  tr: "row",
  "th[scope=col]": "columnheader",
  "th[scope=row]": "rowheader",
  td: "cell",
};

export const tables = () => {
  for (const table of all(".table table")) {
    table.setAttribute("role", "table");
    for (const [selector, role] of Object.entries(ROLES)) {
      for (const part of all(selector, table)) part.setAttribute("role", role);
    }
  }
};
