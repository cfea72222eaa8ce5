"""Headings: one title a page, no level left out, ids that last, the names that the data gives."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import entries
from scripts.addresses import Place
from scripts.model import Comparison
from scripts.page_rules import markup
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem


def _headings(pages: Pages, page: str) -> Iterator[tuple[int, markup.Heading]]:
    for number, line in pages.prose(page):
        if found := markup.heading(line):
            yield number, found
        elif any(tag.name == "h1" for tag in markup.tags(line)):
            yield number, markup.Heading(1, markup.words(line), "")


def one_title(pages: Pages) -> Iterator[Problem]:
    for page in pages.own:
        titles = [number for number, each in _headings(pages, page) if each.level == 1]
        if not titles:
            line = markup.body_line(pages.own[page])
            yield problem(page, line, "no title", "add a line '# Title' under the front matter")
        for number in titles[1:]:
            what = f"a second title; the first is on line {titles[0]}"
            yield problem(page, number, what, "begin the line with '##'")


def levels(pages: Pages) -> Iterator[Problem]:
    """Readers who go from heading to heading count on the levels."""
    for page, text in pages.own.items():
        above = 1
        inside = {number for number, _ in pages.prose(page)}
        for number, line in enumerate(markup.without_code(text).split("\n"), 1):
            found = markup.heading(line)
            if found and found.level > above + 1 and number in inside:
                what = f"a heading of level {found.level} under one of level {above}"
                yield problem(page, number, what, f"begin the line with {'#' * (above + 1)!r}")
            above = found.level if found else above


def ids(pages: Pages) -> Iterator[Problem]:
    """An id made of a heading's wording would change with it."""
    for page in pages.own:
        for number, found in _headings(pages, page):
            if found.level > 1 and found.id is None:
                id = next(markup.ids(f"## {found.text}"))
                what = f"the heading {found.text!r} has no id"
                yield problem(page, number, what, f"end the line with {{#{id}}}")


def say_the_names(pages: Pages) -> Iterator[Problem]:
    """A heading that stands for an entry of the data says its name."""
    data = pages.loaded.comparison
    for page in pages.own:
        for number, found in _headings(pages, page):
            name = name_of(data, page, found)
            if name and found.text != name:
                fix = f"write {name!r}, or change the name in the data"
                if found.id is not None:
                    fix += ", or give the heading an id of its own"
                what = f"the heading {found.text!r} is not the name of {_entry(page, found)!r}"
                yield problem(page, number, what, fix)


def _entry(page: str, heading: markup.Heading) -> str:
    return heading.id or page.rpartition("/")[2].removesuffix(".md")


def name_of(data: Comparison, page: str, heading: markup.Heading) -> str | None:
    """The name that the data gives to what a heading stands for; None where it gives none."""
    if heading.level == 1:
        return page_name(data, page)
    id = heading.id or ""
    if id in data.roles or id in data.dimensions:
        return entries.label_of(data, id)
    if entries.place_of(data, id) == Place(page, id):
        return entries.label_of(data, id)
    return None


def page_name(data: Comparison, page: str) -> str | None:
    """The name of the role, dimension or pair that a page is about."""
    id = page.rpartition("/")[2].removesuffix(".md")
    if entries.place_of(data, id) == Place(page):
        return entries.label_of(data, id)
    return None
