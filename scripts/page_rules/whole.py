"""The pages are those that the data calls for, no more and no fewer."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import addresses
from scripts.load import SETTINGS
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem


def every_page_is_due(pages: Pages) -> Iterator[Problem]:
    due = addresses.pages(pages.loaded.comparison)
    edition = pages.loaded.comparison.edition
    for page in due:
        if page not in pages.own and page not in pages.files:
            own = f"write it, or take it out of own-pages in {SETTINGS}"
            fix = own if page in edition.own_pages else "copy the page of a neighbor"
            yield problem(page, 1, "the page is missing", fix)
    for page in pages.own:
        if page not in due:
            what = "a page that the data does not know"
            fix = "add what it describes to the data, or delete it; a page of your own is named in "
            fix += f"own-pages of {SETTINGS}"
            if page in edition.leave_out:
                what = f"left out by {SETTINGS}, and still there"
                fix = f"'python -m scripts remove page {page}' takes it and what leads to it"
            yield problem(page, 1, what, fix)
