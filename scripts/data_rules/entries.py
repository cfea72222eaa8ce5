"""Entries refer to entries that exist, are complete, and stand in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from scripts.load import Loaded
from scripts.model import Combination, Pair
from scripts.problems import Problem, suggest


def every_role_on_every_dimension(loaded: Loaded) -> Iterator[Problem]:
    data = loaded.comparison
    for id, dimension in data.dimensions.items():
        where = ("dimensions", id, "cells")
        for role in data.roles:
            if role not in dimension.cells:
                yield loaded.problem(where, f"no cell for role {role!r}", "add one")
        for role in dimension.cells:
            if role not in data.roles:
                fix = suggest(role, data.roles)
                yield loaded.problem((*where, role), f"unknown role {role!r}", fix)
        known = [role for role in dimension.cells if role in data.roles]
        if known != [role for role in data.roles if role in dimension.cells]:
            yield loaded.problem(
                where, "cells are not in the order of roles", "order them as under 'roles'"
            )


def known_references(loaded: Loaded) -> Iterator[Problem]:
    """Every id that the data mentions exists, and is of the kind that its place asks for."""
    data = loaded.comparison
    for path, ref, id in data.references():
        among = [each for kind in ref.kinds for each in getattr(data, kind)]
        if id not in among:
            at = path[:-1] if ref.called == "source" else path
            yield loaded.problem(at, f"unknown {ref.called} {id!r}", suggest(id, among))


def daily_meetings_are_mutual(loaded: Loaded) -> Iterator[Problem]:
    """Whoever meets a role daily is met by it daily, or often."""
    data = loaded.comparison
    for id, role in data.roles.items():
        for index, other in enumerate(role.circle.daily):
            if other not in data.roles:
                continue
            back = data.roles[other].circle
            if id not in (*back.daily, *back.often):
                yield loaded.problem(
                    ("roles", id, "circle", "daily", index),
                    f"{id!r} meets {other!r} daily, but not the other way round",
                    f"add {id!r} to the circle of {other!r}, or take it out here",
                )


def one_meaning_each(loaded: Loaded) -> Iterator[Problem]:
    """A meaning of an abbreviation is a role, a title or a name: exactly one of them."""
    for id, abbreviation in loaded.comparison.abbreviations.items():
        for index, meaning in enumerate(abbreviation.meanings):
            if sum(map(bool, (meaning.role, meaning.title, meaning.name))) != 1:
                yield loaded.problem(
                    ("abbreviations", id, "meanings", index),
                    "a meaning needs exactly one of role, title, name",
                    "keep one",
                )


def pairs_are_named_for_their_roles(loaded: Loaded) -> Iterator[Problem]:
    data = loaded.comparison
    for kind, joint in (("pairs", "-vs-"), ("combinations", "-and-")):
        entries: Mapping[str, Pair | Combination] = getattr(data, kind)
        seen: dict[frozenset[str], str] = {}
        for id, entry in entries.items():
            roles = entry.roles
            if id != joint.join(roles):
                yield loaded.problem(
                    (kind, id), "the id does not name its roles", f"call it {joint.join(roles)!r}"
                )
            if frozenset(roles) in seen or roles[0] == roles[1]:
                yield loaded.problem((kind, id), "these roles are paired already", "remove one")
            seen[frozenset(roles)] = id


def nothing_unused(loaded: Loaded) -> Iterator[Problem]:
    """Parties that nothing mentions; unused sources are found with the pages."""
    data = loaded.comparison
    used: set[str] = set()
    for role in data.roles.values():
        used.update(role.circle.daily, role.circle.often, role.circle.rarely)
    for activity in data.activities.values():
        for witness in activity.witnesses:
            used.update((witness.lead or "", *witness.share))
    for fight in data.fights.values():
        used.update(fight.roles)
    for rule in data.house.values():
        used.update((rule.decides, *rule.does, *rule.asked, *rule.told))
    for id in data.parties:
        if id not in used:
            yield loaded.problem(("parties", id), f"party {id!r} is not used", "remove it")


def changes_newest_first(loaded: Loaded) -> Iterator[Problem]:
    for index, (newer, older) in enumerate(pairwise(loaded.comparison.changes)):
        if older.date > newer.date:
            yield loaded.problem(
                ("changes", index + 1), "newer than the entry above", "put the newest first"
            )
