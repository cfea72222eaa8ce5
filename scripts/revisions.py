"""What became of a claim or a mark: noted by `write`, so that no correction goes unsaid.

The claims.json on disk says what stood when it was last written, the data what stands now.
Several writes of one day are one revision: from the first text to the last. Only projects whose
data names docs/data/revisions.yml keep it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from scripts import text_files
from scripts.load import Loaded
from scripts.model import Revision
from scripts.render import claims

FILE = "docs/data/revisions.yml"
_HEAD = (
    "# yaml-language-server: $schema=parts.schema.json\n"
    "# Claims and marks that changed, newest first; `make write` adds to it. See docs/changes.md.\n"
)
# Of an entry, by its path in the data, and what of it: the text.
State = dict[tuple[str, str], str]


def noted(root: Path, loaded: Loaded, today: date | None = None) -> Loaded:
    """The data with what changed since the claims were written."""
    spot = loaded.spots.get(("revisions",))
    if spot is None or spot.path != FILE:
        return loaded
    before = _written(root / claims.FILE)
    data = loaded.comparison
    found = list(_changes(before, _flat(claims.of(data)), today or date.today())) if before else []
    if not found:
        return loaded
    merged = tuple(_merged(found, data.revisions))
    return replace(loaded, comparison=data.model_copy(update={"revisions": merged}))


def text(revisions: tuple[Revision, ...]) -> str:
    """The text of the file."""
    rows = [each.model_dump(mode="json") for each in revisions]
    text = yaml.safe_dump({"revisions": rows}, allow_unicode=True, sort_keys=False, width=110)
    return _HEAD + text


def _written(file: Path) -> State:
    """What was written last; nothing where the file is edited or torn, which `check` says."""
    try:
        return _flat(json.loads(text_files.read(file)))
    except (text_files.UnreadableError, ValueError, TypeError, AttributeError):
        return {}


def _flat(found: claims.Claims) -> State:
    return {(of, what): text for of, said in found.items() for what, text in said.items()}


def _changes(before: State, now: State, today: date) -> Iterator[Revision]:
    """Of entries that stood before and still stand."""
    for (of, what), text in now.items():
        was = before.get((of, what))
        if was is not None and was != text:
            yield Revision(date=today, of=of, what=what, was=was, now=text)


def _merged(found: list[Revision], kept: tuple[Revision, ...]) -> Iterator[Revision]:
    new = {(each.of, each.what): each for each in found}
    same: set[Revision] = set()
    for each in kept:
        later = new.get((each.of, each.what))
        if later and each.date == later.date and each not in same:
            new[each.of, each.what] = later.model_copy(update={"was": each.was})
            same.add(each)
    yield from (each for each in new.values() if each.was != each.now)
    yield from (each for each in kept if each not in same)
