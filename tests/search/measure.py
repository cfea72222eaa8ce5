"""Measure the search: `python -m tests.search.measure`.

Builds the site and drives it in Chromium through the real search box. Prints right answers by
class, of what strangers ask beside the theme's own search and Pagefind; sizes; the time to the
first result from a cold start on slow lines, and from key to results, at today's size and ten
times of it. Needs what `make bench` sets up.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

from tests import building
from tests.conftest import chromium
from tests.search import box, rivals, score
from tests.search.fit import index
from tests.search.line import slowly
from tests.search.size import packed
from tests.search.speed import KEYS, TEN, tenfold
from tests.server import serving

LINES = {"1.6 Mbit/s, 150 ms": (1.6e6, 0.15), "400 kbit/s, 400 ms": (0.4e6, 0.4)}
STRANGERS = (box.FRESH, *box.HELD_OUT)  # from public places
ALL = "all"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        work = Path(folder)
        site = work / "site"
        building.build(site)
        browser = chromium(playwright)
        files = (*box.FITTED, box.PUBLIC)
        found = {file: typed(browser, site, box.queries(file)) for file in files}
        print("\nRight answer first / among three, by set")
        for file, answers in found.items():
            print(f"    {file.stem:15} {shares(box.by_class(answers)[ALL])}")
        beside(browser, work, site, [each for file in STRANGERS for each in found[file]])
        print(f"\nFirst snippets that begin with the answer: {beginning(site):.3f}")
        print("\nBytes, brotli 11")
        weigh(site)
        print("\nTime, today's size")
        times(browser, site)
        print(f"\nTime, content x {TEN}")
        multiply(site / "search")
        times(browser, site)
        browser.close()


def beside(browser: Browser, work: Path, site: Path, ours: list[box.Answer]) -> None:
    """What strangers ask, by class: ours, and two others."""
    queries = [each.query for each in ours]
    stock, stock_bytes = rivals.stock(browser, work, queries)
    pagefind, pagefind_bytes = rivals.pagefind(browser, work, site, queries)
    tables = [box.by_class(answers) for answers in (ours, stock, pagefind)]
    print("\nWhat strangers ask: ours / the theme's own search / Pagefind")
    for kind, mine in tables[0].items():
        cells = "   ".join(shares(table[kind]) for table in tables)
        print(f"    {kind:15} {mine.count:4}   {cells}")
    p95 = "   ".join(
        f"{quantiles([a.took for a in each], n=20)[-1]:.0f} ms" for each in (stock, pagefind)
    )
    print(f"    the others: p95 of a query {p95};", end=" ")
    print(f"before the first answer {stock_bytes / 1000:.1f} kB   {pagefind_bytes / 1000:.1f} kB")


def shares(found: box.Score) -> str:
    return f"{found.first:.3f} / {found.three:.3f}"


def typed(browser: Browser, site: Path, queries: list[box.Query]) -> list[box.Answer]:
    with serving(site) as address, opened(browser, address) as page:
        return box.ask(page, queries)


def beginning(site: Path) -> float:
    """The share of first snippets that begin with the sentence that answers."""
    records = {each["address"]: each for each in index(site / "search")["records"]}
    queries = [each for file in (*box.FITTED, box.PUBLIC) for each in box.queries(file)]
    firsts = [each.items[0] for each in score.ask(queries, site / "search") if each.items]
    told = [(item, records.get(item["address"].split("?")[0])) for item in firsts]
    begins = [score.begins_with_answer(item, record) for item, record in told if record]
    return sum(begins) / len(begins)


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}glossary/", wait_until="load")
    yield page
    context.close()


def weigh(site: Path) -> None:
    first = {
        "dialog": next((site / "assets").glob("search.*.js")),
        "its style": next((site / "assets").glob("search.*.css")),
        "worker": next((site / "assets").glob("worker.*.js")),
        "records": site / "search/records.json",
    }
    for name, file in first.items():
        print(f"    {name:26} {packed(file) / 1000:6.1f} kB")
    print(f"    {'in all, before the first':26} {sum(map(packed, first.values())) / 1000:6.1f} kB")
    print(f"    {'the rest, after it':26} {packed(site / 'search/rest.json') / 1000:6.1f} kB")


def times(browser: Browser, site: Path) -> None:
    for line, (bits, delay) in LINES.items():
        with slowly(site, bits, delay) as address:
            print(f"    {f'first result, {line}':36} {cold(browser, address):>8}")
    with serving(site) as address, opened(browser, address) as page:
        took = keystrokes(page)
    print(f"    {'key to results, median':36} {median(took):>5.0f} ms")
    print(f"    {'key to results, p95':36} {quantiles(took, n=20)[-1]:>5.0f} ms")


def cold(browser: Browser, address: str) -> str:
    """From the first key to the first result, on a page that has just been loaded."""
    with opened(browser, address) as page:
        start = time.monotonic()
        page.keyboard.press("/")
        page.keyboard.type("scope")
        page.wait_for_selector("[role=option]", timeout=120_000)
        return f"{time.monotonic() - start:.1f} s"


def keystrokes(page: Page) -> list[float]:
    """Milliseconds from each key to its results, once the index is there."""
    return [a.took for a in box.ask(page, [box.Query(text, "typed", ()) for text in KEYS])]


def multiply(folder: Path) -> None:
    """Make ten of every record: of its first part, of the rest, and of those that come whole."""
    records, rest = (folder / "records.json", folder / "rest.json")
    first, later = (json.loads(file.read_text(encoding="utf-8")) for file in (records, rest))
    count = len(first["records"])
    parts, whole = later["records"][:count], later["records"][count:]
    records.write_text(json.dumps({"records": tenfold(first["records"])}))
    later["records"] = parts * TEN + tenfold(whole)
    rest.write_text(json.dumps(later))


if __name__ == "__main__":
    main()
