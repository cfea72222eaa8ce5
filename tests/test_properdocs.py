"""The same tree under ProperDocs, which carries MkDocs on: the very same site."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.__main__ import BUILDER
from tests import building
from tests.conftest import Once
from tests.pages import broken_links
from tests.same import check_same_ids, check_same_pages, check_same_text

COMMAND = ("properdocs", *BUILDER[1:])


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
