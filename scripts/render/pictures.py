"""Pictures drawn from the data, as HTML and inline SVG that follow the theme.

Each stands in a `<figure>` with a caption that says what to see, and holds the same facts as
text: a picture here is a table that is also drawn.
"""

from __future__ import annotations

from typing import NamedTuple

from scripts import addresses, evidence
from scripts.addresses import Place, lower
from scripts.model import Breadth, Comparison, Horizon, Lane, Role
from scripts.render import tables
from scripts.render.site import Site
from scripts.render.text import esc, html_link


def horizons_region(site: Site, page: str) -> str:
    return horizons(site.comparison, page)


def circles_region(site: Site, page: str) -> str:
    return circles(site.comparison, page)


def launch_region(site: Site, page: str) -> str:
    return launch(site.comparison, page)


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
        _range(role.horizon.near.label, role.horizon.far.label),
        _range(role.breadth.near.label, role.breadth.far.label),
    )


def horizons(told: Comparison, page: str) -> str:
    """How far ahead each role looks in its daily work, and how wide it answers."""
    spans, widths = list(Horizon), list(Breadth)
    rows = [
        '<thead><tr><th scope="col">Role</th><th scope="col">Looks ahead</th>'
        '<th scope="col">Answers for</th></tr></thead>',
        "<tbody>",
    ]
    for id, role in told.roles.items():
        ahead, wide = role.horizon, role.breadth
        rows.append(
            f'<tr><th scope="row">{html_link(role.name, Place(addresses.role_page(id)), page)}</th>'
            f'<td data-label="Looks ahead">{_range(ahead.near.label, ahead.far.label)}'
            f"{_bar(spans.index(ahead.near), spans.index(ahead.far), len(spans))}</td>"
            f'<td data-label="Answers for">{_range(wide.near.label, wide.far.label)}'
            f"{_bar(widths.index(wide.near), widths.index(wide.far), len(widths))}</td></tr>"
        )
    rows.append("</tbody>")
    label = "How far ahead each role looks, and how wide it answers"
    return figure(
        f"Left to right, each bar runs from {spans[0].label} to {spans[-1].label} ahead, and from "
        f"{widths[0].label} to {widths[-1].label}. This site’s reading of the sources on "
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


def launch(told: Comparison, page: str) -> str:
    """One launch as lanes side by side: each step with its usual lead and what it hands on."""
    columns = []
    for lane in Lane:
        steps = [step for step in told.launch if step.lane == lane]
        if not steps:
            continue
        lines = [f'<section class="lane"><h3>{lane.label}</h3>', "<ol>"]
        for step in steps:
            activity = told.activities[step.activity]
            name = html_link(activity.name, addresses.activity(step.activity), page)
            to = f" → {lower(step.to.label)}" if step.to else ""
            lines.append(
                f"<li{' class=hands-over' if step.to else ''}>{name}"
                f'<span class="who">{esc(_leader(told, step.activity))}</span>'
                f'<span class="hands">{esc(step.hands)}{esc(to)}</span></li>'
            )
        columns.append("\n".join([*lines, "</ol></section>"]))
    return figure(
        "Three lanes run side by side, each from top to bottom; an arrow names the lane that gets "
        "what a step hands over. Under each step stands who usually leads it.",
        '<div class="lanes">\n' + "\n".join(columns) + "\n</div>",
    )


def _leader(told: Comparison, activity: str) -> str:
    usual = evidence.leads(told, told.activities[activity]).usual
    return told.name_of(usual) if usual else "No usual lead"
