"""Below a sub-path, as on GitHub Pages: links, search, redirects and the 404 page still work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import building
from tests.conftest import Once
from tests.server import serving

PREFIX = "/repository/"


@pytest.fixture(scope="module")
def below(once: Once) -> Iterator[str]:
    """The address of a site that was built for, and is served below, a sub-path."""
    site = once(
        "below",
        lambda target: building.build(target, SITE_URL=f"https://example.org{PREFIX}"),
    )
    with serving(site, PREFIX) as address:
        yield address


def test_pages_link_to_each_other(below: str, page: Page) -> None:
    page.goto(below)
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url(f"{below}versus/**")  # a form that is sent early waits for its script
    page.locator("article a[href*='sources/#']").first.click()
    assert page.url.startswith(f"{below}sources/#")
    page.locator("a.logo").first.click()
    assert page.url == below


def test_search_leads_to_a_section(below: str, page: Page) -> None:
    page.goto(f"{below}glossary/")
    page.keyboard.press("/")
    page.keyboard.type("who owns the roadmap")
    page.locator("[role=option][href*='/own-the-product-roadmap/']").click()
    page.wait_for_url(f"{below}who-does-what/own-the-product-roadmap/")


def test_a_missing_page_is_told_and_leads_home(below: str, browser: Browser) -> None:
    """At any depth: the server answers with 404.html wherever the address points."""
    page = browser.new_page()  # its own: a console that tells of status 404 is no complaint
    for address in ("nowhere/", "roles/nobody/at/all/"):
        answer = page.goto(below + address)
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("h1")).to_contain_text("no page at this address")
        assert page.locator("article a").first.evaluate("link => link.href") == below
        style = page.locator("h1").evaluate("node => getComputedStyle(node).fontFamily")
        assert style.startswith("Charter")
    page.close()


def test_canonical_addresses_name_the_deployment(once: Once, below: str) -> None:
    site = once("below", lambda target: None)
    for name in ("index.html", "compare/index.html"):
        text = Path(site, name).read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="https://example.org{PREFIX}' in text
