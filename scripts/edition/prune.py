"""What goes from the data with an entry that goes: everything that names it, by one rule each.

A leader that is no role any more stays as a party, because who leads follows from all witnesses.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scripts import evidence
from scripts.edition.mentions import Names
from scripts.model import WITHOUT, Comparison
from scripts.problems import Where

# Kinds whose entries go where they cannot do without what went.
_NEEDS_ALL = {"pairs": "roles", "combinations": "roles", "disagreements": "roles"}
# Kinds of which an edition keeps only what names nothing absent.
READ = ("questions", "disagreements", "titles", "glossary", "fights")


@dataclass
class Pruning:
    """What goes, as paths of the data, and which roles stay as parties."""

    data: Comparison
    gone: set[Where] = field(default_factory=set)
    parties: dict[str, str] = field(default_factory=dict)  # id → name

    def drop(self, *where: Where) -> None:
        self.gone.update(where)

    def is_gone(self, where: Where) -> bool:
        return any(where[:size] in self.gone for size in range(1, len(where) + 1))

    def left(self, kind: str) -> list[str]:
        """The ids of a kind that stay."""
        return [id for id in getattr(self.data, kind) if (kind, id) not in self.gone]

    def missing(self, kinds: Iterable[str], id: str) -> bool:
        party = id in self.parties and "parties" in kinds
        return not party and not any(
            id in getattr(self.data, kind) and (kind, id) not in self.gone for kind in kinds
        )

    def reduced(self) -> Comparison:
        """The comparison as it will be."""
        return Comparison.parse(self.plain())

    def plain(self) -> dict[str, Any]:
        data = copy.deepcopy(self.data.model_dump(by_alias=True, mode="json", exclude_none=True))
        reduced: dict[str, Any] = _without(data, (), self.gone)
        for id, name in self.parties.items():
            reduced["parties"][id] = {"name": name}
        return reduced


def _without(value: Any, where: Where, gone: set[Where]) -> Any:
    if isinstance(value, dict):
        return {
            key: _without(inner, (*where, key), gone)
            for key, inner in value.items()
            if (*where, key) not in gone
        }
    if isinstance(value, list):
        return [
            _without(inner, (*where, index), gone)
            for index, inner in enumerate(value)
            if (*where, index) not in gone
        ]
    return value


def close(pruning: Pruning) -> None:
    """Let everything go that cannot stay without what has gone, until all that is left can."""
    while True:
        before = (len(pruning.gone), len(pruning.parties))
        _keys(pruning)
        for where, ref, id in pruning.data.references():
            if not pruning.is_gone(where) and pruning.missing(ref.kinds, id):
                _reference(pruning, where, id)
        _emptied(pruning)
        if (len(pruning.gone), len(pruning.parties)) == before:
            _verdicts(pruning)
            if (len(pruning.gone), len(pruning.parties)) == before:
                return


def _keys(pruning: Pruning) -> None:
    """Entries whose key is the id of another entry."""
    data = pruning.data
    for id, dimension in data.dimensions.items():
        for role in dimension.cells:
            if ("roles", role) in pruning.gone:
                pruning.drop(("dimensions", id, "cells", role))
    for role in data.kits:
        if ("roles", role) in pruning.gone:
            pruning.drop(("kits", role))
    for activity in data.house:
        if ("activities", activity) in pruning.gone:
            pruning.drop(("house", activity))


def _reference(pruning: Pruning, where: Where, id: str) -> None:
    """The rule for a place that names what is gone."""
    kind, entry = where[0], where[:2]
    match where[2:] if kind not in ("launch", "which-job") else ("activity",):
        case ("witnesses", _, "lead") if id in pruning.data.roles:
            pruning.parties[id] = pruning.data.roles[id].name
        case ("witnesses", index, "lead" | "without"):
            pruning.drop((*entry, "witnesses", index))
        case (*_, "cases", index, "without" | "in"):
            pruning.drop(where[:-1])
        case ("roles", _) if _NEEDS_ALL.get(str(kind)) == "roles":
            pruning.drop(entry)
        case ("lead",) | ("activity",) | ("decides",):
            pruning.drop(entry)
        case ("activities", 0) if kind == "fights":
            pruning.drop(entry)
        case ("meanings", index, "role" | "title"):
            pruning.drop((*entry, "meanings", index))
        case (*_, "sources", _, "id"):
            pruning.drop(where[:-1])
        case _:
            pruning.drop(where)


# Lists that must not be empty: what goes when the last of their items has gone.
_FILLED: Mapping[str, Callable[[Where], Where]] = {
    "witnesses": lambda where: where[:-1],
    "meanings": lambda where: where[:-1],
    "roles": lambda where: where[:-1],
    "activities": lambda where: where[:-1],
    "sources": lambda where: where[:-1],
}


def _emptied(pruning: Pruning) -> None:
    """Entries that have lost the last item of a list that they need."""
    for where, items in _lists(pruning.data):
        if pruning.is_gone(where) or not all((*where, i) in pruning.gone for i in range(items)):
            continue
        kind, key = where[0], where[-1]
        optional = kind == "glossary" or (key == "activities" and kind != "fights")
        needed = key in _FILLED or (kind == "questions" and key == "see")
        if needed and not optional:
            pruning.drop(where[:-1])


def _lists(data: Comparison) -> Iterator[tuple[Where, int]]:
    """Every list of the data that has items, and how many."""

    def visit(value: Any, where: Where) -> Iterator[tuple[Where, int]]:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from visit(inner, (*where, key))
        elif isinstance(value, list) and value:
            yield where, len(value)
            for index, inner in enumerate(value):
                yield from visit(inner, (*where, index))

    yield from visit(data.model_dump(by_alias=True, mode="json", exclude=_WORDS), ())


_WORDS = {"asks", "synonyms", "unanswered", "edition", "changes"}


def _verdicts(pruning: Pruning) -> None:
    """What no longer follows from the witnesses that are left, and parties that nothing names."""
    plain = pruning.plain()
    data = Comparison.parse(plain)
    found = {id: evidence.leads(data, each) for id, each in data.activities.items()}
    # Positions in the reduced data differ from those in the data; ids do not.
    for dimension in data.dimensions:
        for role, cell in pruning.data.dimensions[dimension].cells.items():
            for index, activity in enumerate(cell.activities):
                where: Where = ("dimensions", dimension, "cells", role, "activities", index)
                if pruning.is_gone(where) or activity not in found:
                    continue
                if found[activity].part(role) not in ("lead", "claim", "elsewhere"):
                    pruning.drop(where)
    for id, fight in data.fights.items():
        if fight.lead and fight.lead not in {found[each].usual for each in fight.activities}:
            pruning.drop(("fights", id))
    for id, question in data.questions.items():
        if question.unsettled:
            pruning.drop(("questions", id))
    for index, sign in enumerate(pruning.data.which_job):
        where = ("which-job", index)
        if sign.activity in found and found[sign.activity].usual not in data.roles:
            pruning.drop(where)


def keep_relevant(pruning: Pruning) -> None:
    """Of the activities, those that a role of the edition usually leads, or has a part in where
    the usual leader is a party or nobody."""
    data, roles = pruning.data, set(pruning.left("roles"))
    for id, activity in data.activities.items():
        found = evidence.leads(data, activity)
        theirs = found.usual in data.roles and found.usual not in roles
        if theirs or not roles & set(found.everyone):
            pruning.drop(("activities", id))


def keep_readable(pruning: Pruning, absent: Names) -> None:
    """Of what readers look up, only what names nothing absent; titles only next to what is left."""
    for kind in READ:
        for id in pruning.left(kind):
            entry = getattr(pruning.data, kind)[id]
            if any(absent.find(text) for text in texts(entry.model_dump(mode="json"))):
                pruning.drop((kind, id))
    for id in pruning.left("titles"):
        near = pruning.data.titles[id].near
        if near and all(pruning.missing(("roles", "parties", "titles"), each) for each in near):
            pruning.drop(("titles", id))
    asked = [(("asks", id), phrases) for id, phrases in pruning.data.asks.items()]
    for where, phrases in [*asked, (("unanswered",), pruning.data.unanswered)]:
        gone = {(*where, index) for index, text in enumerate(phrases) if absent.find(text)}
        pruning.drop(*([where] if len(gone) == len(phrases) and where[1:] else gone))


def drop_unused(pruning: Pruning, settings: bool = True) -> None:
    """Parties, and settings, that nothing names any more."""
    while True:
        data = pruning.reduced()
        named = {id for _, ref, id in data.references() if "parties" in ref.kinds}
        used = {id for _, ref, id in data.references() if "settings" in ref.kinds}
        before = len(pruning.gone)
        for id in pruning.left("parties"):
            if id not in named:
                pruning.drop(("parties", id))
        for id in pruning.left("settings"):
            if settings and id not in used and id != WITHOUT:
                pruning.drop(("settings", id))
        for id in [id for id in pruning.parties if id not in named]:
            del pruning.parties[id]
        if len(pruning.gone) == before:
            return
        close(pruning)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value
