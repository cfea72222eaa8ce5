"""`redirects.txt`: which address leads where, and what is wrong with a line of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from scripts.problems import DataError, Problem, suggest

FILE = "redirects.txt"
# Names as ids have them: none leads out of the site or to a file of it.
_ADDRESS = re.compile(r"/(?P<page>(?:[a-z0-9-]+/)*)(?:#(?P<part>[a-z0-9-]+))?")


@dataclass(frozen=True)
class Move:
    """An old address and a new one: of a page, its directory below the root; a part of it or ""."""

    line: int
    page: str
    part: str
    to_page: str
    to_part: str


def read(root: Path, pages: Collection[str]) -> tuple[Move, ...]:
    """The moves of a project with pages at these directories; DataError if one is wrong."""
    file = root / FILE
    if not file.is_file():
        return ()
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DataError([_problem(line, "is not UTF-8", "save it as UTF-8")]) from None
    except OSError as error:
        problem = _problem(1, f"cannot be read: {error.strerror}", "make it readable")
        raise DataError([problem]) from None
    moves, problems = parse(text)
    problems += check(moves, pages)
    if problems:
        raise DataError(problems)
    return tuple(moves)


def parse(text: str) -> tuple[list[Move], list[Problem]]:
    """The lines of the file; those that are no move as problems."""
    moves: list[Move] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        found = [match for match in map(_ADDRESS.fullmatch, words) if match]
        if len(words) == len(found) == 2:
            old, new = ((match["page"], match["part"] or "") for match in found)
            moves.append(Move(number, *old, *new))
        else:
            what = f"not two addresses: {line!r}"
            problems.append(
                _problem(number, what, "write '/old/ /new/' or '/page/#old /page/#new'")
            )
    return moves, problems


def check(moves: Collection[Move], pages: Collection[str]) -> list[Problem]:
    """Every old page is gone and every new one stands; a part moves within its page."""
    problems: list[Problem] = []
    seen: dict[tuple[str, str], int] = {}
    for move in moves:
        old = f"/{move.page}" + (f"#{move.part}" if move.part else "")
        first = seen.setdefault((move.page, move.part), move.line)
        if first != move.line:
            problems.append(_problem(move.line, f"{old} is on line {first} too", "remove one"))
        elif move.to_page not in pages:
            fix = suggest(f"/{move.to_page}", [f"/{page}" for page in pages])
            problems.append(_problem(move.line, f"there is no page /{move.to_page}", fix))
        elif not move.part and move.page in pages:
            problems.append(_problem(move.line, f"the page {old} still stands", "remove the line"))
        elif move.part and (move.page != move.to_page or not move.to_part):
            what = f"{old} is a part, and leads to no part of its page"
            problems.append(_problem(move.line, what, f"write '{old} /{move.page}#…'"))
    return problems


def _problem(line: int, what: str, fix: str) -> Problem:
    return Problem(FILE, line, "", what, fix)
