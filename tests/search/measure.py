"""Measure the search: `python -m tests.search.measure`.

Builds the site and drives it in Chromium through the real search box. Prints right answers by
class, sizes, the time to the first result from a cold start on slow lines, and from key to
results; at today's size and ten times of it.
"""

from __future__ import annotations

import gzip
import json
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import brotli
from playwright.sync_api import Browser, Page, sync_playwright

from tests import building
from tests.conftest import chromium
from tests.search import box
from tests.server import serving

LINES = {"1.6 Mbit/s, 150 ms": (1.6e6, 0.15), "400 kbit/s, 400 ms": (0.4e6, 0.4)}
TYPED = [
    "who owns the roadmap",
    "product manager vs product owner",
    "scrum mater skills",
    "what does TPM stand for",
    "acceptance criteria",
]
TEN = 10
PIECE = 4096  # bytes that the slow line carries at a time


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        building.build(site)
        browser = chromium(playwright)
        print("\nRight answer first / in the first three / mean reciprocal rank")
        for file in (*box.FITTED, box.PUBLIC):
            answers(browser, file, site)
        print("\nBytes: gzip -9 / brotli 11")
        weigh(site)
        print("\nTime, today's size")
        times(browser, site)
        print(f"\nTime, content x {TEN}")
        multiply(site / "search")
        times(browser, site)
        browser.close()


def answers(browser: Browser, file: Path, site: Path) -> None:
    print(f"  {file.stem}")
    for kind, score in box.by_class(typed(browser, site, file)).items():
        shares = f"{score.first:.2f} / {score.three:.2f} / {score.mrr:.2f}"
        print(f"    {kind:15} {score.count:4}   {shares}")


def typed(browser: Browser, site: Path, file: Path) -> list[box.Answer]:
    with serving(site) as address, opened(browser, address) as page:
        return box.ask(page, box.queries(file))


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}glossary/", wait_until="load")
    yield page
    context.close()


def weigh(site: Path) -> None:
    found = {
        "dialog, first use": next((site / "assets").glob("search.*.js")),
        "its style, first use": next((site / "assets").glob("search.*.css")),
        "worker, first use": next((site / "assets").glob("worker.*.js")),
        "records, first use": site / "search/records.json",
        "rest, after that": site / "search/rest.json",
    }
    for name, file in found.items():
        data = file.read_bytes()
        packed = [len(gzip.compress(data, 9)), len(brotli.compress(data))]
        print(f"    {name:26} {packed[0] / 1000:6.1f} / {packed[1] / 1000:6.1f} kB")


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
    states = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    return [a.took for a in box.ask(page, [box.Query(text, "typed", ()) for text in states])]


def multiply(folder: Path) -> None:
    """Make ten of every record: of its first part, of the rest, and of those that come whole."""
    records, rest = (folder / "records.json", folder / "rest.json")
    first, later = (json.loads(file.read_text(encoding="utf-8")) for file in (records, rest))
    count = len(first["records"])
    parts, whole = later["records"][:count], later["records"][count:]
    records.write_text(json.dumps({"records": tenfold(first["records"], "address")}))
    later["records"] = parts * TEN + tenfold(whole, "address")
    rest.write_text(json.dumps(later))


def tenfold(records: list[dict[str, Any]], address: str) -> list[dict[str, Any]]:
    return [
        {**each, address: f"copy-{n}/{each[address]}" if n else each[address]}
        for n in range(TEN)
        for each in records
    ]


@contextmanager
def slowly(site: Path, bits: float, delay: float) -> Iterator[str]:
    """Serve compressed over one slow line: a delay for every request, and shared bandwidth."""
    line = threading.Lock()

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            body = gzip.compress(path.read_bytes(), 9) if path.is_file() else b""
            time.sleep(delay)
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for at in range(0, len(body), PIECE):
                with line:
                    time.sleep(len(body[at : at + PIECE]) * 8 / bits)
                with suppress(ConnectionError):  # the page is gone, its texts still under way
                    self.wfile.write(body[at : at + PIECE])

        def log_message(self, format: str, *args: object) -> None:
            pass

    handler = lambda *args: Handler(*args, directory=str(site))  # noqa: E731
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    main()
