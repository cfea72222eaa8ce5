"""Tables: what stands in their rows. Their markup is in templates/tables.html."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from scripts import addresses, entries, evidence
from scripts.addresses import Place, lower
from scripts.evidence import Direction
from scripts.model import Comparison, Dimension
from scripts.render import house, marks
from scripts.render.templating import fill
from scripts.render.text import html_link, sentence


class Claimed(NamedTuple):
    """A claim in a table, and where it is explained."""

    anchor: str  # of the cell in a table of several roles
    role: str
    name: str
    claim: str
    href: str
    direction: Direction
    way: str  # which way the sources point; "" where they agree


def claimed(comparison: Comparison, dimension: str, role: str, page: str) -> Claimed:
    cell = comparison.dimensions[dimension].cells[role]
    mark = evidence.of_claim(comparison, cell)
    href = addresses.cell(dimension, role).html(page)
    name = comparison.roles[role].name
    anchor = addresses.compare_cell(dimension, role)
    way = marks.short_way(mark)
    return Claimed(anchor, role, name, cell.claim, href, mark.direction, way)


def role_link(comparison: Comparison, role: str, page: str) -> Markup:
    return html_link(comparison.roles[role].name, Place(addresses.role_page(role)), page)


def dimension_link(comparison: Comparison, dimension: str, page: str) -> Markup:
    place = Place(addresses.dimension_page(dimension))
    return html_link(comparison.dimensions[dimension].name, place, page)


def activity_link(comparison: Comparison, activity: str, page: str) -> Markup:
    return html_link(comparison.activities[activity].name, addresses.activity(activity), page)


def matrix(
    comparison: Comparison, roles: Sequence[str], page: str, label: str, kind: str = "matrix"
) -> Markup:
    """Dimensions down, roles across: the compare table, and a versus page's side-by-side."""
    heads = [(id, comparison.roles[id].name, role_link(comparison, id, page)) for id in roles]
    rows = [
        (
            id,
            dimension_link(comparison, id, page),
            dimension.question,
            [claimed(comparison, id, role, page) for role in roles],
        )
        for id, dimension in comparison.dimensions.items()
    ]
    return fill("tables.matrix", label=label, kind=kind, roles=heads, rows=rows)


def row(comparison: Comparison, dimension: str, page: str) -> Markup:
    """One dimension, a role a line."""
    found = comparison.dimensions[dimension]
    rows = [
        (
            f"row--{role}",
            html_link(comparison.roles[role].name, addresses.cell(dimension, role), page),
            claimed(comparison, dimension, role, page),
        )
        for role in found.cells
    ]
    label = f"{found.name}: every role"
    return fill("tables.list", label=label, names=["Role", found.question], rows=rows)


def profile(comparison: Comparison, role: str, page: str) -> Markup:
    """One role, a dimension a line; each row has the dimension's id."""
    name = comparison.roles[role].name
    rows = [
        (id, dimension_link(comparison, id, page), claimed(comparison, id, role, page))
        for id in comparison.dimensions
    ]
    return fill("tables.list", label=f"{name}: profile", names=["Dimension", name], rows=rows)


def first_differences(comparison: Comparison, page: str) -> Markup:
    """The first two roles on what people ask first, in a few words a cell."""
    roles = list(comparison.roles)[:2]
    names = [comparison.roles[role].name for role in roles]
    rows = []
    for id, dimension in _asked_first(comparison.dimensions):
        found = [(role, dimension.cells[role]) for role in roles]
        cells = [
            (addresses.cell(id, role).html(page), cell.headline or cell.claim)
            for role, cell in found
        ]
        rows.append((dimension_link(comparison, id, page), cells))
    label = " and ".join([names[0], *map(lower, names[1:])])
    label += ": the first differences"
    return fill("tables.glance", label=label, names=["Dimension", *names], rows=rows)


def _asked_first(dimensions: Mapping[str, Dimension]) -> list[tuple[str, Dimension]]:
    """Those that the data puts first; where it puts none, the first few."""
    placed = [(each.first, id) for id, each in dimensions.items() if each.first]
    return [(id, dimensions[id]) for _, id in sorted(placed)] or list(dimensions.items())[:5]


PART = {
    "lead": "Last word",
    "claim": "Claims it",
    "elsewhere": "In some settings",
    "share": "Takes part",
    "": "No part",
}


def shared_activities(
    comparison: Comparison, roles: Sequence[str], listed: Iterable[str], page: str
) -> Markup:
    """Activities, a row each, with the part that each of the roles has."""
    names = [comparison.roles[role].name for role in roles]
    rows = []
    for id in listed:
        found = evidence.leads(comparison, comparison.activities[id])
        cells = [
            (name, PART[found.part(role)], house.own_part(comparison, id, role))
            for role, name in zip(roles, names, strict=True)
        ]
        rows.append((id, activity_link(comparison, id, page), cells))
    label = f"{sentence(' and '.join(map(lower, names)))[:-1]}: who does what"
    return fill("tables.shared_activities", label=label, roles=names, rows=rows)


def shared(comparison: Comparison, roles: Sequence[str]) -> tuple[str, ...]:
    """The activities that two roles argue over: both have a part, or one leads and the activity
    is part of a fight."""
    fought = {id for fight in comparison.fights.values() for id in fight.activities}
    found = []
    for id, activity in comparison.activities.items():
        parts = [evidence.leads(comparison, activity).part(role) for role in roles]
        if all(parts) or (id in fought and {"lead", "claim"} & set(parts)):
            found.append(id)
    return tuple(found)


def combinations(comparison: Comparison, page: str) -> Markup:
    """Every rated combination, a line each."""
    rows = []
    for id, each in comparison.combinations.items():
        name = entries.combination_name(comparison, id)
        link = html_link(name, Place(addresses.COMBINING, id), page)
        rows.append((id, link, evidence.rating_of(comparison, each), each.verdict))
    return fill("tables.combinations", rows=rows)
