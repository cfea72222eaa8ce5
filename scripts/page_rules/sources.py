"""Every source that prose cites exists, and every source is cited somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import regions
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem, suggest

CITATION = re.compile(r"sources\.md#([\w-]+)")


def known(pages: Pages) -> Iterator[Problem]:
    sources = pages.loaded.comparison.sources
    for page, number, id in _cited(pages):
        if id not in sources:
            yield problem(page, number, f"unknown source {id!r}", suggest(id, sources))


def used(pages: Pages) -> Iterator[Problem]:
    data = pages.loaded.comparison
    cited = {citation.id for _, citation in data.citations} | {id for *_, id in _cited(pages)}
    for id, source in data.sources.items():
        if id not in cited and not source.retired:
            fix = "remove it, or write 'retired: true' if its address was published"
            yield pages.loaded.problem(("sources", id), f"source {id!r} is not cited", fix)
        if id in cited and source.retired:
            where = ("sources", id, "retired")
            yield pages.loaded.problem(where, f"source {id!r} is cited", "remove 'retired'")


def _cited(pages: Pages) -> Iterator[tuple[str, int, str]]:
    """Page, line and id of each source that hand-written text cites."""
    for page, text in pages.own.items():
        for number, line in regions.handwritten(text):
            for id in CITATION.findall(line):
                yield page, number, id
