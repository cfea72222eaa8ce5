"""What a page asks for before anybody touches it: requests and bytes, brotli 11, by type."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

import brotli
from playwright.sync_api import Browser, Request


@dataclass(frozen=True)
class Weight:
    """A cold view of one page."""

    requests: int
    foreign: int  # requests to another host
    kinds: Counter[str]  # bytes by type of resource

    @property
    def total(self) -> int:
        return sum(self.kinds.values())


def weigh(browser: Browser, base: str, path: str) -> Weight:
    """Load a page with an empty cache and wait until it asks for nothing more."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))
    failed: list[Request] = []  # another host: there is no network here
    page.on("requestfailed", lambda request: failed.append(request))
    page.goto(base + path, wait_until="networkidle")
    page.wait_for_timeout(500)
    kinds: Counter[str] = Counter()
    once = {request.url: request for request in finished}  # again, it would come from the cache
    for request in once.values():
        response = request.response()
        if response is not None and response.ok:
            kinds[request.resource_type] += len(brotli.compress(response.body(), quality=11))
    # A browser with a window asks for the icon as well.
    icon = page.evaluate("document.querySelector('link[rel~=icon]')?.href ?? ''")
    if icon and icon not in once:
        answer = context.request.get(icon)
        kinds["image"] += len(brotli.compress(answer.body(), quality=11)) if answer.ok else 0
    host = urlsplit(base).netloc
    asked = [*once.values(), *failed]
    foreign = sum(urlsplit(request.url).netloc not in (host, "") for request in asked)
    context.close()
    return Weight(len(asked), foreign, kinds)
