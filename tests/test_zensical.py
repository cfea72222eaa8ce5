"""The same tree under the theme's successor: same pages, same ids, same text, no broken link."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import building
from tests.conftest import Once
from tests.files import edit
from tests.pages import broken_links
from tests.same import check_same_ids, check_same_pages, check_same_text
from tests.server import serving

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def zensical(once: Once) -> Path:
    """The real project, built by Zensical with the classic variant of its theme, and finished."""

    def make(root: Path) -> None:
        building.copy_project(root)
        config = root / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        classic = edit(text, "  name: material\n", "  name: material\n  variant: classic\n")
        config.write_text(classic, encoding="utf-8")
        printed = building.run("zensical", "build", "--clean", "--strict", cwd=root)
        assert "No issues found" in printed
        building.publish(root / "site", root)

    return once("zensical", make) / "site"


def test_same_pages(site: Path, zensical: Path) -> None:
    check_same_pages(site, zensical)


def test_same_ids(site: Path, zensical: Path) -> None:
    check_same_ids(site, zensical)


def test_same_text(site: Path, zensical: Path) -> None:
    check_same_text(site, zensical)


def test_no_broken_links(zensical: Path) -> None:
    assert broken_links(zensical) == []


def test_the_same_search_answers(zensical: Path, page: Page) -> None:
    """The same dialog, worker and index; and nothing that the policy would block."""
    with serving(zensical) as address:
        page.goto(f"{address}glossary/#raci")
        page.keyboard.press("/")
        page.keyboard.type("who owns the roadmap")
        expect(page.locator("[role=option] b").first).to_have_text("Own the product roadmap")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}who-does-what/own-the-product-roadmap/")
        page.wait_for_load_state("networkidle")  # before the server goes
