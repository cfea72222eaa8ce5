"""Each claim, its mark and who leads, as last written: what `write` compares the data with.

A line an entry, so that reviews show what readers get to see of a change in the evidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from scripts import evidence
from scripts.model import Activity, Cell, Combination, Comparison, Title
from scripts.page_rules.stubs import STUB, STUB_SOURCE

FILE = "docs/data/claims.json"
# By path in the data, as `dimensions/<dimension>/<role>`: `claim`, `mark`, `lead` → text.
Claims = dict[str, dict[str, str]]


Entry = Cell | Activity | Combination | Title


def of(data: Comparison) -> Claims:
    """What stands now."""
    return {path: _said(data, entry) for path, entry in _entries(data)}


def text(data: Comparison) -> str:
    """The text of the file, without stubs: what is written first corrects nothing."""
    lines = [
        f"{json.dumps(path)}: {json.dumps(_said(data, entry), ensure_ascii=False)}"
        for path, entry in _entries(data)
        if not _is_stub(entry)
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _entries(data: Comparison) -> Iterator[tuple[str, Entry]]:
    for dimension, row in data.dimensions.items():
        for role, cell in row.cells.items():
            yield f"dimensions/{dimension}/{role}", cell
    for id, activity in data.activities.items():
        yield f"activities/{id}", activity
    for id, both in data.combinations.items():
        yield f"combinations/{id}", both
    for id, title in data.titles.items():
        yield f"titles/{id}", title


def _said(data: Comparison, entry: Entry) -> dict[str, str]:
    match entry:
        case Activity():
            lead = evidence.leads(data, entry).usual
            mark = evidence.of_activity(data, entry).words
            return {"claim": entry.answer, "mark": mark, **({"lead": lead} if lead else {})}
        case Combination():
            return {"mark": evidence.of_combination(data, entry).words}
        case Cell():
            return {"claim": entry.claim, "mark": evidence.of_claim(data, entry).words}
        case Title():
            return {"mark": evidence.of_claim(data, entry).words}


def _is_stub(entry: Entry) -> bool:
    text = entry.model_dump_json()
    return STUB in text or f'"{STUB_SOURCE}"' in text
