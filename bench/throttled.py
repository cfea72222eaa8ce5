"""A first view on a slow phone, really throttled; and what axe says of the page."""

from __future__ import annotations

import statistics
from typing import NamedTuple

from playwright.sync_api import Browser

from tests.test_accessibility import findings

# 1.6 Mbit/s, 150 ms there and back, a quarter of this processor.
LINE = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 9e4}
SLOWER = 4

_WATCH = """
window.largest = 0;
new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntries()) window.largest = startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""


class View(NamedTuple):
    paint: float  # the largest contentful one, in milliseconds
    busy: float  # milliseconds that the main thread worked until all was quiet


def first_view(browser: Browser, url: str, times: int) -> View:
    """The median of several first views."""
    views = [_view(browser, url) for _ in range(times)]
    return View(
        statistics.median(view.paint for view in views),
        statistics.median(view.busy for view in views),
    )


def _view(browser: Browser, url: str) -> View:
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", LINE)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tools.send("Performance.enable")
    page.add_init_script(_WATCH)
    page.goto(url, wait_until="networkidle")
    told = tools.send("Performance.getMetrics")["metrics"]
    (busy,) = (each["value"] for each in told if each["name"] == "TaskDuration")
    view = View(float(page.evaluate("window.largest")), 1000 * busy)
    context.close()
    return view


def axe_nodes(browser: Browser, url: str) -> int:
    """How many elements of a page axe finds fault with (WCAG 2.2 A, AA and best practice)."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, bypass_csp=True)
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    count = len(findings(page))
    context.close()
    return count
