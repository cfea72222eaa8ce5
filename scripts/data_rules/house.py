"""House rules name what there is."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.load import Loaded
from scripts.problems import Problem, Where, suggest


def house_rules_name_activities(loaded: Loaded) -> Iterator[Problem]:
    """Each house rule is about an activity, and gives nobody two parts that exclude each other."""
    data = loaded.comparison
    for id, rule in data.house.items():
        where: Where = ("house", id)
        if id not in data.activities:
            fix = suggest(id, data.activities)
            yield loaded.problem(where, f"unknown activity {id!r}", fix)
        parts = {"asked": rule.asked, "told": rule.told}
        taken = {rule.decides: "decides"}
        for part, names in parts.items():
            for index, name in enumerate(names):
                if name in taken:
                    what = f"{name!r} stands under {taken[name]!r} too"
                    yield loaded.problem((*where, part, index), what, "keep it in one place")
                taken.setdefault(name, part)
