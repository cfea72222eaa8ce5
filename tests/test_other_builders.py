"""The same tree under other builders: same pages, same ids, same text, no broken link.

ProperDocs carries MkDocs on; Zensical is the theme's successor.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement
from playwright.sync_api import Page

from scripts.builder import MKDOCS
from tests import building
from tests.conftest import Once
from tests.files import edit
from tests.pages import article, broken_links, pages
from tests.search.keys import ask_who_owns_the_roadmap
from tests.server import serving

pytestmark = pytest.mark.slow
ADDED = {"__skip"}  # what a theme adds of its own: an anchor to skip to


def properdocs(root: Path) -> None:
    building.build(root / "site", building.ROOT, "properdocs", *MKDOCS[1:])


def zensical(root: Path) -> None:
    """The real project, built with the classic variant of the theme, and published."""
    building.copy_project(root)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    classic = edit(text, "  name: material\n", "  name: material\n  variant: classic\n")
    config.write_text(classic, encoding="utf-8")
    printed = building.run("zensical", "build", "--clean", "--strict", cwd=root)
    assert "No issues found" in printed
    building.publish(root / "site", root)


@pytest.fixture(scope="module", params=[properdocs, zensical], ids=lambda make: make.__name__)
def other(request: pytest.FixtureRequest, once: Once) -> Path:
    return once(request.param.__name__, request.param) / "site"


def said(tree: HtmlElement) -> list[str]:
    """The words of a page."""
    return article(tree).text_content().split()


def marked(tree: HtmlElement) -> list[str]:
    """The ids on a page, in order."""
    found = [element.get("id", "") for element in article(tree).iter() if element.get("id")]
    return [id for id in found if id not in ADDED]


def test_same_pages(site: Path, other: Path) -> None:
    assert sorted(pages(other)) == sorted(pages(site))


def test_same_ids(site: Path, other: Path) -> None:
    there = pages(other)
    ours = pages(site).items()
    assert [url for url, tree in ours if marked(there[url]) != marked(tree)] == []


def test_same_text(site: Path, other: Path) -> None:
    there = pages(other)
    for address, tree in pages(site).items():
        assert said(there[address]) == said(tree), address


def around(tree: HtmlElement) -> list[tuple[str, ...]]:
    """What navigation marks as the page where one is, and where it is edited and reported."""
    current = [(a.text_content(), a.get("aria-current", "")) for a in tree.iter("a")]
    footer = tree.xpath("//aside[@class='page-footer']//a/@href[contains(., '://')]")
    return [each for each in current if each[1]] + [(href,) for href in footer]


def test_same_way_around(site: Path, other: Path) -> None:
    there = pages(other)
    for address, tree in pages(site).items():
        assert around(there[address]) == around(tree), address


def test_same_files(site: Path, other: Path) -> None:
    """But for the packed sitemap, which Zensical does not make."""
    ours, theirs = (
        {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
        for root in (site, other)
    )
    assert ours ^ theirs <= {"sitemap.xml.gz"}


def test_no_broken_links(other: Path) -> None:
    assert broken_links(other) == []


def test_the_same_search_answers(other: Path, page: Page) -> None:
    """The same dialog, worker and index; and nothing that the policy would block."""
    with serving(other) as address:
        page.goto(f"{address}glossary/#raci")
        ask_who_owns_the_roadmap(page, address)
        page.wait_for_load_state("networkidle")  # before the server goes
