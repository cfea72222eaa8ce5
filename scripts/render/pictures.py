"""Pictures drawn from the data. Their markup is in templates/pictures.html."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from scripts import evidence
from scripts.addresses import lower
from scripts.model import Breadth, Comparison, Horizon, Lane, Role
from scripts.render import tables
from scripts.render.site import Site
from scripts.render.templating import fill


def horizons_region(site: Site, page: str) -> Markup:
    return horizons(site.comparison, page)


def circles_region(site: Site, page: str) -> Markup:
    return circles(site.comparison, page)


def launch_region(site: Site, page: str) -> Markup:
    return launch(site.comparison, page)


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


class Bar(NamedTuple):
    """A stretch of a scale, in words and as steps counted from 0."""

    words: str
    first: int
    last: int
    steps: int


def _bar(scale: type[Horizon | Breadth], near: Horizon | Breadth, far: Horizon | Breadth) -> Bar:
    steps = list(scale)
    return Bar(_range(near.label, far.label), steps.index(near), steps.index(far), len(steps))


def horizons(data: Comparison, page: str) -> Markup:
    """How far ahead each role looks in its daily work, and how wide it answers."""
    spans, widths = list(Horizon), list(Breadth)
    rows = [
        (
            tables.role_link(data, id, page),
            _bar(Horizon, role.horizon.near, role.horizon.far),
            _bar(Breadth, role.breadth.near, role.breadth.far),
        )
        for id, role in data.roles.items()
    ]
    caption = (
        f"Left to right, each bar runs from {spans[0].label} to {spans[-1].label} ahead, and from "
        f"{widths[0].label} to {widths[-1].label}. This site’s reading of the sources on "
        "each role’s page."
    )
    return fill("pictures.horizons", caption=caption, rows=rows)


def circles(data: Comparison, page: str) -> Markup:
    """Whom each role meets daily, often, rarely."""
    rings = ["daily", "often", "rarely"]
    rows = []
    for id, role in data.roles.items():
        people = {
            ring: ", ".join(lower(data.name_of(who)) for who in getattr(role.circle, ring))
            for ring in rings
        }
        rows.append((tables.role_link(data, id, page), people))
    caption = (
        "Inside the daily circle on the left, outside it on the right: the darker the column, the "
        "closer. This site’s reading of the sources on each role’s page."
    )
    return fill("pictures.circles", caption=caption, rings=rings, rows=rows)


def launch(data: Comparison, page: str) -> Markup:
    """One launch as lanes side by side: each step with its usual lead and what it hands on."""
    lanes = []
    for lane in Lane:
        steps = [
            (tables.activity_link(data, step.activity, page), _leader(data, step.activity), step)
            for step in data.launch
            if step.lane == lane
        ]
        if steps:
            lanes.append((lane, steps))
    caption = (
        "Three lanes run side by side, each from top to bottom; an arrow names the lane that gets "
        "what a step hands over. Under each step stands who usually leads it."
    )
    return fill("pictures.launch", caption=caption, lanes=lanes)


def _leader(data: Comparison, activity: str) -> str:
    usual = evidence.leads(data, data.activities[activity]).usual
    return data.name_of(usual) if usual else "No usual lead"
