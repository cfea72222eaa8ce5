"""The navigation lists every page once, under the name that the data gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from scripts import addresses
from scripts.page_rules.headings import page_name
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem, suggest
from scripts.yaml_advice import advise

CONFIG = "mkdocs.yml"


class Entry(NamedTuple):
    line: int
    label: str | None
    page: str


def entries(settings: str) -> Iterator[Entry]:
    """Every page that the navigation lists; a YAMLError where nothing can read the settings."""
    root = yaml.compose(settings, Loader=yaml.SafeLoader)
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if key.value == "nav":
                yield from _leaves(None, value)


def _leaves(label: str | None, node: yaml.Node) -> Iterator[Entry]:
    if isinstance(node, yaml.ScalarNode):
        yield Entry(node.start_mark.line + 1, label, node.value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(None, item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(str(key.value), value)


def every_page_is_listed(pages: Pages) -> Iterator[Problem]:
    if pages.settings is None:
        return
    try:
        listed = list(entries(pages.settings))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        told = str(getattr(error, "problem", None) or "a character that it cannot hold")
        line, what, mend = advise(pages.settings, mark.line + 1 if mark else 1, told)
        yield Problem(CONFIG, line, "", what, mend)
        return
    seen: dict[str, int] = {}
    known = {*pages.own, *pages.files, *addresses.pages(pages.loaded.comparison), *pages.full}
    for line, _, page in listed:
        if page not in known and "://" not in page:
            what = f"the navigation lists {page!r}, which is no page"
            yield Problem(CONFIG, line, "nav", what, suggest(page, pages.own))
        elif page in seen:
            what = f"{page!r} stands on line {seen[page]} too"
            yield Problem(CONFIG, line, "nav", what, "remove one of the two")
        seen.setdefault(page, line)
    for page in pages.own:
        if page not in seen:
            yield _unlisted(pages, page)


def _unlisted(pages: Pages, page: str) -> Problem:
    commented = re.compile(rf"^\s*#.*[\s:]{re.escape(page)}\s*$")
    for number, line in enumerate((pages.settings or "").split("\n"), 1):
        if commented.match(line):
            what = f"the navigation line of docs/{page} is commented out"
            mend = "remove the '#', or delete the page and what it describes"
            return Problem(CONFIG, number, "nav", what, mend)
    name = page_name(pages.loaded.comparison, page)
    mend = f"add it to {CONFIG}" + (f": '- {name}: {page}'" if name else "")
    return problem(page, 1, "not in the navigation", mend)


def says_the_names(pages: Pages) -> Iterator[Problem]:
    try:
        listed = list(entries(pages.settings or ""))
    except yaml.YAMLError:
        return
    for line, label, page in listed:
        name = page_name(pages.loaded.comparison, page)
        if label and name and label != name:
            what = f"the label {label!r} of {page} is not its name"
            yield Problem(CONFIG, line, "nav", what, f"write '- {name}: {page}'")
