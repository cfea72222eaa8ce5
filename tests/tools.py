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


# Edges of elements, because what sticks out of `main` is clipped and so makes no page scroll. The
# signs that lead to headings may stand in the margin.
_STICKING_OUT = """() => {
  const beyond = ({ left, right, width }) => width > 1 && (left < -1 || right > innerWidth + 1);
  const style = (each) => getComputedStyle(each);
  const cards = (each) =>
    each.matches(".table") && style(each.querySelector("td")).display === "block";
  const meant = (each) => {
    if (each.matches(".headerlink")) return true;
    for (; each !== document.body; each = each.parentElement) {
      if (style(each).clipPath !== "none") return true; // for screen readers alone
      const scrolls = /auto|scroll/.test(style(each).overflowX) && !cards(each);
      if (scrolls && !beyond(each.getBoundingClientRect())) return true;
    }
  };
  return [...document.body.querySelectorAll("*")]
    .filter((each) => beyond(each.getBoundingClientRect()))
    .filter((each) => each.checkVisibility() && !meant(each))
    .map((each) => each.outerHTML.slice(0, 200));
}"""


def sticking_out(page: Page) -> list[str]:
    """What sticks out of the window at either side, where no box of its own scrolls to it. A table
    whose rows are shown as cards must not scroll either."""
    found: list[str] = page.evaluate(_STICKING_OUT)
    return found
