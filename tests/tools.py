"""What the tests of the tools share: windows that may use the clipboard, hostile text, weights."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import brotli
from playwright.sync_api import Browser, BrowserContext, Page

# What would run, load or look like markup, if any field took text for something else.
HOSTILE = "<img src=x onerror=alert(1)>\"'`${1}&amp;|\\*_[x](javascript:alert(1)) =1+1"

_KINDS = """async () => {
  const [item] = await navigator.clipboard.read();
  const found = {};
  for (const type of item.types) found[type] = await (await item.getType(type)).text();
  return found;
}"""


def window(browser: Browser, **more: Any) -> BrowserContext:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **more)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context


@contextmanager
def opened(browser: Browser, url: str) -> Iterator[Page]:
    """A page in a window of its own; fails if one of its scripts does, or text becomes a script."""
    context = window(browser, bypass_csp=False)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.goto(url)
    yield page
    context.close()
    assert not errors


def clipboard(page: Page, said: str) -> dict[str, str]:
    """What the clipboard holds, by type, once the page says that it was copied."""
    page.get_by_text(said).wait_for()
    found: dict[str, str] = page.evaluate(_KINDS)
    return found


def weight(page: Page, url: str) -> dict[str, int]:
    """What a page asks for before anybody touches it, as brotli at its best would send it."""
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(url, wait_until="networkidle")
    return {
        each: len(brotli.compress(page.request.get(each).body()))
        for each in dict.fromkeys(requested)
    }


def downloaded(page: Page, button: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_bytes().decode()


def wider_than_the_window(page: Page) -> list[str]:
    """What sticks out of the window, but for tables, which scroll by themselves."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('article *')].filter(each => !each.closest('.table') && "
        "each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML)"
    )
    return found
