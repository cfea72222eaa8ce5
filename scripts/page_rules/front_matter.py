"""Front matter: closed, readable, its keys known, its values plain text that is no markup.

MkDocs passes over front matter that it cannot read, and prints front matter that is not closed as
text of the page. Templates write values into the head of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from scripts.page_rules import markup
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem, Spot, Where, spot_of, suggest
from scripts.yaml_text import parse

_BARE = re.compile(r" {0,3}[\w-]+:\s")  # which MkDocs reads as well
_MARKUP = set('<>"&')
_TEXTS = ("title", "description", "script", "styles", "data")
_SHEETS = ("tools",)  # in place of that for pages to read
# What works only with a script, and the script.
_CONTROLS = {
    re.compile(r"<form\b[^>]* data-filter="): "assets/filter.js",
    re.compile(r'<form\b[^>]* id="compare-controls"'): "assets/compare.js",
    re.compile(r'<table class="sheet"'): "assets/team.js",
    re.compile(r'<ol class="signs"'): "assets/which-job.js",
}
_PARTS = ("navigation", "toc", "path", "footer")  # what `hide` can name


def holds_plain_text(pages: Pages) -> Iterator[Problem]:
    for page, text in pages.own.items():
        matter = markup.FRONT_MATTER.match(text)
        if matter:
            yield from _values(page, matter[1] or "")
        elif text.startswith("---"):
            what = "front matter that never ends"
            yield problem(page, 1, what, "add a line '---' under its last key")
        elif _BARE.match(text):
            what = "front matter without lines of '---' around it"
            yield problem(page, 1, what, "put them around it")


def names_the_script_of_controls(pages: Pages) -> Iterator[Problem]:
    """A page with controls brings the script that they work by; without it they do nothing."""
    for page, text in pages.full.items():
        matter = markup.FRONT_MATTER.match(text)
        for control, script in _CONTROLS.items():
            if control.search(text) and f"script: {script}" not in (matter[1] if matter else ""):
                what = "controls without the script that they work by"
                yield problem(page, 1, what, f"write 'script: {script}' into the front matter")


def settings_hold_plain_text(pages: Pages) -> Iterator[Problem]:
    """The same for what mkdocs.yml puts into the head of every page."""
    for number, line in enumerate((pages.config or "").split("\n"), 1):
        found = re.match(r"(site_name|site_description|site_author): *['\"]?(.*?)['\"]? *$", line)
        if found and (bad := _MARKUP & set(found[2]) - set(">" if found[2][:1] == ">" else "")):
            what = f"holds {' and '.join(sorted(bad))}, which the head of a page cannot"
            yield Problem("mkdocs.yml", number, found[1], what, "write it in words")


def _values(page: str, matter: str) -> Iterator[Problem]:
    if not matter.strip():
        return
    _, lines, problems = parse(matter, f"docs/{page}")
    for each in problems:
        yield Problem(each.path, each.line + 1, each.where, each.what, each.fix)
    if problems:
        return
    try:
        values = yaml.safe_load(matter)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        what = "front matter that is not valid YAML"
        yield problem(page, line, what, "put the value in quotes")
        return
    if not isinstance(values, dict):
        yield problem(page, 2, "front matter that is no map", "write 'key: value' lines")
        return
    for key, value in values.items():
        for what, fix in _wrong(str(key), value):
            yield problem(page, _line(lines, str(key)), what, fix, str(key))


def _line(spots: Mapping[Where, Spot], key: str) -> int:
    """The line of a key, counted with the '---' above it."""
    return spot_of(spots, (key,)).line + 1


def _wrong(key: str, value: Any) -> Iterator[tuple[str, str]]:
    if key == "hide":
        for part in value if isinstance(value, list) else [value]:
            if part not in _PARTS:
                yield f"hides {part!r}", suggest(str(part), _PARTS)
    elif key == "styles" and value not in _SHEETS:
        yield f"names {value!r}, which is no sheet", suggest(str(value), _SHEETS)
    elif key not in _TEXTS:
        yield f"unknown key {key!r}", suggest(key, (*_TEXTS, "hide"))
    elif value is None or value == "":
        yield "is empty", "write its text, or remove the key"
    elif isinstance(value, list | dict):
        kind = "a list" if isinstance(value, list) else "a map"
        yield f"is {kind} where text is expected", "write one line of text, in quotes"
    elif not isinstance(value, str):
        yield f"is {value!r} to YAML, not text", "put the value in quotes"
    elif bad := _MARKUP & set(value):
        what = f"holds {' and '.join(sorted(bad))}, which the head of a page cannot"
        yield what, "write curly quotation marks, or words"
