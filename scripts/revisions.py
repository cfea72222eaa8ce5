"""What became of a claim or a mark: noted by `write`, so that no correction goes unsaid.

The comparison.json on disk says what stood when it was last written, the data what stands now.
Several writes of one day are one revision: from the first text to the last. Only projects whose
data names docs/data/revisions.yml keep it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from scripts import evidence, text_files
from scripts.load import Loaded
from scripts.model import Comparison, Revision
from scripts.page_rules.stubs import STUB, STUB_SOURCE

FILE = "docs/data/revisions.yml"
_HEAD = (
    "# yaml-language-server: $schema=parts.schema.json\n"
    "# Claims and marks that changed, newest first; `make write` adds to it. See docs/changes.md.\n"
)
# Of an entry, by its path in the data: its text, its mark in words, who leads.
State = dict[tuple[str, str], str]


def noted(root: Path, loaded: Loaded, published: str, today: date | None = None) -> Loaded:
    """The data with what changed since the file at `published` was written."""
    spot = loaded.spots.get(("revisions",))
    if spot is None or spot.path != FILE:
        return loaded
    before = _published(root / published)
    data = loaded.comparison
    found = list(_changes(before, _state(data), today or date.today())) if before else []
    if not found:
        return loaded
    merged = tuple(_merged(found, data.revisions))
    return replace(loaded, comparison=data.model_copy(update={"revisions": merged}))


def text(revisions: tuple[Revision, ...]) -> str:
    """The text of the file."""
    rows = [each.model_dump(mode="json") for each in revisions]
    text = yaml.safe_dump({"revisions": rows}, allow_unicode=True, sort_keys=False, width=110)
    return _HEAD + text


def _published(file: Path) -> State:
    """What the file that was written last says; nothing where it is of another version."""
    try:
        data: Any = json.loads(text_files.read(file))
        if data["version"] != 2:
            return {}
        texts = dict(_texts(data["dimensions"], data["activities"], data["verdicts"]))
        stubs = {of for of in {of for of, _ in texts} if _is_stub(data, of)}
        return {(of, what): text for (of, what), text in texts.items() if of not in stubs}
    except (text_files.UnreadableError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # edited or torn: `check` says so


def _texts(
    dimensions: Mapping[str, Any], activities: Mapping[str, Any], verdicts: Mapping[str, Any]
) -> Iterator[tuple[tuple[str, str], str]]:
    for dimension, row in dimensions.items():
        for role, cell in row["cells"].items():
            yield (f"dimensions/{dimension}/{role}", "claim"), cell["claim"]
    for id, activity in activities.items():
        yield (f"activities/{id}", "claim"), activity["answer"]
    for of, verdict in verdicts.items():
        yield (of, "mark"), verdict["words"]
        if verdict.get("lead"):
            yield (of, "lead"), verdict["lead"]


def _is_stub(data: Mapping[str, Any], of: str) -> bool:
    """Whether an entry was still to be written: what is written first corrects nothing."""
    kind, id, *role = of.split("/")
    entry = data.get(kind, {}).get(id, {})
    text = json.dumps(entry["cells"][role[0]] if role else entry)
    return STUB in text or f'"{STUB_SOURCE}"' in text


def _state(data: Comparison) -> State:
    found: State = {}
    for dimension, row in data.dimensions.items():
        for role, cell in row.cells.items():
            of = f"dimensions/{dimension}/{role}"
            found[of, "claim"] = cell.claim
            found[of, "mark"] = evidence.of_claim(data, cell).words
    for id, activity in data.activities.items():
        of = f"activities/{id}"
        found[of, "claim"] = activity.answer
        found[of, "mark"] = evidence.of_activity(data, activity).words
        if lead := evidence.leads(data, activity).usual:
            found[of, "lead"] = lead
    for id, both in data.combinations.items():
        found[f"combinations/{id}", "mark"] = evidence.of_combination(data, both).words
    for id, title in data.titles.items():
        found[f"titles/{id}", "mark"] = evidence.of_claim(data, title).words
    return found


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
