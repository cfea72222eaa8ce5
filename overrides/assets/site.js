/* Behavior on top of readable pages: nothing here adds content, and every page works without it.
   One section per feature; each starts from the document and ends quietly where it finds nothing.
   Runs as soon as the page is parsed, and then brings the theme's script. */
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

  /* Colors: as the system has them, light, or dark; what is chosen is kept. They are set by a function of the
     page itself (partials/javascripts/palette.html), before its first paint. */
  const colors = () => {
    const buttons = all(".colors button");
    let chosen;
    const show = (number) => {
      chosen = __colors(number);
      buttons.forEach((button, index) => (button.hidden = index !== chosen));
    };
    buttons.forEach((button, index) =>
      button.addEventListener("click", () => {
        show((index + 1) % buttons.length);
        buttons[chosen].focus();
        try {
          __md_set("__palette", { index: chosen });
        } catch {
          /* no storage: it holds for this page */
        }
      }),
    );
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show(chosen));
    // Chosen meanwhile, on another page or in another tab.
    addEventListener("pageshow", (event) => event.persisted && show());
    addEventListener("storage", () => show());
    show();
  };

  /* Open what a link points into, and keep it below the header. */
  const reveal = () => {
    const found = anchor() && byId(anchor());
    if (!found) return;
    const target = found.matches(".was") ? found.parentElement : found; // an anchor's former name
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView();
  };

  /* Below which the heads of tables stay. Told to them alone: told to the root, everything would be styled anew. */
  const headerHeight = () => {
    const header = document.querySelector(".md-header");
    for (const head of all(".table.matrix thead")) head.style.setProperty("--header-height", `${header.offsetHeight}px`);
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

  /* Definitions of terms, under a pointer that rests and a finger that taps. One listener for all: the theme
     would set up eight for each of them, which takes a quarter of its start on a page that defines many. */
  const definitions = () => {
    const tip = document.createElement("div");
    tip.className = "defined";
    tip.id = "defined";
    tip.setAttribute("role", "tooltip");
    let term, timer;
    const hide = () => {
      if (!term) return;
      term.title = tip.textContent;
      term.removeAttribute("aria-describedby");
      term = undefined;
      tip.remove();
    };
    const show = (pointed, x, y) => {
      hide();
      term = pointed;
      tip.textContent = term.title;
      term.removeAttribute("title"); // or the browser shows it as well
      term.setAttribute("aria-describedby", tip.id);
      document.body.append(tip);
      // Beside the line of the term that the pointer is on, above or below all of them.
      const lines = [...term.getClientRects()];
      const { left, width } = lines.find((line) => line.left <= x && x <= line.right && y <= line.bottom) ?? lines[0];
      const { offsetWidth, offsetHeight } = tip;
      const room = document.body.clientWidth - offsetWidth - 8;
      const above = lines[0].top - offsetHeight - 4;
      const fits = above >= document.querySelector(".md-header").offsetHeight;
      tip.style.left = `${Math.max(8, Math.min(left + (width - offsetWidth) / 2, room))}px`;
      tip.style.top = `${scrollY + (fits ? above : lines.at(-1).bottom + 4)}px`;
    };
    document.addEventListener("pointerover", ({ target, clientX, clientY }) => {
      clearTimeout(timer);
      if (target === term || target === tip) return; // the pointer may go there, to read or select
      const pointed = target.closest?.("abbr[title]");
      timer = setTimeout(pointed ? () => show(pointed, clientX, clientY) : hide, 200);
    });
    document.addEventListener("pointercancel", () => clearTimeout(timer)); // a finger that scrolls
    document.addEventListener("keydown", (event) => event.key === "Escape" && (clearTimeout(timer), hide()));
  };

  /* Cite: the page, or the section that the address names. */
  const cite = () => {
    const details = byId("cite");
    if (!details) return;
    const fill = () => {
      const heading = document.querySelector("h1");
      const target = anchor() && byId(anchor());
      const titled = (element) => element.textContent.replace(/#$/, "").trim();
      const part = target && target !== heading && target.matches("h2, h3") ? `${titled(target)}. `.replace("?.", "?") : "";
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

  /* Search: the theme's shortcut and button, for who is quicker than its script. */
  const hasten = () => {
    const toggle = byId("__search");
    const field = document.querySelector(".md-search__input");
    if (!toggle || !field) return;
    toggle.addEventListener("change", () => window.document$ || (toggle.checked && field.focus()));
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || window.document$ || event.target.matches("input, select")) return;
      event.preventDefault();
      toggle.checked = true;
      field.focus();
    });
  };

  /* Search: read out the number of results, say what the site covers where there is none, keep the focus. */
  const tellResults = () => {
    const meta = document.querySelector(".md-search-result__meta");
    if (!meta) return;
    meta.setAttribute("role", "status");
    const { base, translations } = JSON.parse(byId("__config").textContent);
    const covers = document.createElement("p");
    covers.className = "covers";
    covers.hidden = true;
    covers.append("This site covers product managers and the roles around them. Look in ");
    const places = { "titles/": "titles", "who-does-what/": "who does what", "glossary/": "the glossary", "a-to-z/": "A to Z" };
    const root = new URL(base.replace(/\/?$/, "/"), location);
    Object.entries(places).forEach(([path, label], index) => {
      const link = document.createElement("a");
      link.href = new URL(path + (location.protocol === "file:" ? "index.html" : ""), root);
      link.textContent = label;
      covers.append(index ? ", " : "", link);
    });
    covers.append(".");
    // Not inside the results, among whose links the arrow keys move.
    meta.closest(".md-search-result").after(covers);
    const none = translations["search.result.none"];
    const sync = () => (covers.hidden = meta.textContent.trim() !== none);
    new MutationObserver(sync).observe(meta, { childList: true, characterData: true, subtree: true });
    // Who is among the results already stays there, at the first, when better ones take their place.
    const list = meta.nextElementSibling;
    let at;
    list.addEventListener("focusin", ({ target }) => (at = target));
    const stay = () => at?.isConnected === false && document.activeElement === document.body && list.querySelector("a")?.focus();
    new MutationObserver(stay).observe(list, { childList: true });
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

  /* The list to choose another role from leads where the link of the same place does. */
  const choosing = () => {
    const form = document.querySelector(".choosing");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      all(".chooser a")[form.querySelector("select").selectedIndex].click();
    });
  };

  /* The theme's script: more than ten times as much as this one, and needed for nothing that is read. It waits
     for the document to be ready, which it was before: what follows the scrolling hangs on that. */
  const theme = () => {
    for (const waiting of all("script[type=late]")) {
      const script = document.createElement("script");
      script.src = waiting.dataset.src;
      script.onload = () => setTimeout(() => window.document$.next(document)); // a task of its own
      document.head.append(script); // among what is shown, it would have all of that styled anew
    }
  };

  colors();
  nameLinks();
  nameLandmarks();
  menu();
  headerHeight();
  spellOutTables();
  definitions();
  cite();
  choosing();
  hasten();
  tellResults();
  markFound();
  reveal();
  addEventListener("hashchange", reveal);
  addEventListener("resize", headerHeight);
  // When the page is there to be read, on the screen and not only in the making.
  addEventListener("DOMContentLoaded", () => {
    try {
      new PerformanceObserver((_, painted) => (painted.disconnect(), setTimeout(theme))).observe({ type: "paint", buffered: true });
    } catch {
      theme(); // a browser that measures nothing
    }
  });
})();
