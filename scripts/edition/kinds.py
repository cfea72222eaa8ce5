"""The kinds of entry as people name them on the command line."""

from __future__ import annotations

from scripts import entries
from scripts.model import Comparison
from scripts.problems import DataError, Problem, suggest
from scripts.project import DATA

NAMES = {kind.name: kind.key for kind in entries.KINDS if kind.key != "abbreviations"}
# Where the name of an entry stands; kinds that are not here have no name of their own.
LABELS = {
    **dict.fromkeys(
        ("roles", "dimensions", "activities", "fights", "titles", "disagreements", "questions"),
        "name",
    ),
    "parties": "name",
    "glossary": "term",
    "sources": "short",
}


def key_of(name: str) -> str:
    """The part of the data that holds a kind; DataError for an unknown one."""
    if name not in NAMES:
        raise refused("", f"unknown kind {name!r}", suggest(name, NAMES))
    return NAMES[name]


def known(data: Comparison, key: str, id: str) -> None:
    """DataError where there is no such entry."""
    if id not in getattr(data, key):
        raise refused(key, f"unknown id {id!r}", suggest(id, getattr(data, key)))


def refused(where: str, what: str, fix: str) -> DataError:
    return DataError([Problem(DATA, 1, where, what, fix)])
