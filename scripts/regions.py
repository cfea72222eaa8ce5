"""Named regions of generated text inside hand-written files.

A region is everything between two marker lines, which are comments: in Markdown

    <!-- generated:begin NAME -->
    <!-- generated:end NAME -->

and in YAML `# generated:begin NAME`, `# generated:end NAME`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Style:
    """How the files of a language mark a region."""

    opening: str
    closing: str
    gap: tuple[str, ...]  # what sets a region off from its markers

    def line(self, kind: str, name: str) -> str:
        return f"{self.opening} generated:{kind} {name}{self.closing}"

    def lines(self, name: str) -> tuple[str, str]:
        """The two marker lines of a region."""
        return self.line("begin", name), self.line("end", name)

    @cached_property
    def marker(self) -> re.Pattern[str]:
        return re.compile(rf"^{self.opening} generated:(begin|end) (\S+){self.closing}$")

    @cached_property
    def nearly(self) -> re.Pattern[str]:
        """What looks like a marker but is not one, and would silently stop being replaced."""
        return re.compile(rf"{self.opening}\s*generated\b", re.IGNORECASE)


MARKDOWN = Style("<!--", " -->", ("",))  # blank lines, so that Markdown parses it on its own
YAML = Style("#", "", ())


class RegionError(Exception):
    """A page's markers do not pair up; `line` counts from 1."""

    def __init__(self, line: int, what: str, fix: str) -> None:
        super().__init__(f"line {line}: {what}; {fix}")
        self.line = line
        self.what = what
        self.fix = fix


@dataclass(frozen=True)
class Region:
    """A region's name and its marker lines, counted from 0."""

    name: str
    begin: int
    end: int


def find(text: str, style: Style = MARKDOWN) -> tuple[Region, ...]:
    """Every region of a text in order; raises RegionError at the first marker that is wrong."""
    found: list[Region] = []
    opened: tuple[str, int] | None = None
    for number, line in enumerate(text.split("\n")):
        marker = style.marker.match(line)
        if marker is None:
            if style.nearly.search(line):
                raise RegionError(
                    number + 1,
                    f"malformed region marker {line.strip()!r}",
                    f"write '{style.line('begin', 'NAME')}' alone on its line",
                )
            continue
        kind, name = marker.groups()
        if kind == "begin":
            if opened is not None:
                raise RegionError(
                    number + 1,
                    f"region {name!r} begins inside region {opened[0]!r}",
                    f"end {opened[0]!r} first",
                )
            if any(region.name == name for region in found):
                raise RegionError(number + 1, f"region {name!r} appears twice", "remove one")
            opened = (name, number)
        elif opened is None or opened[0] != name:
            raise RegionError(
                number + 1,
                f"region {name!r} ends without beginning",
                f"add '{style.line('begin', name)}' above, or remove this line",
            )
        else:
            found.append(Region(name, opened[1], number))
            opened = None
    if opened is not None:
        raise RegionError(
            opened[1] + 1,
            f"region {opened[0]!r} never ends",
            f"add '{style.line('end', opened[0])}' below",
        )
    return tuple(found)


def missing(name: str, style: Style = MARKDOWN) -> RegionError:
    """What to say of a text that lacks a region."""
    begin, end = style.lines(name)
    return RegionError(1, f"region {name!r} is missing", f"add the lines '{begin}' and '{end}'")


def handwritten(text: str, style: Style = MARKDOWN) -> Iterator[tuple[int, str]]:
    """The lines outside all regions, counted from 1."""
    generated = False
    for number, line in enumerate(text.split("\n"), 1):
        if marker := style.marker.match(line):
            generated = marker[1] == "begin"
        elif not generated:
            yield number, line


def replace(text: str, contents: Mapping[str, str], style: Style = MARKDOWN) -> str:
    """The text with each named region filled; raises RegionError, also for a region missing."""
    regions = find(text, style)
    for name in contents:
        if name not in {region.name for region in regions}:
            raise missing(name, style)
    lines = text.split("\n")  # not splitlines(), which also splits at characters inside a line
    for region in reversed(regions):
        if region.name in contents:
            content = contents[region.name].strip("\n")
            lines[region.begin + 1 : region.end] = [*style.gap, *content.split("\n"), *style.gap]
    return "\n".join(lines)
