"""Home, compare and dimension pages: cells, rows and the controls around them."""

from __future__ import annotations

from scripts import addresses, evidence
from scripts.addresses import Place
from scripts.render import marks, tables
from scripts.render.site import Site, bullets
from scripts.render.text import cite, esc, md, md_link


def any_two(site: Site, page: str) -> str:
    """Any role against any other: two lists that open the two side by side."""
    told = site.comparison
    second = f'<option value="{list(told.roles)[:2][-1]}"'
    pages = {frozenset(pair.roles): id for id, pair in told.pairs.items()}
    options = "".join(
        f'<option value="{id}">{esc(role.name)}</option>' for id, role in told.roles.items()
    )
    return "\n".join(
        [
            f'<form class="ask choosing" action="{Place(addresses.COMPARE).html(page)}"'
            f' data-pairs="{" ".join(pages.values())}" data-search-exclude>',
            f'<label>Who does what: <select name="roles">{options}</select></label>',
            f'<label>or <select name="roles">{options.replace(second, f"{second} selected", 1)}'
            "</select></label>",
            "<button>Compare</button>",
            "</form>",
        ]
    )


def differences(site: Site, page: str) -> str:
    return tables.first_differences(site.comparison, page)


def counts(site: Site, page: str) -> str:
    """How much there is, in one sentence."""
    told = site.comparison
    return (
        f"{len(told.roles)} roles on {len(told.dimensions)} dimensions, "
        f"{len(told.activities)} activities, {len(told.pairs)} pairs, "
        f"{len(told.sources)} sources."
    )


def compare(site: Site, page: str) -> str:
    told = site.comparison
    return tables.matrix(
        told, list(told.roles), page, "Roles side by side, dimension by dimension", "matrix choose"
    )


def compare_controls(site: Site, page: str) -> str:
    """Up to four roles to put side by side; shown only where scripts run."""
    options = "".join(
        f'<option value="{id}">{esc(role.name)}</option>'
        for id, role in site.comparison.roles.items()
    )
    selects = "\n".join(
        f'<label>{label} <select name="role"><option value="">–</option>{options}</select></label>'
        for label in ("First role", "Second role", "Third role", "Fourth role")
    )
    return (
        '<form class="controls" id="compare-controls" data-search-exclude>\n'
        f'<fieldset class="roles">\n<legend>Roles side by side</legend>\n{selects}\n'
        '<div><button type="button">Swap</button>\n'
        '<button type="button" aria-pressed="false">All roles</button></div>\n</fieldset>\n'
        "<fieldset>\n<legend>Dimensions</legend>\n"
        '<label>Order <select name="order"><option value="listed">as listed</option>'
        '<option value="different">most different wording first</option></select></label>\n'
        '<label><input type="checkbox" name="disputed"> Only what is contested</label>\n'
        '</fieldset>\n<p class="status"></p>\n</form>'
    )


def dimension_row(site: Site, page: str, id: str) -> str:
    return tables.row(site.comparison, id, page)


def cell(site: Site, page: str, dimension: str, role: str) -> str:
    """A passage's head: the claim with its sources, the marks, where it changes, who objects."""
    told = site.comparison
    row = told.dimensions[dimension]
    found = row.cells[role]
    mark = evidence.of_claim(told, found)
    blocks = [
        f"{md(found.claim)} ({cite(told, found.sources, page)})\n{{: .claim }}",
        marks.details(mark, page, row.reviewed, found.note),
        marks.cases(told, page, found.cases),
        marks.objections(told, page, found.objections),
    ]
    if found.activities:
        links = [
            md_link(told.activities[each].name, addresses.activity(each), page)
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
