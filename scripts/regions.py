"""Named regions of generated text inside hand-written pages.

A region is everything between two marker lines:

    <!-- generated:begin NAME -->
    <!-- generated:end NAME -->
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MARKER = re.compile(r"^<!-- generated:(begin|end) (\S+) -->$")
# Anything that looks like a marker but is not one would silently stop being replaced.
NEARLY = re.compile(r"<!--\s*generated\b", re.IGNORECASE)


class RegionError(Exception):
    """A page's markers do not pair up; `line` counts from 1."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(f"line {line}: {what}; {mend}")
        self.line = line
        self.what = what
        self.mend = mend


@dataclass(frozen=True)
class Region:
    """A region's name and its marker lines, counted from 0."""

    name: str
    begin: int
    end: int


def find(page: str) -> tuple[Region, ...]:
    """Every region of a page in order; raises RegionError at the first marker that is wrong."""
    found: list[Region] = []
    opened: tuple[str, int] | None = None
    for number, line in enumerate(page.split("\n")):
        marker = MARKER.match(line)
        if marker is None:
            if NEARLY.search(line):
                raise RegionError(
                    number + 1,
                    f"malformed region marker {line.strip()!r}",
                    "write '<!-- generated:begin NAME -->' alone on its line",
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
                f"add '<!-- generated:begin {name} -->' above, or remove this line",
            )
        else:
            found.append(Region(name, opened[1], number))
            opened = None
    if opened is not None:
        raise RegionError(
            opened[1] + 1,
            f"region {opened[0]!r} never ends",
            f"add '<!-- generated:end {opened[0]} -->' below",
        )
    return tuple(found)


def handwritten(page: str) -> Iterator[tuple[int, str]]:
    """The lines outside all regions, counted from 1."""
    generated = False
    for number, line in enumerate(page.split("\n"), 1):
        if marker := MARKER.match(line):
            generated = marker[1] == "begin"
        elif not generated:
            yield number, line


def replace(page: str, contents: Mapping[str, str]) -> str:
    """The page with each named region filled; raises RegionError, also for a region missing.

    A region is set off from its markers by blank lines, so that Markdown parses it on its own.
    """
    regions = find(page)
    for name in contents:
        if name not in {region.name for region in regions}:
            raise RegionError(
                1,
                f"region {name!r} is missing",
                f"add the lines '<!-- generated:begin {name} -->' and "
                f"'<!-- generated:end {name} -->'",
            )
    lines = page.split("\n")  # not splitlines(), which also splits at characters inside a line
    for region in reversed(regions):
        if region.name in contents:
            content = contents[region.name].strip("\n")
            lines[region.begin + 1 : region.end] = ["", *content.split("\n"), ""]
    return "\n".join(lines)
