"""Every id stands once on its page, and none is one that templates and scripts use themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import entries, regions
from scripts.page_rules import markup
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem

# What overrides/ and the theme put on every page; a test holds this list against the templates.
RESERVED = re.compile(
    r"cite(?:-(?:text|markdown|bibtex)(?:-name)?)?|(?:compare|activity)-controls"
    r"|menu|search|toc|letter-.*|row--.*|role--.*|_.*"
)


def is_reserved(id: str) -> bool:
    """Whether an entry cannot have an id; the page of "index" would be that of its folder."""
    return id == "index" or RESERVED.fullmatch(id) is not None


def stand_once(pages: Pages) -> Iterator[Problem]:
    yield from _of_the_data(pages)
    for page in pages.own:
        seen: dict[str, str] = {}
        yield from _generated(page, pages.full[page], seen)
        for number, line in pages.prose(page):
            for id in markup.own_ids(line):
                if id in seen:
                    fix = "choose another id, or remove one of the two"
                    yield problem(page, number, f"the id {id!r} stands {seen[id]} too", fix)
                elif RESERVED.fullmatch(id):
                    what = f"the id {id!r} is one that the site's own templates use"
                    yield problem(page, number, what, "choose another id")
                seen.setdefault(id, f"on line {number}")


def _of_the_data(pages: Pages) -> Iterator[Problem]:
    for kind in entries.KINDS:
        for id in kind.of(pages.loaded.comparison):
            if is_reserved(id):
                what = f"the id {id!r} is one that the site's own templates use"
                yield pages.loaded.problem((kind.key, id), what, "choose another id")


def _generated(page: str, text: str, seen: dict[str, str]) -> Iterator[Problem]:
    """The ids of generated text, put into `seen`."""
    lines = text.split("\n")
    for region in regions.find(text):
        for line in lines[region.begin + 1 : region.end]:
            for id in markup.ids(line):
                if id in seen:
                    what = f"generated text gives the id {id!r} twice: {seen[id]} and in this one"
                    line_on_disk = region.begin + 1
                    yield problem(page, line_on_disk, what, "rename one of the two in the data")
                seen.setdefault(id, f"in region {region.name!r}")
