"""The same tree under ProperDocs, which carries MkDocs on: the very same site."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.builder import MKDOCS
from tests import building
from tests.conftest import Once
from tests.pages import broken_links
from tests.same import check_same_ids, check_same_pages, check_same_text
from tests.server import serving

COMMAND = ("properdocs", *MKDOCS[1:])

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def properdocs(once: Once) -> Path:
    return once("properdocs", lambda target: building.build(target, building.ROOT, *COMMAND))


def test_same_pages(site: Path, properdocs: Path) -> None:
    check_same_pages(site, properdocs)


def test_same_ids(site: Path, properdocs: Path) -> None:
    check_same_ids(site, properdocs)


def test_same_text(site: Path, properdocs: Path) -> None:
    check_same_text(site, properdocs)


def test_no_broken_links(properdocs: Path) -> None:
    assert broken_links(properdocs) == []


def test_the_same_search_answers(properdocs: Path, page: Page) -> None:
    """The same dialog, worker and index; and nothing that the policy would block."""
    with serving(properdocs) as address:
        page.goto(f"{address}glossary/#raci")
        page.keyboard.press("/")
        page.keyboard.type("who owns the roadmap")
        expect(page.locator("[role=option] b").first).to_have_text("Own the product roadmap")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}who-does-what/own-the-product-roadmap/")
        page.wait_for_load_state("networkidle")  # before the server goes
