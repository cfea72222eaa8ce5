"""Below a sub-path, as on GitHub Pages: links, search, redirects and the 404 page still work."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import building
from tests.conftest import Once
from tests.files import snapshot
from tests.pages import SITE_URL
from tests.server import serving

PREFIX = "/below/"
# Where, when and in which order it was built must not show.
ELSEWHERE = {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "12345"}


@pytest.fixture(scope="module")
def below_site(once: Once) -> Path:
    """A site that was built for a sub-path, from a copy of the project."""

    def make(target: Path) -> None:
        there = building.copy_project(target.with_name("some") / "other place")
        building.build(target, there, SITE_URL=SITE_URL[:-1] + PREFIX, **ELSEWHERE)

    return once("below", make)


@pytest.fixture(scope="module")
def below(below_site: Path) -> Iterator[str]:
    """The address of that site, served below its sub-path."""
    with serving(below_site, PREFIX) as address:
        yield address


def at_the_root(content: bytes) -> bytes:
    """The content of a file with the addresses that it has where the site is at its host's root;
    what is packed, unpacked behind its head, which could hold a date."""
    if content.startswith(b"\x1f\x8b"):
        content = content[:10] + gzip.decompress(content)
    address, prefix, root = SITE_URL.encode(), PREFIX.encode(), b'"/'
    return content.replace(address[:-1] + prefix, address).replace(b'"' + prefix, root)


def test_two_builds_differ_by_their_address_alone(site: Path, below_site: Path) -> None:
    """In different folders, time zones, languages and orders of hashes, byte by byte."""
    one, two = (
        {path: (mode, at_the_root(content)) for path, (mode, content) in snapshot(root).items()}
        for root in (site, below_site)
    )
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []


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


def test_canonical_addresses_name_the_deployment(below_site: Path) -> None:
    for name in ("index.html", "compare/index.html"):
        text = Path(below_site, name).read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="https://example.org{PREFIX}' in text
