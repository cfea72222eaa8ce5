"""Tables, as HTML: Markdown has no row headers, captions or ids.

Every table here stands in a focusable, labelled region that scrolls sideways by itself, is left
out of the search index (its texts have their own sections), and says in words what a mark means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scripts import addresses, evidence
from scripts.addresses import Place, lower
from scripts.model import Cell, Comparison
from scripts.render import house, marks
from scripts.render.text import esc, html_link, sentence


def region(label: str, kind: str, rows: Iterable[str]) -> str:
    """A table with its caption, in its scrolling region; the first word of `kind` is its layout."""
    return "\n".join(
        [
            f'<div class="table {kind}" role="region" aria-label="{esc(label)}" tabindex="0"'
            " data-search-exclude>",
            # With a class of its own, the theme's script leaves a table where it is.
            f'<table class="{kind.split()[0]}">',
            f"<caption>{esc(label)}</caption>",
            *rows,
            "</table>",
            "</div>",
        ]
    )


def why(comparison: Comparison, dimension: str, role: str, cell: Cell, page: str) -> str:
    """The link from a cell to the passage that explains it; its words tell which way."""
    href = addresses.cell(dimension, role).html(page)
    mark = evidence.of_claim(comparison, cell)
    label = marks.short_way(mark)
    if not label:
        return f'<a class="why" href="{href}">Why</a>'
    return f'<a class="why {mark.direction}" href="{href}">{esc(label)}</a>'


def link_to(id: str, what: str) -> str:
    """The control that leads to a row or cell and, with the script, copies its address."""
    return f'<a class="copy" href="#{id}" aria-label="Link to this {what}">#</a>'


def matrix(
    comparison: Comparison, roles: Sequence[str], page: str, label: str, kind: str = "matrix"
) -> str:
    """Dimensions down, roles across: the compare table, and a versus page's side-by-side."""
    head = "".join(
        f'<th scope="col" id="role--{role}" data-role="{role}">'
        f"{html_link(comparison.roles[role].name, Place(addresses.role_page(role)), page)}</th>"
        for role in roles
    )
    rows = [f'<thead><tr><th scope="col">Dimension</th>{head}</tr></thead>', "<tbody>"]
    for id, dimension in comparison.dimensions.items():
        name = html_link(dimension.name, Place(addresses.dimension_page(id)), page)
        rows.append(
            f'<tr id="{id}"><th scope="row">{name}'
            f'{link_to(id, "row")}<span class="asks">{esc(dimension.question)}</span></th>'
        )
        for role in roles:
            cell = dimension.cells[role]
            anchor = addresses.compare_cell(id, role)
            rows.append(
                f'<td id="{anchor}" data-role="{role}"'
                f' data-label="{esc(comparison.roles[role].name)}">'
                f"{esc(cell.claim)} {why(comparison, id, role, cell, page)}"
                f"{link_to(anchor, 'cell')}</td>"
            )
        rows.append("</tr>")
    rows.append("</tbody>")
    return region(label, kind, rows)


def row(comparison: Comparison, dimension: str, page: str) -> str:
    """One dimension, a role a line."""
    row_of = comparison.dimensions[dimension]
    rows = [
        '<thead><tr><th scope="col">Role</th>'
        f'<th scope="col">{esc(row_of.question)}</th></tr></thead>',
        "<tbody>",
    ]
    for role, cell in row_of.cells.items():
        name = html_link(comparison.roles[role].name, addresses.cell(dimension, role), page)
        rows.append(
            f'<tr id="row--{role}"><th scope="row">{name}{link_to(f"row--{role}", "row")}</th>'
            f"<td>{esc(cell.claim)} {why(comparison, dimension, role, cell, page)}</td></tr>"
        )
    rows.append("</tbody>")
    return region(f"{row_of.name}: every role", "list", rows)


def profile(comparison: Comparison, role: str, page: str) -> str:
    """One role, a dimension a line; each row has the dimension's id."""
    name = comparison.roles[role].name
    rows = [
        f'<thead><tr><th scope="col">Dimension</th><th scope="col">{esc(name)}</th></tr></thead>',
        "<tbody>",
    ]
    for id, dimension in comparison.dimensions.items():
        cell = dimension.cells[role]
        link = html_link(dimension.name, Place(addresses.dimension_page(id)), page)
        rows.append(
            f'<tr id="{id}"><th scope="row">{link}{link_to(id, "row")}</th>'
            f"<td>{esc(cell.claim)} {why(comparison, id, role, cell, page)}</td></tr>"
        )
    rows.append("</tbody>")
    return region(f"{name}: profile", "list", rows)


# What people come for, in the order in which they ask.
FIRST_DIMENSIONS = ("decision-rights", "focus", "responsibilities", "success-metrics", "timeframe")


def first_differences(comparison: Comparison, page: str) -> str:
    """The first two roles on what people ask first: the pair that most readers bring."""
    roles = list(comparison.roles)[:2]
    names = [comparison.roles[role].name for role in roles]
    head = "".join(f'<th scope="col">{esc(name)}</th>' for name in names)
    rows = [f'<thead><tr><th scope="col">Dimension</th>{head}</tr></thead>', "<tbody>"]
    known = [id for id in FIRST_DIMENSIONS if id in comparison.dimensions]
    for id in known or list(comparison.dimensions)[: len(FIRST_DIMENSIONS)]:
        dimension = comparison.dimensions[id]
        link = html_link(dimension.name, Place(addresses.dimension_page(id)), page)
        cells = "".join(f"<td>{at_a_glance(id, role, comparison, page)}</td>" for role in roles)
        rows.append(f'<tr><th scope="row">{link}</th>{cells}</tr>')
    rows.append("</tbody>")
    label = " and ".join([names[0], *map(lower, names[1:])])
    return region(f"{label}: the first differences", "glance", rows)


def at_a_glance(dimension: str, role: str, comparison: Comparison, page: str) -> str:
    """A cell in a few words, which lead to the passage that explains it."""
    cell = comparison.dimensions[dimension].cells[role]
    href = addresses.cell(dimension, role).html(page)
    return f'<a class="why" href="{href}">{esc(cell.headline or cell.claim)}</a>'


def names(comparison: Comparison, ids: Sequence[str]) -> str:
    return ", ".join(esc(comparison.name_of(id)) for id in ids) or "–"


PART = {
    "lead": "Last word",
    "claim": "Claims it",
    "elsewhere": "In some settings",
    "share": "Takes part",
    "": "No part",
}


def shared_activities(
    comparison: Comparison, roles: Sequence[str], listed: Iterable[str], page: str
) -> str:
    """Activities, a row each, with the part that each of the roles has."""
    head = "".join(f'<th scope="col">{esc(comparison.roles[role].name)}</th>' for role in roles)
    rows = [f'<thead><tr><th scope="col">Activity</th>{head}</tr></thead>', "<tbody>"]
    for id in listed:
        activity = comparison.activities[id]
        found = evidence.leads(comparison, activity)
        cells = "".join(
            f'<td data-label="{esc(comparison.roles[role].name)}">{PART[found.part(role)]}'
            f"{house.own_part(comparison, id, role)}</td>"
            for role in roles
        )
        link = html_link(activity.name, addresses.activity(id), page)
        rows.append(f'<tr id="{id}"><th scope="row">{link}{link_to(id, "row")}</th>{cells}</tr>')
    rows.append("</tbody>")
    both = " and ".join(lower(comparison.roles[role].name) for role in roles)
    return region(f"{sentence(both)[:-1]}: who does what", "list", rows)


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


def combinations(comparison: Comparison, page: str) -> str:
    """Every rated combination, a line each."""
    rows = [
        '<thead><tr><th scope="col">One person as</th><th scope="col">Rating</th>'
        '<th scope="col">Answer</th></tr></thead>',
        "<tbody>",
    ]
    for id, combination in comparison.combinations.items():
        first, second = (comparison.roles[role].name for role in combination.roles)
        both = f"{first} and {lower(second)}"
        rating = evidence.rating_of(comparison, combination)
        rows.append(
            f'<tr id="row--{id}"><th scope="row">'
            f"{html_link(both, Place(addresses.COMBINING, id), page)}</th>"
            f'<td data-label="Rating" class="{rating}">{rating.label}</td>'
            f'<td data-label="Answer">{esc(combination.verdict)}</td></tr>'
        )
    rows.append("</tbody>")
    return region("One person in two roles: every combination", "list", rows)
