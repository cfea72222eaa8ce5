"""What must be the same whichever site builder made the site."""

from __future__ import annotations

from pathlib import Path

from lxml.html import HtmlElement

from tests.pages import article, pages

# What a theme adds of its own: an anchor to skip to.
ADDED = {"__skip"}


def said(tree: HtmlElement) -> list[str]:
    """The words of a page."""
    return article(tree).text_content().split()


def marked(tree: HtmlElement) -> list[str]:
    """The ids on a page, in order."""
    found = [element.get("id", "") for element in article(tree).iter() if element.get("id")]
    return [id for id in found if id not in ADDED]


def check_same_pages(ours: Path, other: Path) -> None:
    assert sorted(pages(other)) == sorted(pages(ours))


def check_same_ids(ours: Path, other: Path) -> None:
    there = pages(other)
    different = [
        address for address, tree in pages(ours).items() if marked(there[address]) != marked(tree)
    ]
    assert different == []


def check_same_text(ours: Path, other: Path) -> None:
    there = pages(other)
    for address, tree in pages(ours).items():
        assert said(there[address]) == said(tree), address
