"""`python -m bench`: our site beside others over the same pages, in one run.

Stock Material and bare HTML are always built; Starlight and hugo-book where they are installed
(`bench/others.py`). Ratios of one run can be compared; seconds of two runs can not.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import builds, cost, hover, others, pages, throttled
from bench.lighthouse import lighthouse
from bench.server import compressing
from bench.tables import head, row
from scripts.load import load
from scripts.project import DATA
from tests import building
from tests.conftest import chromium
from tests.server import serving

PAGES = {
    "home": "",
    "compare": "compare/",
    "dimension": "dimensions/decision-rights/",
    "role": "roles/product-owner/",
    "versus": "versus/product-manager-vs-project-manager/",
    "activity": "who-does-what/own-the-delivery-date/",
    "who does what": "who-does-what/",
}
PARTS = ("weight", "speed", "lighthouse", "next", "build")

Sites = Mapping[str, Path]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=list(PAGES))
    parser.add_argument("--times", type=int, default=3, help="runs of each measurement in time")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        measure(Path(folder), asked.parts, asked.pages, asked.times)


def measure(work: Path, parts: Sequence[str], names: Sequence[str], times: int) -> None:
    stock = builds.stock_project(work / "stock-project")
    sites: dict[str, Path] = {"ours": work / "ours", "stock Material": work / "stock"}
    building.build(sites["ours"])
    building.run(
        "mkdocs", "build", "--quiet", "--site-dir", str(sites["stock Material"]), cwd=stock
    )
    if set(parts) & {"weight", "speed", "lighthouse"}:
        edition = load(building.ROOT / DATA).comparison.edition
        sites |= others.build(sites["ours"], work, edition.name)
    sites["bare"] = work / "bare"
    builds.bare(sites["ours"], sites["bare"])
    chosen = {name: PAGES[name] for name in names}
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        if "weight" in parts:
            weights(browser, sites, chosen)
        if "speed" in parts:
            speed(browser, sites, chosen, times)
        if "next" in parts:
            next_page(browser, sites["ours"], work)
        browser.close()
    if "lighthouse" in parts:
        scores(sites, chosen, times)
    if "build" in parts:
        cost.of_steps(work, stock)


def weights(browser: Browser, sites: Sites, chosen: Mapping[str, str]) -> None:
    print("\n## A cold view: kB after brotli 11, icon included (requests); what axe finds\n")
    head("page", *sites, "ours: document, style in it", "script", "icon")
    for name, path in chosen.items():
        cells, ours = [], None
        for site in sites.values():
            with serving(site) as base:
                found = pages.weigh(browser, base, path)
                faults = throttled.axe_nodes(browser, base + path)
            ours = ours or found
            away = f", {found.foreign} elsewhere" if found.foreign else ""
            cells.append(f"{_kilobytes(found.total)} ({found.requests}{away}); {faults}")
        assert ours and ours.foreign == 0, "a page asks another host for something"
        kinds = [ours.kinds[kind] for kind in ("document", "script")]
        row(name, *cells, *map(_kilobytes, kinds), _kilobytes(ours.total - sum(kinds)))


def speed(browser: Browser, sites: Sites, chosen: Mapping[str, str], times: int) -> None:
    print("\n## Largest paint, really throttled: ms, to bare (main thread ms)")
    print(f"1.6 Mbit/s, 150 ms, processor / {throttled.SLOWER}; median of {times}.\n")
    head("page", *sites)
    for name, path in chosen.items():
        views = {}
        for kind, site in sites.items():
            with compressing(site) as base:
                views[kind] = throttled.first_view(browser, base + path, times)
        bare = views["bare"].paint
        row(name, *(f"{v.paint:.0f}, {v.paint / bare:.2f} ({v.busy:.0f})" for v in views.values()))


def scores(sites: Sites, chosen: Mapping[str, str], times: int) -> None:
    print("\n## Lighthouse, mobile: performance / accessibility / best practices / SEO; LCP; CLS")
    print(f"Scores and CLS are the worst of {times}, LCP is their median and its ratio to bare.\n")
    head("page", *sites)
    for name, path in chosen.items():
        found = {}
        for kind, site in sites.items():
            with compressing(site) as base:
                found[kind] = lighthouse(base + path, times)
        bare = found["bare"].paint
        row(
            name,
            *(
                f"{' / '.join(map(str, each.scores.values()))}; {each.paint:.2f} s, "
                f"{each.paint / bare:.2f}; {each.shift:.3f}"
                for each in found.values()
            ),
        )


def next_page(browser: Browser, ours: Path, work: Path) -> None:
    project = builds.stock_project(work / "instant-project", builds.INSTANT)
    building.run("mkdocs", "build", "--quiet", "--site-dir", str(work / "instant"), cwd=project)
    print(f"\n## The next page, {hover.DELAY:.2f} s an answer: from click to paint\n")
    head("site", "pointer rested on the link", "did not")
    instant = ("stock Material in one document, fetching ahead", work / "instant")
    for name, site in (("ours", ours), instant):
        row(name, *(f"{hover.next_page(browser, site, rest):.0f} ms" for rest in (True, False)))


def _kilobytes(count: float) -> str:
    return f"{count / 1000:.1f}"


if __name__ == "__main__":
    main()
