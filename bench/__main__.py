"""`python -m bench`: our site beside stock Material over the same pages, in one run."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from bench import builds, growth, hover, pages
from bench.server import compressing
from scripts import regions
from scripts.publish import cache
from tests import building
from tests.conftest import chromium, chromium_path
from tests.server import serving

PAGES = {
    "home": "",
    "compare": "compare/",
    "dimension": "dimensions/decision-rights/",
    "role": "roles/product-owner/",
    "versus": "versus/product-manager-vs-project-manager/",
    "who does what": "who-does-what/",
}
TEN_TIMES = {"roles": 130, "dimensions": 24, "activities": 580}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Cost(NamedTuple):
    """What a command took: processor seconds, and the most memory in MB."""

    seconds: float
    memory: float


def cost(command: Sequence[str], cwd: Path, times: int = 3) -> Cost:
    """The least processor time of several runs, children included: noise only adds."""
    best = Cost(float("inf"), 0)
    for _ in range(times):
        # A process of its own measures its own children.
        code = (
            "import resource, subprocess, sys;"
            "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
            "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
            "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, *command],
            cwd=cwd,
            env=building.environment(PYTHONPATH=str(building.ROOT)),
            capture_output=True,
            text=True,
            check=True,
        )
        best = min(best, Cost(*map(float, done.stdout.split()[-2:])))
    return best


class Report(NamedTuple):
    """What Lighthouse says of a page."""

    scores: Mapping[str, int]  # by category
    paint: float  # the largest contentful one, in seconds
    shift: float  # cumulative layout shift


def lighthouse(url: str, times: int = 3) -> Report:
    """The worst scores and shift of several runs, and the median of their paints."""
    runs = [_lighthouse(url) for _ in range(times)]
    return Report(
        {name: min(run.scores[name] for run in runs) for name in CATEGORIES},
        statistics.median(run.paint for run in runs),
        max(run.shift for run in runs),
    )


def _lighthouse(url: str) -> Report:
    done = subprocess.run(
        [
            "bench/node_modules/.bin/lighthouse",
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking",
        ],
        env={**os.environ, "CHROME_PATH": chromium_path()},
        stdout=subprocess.PIPE,  # what it has to complain about goes to the terminal
        text=True,
        check=True,
    )
    report = json.loads(done.stdout)
    scores = {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    audits = report["audits"]
    return Report(
        scores,
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        audits["cumulative-layout-shift"]["numericValue"],
    )


def kilobytes(count: float) -> str:
    return f"{count / 1000:.1f}"


def row(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |")


def head(*cells: str) -> None:
    row(*cells)
    row(*("---" for _ in cells))


def main() -> None:
    work = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        measure(work)
    finally:
        shutil.rmtree(work)


def measure(work: Path) -> None:
    sites = {"ours": work / "ours", "stock": work / "stock", "bare": work / "bare"}
    building.build(sites["ours"])
    stock = builds.stock_project(work / "stock-project")
    building.run("mkdocs", "build", "--quiet", "--site-dir", str(sites["stock"]), cwd=stock)
    builds.bare(sites["ours"], sites["bare"])
    instant = builds.stock_project(work / "instant-project", builds.INSTANT)
    building.run("mkdocs", "build", "--quiet", "--site-dir", str(work / "instant"), cwd=instant)

    print("\n## A cold view: kB after brotli 11 (requests)\n")
    head("page", "ours", "document", "style", "script", "other", "stock Material", "same text bare")
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for name, path in PAGES.items():
            found = {}
            for kind, site in sites.items():
                with serving(site) as base:
                    found[kind] = pages.weigh(browser, base, path)
            ours = found["ours"]
            named = {kind: ours.kinds[kind] for kind in ("document", "stylesheet", "script")}
            assert ours.foreign == 0, "a page asks another host for something"
            row(
                name,
                f"**{kilobytes(ours.total)}** ({ours.requests})",
                *map(kilobytes, named.values()),
                kilobytes(ours.total - sum(named.values())),
                f"{kilobytes(found['stock'].total)} ({found['stock'].requests}, "
                f"{found['stock'].foreign} to other hosts that did not answer here)",
                f"{kilobytes(found['bare'].total)} ({found['bare'].requests})",
            )
        print(f"\n## The next page, {hover.DELAY:.2f} s an answer: from click to paint\n")
        head("site", "pointer rested on the link", "did not")
        for name, site in (
            ("ours", sites["ours"]),
            ("stock Material in one document, fetching ahead", work / "instant"),
        ):
            row(name, *(f"{hover.next_page(browser, site, rest):.0f} ms" for rest in (True, False)))
        browser.close()

    print("\n## Lighthouse, mobile: performance / accessibility / best practices / SEO, LCP, CLS")
    print("Scores and CLS are the worst of three runs, LCP is their median.\n")
    head("page", "ours", "LCP", "CLS", "stock Material", "LCP", "bare LCP", "LCP ours to bare")
    for name, path in PAGES.items():
        results = {}
        for kind, site in sites.items():
            with compressing(site) as base:
                results[kind] = lighthouse(base + path)
        scores = {
            kind: " / ".join(map(str, result.scores.values())) for kind, result in results.items()
        }
        lcp = {kind: result.paint for kind, result in results.items()}
        row(
            name,
            scores["ours"],
            f"{lcp['ours']:.2f} s",
            f"{results['ours'].shift:.3f}",
            scores["stock"],
            f"{lcp['stock']:.2f} s",
            f"{lcp['bare']:.2f} s",
            f"{lcp['ours'] / lcp['bare']:.2f}",
        )

    print("\n## Build: processor seconds (memory)\n")
    module = [sys.executable, "-m"]
    plain = cost([*module, "mkdocs", "build", "-q", "-d", str(work / "a")], building.ROOT)
    stocked = cost([*module, "mkdocs", "build", "-q", "-d", str(work / "s")], stock)
    ready = work / "b"

    def finished(root: Path, source: Path) -> Cost:
        shutil.rmtree(ready, ignore_errors=True)
        shutil.copytree(source, ready)
        command = [*module, "scripts", "--root", str(root), "publish", "--site", str(ready)]
        return cost(command, building.ROOT, times=1)

    finish = finished(building.ROOT, work / "a")
    check = cost([*module, "scripts", "check"], building.ROOT)
    builder = ["mkdocs", "build", "-q", "-d", str(work / "w")]
    whole_command = [*module, "scripts", "build", "--site", str(work / "w"), *builder]
    shutil.rmtree(cache.FOLDER, ignore_errors=True)
    first = cost(whole_command, building.ROOT, times=1)
    whole = cost(whole_command, building.ROOT)
    head("step", "today", "memory", "ten times the data", "memory")
    grown = growth.project(work / "grown", **TEN_TIMES)
    root = ["--root", str(grown)]
    today = _unwritten(work / "today")
    write = cost([*module, "scripts", "--root", str(today), "write"], building.ROOT, times=1)
    write_grown = cost([*module, "scripts", *root, "write"], building.ROOT, times=1)
    check_grown = cost([*module, "scripts", *root, "check"], building.ROOT, times=1)
    plain_grown = cost([*module, "mkdocs", "build", "-q", "-d", str(work / "c")], grown, times=1)
    finish_grown = finished(grown, work / "c")
    for name, now, ten in (
        ("`scripts write`", write, write_grown),
        ("`scripts check`", check, check_grown),
        ("`mkdocs build`", plain, plain_grown),
        ("`scripts publish`", finish, finish_grown),
    ):
        row(
            name,
            f"{now.seconds:.2f} s",
            f"{now.memory:.0f} MB",
            f"{ten.seconds:.2f} s ({ten.seconds / now.seconds:.1f} times)",
            f"{ten.memory:.0f} MB",
        )
    row("stock `mkdocs build`", f"{stocked.seconds:.2f} s", f"{stocked.memory:.0f} MB", "", "")
    for name, each in (("first `make build`", first), ("`make build` again", whole)):
        times = f"{each.seconds:.2f} s ({each.seconds / plain.seconds:.2f} times `mkdocs build`)"
        row(name, times, f"{each.memory:.0f} MB", "", "")
    cells = 13 * 12
    many = TEN_TIMES["roles"] * TEN_TIMES["dimensions"]
    print(f"Ten times the data: {TEN_TIMES}, {many} cells for {cells} ({many / cells:.0f} times).")


def _unwritten(target: Path) -> Path:
    """A copy of the project with every region empty, so that `write` has everything to write."""
    building.copy_project(target)
    for file in (target / "docs").rglob("*.md"):
        page = file.read_text(encoding="utf-8")
        empty = {region.name: "" for region in regions.find(page)}
        file.write_text(regions.replace(page, empty), encoding="utf-8")
    return target


if __name__ == "__main__":
    main()
