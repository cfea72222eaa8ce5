"""From a click to the next page on the screen, after the pointer rested on the link."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

from playwright.sync_api import Browser

from bench.server import compressing

LINKS = ("Compare", "Roles", "Versus", "Who does what", "Reference")  # the tabs of a wide screen
DELAY = 0.15  # seconds that the server takes for each answer
REST = 1000 * DELAY + 650  # milliseconds: what is fetched ahead has arrived

# Keeps when the link was clicked, and when another heading was painted if the page stays the same
# document; both on the clock that documents share.
_WATCH = """() => {
  const keep = (name) => sessionStorage.setItem(name, performance.timeOrigin + performance.now());
  addEventListener("click", () => keep("clicked"), { capture: true });
  const heading = () => document.querySelector("h1")?.textContent;
  const before = heading();
  new MutationObserver((_, observer) => {
    if (!heading() || heading() === before) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(keep, 0, "painted"));
  }).observe(document, { childList: true, subtree: true, characterData: true });
}"""
# A document of its own knows when it was first painted.
_TOOK = """() => {
  const { clicked, painted } = sessionStorage;
  const [first] = performance.getEntriesByName("first-contentful-paint");
  const took = (painted ?? performance.timeOrigin + first?.startTime) - clicked;
  return took > 0 ? took : null;
}"""


def next_page(browser: Browser, site: Path, rest: bool = True) -> float:
    """Milliseconds from click to paint, the median over the tabs; `rest` on the link before."""
    took: list[float] = []
    with compressing(site, DELAY) as base:
        # The theme's script follows links only to pages that its sitemap has at this very address.
        sitemap = site / "sitemap.xml"
        there = re.sub(r"<loc>https?://[^/]+/", f"<loc>{base}", sitemap.read_text())
        sitemap.write_text(there)
        for link in LINKS * 2:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(base, wait_until="networkidle")
            page.evaluate(_WATCH)
            tab = page.locator("a.md-tabs__link, .tabs a", has_text=link).first
            if rest:
                tab.hover()
                page.wait_for_timeout(REST)
            tab.click()
            took.append(page.wait_for_function(_TOOK).json_value())
            page.close()
    return statistics.median(took)
