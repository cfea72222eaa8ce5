"""What a text of the data looks like is what it is: no look-alike letters, no disguised addresses.

One letter of another script in a name is seen by nobody, and keeps readers from finding it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from scripts.load import Loaded
from scripts.problems import Problem, Where

# Keys whose text is a name: readers search for it, and it stands in headings.
_NAMES = frozenset({"name", "plural", "term", "short", "abbr", "aliases", "title", "author"})
# Not all of them are controls to Unicode: these are letters and marks that show nothing.
_SHOW_NOTHING = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]")
# What people type into a search, or a program reads, stays as it is; readers get curly ones.
_TYPED = frozenset({"asks", "synonyms", "unanswered", "aliases", "url"})
_STRAIGHT = re.compile(r"[\"']")
_LOOK_ALIKE = ("LATIN", "CYRILLIC", "GREEK")
_QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|'[^']*'")


def check_text(loaded: Loaded, today: date | None = None) -> Iterator[Problem]:
    """Every problem with how a text, date or address of the data is written."""
    yield from _same_names(loaded)
    latest = (today or date.today()) + timedelta(days=1)  # it may be tomorrow elsewhere
    for where, value in _values(loaded.comparison.model_dump(by_alias=True), ()):
        if isinstance(value, date):
            if value > latest:
                what = f"is {value}, a day in the future"
                yield loaded.problem(where, what, "write the day on which it was done")
        elif isinstance(value, str):
            for what, fix in _wrong(where, value):
                yield loaded.problem(where, what, fix)


def _same_names(loaded: Loaded) -> Iterator[Problem]:
    """Readers tell entries of a kind apart by their names."""
    for kind in ("roles", "dimensions", "activities", "titles", "disagreements", "questions"):
        taken: dict[str, str] = {}
        for id, entry in getattr(loaded.comparison, kind).items():
            first = taken.setdefault(entry.name.casefold(), id)
            if first != id:
                what = f"the name {entry.name!r} is that of {first!r} too"
                yield loaded.problem((kind, id, "name"), what, "tell the two apart")


def _values(value: Any, where: Where) -> Iterator[tuple[Where, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*where, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _values(inner, (*where, index))
    else:
        yield where, value


def _wrong(where: Where, text: str) -> Iterator[tuple[str, str]]:
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    if not text.isascii():
        if bad := _SHOW_NOTHING.search(text):
            yield f"contains the invisible character U+{ord(bad[0]):04X}", "remove it"
        if key in _NAMES and (mixed := _mixed(text)):
            yield f"mixes scripts: {mixed}", "type the word anew"
    if key in _NAMES and _QUOTED.fullmatch(text):
        yield f"has quotation marks as part of it: {text}", "remove them"
    if not _TYPED & {part for part in where if isinstance(part, str)} and _STRAIGHT.search(text):
        yield "holds straight quotation marks", "write “ ” around words, and ’ in them"
    if key == "url" and "@" in text and urlsplit(text).username is not None:
        what = f"is an address with a name before its host: {text[:60]!r}"
        yield what, "remove all between '//' and '@'"
    if key == "seen" and not re.fullmatch(r"[0-9]{4}-(?:0[1-9]|1[0-2])", text):
        yield f"is {text!r}, not a month", "write it as YYYY-MM"


def _mixed(text: str) -> str | None:
    """The first letter that belongs to another script than the rest of its word."""
    for word in re.findall(r"[^\W\d_]+", text):
        scripts: dict[str, str] = {}
        for letter in word:
            script = unicodedata.name(letter, "").split(" ")[0]
            if script in _LOOK_ALIKE:
                scripts.setdefault(script, letter)
        if len(scripts) > 1:
            least = min(scripts, key=lambda script: sum(
                unicodedata.name(letter, "").startswith(script) for letter in word))  # fmt: skip
            return f"{scripts[least]!r} in {word!r} is {least.capitalize()}"
    return None
