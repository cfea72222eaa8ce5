"""Pictures drawn from the data, as HTML and inline SVG that follow the theme.

Each stands in a `<figure>` with a caption that says what to see, and holds the same facts as
text: a picture here is a table that is also drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scripts import addresses
from scripts.addresses import Place, lower
from scripts.model import Breadth, Comparison, Horizon, Role
from scripts.render import tables
from scripts.render.text import esc, html_link

if TYPE_CHECKING:
    from scripts.render.pages import Site


def horizons_region(site: Site, page: str) -> str:
    return horizons(site.comparison, page)


def circles_region(site: Site, page: str) -> str:
    return circles(site.comparison, page)


def overlap_region(site: Site, page: str) -> str:
    return overlap(site.comparison, page)


def launch_region(site: Site, page: str) -> str:
    return launch(site.comparison, page)


SPAN = {
    Horizon.DAY: "a day",
    Horizon.WEEK: "a week",
    Horizon.SPRINT: "a sprint",
    Horizon.MONTH: "a month",
    Horizon.QUARTER: "a quarter",
    Horizon.YEAR: "a year",
    Horizon.YEARS: "years",
}
WIDTH = {
    Breadth.PERSON: "one person",
    Breadth.TEAM: "one team",
    Breadth.TEAMS: "several teams",
    Breadth.PRODUCT: "one product",
    Breadth.PRODUCTS: "several products",
    Breadth.ORGANIZATION: "the organization",
}


def figure(caption: str, body: str) -> str:
    """A picture with its caption, kept out of the search index."""
    return (
        f'<figure class="picture" data-search-exclude>\n{body}\n'
        f"<figcaption>{esc(caption)}</figcaption>\n</figure>"
    )


def _bar(first: int, last: int, steps: int) -> str:
    """A bar over the steps first … last of a scale; drawn only, the words stand beside it."""
    return (
        f'<svg class="bar" viewBox="0 0 {steps} 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="track" width="{steps}" height="1"/>'
        f'<rect class="fill" x="{first}" width="{last - first + 1}" height="1"/></svg>'
    )


def _range(near: str, far: str) -> str:
    return near if near == far else f"{near} to {far}"


class Reach(NamedTuple):
    """A role's horizon and breadth in words."""

    ahead: str
    wide: str


def reach(role: Role) -> Reach:
    return Reach(
        _range(SPAN[role.horizon.near], SPAN[role.horizon.far]),
        _range(WIDTH[role.breadth.near], WIDTH[role.breadth.far]),
    )


def horizons(told: Comparison, page: str) -> str:
    """How far ahead each role looks in its daily work, and how wide it answers."""
    spans, widths = list(SPAN), list(WIDTH)
    rows = [
        '<thead><tr><th scope="col">Role</th><th scope="col">Looks ahead</th>'
        '<th scope="col">Answers for</th></tr></thead>',
        "<tbody>",
    ]
    for id, role in told.roles.items():
        ahead, wide = role.horizon, role.breadth
        rows.append(
            f'<tr><th scope="row">{html_link(role.name, Place(addresses.role_page(id)), page)}</th>'
            f'<td data-label="Looks ahead">{_range(SPAN[ahead.near], SPAN[ahead.far])}'
            f"{_bar(spans.index(ahead.near), spans.index(ahead.far), len(spans))}</td>"
            f'<td data-label="Answers for">{_range(WIDTH[wide.near], WIDTH[wide.far])}'
            f"{_bar(widths.index(wide.near), widths.index(wide.far), len(widths))}</td></tr>"
        )
    rows.append("</tbody>")
    label = "How far ahead each role looks, and how wide it answers"
    return figure(
        f"Left to right, each bar runs from {SPAN[spans[0]]} to {SPAN[spans[-1]]} ahead, and from "
        f"{WIDTH[widths[0]]} to {WIDTH[widths[-1]]}. This site’s reading of the sources on "
        "each role’s page.",
        tables.region(label, "drawn", rows),
    )


def circles(told: Comparison, page: str) -> str:
    """Whom each role meets daily, often, rarely."""
    rings = ("daily", "often", "rarely")
    rows = [
        '<thead><tr><th scope="col">Role</th>'
        + "".join(f'<th scope="col">{ring.capitalize()}</th>' for ring in rings)
        + "</tr></thead>",
        "<tbody>",
    ]
    for id, role in told.roles.items():
        cells = ""
        for ring in rings:
            people = ", ".join(lower(told.name_of(who)) for who in getattr(role.circle, ring))
            cells += f'<td data-label="{ring.capitalize()}" class="ring {ring}">{esc(people)}</td>'
        rows.append(
            f'<tr><th scope="row">{html_link(role.name, Place(addresses.role_page(id)), page)}</th>'
            f"{cells}</tr>"
        )
    rows.append("</tbody>")
    return figure(
        "Inside the daily circle on the left, outside it on the right: the darker the column, the "
        "closer. This site’s reading of the sources on each role’s page.",
        tables.region("Who is inside and outside each role’s daily circle", "drawn", rows),
    )


def overlap(told: Comparison, page: str) -> str:
    """In how many activities two roles both have a part: every role against every other."""
    roles = list(told.roles)
    counts = {(a, b): len(tables.shared(told, (a, b))) for a in roles for b in roles if a != b}
    most = max(counts.values(), default=0) or 1
    rows = [
        '<thead><tr><th scope="col">Role</th>'
        + "".join(f'<th scope="col">{esc(told.roles[role].name)}</th>' for role in roles)
        + "</tr></thead>",
        "<tbody>",
    ]
    pages = {frozenset(pair.roles): id for id, pair in told.pairs.items()}
    for a in roles:
        cells = ""
        for b in roles:
            if a == b:
                cells += '<td class="self">–</td>'
                continue
            count = counts[a, b]
            level = -(-5 * count // most)
            pair = pages.get(frozenset((a, b)))
            label = str(count)
            if pair and count:
                href = Place(addresses.pair_page(pair), "who-does-what").html(page)
                label = f'<a href="{href}">{count}</a>'
            cells += f'<td class="level-{level}">{label}</td>'
        name = html_link(told.roles[a].name, Place(addresses.role_page(a)), page)
        rows.append(f'<tr><th scope="row">{name}</th>{cells}</tr>')
    rows.append("</tbody>")
    return figure(
        f"Of {len(told.activities)} activities, the number in which both roles usually lead, share "
        "or claim a part; the darker, the more. A number with a page behind it is a link.",
        tables.region("How much any two roles overlap", "overlaps", rows),
    )


def launch(told: Comparison, page: str) -> str:
    """How one launch passes from hand to hand: the steps, each with its usual lead."""
    lines = ['<ol class="relay">']
    for step in told.launch:
        activity = told.activities[step.activity]
        name = html_link(activity.name, addresses.activity(step.activity), page)
        lines.append(
            f'<li><span class="who">{esc(told.name_of(activity.lead))}</span> {name}'
            f'<span class="hands">hands on: {esc(step.hands)}</span></li>'
        )
    lines.append("</ol>")
    return figure(
        "One launch from left to right, or from top to bottom on a narrow screen: who usually "
        "leads each leg, and what passes to the next. Settings change the leads; follow a leg "
        "to see how.",
        "\n".join(lines),
    )
