"""Rules that pages, navigation and documents must keep, one file for each family of them.

A rule is a generator of problems, each with its line and how to mend it. Pages that break a
`NEEDED` rule get no generated text. `STRICT` rules look at every page with its generated text, so
they run once it has that: they fail `check` and `build`, and let `write` do its work.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.page_rules import (
    conflicts,
    counts,
    front_matter,
    headings,
    html,
    ids,
    links,
    navigation,
    permalinks,
    prose,
    snippets,
    sources,
    stubs,
    unfinished,
    whole,
)
from scripts.page_rules.pages import Pages, Rule
from scripts.problems import Problem

__all__ = ["Pages", "check", "check_prose", "check_strictly"]

NEEDED: tuple[Rule, ...] = (
    whole.every_page_is_due,
    navigation.says_each_key_once,
    navigation.every_page_is_listed,
    front_matter.holds_plain_text,
    front_matter.settings_hold_plain_text,
    headings.one_title,
    headings.levels,
    headings.ids,
    unfinished.elements,
    unfinished.no_sign_is_left,
    html.nothing_runs,
    html.nothing_from_other_hosts,
    html.pictures_have_words,
    snippets.exist,
    sources.known,
    links.example_queries_lead_somewhere,
)
STRICT: tuple[Rule, ...] = (
    headings.say_the_names,
    front_matter.names_the_script_of_controls,
    counts.not_by_hand,
    links.lead_somewhere,
    ids.stand_once,
    permalinks.stand,
    sources.used,
    stubs.are_written,
)


def check_prose(pages: Pages) -> Iterator[Problem]:
    """What makes text hard to read, and keeps nobody from building."""
    yield from prose.check(pages)
    yield from prose.quotation_marks(pages)


def check_strictly(pages: Pages) -> Iterator[Problem]:
    """What is wrong between pages, or with what they promise."""
    for rule in STRICT:
        yield from rule(pages)


def check(pages: Pages) -> Iterator[Problem]:
    """What is wrong with the pages themselves."""
    torn = [*conflicts.markers(pages), *unfinished.blocks(pages)]
    yield from torn
    within = {problem.path for problem in torn}
    for rule in NEEDED:
        for problem in rule(pages):
            if problem.path not in within:
                yield problem
