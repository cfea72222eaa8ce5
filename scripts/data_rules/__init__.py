"""Rules that the data must keep: one function each, yielding problems.

The types in `model` say what a single field may hold; the rules here see more than one field.
What pages must keep is in `page_rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.data_rules import claims, entries, house, ids
from scripts.load import Loaded
from scripts.problems import Problem

Rule = Callable[[Loaded], Iterator[Problem]]


DATA_RULES: tuple[Rule, ...] = (
    entries.every_role_on_every_dimension,
    entries.known_references,
    claims.every_case_changes_something,
    claims.witnesses_of_an_activity,
    claims.cells_give_what_activities_give,
    claims.cells_say_what_to_do,
    claims.fights_end_as_their_activities_do,
    claims.arguments_are_settled,
    entries.daily_meetings_are_mutual,
    ids.kinds_fit_addresses,
    entries.one_meaning_each,
    entries.pairs_are_named_for_their_roles,
    entries.nothing_unused,
    ids.anchors_are_unique,
    ids.former_ids_are_free,
    ids.one_source_one_label,
    entries.changes_newest_first,
    house.house_rules_name_activities,
)


def check_data(loaded: Loaded) -> Iterator[Problem]:
    """Every problem within the data."""
    for rule in DATA_RULES:
        yield from rule(loaded)
