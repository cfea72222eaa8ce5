"""What the searches of others answer in Chromium: the theme's own, and Pagefind's.

Both show pages with sections below them. A page counts as right if it or any section that is
shown with it is: more than a reader sees who opens the page.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response

from bench import builds
from tests import building
from tests.search import box
from tests.search.size import packed
from tests.server import serving

PAGEFIND = building.ROOT / "bench/node_modules/.bin/pagefind"
MOST = 3  # pages of a list: places further down count for nothing here

# The theme's worker, spoken to as its page does: 0 the index, 1 ready, 2 a query, 3 its answer.
_STOCK = """
async (queries) => {
  const { search, base } = JSON.parse(document.getElementById("__config").textContent);
  const root = new URL(`${base}/`, location.href);
  const worker = new Worker(new URL(search, location.href));
  const index = await (await fetch(new URL("search/search_index.json", root))).json();
  const heard = (type) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => data.type === type && resolve(data.data);
  });
  const ready = heard(1);
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await ready;
  const found = [];
  for (const query of queries) {
    const start = performance.now();
    const answer = heard(3);
    worker.postMessage({ type: 2, data: query });
    const { items } = await answer;
    const took = performance.now() - start;
    found.push({ pages: items.map((group) => group.map(({ location }) => location)), took });
  }
  return found;
}
"""
_PAGEFIND = """
async (queries) => {
  const pagefind = await import(new URL("/pagefind/pagefind.js", location.href));
  const address = (url) => url.replace(/^\\//, "");
  const found = [];
  for (const query of queries) {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const told = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    const took = performance.now() - start;
    const pages = told.map(({ url, sub_results }) => [url, ...sub_results.map(({ url }) => url)]);
    found.push({ pages: pages.map((group) => group.map(address)), took });
  }
  return found;
}
""".replace("MOST", str(MOST))


def stock(browser: Browser, work: Path, queries: list[box.Query]) -> tuple[list[box.Answer], int]:
    """The answers of the theme as it comes, over the same pages, and the bytes of the first one."""
    project = builds.stock_project(work / "stock-project")
    site = work / "stock"
    building.run("mkdocs", "build", "--quiet", "--site-dir", str(site), cwd=project)
    with _opened(browser, site) as page:
        return _asked(page, _STOCK, queries, site)


def pagefind(
    browser: Browser, work: Path, ours: Path, queries: list[box.Query]
) -> tuple[list[box.Answer], int]:
    """The answers of Pagefind over our pages, and the bytes of the first one."""
    site = work / "pagefind"
    shutil.copytree(ours, site)
    (site / "_headers").unlink()  # our policy lets no WebAssembly run
    subprocess.run([PAGEFIND, "--site", site, "--root-selector", "main", "--silent"], check=True)
    with _opened(browser, site) as page:
        return _asked(page, _PAGEFIND, queries, site)


@contextmanager
def _opened(browser: Browser, site: Path) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    with serving(site) as address:
        page = context.new_page()
        page.goto(f"{address}glossary/", wait_until="networkidle")
        yield page
    context.close()


def _asked(
    page: Page, script: str, queries: list[box.Query], site: Path
) -> tuple[list[box.Answer], int]:
    loaded: set[str] = set()

    def note(response: Response) -> None:
        loaded.add(response.url)

    page.context.on("response", note)
    page.evaluate(script, [queries[0].q])
    page.context.remove_listener("response", note)
    found: list[dict[str, Any]] = page.evaluate(script, [query.q for query in queries])
    answers = [
        box.Answer(query, tuple(_best(query, group) for group in each["pages"]), each["took"])
        for query, each in zip(queries, found, strict=True)
    ]
    files = {site / url.split("/", 3)[3].partition("?")[0] for url in loaded}
    return answers, sum(packed(file) for file in files if file.is_file())


def _best(query: box.Query, group: list[str]) -> str:
    """The section of a page that is right, if one is; else the page."""
    return next((each for each in group if each in query.accept), group[0])
