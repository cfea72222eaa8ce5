"""Rules that the data must keep: one function each, yielding problems.

The types in `model` say what a single field may hold; the rules here see more than one field.
What pages must keep is in `page_rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from urllib.parse import urlsplit

from scripts import evidence
from scripts.edition import rules
from scripts.load import Loaded
from scripts.model import Cell, Claimed, Combination, Comparison, Kind, Pair, Title
from scripts.problems import Problem, Where, suggest

Rule = Callable[[Loaded], Iterator[Problem]]


def check_data(loaded: Loaded) -> Iterator[Problem]:
    """Every problem within the data."""
    for rule in DATA_RULES:
        yield from rule(loaded)


def every_role_on_every_dimension(loaded: Loaded) -> Iterator[Problem]:
    told = loaded.comparison
    for id, dimension in told.dimensions.items():
        where = ("dimensions", id, "cells")
        for role in told.roles:
            if role not in dimension.cells:
                yield loaded.problem(where, f"no cell for role {role!r}", "add one")
        for role in dimension.cells:
            if role not in told.roles:
                mend = suggest(role, told.roles)
                yield loaded.problem((*where, role), f"unknown role {role!r}", mend)
        known = [role for role in dimension.cells if role in told.roles]
        if known != [role for role in told.roles if role in dimension.cells]:
            yield loaded.problem(
                where, "cells are not in the order of roles", "order them as under 'roles'"
            )


def known_references(loaded: Loaded) -> Iterator[Problem]:
    """Every id that the data mentions exists, and is of the kind that its place asks for."""
    told = loaded.comparison
    for path, ref, id in told.references():
        among = [each for kind in ref.kinds for each in getattr(told, kind)]
        if id not in among:
            at = path[:-1] if ref.called == "source" else path
            yield loaded.problem(at, f"unknown {ref.called} {id!r}", suggest(id, among))


def claims(told: Comparison) -> Iterator[tuple[Where, Claimed]]:
    """Every claim with cases and objections: cells and titles, with their paths."""
    for id, dimension in told.dimensions.items():
        for role, cell in dimension.cells.items():
            yield ("dimensions", id, "cells", role), cell
    for id, title in told.titles.items():
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
    if (without is not None) != (setting == "without"):
        yield loaded.problem(
            at,
            "'without' and the setting do not match",
            "give 'without: ROLE' exactly where 'in: without' stands",
        )


def cells_give_what_activities_give(loaded: Loaded) -> Iterator[Problem]:
    """A cell gives an activity only to a role that leads it by the activity's witnesses."""
    told = loaded.comparison
    for where, claim in claims(told):
        if not isinstance(claim, Cell):
            continue
        role = str(where[-1])
        for index, id in enumerate(claim.activities):
            if id not in told.activities:
                continue  # reported as unknown
            found = evidence.leads(told, told.activities[id])
            if found.part(role) in ("lead", "claim", "elsewhere"):
                continue
            leader = f"; {found.usual!r} leads it" if found.usual else ""
            yield loaded.problem(
                (*where, "activities", index),
                f"gives {id!r} to {role!r}, whom no witness of it calls the leader{leader}",
                "add a witness to the activity, or take it out of the cell",
            )


def fights_end_as_their_activities_do(loaded: Loaded) -> Iterator[Problem]:
    """Whoever has the last word in a fight leads one of the activities that it rests on."""
    told = loaded.comparison
    for id, fight in told.fights.items():
        leaders = [
            evidence.leads(told, told.activities[each]).usual
            for each in fight.activities
            if each in told.activities
        ]
        if fight.lead and fight.lead not in leaders:
            by = ", ".join(filter(None, leaders)) or "nobody"
            yield loaded.problem(
                ("fights", id, "lead"),
                f"{fight.lead!r} usually leads none of its activities (led by {by})",
                "correct the fight, or the witnesses of its activities",
            )


def daily_meetings_are_mutual(loaded: Loaded) -> Iterator[Problem]:
    """Whoever meets a role daily is met by it daily, or often."""
    told = loaded.comparison
    for id, role in told.roles.items():
        for index, other in enumerate(role.circle.daily):
            if other not in told.roles:
                continue
            back = told.roles[other].circle
            if id not in (*back.daily, *back.often):
                yield loaded.problem(
                    ("roles", id, "circle", "daily", index),
                    f"{id!r} meets {other!r} daily, but not the other way round",
                    f"add {id!r} to the circle of {other!r}, or take it out here",
                )


# Hosts where anybody publishes: nothing there is a standard or a government's guidance.
OPEN_HOSTS = (
    "medium.com",
    "substack.com",
    "linkedin.com",
    "wordpress.com",
    "dev.to",
    "blogspot.com",
)


def kinds_fit_addresses(loaded: Loaded) -> Iterator[Problem]:
    """A text on a host where anybody publishes is no standard and no government guidance."""
    for id, source in loaded.comparison.sources.items():
        host = urlsplit(source.url or "").hostname or ""
        anybody = any(host == each or host.endswith(f".{each}") for each in OPEN_HOSTS)
        if anybody and source.kind in (Kind.STANDARD, Kind.GOVERNMENT):
            yield loaded.problem(
                ("sources", id, "kind"),
                f"{source.kind.value!r} on {host}, where anybody publishes",
                "call it expert or practitioner, or give the address of the original",
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
    told = loaded.comparison
    for kind, joint in (("pairs", "-vs-"), ("combinations", "-and-")):
        entries: Mapping[str, Pair | Combination] = getattr(told, kind)
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
    told = loaded.comparison
    used: set[str] = set()
    for role in told.roles.values():
        used.update(role.circle.daily, role.circle.often, role.circle.rarely)
    for activity in told.activities.values():
        for witness in activity.witnesses:
            used.update((witness.lead or "", *witness.share))
    for fight in told.fights.values():
        used.update(fight.roles)
    for rule in told.house.values():
        used.update((rule.decides, *rule.does, *rule.asked, *rule.told))
    for id in told.parties:
        if id not in used:
            yield loaded.problem(("parties", id), f"party {id!r} is not used", "remove it")


def anchors_are_unique(loaded: Loaded) -> Iterator[Problem]:
    """Things that share a page, or a name space in "see", have ids of their own."""
    told = loaded.comparison
    taken: dict[str, str] = {}
    kinds = (
        "roles",
        "parties",
        "dimensions",
        "activities",
        "titles",
        "glossary",
        "disagreements",
        "fights",
        "questions",
    )
    for kind in kinds:
        for id in getattr(told, kind):
            if id in taken:
                yield loaded.problem(
                    (kind, id), f"id {id!r} is taken by {taken[id]}", "choose another id"
                )
            taken.setdefault(id, kind)
    for id in told.abbreviations:
        if id in told.titles:
            yield loaded.problem(
                ("abbreviations", id), f"id {id!r} is taken by titles", "choose another id"
            )


def former_ids_are_free(loaded: Loaded) -> Iterator[Problem]:
    """An id that a source once had belongs to no other source."""
    told = loaded.comparison
    taken = dict.fromkeys(told.sources, "itself a source")
    for id, source in told.sources.items():
        for index, former in enumerate(source.former):
            if former in taken:
                yield loaded.problem(
                    ("sources", id, "former", index), f"{former!r} is {taken[former]}", "remove it"
                )
            taken[former] = f"a former id of {id!r}"


def one_source_one_label(loaded: Loaded) -> Iterator[Problem]:
    """Readers tell sources apart by their labels."""
    taken: dict[str, str] = {}
    for id, source in loaded.comparison.sources.items():
        if source.short in taken:
            yield loaded.problem(
                ("sources", id, "short"),
                f"label {source.short!r} is taken by {taken[source.short]!r}",
                "tell them apart, for instance by year",
            )
        taken.setdefault(source.short, id)


def changes_newest_first(loaded: Loaded) -> Iterator[Problem]:
    for index, (newer, older) in enumerate(pairwise(loaded.comparison.changes)):
        if older.date > newer.date:
            yield loaded.problem(
                ("changes", index + 1), "newer than the entry above", "put the newest first"
            )


DATA_RULES: tuple[Rule, ...] = (
    every_role_on_every_dimension,
    known_references,
    every_case_changes_something,
    witnesses_of_an_activity,
    cells_give_what_activities_give,
    fights_end_as_their_activities_do,
    daily_meetings_are_mutual,
    kinds_fit_addresses,
    one_meaning_each,
    pairs_are_named_for_their_roles,
    nothing_unused,
    anchors_are_unique,
    former_ids_are_free,
    one_source_one_label,
    changes_newest_first,
    rules.house_rules_name_activities,
)
