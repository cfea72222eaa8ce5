"""Home, compare and dimension pages: cells, rows and the controls around them."""

from __future__ import annotations

from collections.abc import Sized

from markupsafe import Markup

from scripts import addresses, evidence
from scripts.addresses import Place
from scripts.render import marks, tables
from scripts.render.site import Site, bullets, next_step
from scripts.render.templating import fill
from scripts.render.text import cite, md, md_link


def _roles(site: Site) -> list[tuple[str, str]]:
    return [(id, role.name) for id, role in site.comparison.roles.items()]


def any_two(site: Site, page: str) -> Markup:
    """Any role against any other: two lists that open the two side by side."""
    data = site.comparison
    pages = {frozenset(pair.roles): id for id, pair in data.pairs.items()}
    return fill(
        "forms.any_two",
        action=Place(addresses.COMPARE).html(page),
        pairs=list(pages.values()),
        roles=_roles(site),
        second=list(data.roles)[:2][-1],
    )


def differences(site: Site, page: str) -> str:
    return tables.first_differences(site.comparison, page)


def counts(site: Site, page: str) -> str:
    """How much there is, in one sentence; what there is none of stays unsaid."""
    data = site.comparison
    measured = f"{_much(data.roles, 'role')} on {_much(data.dimensions, 'dimension')}"
    rest = [
        _much(data.activities, "activity", "activities"),
        _much(data.pairs, "pair"),
        _much(data.sources, "source"),
    ]
    return f"{', '.join([measured, *filter(None, rest)])}."


def _much(entries: Sized, one: str, more: str | None = None) -> str:
    """`1 role`, `2 roles`; nothing for none."""
    if not entries:
        return ""
    return f"{len(entries)} {one if len(entries) == 1 else more or f'{one}s'}"


def compare(site: Site, page: str) -> str:
    data = site.comparison
    return tables.matrix(
        data, list(data.roles), page, "Roles side by side, dimension by dimension", "matrix choose"
    )


def compare_controls(site: Site, page: str) -> Markup:
    """Up to four roles to put side by side."""
    return fill("forms.compare_controls", roles=_roles(site))


def dimension_row(site: Site, page: str, id: str) -> str:
    return tables.row(site.comparison, id, page)


def cell(site: Site, page: str, dimension: str, role: str) -> str:
    """A passage's head: the claim with its sources, the marks, what to do, where it changes, who
    objects."""
    data = site.comparison
    row = data.dimensions[dimension]
    found = row.cells[role]
    mark = evidence.of_claim(data, found)
    blocks = [
        f"{md(found.claim)} ({cite(data, found.sources, page)})\n{{: .claim }}",
        marks.details(mark, page, row.reviewed, found.note),
        *next_step(found.advice, found.say),
        marks.cases(data, page, found.cases),
        marks.objections(data, page, found.objections),
    ]
    if found.activities:
        links = [
            md_link(data.activities[each].name, addresses.activity(each), page)
            for each in found.activities
        ]
        blocks.append(f"Last word on: {', '.join(links)}.")
    return "\n\n".join(filter(None, blocks))


def dimension_list(site: Site, page: str) -> str:
    return bullets(
        f"{md_link(dimension.name, Place(addresses.dimension_page(id)), page)}: "
        f"{md(dimension.question)}"
        for id, dimension in site.comparison.dimensions.items()
    )
