"""Hand-written text keeps its measure: passages, introductions and pages about pairs.

The limits stand under `extra: prose:` in mkdocs.yml; a project without them has none. They bind
`check` alone, since text that is too long for a day keeps nobody from building.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import yaml

from scripts.addresses import dimension_page, pair_page
from scripts.page_rules import markup
from scripts.page_rules.navigation import CONFIG
from scripts.page_rules.pages import Pages, problem
from scripts.page_rules.sources import CITATION
from scripts.problems import Problem

_SOURCE = re.compile(r"\s*\(\[[^\]]*\]\([^)]*sources\.md[^)]*\)(?:[;,] [^()]*\([^)]*\))*\)")
_STRAIGHT = re.compile(r".{0,12}[\"'].{0,12}")
_NOT_SHOWN = re.compile(r"<[^>]*>|\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\{[^{}]*\}|^\s*-+8<-+.*$")
_LISTED = re.compile(r"\{[#:.][^}]*\}|[*_`]|^\|.*$")
_WORD = re.compile(r"[A-Za-z0-9][\w'’-]*")
_SENTENCE = re.compile(r"(?<=[.?!]) ")


class Limits(NamedTuple):
    least: int
    most: int


class Part(NamedTuple):
    """Text under a heading: the heading's line, and the text as it is written."""

    line: int
    heading: markup.Heading | None
    text: str

    @property
    def words(self) -> int:
        return len(_WORD.findall(plain(self.text)))


def check(pages: Pages) -> Iterator[Problem]:
    limits: dict[str, Limits] = {}
    for name, line, value in _settings(pages.config or ""):
        try:
            limits[name] = Limits(*map(int, value))
        except (TypeError, ValueError):
            where = f"extra.prose.{name}"
            yield Problem(CONFIG, line, where, "is no pair of numbers", "write [least, most]")
    data = pages.loaded.comparison
    for dimension in data.dimensions:
        page = dimension_page(dimension)
        for part in parts(pages, page):
            if part.heading is None:
                yield from _length(page, part, "the introduction", limits.get("introduction"))
            elif part.heading.id in data.roles:
                yield from _passage(pages, page, part, limits)
    for pair in data.pairs:
        page = pair_page(pair)
        whole = Part(1, None, "\n".join(part.text for part in parts(pages, page)))
        yield from _length(page, whole, "the page", limits.get("pair"))


def quotation_marks(pages: Pages) -> Iterator[Problem]:
    """Readers get those of print."""
    for page in pages.own:
        for number, line in pages.prose(page):
            if found := _STRAIGHT.search(_NOT_SHOWN.sub("", line)):
                what = f"a straight quotation mark: {found[0].strip()!r}"
                yield problem(page, number, what, "write “ ” around words, and ’ in them")


def _passage(
    pages: Pages, page: str, part: Part, limits: Mapping[str, Limits]
) -> Iterator[Problem]:
    """It opens with its role, is short and sourced, and draws the line to the first role."""
    if "passage" not in limits or part.heading is None:
        return
    roles = pages.loaded.comparison.roles
    name = roles[part.heading.id or ""].name
    yield from _length(page, part, f"the passage on {name!r}", limits["passage"])
    cited = len(CITATION.findall(part.text))
    least, most = limits.get("citations", Limits(0, cited))
    if not least <= cited <= most:
        what = f"the passage on {name!r} cites {cited} sources"
        yield problem(page, part.line, what, f"cite {least} to {most}")
    text = plain(part.text).strip().lower()
    if name.lower() not in _SENTENCE.split(text)[0]:
        what = f"the first sentence does not name the {name.lower()}"
        yield problem(page, part.line, what, "name the role there: readers arrive here by a link")
    first = next(iter(roles.values())).name
    if first.lower()[:-1] not in text:  # without its last letter: manager, management
        what = f"the passage on {name!r} draws no line to the {first.lower()}"
        yield problem(page, part.line, what, "say where the one ends and the other begins")


def _length(page: str, part: Part, what: str, limits: Limits | None) -> Iterator[Problem]:
    if limits and not limits.least <= part.words <= limits.most:
        over = part.words - limits.most
        fix = f"cut {over}" if over > 0 else f"write {limits.least - part.words} more"
        what_is_wrong = f"{what} has {part.words} words, {limits.least} to {limits.most} fit"
        yield problem(page, part.line, what_is_wrong, fix)


def parts(pages: Pages, page: str) -> list[Part]:
    """The hand-written text of a page by its headings of the second level."""
    begin = markup.body_line(pages.own[page])
    sections: list[tuple[int, markup.Heading | None, list[str]]] = [(begin, None, [])]
    for number, line in pages.prose(page):
        heading = markup.heading(line)
        if heading and heading.level == 2:
            sections.append((number, heading, []))
        elif not heading:
            sections[-1][2].append(line)
    return [Part(line, heading, "\n".join(lines)) for line, heading, lines in sections]


def plain(text: str) -> str:
    """Markdown as its words: no citations, no markup, no rows of tables."""
    lines = (_LISTED.sub("", markup.words(_SOURCE.sub("", line))) for line in text.split("\n"))
    return "\n".join(lines)


def _settings(text: str) -> Iterator[tuple[str, int, list[str]]]:
    """Name, line and values under `extra: prose:`; other settings hold what only MkDocs reads."""
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    for key in ("extra", "prose"):
        if not isinstance(node, yaml.MappingNode):
            return
        node = next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            listed = isinstance(value, yaml.SequenceNode)
            values = [str(each.value) for each in value.value] if listed else []
            yield str(name.value), name.start_mark.line + 1, values
