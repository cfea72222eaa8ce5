"""Tables, as HTML: Markdown has no row headers, captions or ids.

Every table here stands in a focusable, labelled region that scrolls sideways by itself, is left
out of the search index (its texts have their own sections), and says in words what a mark means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from scripts import addresses
from scripts.addresses import Place, lower
from scripts.model import Activity, Cell, Comparison
from scripts.render.text import AGREEMENT, RATING, esc, html_link, sentence


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


def why(dimension: str, role: str, cell: Cell, page: str) -> str:
    """The link from a cell to the passage that explains it; its words tell the agreement."""
    href = addresses.cell(dimension, role).html(page)
    if cell.agreement == "settled":
        return f'<a class="why" href="{href}">Why</a>'
    label = AGREEMENT[cell.agreement]
    return f'<a class="why {cell.agreement}" href="{href}">{label}: why</a>'


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
                f"{esc(cell.says)} {why(id, role, cell, page)}{link_to(anchor, 'cell')}</td>"
            )
        rows.append("</tr>")
    rows.append("</tbody>")
    return region(label, kind, rows)


def row(comparison: Comparison, dimension: str, page: str) -> str:
    """One dimension, a role a line."""
    told = comparison.dimensions[dimension]
    rows = [
        '<thead><tr><th scope="col">Role</th>'
        f'<th scope="col">{esc(told.question)}</th></tr></thead>',
        "<tbody>",
    ]
    for role, cell in told.cells.items():
        name = html_link(comparison.roles[role].name, addresses.cell(dimension, role), page)
        rows.append(
            f'<tr id="row--{role}"><th scope="row">{name}{link_to(f"row--{role}", "row")}</th>'
            f"<td>{esc(cell.says)} {why(dimension, role, cell, page)}</td></tr>"
        )
    rows.append("</tbody>")
    return region(f"{told.name}: every role", "list", rows)


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
            f"<td>{esc(cell.says)} {why(id, role, cell, page)}</td></tr>"
        )
    rows.append("</tbody>")
    return region(f"{name}: profile", "list", rows)


def first_differences(comparison: Comparison, page: str, count: int = 5) -> str:
    """The first two roles on the first dimensions: the question that most readers bring."""
    roles = list(comparison.roles)[:2]
    names = [comparison.roles[role].name for role in roles]
    head = "".join(f'<th scope="col">{esc(name)}</th>' for name in names)
    rows = [f'<thead><tr><th scope="col">Dimension</th>{head}</tr></thead>', "<tbody>"]
    for id, dimension in list(comparison.dimensions.items())[:count]:
        link = html_link(dimension.name, Place(addresses.dimension_page(id)), page)
        cells = "".join(f"<td>{at_a_glance(id, role, comparison, page)}</td>" for role in roles)
        rows.append(f'<tr><th scope="row">{link}</th>{cells}</tr>')
    rows.append("</tbody>")
    label = " and ".join([names[0], *map(lower, names[1:])])
    return region(f"{label}: the first differences", "glance", rows)


def at_a_glance(dimension: str, role: str, comparison: Comparison, page: str) -> str:
    """A cell in a few words, which lead to the passage that explains it."""
    cell = comparison.dimensions[dimension].cells[role]
    if cell.short is None:
        return f"{esc(cell.says)} {why(dimension, role, cell, page)}"
    href = addresses.cell(dimension, role).html(page)
    link = f'<a class="why" href="{href}">{esc(cell.short)}</a>'
    if cell.agreement == "settled":
        return link
    return f'{link} <small class="{cell.agreement}">{AGREEMENT[cell.agreement]}</small>'


PART = {"lead": "Usually leads", "share": "Shares", "claim": "Also claims it", "": "–"}


def part(activity: Activity, who: str) -> str:
    """The part that a role or party usually has in an activity, in words."""
    if activity.lead == who:
        return PART["lead"]
    if who in activity.claim:
        return PART["claim"]
    return PART["share"] if who in activity.share else PART[""]


def names(comparison: Comparison, ids: Sequence[str]) -> str:
    return ", ".join(esc(comparison.name_of(id)) for id in ids) or "–"


def activities(comparison: Comparison, page: str) -> str:
    """Every activity, a line each: who usually leads, who shares, who else claims it."""
    rows = [
        '<thead><tr><th scope="col">Activity</th><th scope="col">Usually leads</th>'
        '<th scope="col">Shares</th><th scope="col">Also claims it</th>'
        '<th scope="col">Sources</th></tr></thead>',
        "<tbody>",
    ]
    for id, activity in comparison.activities.items():
        who = " ".join([activity.lead, *activity.share, *activity.claim])
        rows.append(
            f'<tr id="row--{id}" data-group="{activity.group}" data-who="{who}"'
            f' data-agreement="{activity.agreement}">'
            f'<th scope="row">{html_link(activity.name, addresses.activity(id), page)}</th>'
            f'<td data-label="Usually leads">{names(comparison, [activity.lead])}</td>'
            f'<td data-label="Shares">{names(comparison, activity.share)}</td>'
            f'<td data-label="Also claims it">{names(comparison, activity.claim)}</td>'
            f'<td data-label="Sources" class="{activity.agreement}">'
            f"{AGREEMENT[activity.agreement]}</td></tr>"
        )
    rows.append("</tbody>")
    return region("Who does what: every activity", "activities choose", rows)


def shared_activities(comparison: Comparison, roles: Sequence[str], page: str) -> str:
    """The activities in which every one of the roles has a part."""
    head = "".join(f'<th scope="col">{esc(comparison.roles[role].name)}</th>' for role in roles)
    rows = [f'<thead><tr><th scope="col">Activity</th>{head}</tr></thead>', "<tbody>"]
    for id, activity in shared(comparison, roles).items():
        cells = "".join(
            f'<td data-label="{esc(comparison.roles[role].name)}">{part(activity, role)}</td>'
            for role in roles
        )
        link = html_link(activity.name, addresses.activity(id), page)
        rows.append(f'<tr id="{id}"><th scope="row">{link}{link_to(id, "row")}</th>{cells}</tr>')
    rows.append("</tbody>")
    told = " and ".join(lower(comparison.roles[role].name) for role in roles)
    return region(f"{sentence(told)[:-1]}: activities where both have a part", "list", rows)


def shared(comparison: Comparison, roles: Sequence[str]) -> Mapping[str, Activity]:
    """The activities in which every one of the roles leads, shares, claims, or leads somewhere."""
    return {
        id: activity
        for id, activity in comparison.activities.items()
        if all(role in involved(activity) for role in roles)
    }


def involved(activity: Activity) -> frozenset[str]:
    """Everyone with a usual part in an activity."""
    return frozenset((activity.lead, *activity.share, *activity.claim))


def combinations(comparison: Comparison, page: str) -> str:
    """Every rated combination, a line each."""
    rows = [
        '<thead><tr><th scope="col">One person as</th><th scope="col">Rating</th>'
        '<th scope="col">Answer</th></tr></thead>',
        "<tbody>",
    ]
    for id, combination in comparison.combinations.items():
        first, second = (comparison.roles[role].name for role in combination.roles)
        told = f"{first} and {lower(second)}"
        rows.append(
            f'<tr id="row--{id}"><th scope="row">'
            f"{html_link(told, Place(addresses.COMBINING, id), page)}</th>"
            f'<td data-label="Rating" class="{combination.rating}">'
            f"{RATING[combination.rating]}</td>"
            f'<td data-label="Answer">{esc(combination.verdict)}</td></tr>'
        )
    rows.append("</tbody>")
    return region("One person in two roles: every combination", "list", rows)
