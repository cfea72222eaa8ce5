"""Rules that an edition adds for its data: house rules name what there is, stubs get written."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.load import Loaded
from scripts.problems import Problem, Where, suggest

STUB = "WRITE:"  # how a text begins that still has to be written
STUB_SOURCE = "write-source"  # the source of a claim that nobody has named yet
STUB_DAY = "2000-01-01"


def house_rules_name_activities(loaded: Loaded) -> Iterator[Problem]:
    """Each house rule is about an activity, and gives nobody two parts that exclude each other."""
    told = loaded.comparison
    for id, rule in told.house.items():
        where: Where = ("house", id)
        if id not in told.activities:
            mend = suggest(id, told.activities)
            yield loaded.problem(where, f"unknown activity {id!r}", mend)
        parts = {"asked": rule.asked, "told": rule.told}
        taken = {rule.decides: "decides"}
        for part, names in parts.items():
            for index, name in enumerate(names):
                if name in taken:
                    what = f"{name!r} stands under {taken[name]!r} too"
                    yield loaded.problem((*where, part, index), what, "keep it in one place")
                taken.setdefault(name, part)
