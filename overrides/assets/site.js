/* Behavior on top of readable pages: nothing here adds content, and every page works without it.
   One section per feature; each starts from the document and ends quietly where it finds nothing.
   `document$` is the theme's: it emits at load and after instant navigation. */
"use strict";

(() => {
  const start = (init) =>
    window.document$ ? window.document$.subscribe(init) : document.addEventListener("DOMContentLoaded", init);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const anchor = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; // not every address is well formed
    }
  };

  /* Say something to everyone: shown, and read out politely. */
  const say = (text) => {
    let toast = document.querySelector(".toast");
    if (!toast) {
      toast = document.createElement("div");
      toast.className = "toast";
      toast.setAttribute("role", "status");
      document.body.append(toast);
    }
    // Emptied first, so that saying the same thing twice is read twice.
    toast.textContent = "";
    setTimeout(() => (toast.textContent = text), 50);
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (toast.textContent = ""), 4000);
  };

  const copy = async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      say(`Copy this: ${text}`); // no clipboard outside https, or not allowed
    }
  };

  /* Links to sections, rows and cells: following one also copies the full address. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.headerlink, a.copy");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    copy(link.href, "Link copied");
  });
  const nameLinks = () => {
    for (const link of all("a.headerlink")) {
      const heading = link.parentElement;
      const name = [...heading.childNodes].filter((node) => node !== link).map((node) => node.textContent);
      link.setAttribute("aria-label", `Copy link to ${name.join("").trim()}`);
      link.removeAttribute("title");
    }
  };

  /* Landmarks of the theme that share a name or have none. */
  const nameLandmarks = () => {
    document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
    document.querySelector(".md-path")?.setAttribute("aria-label", "Breadcrumb");
  };

  /* The menu button: the theme's is a label that no keyboard reaches. */
  const menu = () => {
    const label = document.querySelector("label.md-header__button[for=__drawer]");
    const drawer = byId("__drawer");
    const sidebar = document.querySelector(".md-sidebar--primary");
    if (!label || !drawer || !sidebar) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("aria-label", "Menu");
    sidebar.id = "menu";
    button.setAttribute("aria-controls", "menu");
    button.append(...label.childNodes);
    label.replaceWith(button);
    const narrow = matchMedia("(max-width: 76.234375em)");
    const sync = () => {
      button.setAttribute("aria-expanded", String(drawer.checked));
      // A closed drawer is off the screen, so Tab must not walk into it.
      sidebar.inert = narrow.matches && !drawer.checked;
    };
    const set = (open) => {
      drawer.checked = open;
      drawer.dispatchEvent(new Event("change", { bubbles: true }));
      sync();
    };
    button.addEventListener("click", () => {
      set(!drawer.checked);
      if (!drawer.checked) return;
      // The first that can take the focus: some links are of levels not shown.
      all("a[href]", sidebar).some((link) => (link.focus(), link === document.activeElement));
    });
    drawer.addEventListener("change", sync);
    narrow.addEventListener("change", sync);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) {
        set(false);
        button.focus();
      }
    });
    // The theme's own inputs are for the mouse only; the buttons stand in for them.
    for (const input of all("input.md-toggle[data-md-toggle]")) input.tabIndex = -1;
    sync();
  };

  /* Open what a link points into, and keep it below the header. */
  const reveal = () => {
    const target = anchor() && byId(anchor());
    if (!target) return;
    target.closest("details")?.setAttribute("open", "");
    const under = target.matches("h2, h3") && target.nextElementSibling;
    for (let next = under; next && !next.matches("h2, h3"); next = next.nextElementSibling) {
      if (next.matches("details.open-on-link")) next.open = true;
    }
    target.scrollIntoView();
  };

  const headerHeight = () => {
    const header = document.querySelector(".md-header");
    if (header) document.documentElement.style.setProperty("--header-height", `${header.offsetHeight}px`);
  };

  /* Tables shown as cards lose their meaning to screen readers unless it is written out. */
  const spellOutTables = () => {
    for (const table of all(".table table")) {
      table.setAttribute("role", "table");
      all("thead, tbody", table).forEach((part) => part.setAttribute("role", "rowgroup"));
      all("tr", table).forEach((row) => row.setAttribute("role", "row"));
      all("th[scope=col]", table).forEach((cell) => cell.setAttribute("role", "columnheader"));
      all("th[scope=row]", table).forEach((cell) => cell.setAttribute("role", "rowheader"));
      all("td", table).forEach((cell) => cell.setAttribute("role", "cell"));
    }
  };

  /* A control whose state stands in the address. */
  const params = () => new URLSearchParams(location.search);
  const remember = (changes, push) => {
    const next = params();
    for (const [key, value] of Object.entries(changes)) value ? next.set(key, value) : next.delete(key);
    // Commas and colons are legal in a query, and read better than their escapes.
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

    const show = (state, announce) => {
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
        row.hidden = state.disputed && !split && row.id !== location.hash.slice(1);
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
      if (announce) status.setAttribute("role", "status");
    };

    const change = (changes) => {
      remember(changes, true);
      show(read(), true);
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
    const refresh = () => show(read(), true);
    addEventListener("popstate", refresh);
    addEventListener("hashchange", refresh);
    status.setAttribute("role", "status");
    show(read());
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
    const content = new Map(
      rows.map((row) => [row, sections.get(row).map((part) => part.textContent).join(" ").toLowerCase()]),
    );

    const read = () => {
      who.value = params().get("who") ?? "";
      group.value = params().get("group") ?? "";
      disputed.checked = params().get("show") === "disputed";
      if (document.activeElement !== text) text.value = params().get("text") ?? "";
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
          words.every((word) => content.get(row).includes(word));
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
    status.setAttribute("role", "status");
    refresh();
  };

  /* Cite: the page, or the section that the address names. */
  const cite = () => {
    const details = byId("cite");
    if (!details) return;
    const fill = () => {
      const heading = document.querySelector("h1");
      const target = anchor() && byId(anchor());
      const titled = (element) => element.textContent.replace(/#$/, "").trim();
      const part = target && target !== heading && target.matches("h2, h3") ? `${titled(target)}. ` : "";
      const title = `${part}${titled(heading)}`;
      const canonical = document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0];
      const url = canonical + location.search + (part ? location.hash : "");
      const { site } = details.dataset;
      const date = document.querySelector(".page-actions time").dateTime;
      const [year, month] = date.split("-");
      const key = (part ? location.hash.slice(1) + "-" : "") + (location.pathname.split("/").at(-2) || "home");
      byId("cite-text").textContent = `“${title}.” ${site}. Last changed ${date}. ${url}`;
      byId("cite-markdown").textContent = `[${title}](${url}), *${site}*, ${date}`;
      byId("cite-bibtex").textContent =
        `@misc{${key},\n  title = {${title}},\n  howpublished = {${site}},\n` +
        `  year = {${year}},\n  month = {${Number(month)}},\n  url = {${url}}\n}`;
    };
    details.addEventListener("toggle", fill);
    addEventListener("hashchange", fill);
    for (const button of all("button[data-copies]", details)) {
      button.addEventListener("click", () => copy(byId(button.dataset.copies).textContent, "Citation copied"));
    }
  };

  /* Search: mark the words of the followed result, and keep the address clean. */
  const FOUND = "found";
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".md-search-result__link");
    if (!link) return;
    const words = all("mark", link).map((mark) => mark.textContent.toLowerCase());
    const url = new URL(link.href);
    try {
      sessionStorage.setItem(FOUND, JSON.stringify({ page: url.pathname, hash: url.hash, words: [...new Set(words)] }));
    } catch {
      /* no storage: nothing is marked */
    }
  });
  const markFound = () => {
    let found;
    try {
      found = JSON.parse(sessionStorage.getItem(FOUND));
      sessionStorage.removeItem(FOUND);
    } catch {
      return;
    }
    if (!found?.words.length || found.page !== location.pathname) return;
    const heading = found.hash ? byId(decodeURIComponent(found.hash.slice(1))) : document.querySelector("h1");
    if (!heading) return;
    const wanted = new Set(found.words);
    const parts = [heading];
    for (let next = heading.nextElementSibling; next && !next.matches("h1, h2, h3"); next = next.nextElementSibling) {
      parts.push(next);
    }
    for (const part of parts) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      for (const node of nodes) {
        if (node.parentElement.closest(".headerlink, .table")) continue;
        const pieces = node.data.split(/([\p{L}\p{N}’'-]+)/u);
        if (!pieces.some((piece) => wanted.has(piece.toLowerCase()))) continue;
        node.replaceWith(
          ...pieces.map((piece) => {
            if (!wanted.has(piece.toLowerCase())) return piece;
            const mark = document.createElement("mark");
            mark.className = "found";
            mark.textContent = piece;
            return mark;
          }),
        );
      }
    }
  };

  start(() => {
    nameLinks();
    nameLandmarks();
    menu();
    headerHeight();
    spellOutTables();
    compare();
    filter();
    cite();
    markFound();
    reveal();
  });
  addEventListener("hashchange", reveal);
  addEventListener("resize", headerHeight);
})();
