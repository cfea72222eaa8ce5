/* The two pages on which readers choose: roles to compare, activities to show. The choice stands in
   the address, so it survives reload, Back and sharing. Without this script everything is shown. */
"use strict";

(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const anchor = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; // not every address is well formed
    }
  };

  /* A control whose state stands in the address. */
  const params = () => new URLSearchParams(location.search);
  const remember = (changes, push) => {
    const next = params();
    for (const [key, value] of Object.entries(changes)) value ? next.set(key, value) : next.delete(key);
    // Commas are legal in a query, and read better than their escapes.
    const query = next.toString().replaceAll("%2C", ",");
    const address = location.pathname + (query ? `?${query}` : "") + location.hash;
    history[push ? "pushState" : "replaceState"](history.state, "", address);
  };

  /* Compare: choose roles. */
  const compare = () => {
    const form = byId("compare-controls");
    const table = document.querySelector("table.matrix");
    if (!form || !table) return;
    const rows = all("tr", table);
    const roles = all("thead [data-role]", table).map((cell) => cell.dataset.role);
    const name = Object.fromEntries(
      all("thead [data-role]", table).map((cell) => [cell.dataset.role, cell.querySelector("a").textContent]),
    );
    const body = table.tBodies[0];
    const inOrder = [...body.rows];
    const selects = all("select[name=role]", form);
    const [swap, everything] = all("button", form);
    const { order, disputed } = form.elements;
    const status = form.querySelector(".status");

    const cellOf = (row, role) => row.querySelector(`[data-role="${role}"]`);
    const words = (cell) => new Set(cell.firstChild.textContent.toLowerCase().match(/[a-z]{4,}/g));
    const alike = (row, chosen) => {
      const [first, ...rest] = chosen.map((role) => words(cellOf(row, role)));
      return rest.reduce((sum, other) => sum + [...first].filter((word) => other.has(word)).length / first.size, 0);
    };

    const read = () => {
      const asked = params().get("roles");
      let chosen = asked === "all" ? roles : (asked ?? "").split(",").filter((role) => roles.includes(role));
      chosen = [...new Set(chosen)];
      // A link to a cell shows its role, whichever roles are chosen.
      const linked = anchor().split("--")[1];
      if (chosen.length < 2) chosen = [...new Set([...chosen, ...roles.slice(0, 2)])].slice(0, 2);
      if (roles.includes(linked) && !chosen.includes(linked)) chosen = [...chosen.slice(0, 3), linked];
      return {
        chosen: asked === "all" ? roles : chosen.slice(0, 4),
        order: params().get("order") === "different" ? "different" : "listed",
        disputed: params().get("show") === "disputed",
      };
    };

    const show = (state) => {
      const { chosen } = state;
      for (const row of rows) {
        for (const role of roles) cellOf(row, role).hidden = !chosen.includes(role);
        row.append(...chosen.map((role) => cellOf(row, role)));
      }
      const sorted = [...inOrder];
      if (state.order === "different") sorted.sort((a, b) => alike(a, chosen) - alike(b, chosen));
      body.append(...sorted);
      let shown = 0;
      for (const row of inOrder) {
        const split = chosen.some((role) => cellOf(row, role).querySelector(".why.disputed"));
        row.hidden = state.disputed && !split && row.id !== anchor().split("--")[0]; // a link wins over a filter
        shown += !row.hidden;
      }
      selects.forEach((select, index) => (select.value = chosen.length > 4 ? "" : (chosen[index] ?? "")));
      order.value = state.order;
      disputed.checked = state.disputed;
      everything.setAttribute("aria-pressed", String(chosen.length === roles.length));
      swap.disabled = chosen.length !== 2;
      const told = chosen.length === roles.length ? `all ${roles.length} roles` : chosen.map((role) => name[role]).join(", ");
      const count = `${shown} of ${inOrder.length} dimensions`;
      status.textContent = `Showing ${told} on ${count}.`;
      table.closest(".table").classList.add("ready");
    };

    const change = (changes) => {
      remember(changes, true);
      show(read());
    };
    form.addEventListener("change", (event) => {
      if (event.target.name === "role") {
        change({ roles: [...new Set(selects.map((select) => select.value).filter(Boolean))].join(",") });
      } else if (event.target === order) {
        change({ order: order.value === "different" ? "different" : "" });
      } else {
        change({ show: disputed.checked ? "disputed" : "" });
      }
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    swap.addEventListener("click", () => change({ roles: read().chosen.toReversed().join(",") }));
    everything.addEventListener("click", () =>
      change({ roles: everything.getAttribute("aria-pressed") === "true" ? "" : "all" }),
    );
    const refresh = () => show(read());
    addEventListener("popstate", refresh);
    addEventListener("hashchange", refresh);
    show(read());
    status.setAttribute("role", "status"); // from the first choice on; what a page opens with is not news
  };

  /* Who does what: filter. */
  const filter = () => {
    const form = byId("activity-controls");
    const table = document.querySelector("table.activities");
    if (!form || !table) return;
    const rows = [...table.tBodies[0].rows];
    const { who, group, disputed, text } = form.elements;
    const status = form.querySelector(".status");
    const section = (row) => {
      const heading = byId(row.id.replace("row--", ""));
      const parts = [heading];
      for (let next = heading?.nextElementSibling; next && !next.matches("h2, h3"); next = next.nextElementSibling) {
        parts.push(next);
      }
      return parts.filter(Boolean);
    };
    const sections = new Map(rows.map((row) => [row, section(row)]));
    const texts = new Map(); // of those asked for: all of them are half a megabyte
    const content = (row) => {
      if (!texts.has(row)) texts.set(row, sections.get(row).map((part) => part.textContent).join(" ").toLowerCase());
      return texts.get(row);
    };

    const read = () => {
      who.value = params().get("who") ?? "";
      group.value = params().get("group") ?? "";
      disputed.checked = params().get("show") === "disputed";
      text.value = params().get("text") ?? "";
    };
    const show = () => {
      const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
      const linked = anchor();
      let shown = 0;
      for (const row of rows) {
        const fits =
          (!who.value || row.dataset.who.split(" ").includes(who.value)) &&
          (!group.value || row.dataset.group === group.value) &&
          (!disputed.checked || row.dataset.agreement === "disputed") &&
          words.every((word) => content(row).includes(word));
        row.hidden = !fits;
        shown += fits;
        // A link into a section wins over a filter.
        const keep = fits || row.id === `row--${linked}`;
        sections.get(row).forEach((part) => (part.hidden = !keep));
      }
      for (const heading of all("article > h2[id]")) {
        const members = rows.filter((row) => row.dataset.group === heading.id);
        if (members.length) heading.hidden = members.every((row) => sections.get(row)[0]?.hidden);
      }
      status.textContent = `${shown} of ${rows.length} activities shown.`;
      table.closest(".table").classList.add("ready");
    };
    const change = (push) => {
      remember(
        {
          who: who.value,
          group: group.value,
          show: disputed.checked ? "disputed" : "",
          text: text.value.trim(),
        },
        push,
      );
      show();
    };
    form.addEventListener("change", () => change(true));
    text.addEventListener("input", () => change(false));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => change(true)));
    const refresh = () => {
      read();
      show();
    };
    addEventListener("popstate", refresh);
    addEventListener("hashchange", refresh);
    refresh();
    status.setAttribute("role", "status");
  };

  compare();
  filter();
})();
