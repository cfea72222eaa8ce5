"""What is wrong with data or pages, and where: `path:line: where: what; how to mend it`."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

Where = tuple[str | int, ...]


class Spot(NamedTuple):
    """A file, and a line in it, counted from 1."""

    path: str
    line: int


Spots = dict[Where, Spot]


@dataclass(frozen=True)
class Problem:
    """Something to mend: `path:line: where: what; how to mend it`."""

    path: str
    line: int
    where: str
    what: str
    fix: str

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        path = self.path if self.path.isprintable() else ascii(self.path)[1:-1]
        return f"{path}:{self.line}: {where}{self.what}; {self.fix}"


class DataError(Exception):
    """Every problem found, in the order of lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.path, p.line, p.where, p.what)))
        super().__init__("\n".join(map(str, self.problems)))


def spot_of(spots: Mapping[Where, Spot], where: Where) -> Spot:
    """Where a path stands, or the nearest thing around it."""
    while where and where not in spots:
        where = where[:-1]
    return spots.get(where) or Spot(next(iter(spots.values())).path if spots else "", 1)


def dotted(where: Where) -> str:
    """('roles', 'x', 'abbr', 0) → 'roles.x.abbr.0'."""
    return ".".join(map(str, where))


def suggest(word: str, known: Iterable[str]) -> str:
    """How to mend an unknown word: the nearest known ones, else all of them."""
    choices = list(known)
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    if 0 < len(choices) <= 12:
        return "use one of " + ", ".join(choices)
    return "add it, or use one that exists"


def kebab(text: str) -> str:
    """A text as an id, accents dropped; empty if nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain))
