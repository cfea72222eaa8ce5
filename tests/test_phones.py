"""On a phone: nothing sticks out sideways, fields need no zoom, and a thumb hits what it means."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.test_journeys import KINDS, SETTLED
from tests.tools import sticking_out

# How a page is looked at on a phone: the width, and styles of the reader's own.
PHONES = {
    "narrow": (320, ""),
    "wider": (360, ""),
    "looser": (
        320,
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
        " word-spacing: 0.16em !important; }",
    ),
    "larger": (390, "html { font-size: 200% }"),
}
STYLED = """(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  // In place of the last such style, beside those that scripts of the page bring.
  const others = document.adoptedStyleSheets.filter((each) => each !== window.readers);
  document.adoptedStyleSheets = [...others, (window.readers = sheet)];
}"""


@pytest.mark.parametrize("part", range(2))
def test_nothing_sticks_out_on_a_phone(
    page: Page, server: str, looked_at: list[str], part: int
) -> None:
    """Also with text that is larger or looser (WCAG 1.4.4, 1.4.10 and 1.4.12), and with all boxes
    open."""
    wide = {}
    for address in sorted({*KINDS, *looked_at})[part::2]:
        page.set_viewport_size({"width": 320, "height": 700})
        page.goto(server + address)
        for name, (width, style) in PHONES.items():
            page.set_viewport_size({"width": width, "height": 700})
            page.evaluate(STYLED, style)
            if out := sticking_out(page):
                wide[address, name] = out[:5]
        page.set_viewport_size({"width": 320, "height": 700})
        page.evaluate(STYLED, "")
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        page.evaluate(SETTLED)  # the box to cite from is filled when it opens
        if out := sticking_out(page):
            wide[address, "all open"] = out[:5]
    assert wide == {}


SMALL_OR_LOW = """() => {
  const shown = (selector, wrong) =>
    [...document.querySelectorAll(selector)]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && wrong(each))
      .map((each) => each.outerHTML);
  return [
    shown("input, select", (each) => parseFloat(getComputedStyle(each).fontSize) < 16),
    shown(
      ":is(.often, .asked, .footer__meta, .page-footer) a, article li > a:only-child",
      (each) => each.getClientRects()[0]?.height < 24,
    ),
  ];
}"""


def test_touch_needs_no_zoom_and_hits_what_it_means(browser: Browser, server: str) -> None:
    """Fields of 16 px or more, so that no phone zooms into them; 24 px for each link in a list."""
    context = browser.new_context(viewport={"width": 390, "height": 700}, has_touch=True)
    page = context.new_page()
    for address in KINDS:
        page.goto(server + address)
        small, low = page.evaluate(SMALL_OR_LOW)
        assert small == [], address
        assert low == [], address
    context.close()
