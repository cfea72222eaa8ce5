"""Nothing is published that `add` left to write, in the data or on a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem, Where

STUB = "WRITE:"  # how a text begins that still has to be written
STUB_SOURCE = "write-source"  # the source of a claim that nobody has named yet
STUB_DAY = "2000-01-01"


def are_written(pages: Pages) -> Iterator[Problem]:
    yield from _in_data(pages)
    for page in pages.own:
        for number, line in pages.handwritten(page):
            if (at := line.find(STUB)) >= 0:
                fix = line[at + len(STUB) :].strip(" \"'") or "write it"
                yield problem(page, number, "a text is still to be written", fix)


def _in_data(pages: Pages) -> Iterator[Problem]:
    loaded = pages.loaded
    for where, text in _texts(loaded.comparison.model_dump(by_alias=True, mode="json"), ()):
        if text.startswith(STUB):
            fix = text.removeprefix(STUB).strip()
            yield loaded.problem(where, "is still to be written", fix)
        elif text == STUB_SOURCE and where[-1] == "id":
            fix = "name the source that says so, and where in it"
            yield loaded.problem(where[:-1], "has no source yet", fix)
        elif text == STUB_DAY:
            fix = "write the day of the last review"
            yield loaded.problem(where, "is still to be dated", fix)


def _texts(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*where, index))
    elif isinstance(value, str):
        yield where, value
