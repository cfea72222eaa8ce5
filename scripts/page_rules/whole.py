"""The pages are those that the data calls for, no more and no fewer."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import addresses
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem


def every_page_is_due(pages: Pages) -> Iterator[Problem]:
    due = addresses.pages(pages.loaded.comparison)
    for page in due:
        if page not in pages.own and page not in pages.files:
            yield problem(page, 1, "the page is missing", "copy the page of a neighbor")
    for page in pages.own:
        if page not in due:
            fix = "add what it describes to the data, list it as an own page, or delete it"
            yield problem(page, 1, "a page that the data does not know", fix)
