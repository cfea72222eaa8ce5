"""Claims, cases, objections and witnesses: what they may say beside one another."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import evidence
from scripts.load import Loaded
from scripts.model import ARGUED, WITHOUT, Cell, Claimed, Comparison, Title
from scripts.problems import Problem, Where


def claims(data: Comparison) -> Iterator[tuple[Where, Claimed]]:
    """Every claim with cases and objections: cells and titles, with their paths."""
    for id, dimension in data.dimensions.items():
        for role, cell in dimension.cells.items():
            yield ("dimensions", id, "cells", role), cell
    for id, title in data.titles.items():
        yield ("titles", id), title


def every_case_changes_something(loaded: Loaded) -> Iterator[Problem]:
    """A case says something other than the claim, and names the role that is absent, if one is."""
    for where, claim in claims(loaded.comparison):
        text = (
            claim.claim
            if isinstance(claim, Cell)
            else claim.says
            if isinstance(claim, Title)
            else ""
        )
        for index, case in enumerate(claim.cases):
            at = (*where, "cases", index)
            if case.claim.casefold().strip(".") == text.casefold().strip("."):
                yield loaded.problem(
                    at, "a case that changes nothing", "say what differs, or move its sources up"
                )
            yield from _absent_role(loaded, at, case.setting, case.without)


def witnesses_of_an_activity(loaded: Loaded) -> Iterator[Problem]:
    """Each witness says something of its own; nobody both leads and shares."""
    for id, activity in loaded.comparison.activities.items():
        said: dict[object, int] = {}
        for index, witness in enumerate(activity.witnesses):
            at: Where = ("activities", id, "witnesses", index)
            if witness.lead in witness.share:
                what = f"{witness.lead!r} both leads and shares"
                yield loaded.problem((*at, "share"), what, "keep it in one place")
            yield from _absent_role(loaded, at, witness.setting or "", witness.without)
            key = (witness.lead, witness.setting, witness.without, witness.sources)
            if key in said:
                what = f"says what witness {said[key]} says, by the same sources"
                yield loaded.problem(at, what, "merge the two")
            said[key] = index


def _absent_role(loaded: Loaded, at: Where, setting: str, without: str | None) -> Iterator[Problem]:
    if (without is not None) != (setting == WITHOUT):
        yield loaded.problem(
            at,
            "'without' and the setting do not match",
            "give 'without: ROLE' exactly where 'in: without' stands",
        )


def cells_give_what_activities_give(loaded: Loaded) -> Iterator[Problem]:
    """A cell gives an activity only to a role that leads it by the activity's witnesses."""
    data = loaded.comparison
    for where, claim in claims(data):
        if not isinstance(claim, Cell):
            continue
        role = str(where[-1])
        for index, id in enumerate(claim.activities):
            if id not in data.activities:
                continue  # reported as unknown
            found = evidence.leads(data, data.activities[id])
            if found.part(role) in ("lead", "claim", "elsewhere"):
                continue
            leader = f"; {found.usual!r} leads it" if found.usual else ""
            yield loaded.problem(
                (*where, "activities", index),
                f"gives {id!r} to {role!r}, whom no witness of it calls the leader{leader}",
                "add a witness to the activity, or take it out of the cell",
            )


def cells_say_what_to_do(loaded: Loaded) -> Iterator[Problem]:
    """Where one cell of a dimension gives a next step, every cell does."""
    for id, dimension in loaded.comparison.dimensions.items():
        silent = [role for role, cell in dimension.cells.items() if not (cell.advice or cell.say)]
        if len(silent) < len(dimension.cells):
            for role in silent:
                yield loaded.problem(
                    ("dimensions", id, "cells", role),
                    "no next step, although other cells of the dimension give one",
                    "add 'advice', what to do next, or 'say', a sentence to say",
                )


def fights_end_as_their_activities_do(loaded: Loaded) -> Iterator[Problem]:
    """Whoever has the last word in a fight leads one of the activities that it rests on."""
    data = loaded.comparison
    for id, fight in data.fights.items():
        leaders = [
            evidence.leads(data, data.activities[each]).usual
            for each in fight.activities
            if each in data.activities
        ]
        if fight.lead and fight.lead not in leaders:
            by = ", ".join(filter(None, leaders)) or "nobody"
            yield loaded.problem(
                ("fights", id, "lead"),
                f"{fight.lead!r} usually leads none of its activities (led by {by})",
                "correct the fight, or the witnesses of its activities",
            )


def arguments_are_settled(loaded: Loaded) -> Iterator[Problem]:
    """A question that people argue over says what to do, and who has the last word, or when."""
    for id, question in loaded.comparison.questions.items():
        where: Where = ("questions", id)
        if question.topic in ARGUED and not question.advice:
            fix = "add 'advice', what to do next"
            yield loaded.problem(where, "an argument that ends without advice", fix)
        if question.unsettled:
            yield loaded.problem(
                where,
                "an argument that names no activity, and nothing on what it depends",
                "add 'activities', whose last word it is about, or 'depends'",
            )
