"""Which page of docs/ holds which regions, and which pages are generated whole."""

from __future__ import annotations

from functools import partial

from scripts import addresses
from scripts.model import Comparison
from scripts.render import (
    activities,
    answers,
    comparison,
    fights,
    kits,
    pairs,
    pictures,
    reference,
    roles,
    titles,
    tools,
)
from scripts.render.site import Region, Site


def regions(site: Site, page: str) -> dict[str, str]:
    """The text of every region that a page must have, by name."""
    return {name: render(site, page) for name, render in _expected(site.comparison, page).items()}


def region_names(data: Comparison, page: str) -> tuple[str, ...]:
    """The names of the regions that a page must have."""
    return tuple(_expected(data, page))


def whole_pages(site: Site) -> dict[str, str]:
    """The text of every page that is generated whole, by its path below docs/."""
    data = site.comparison
    return {
        **{addresses.activity_page(id): activities.page_text(site, id) for id in data.activities},
        **{addresses.fight_page(id): fights.page_text(site, id) for id in data.fights},
        **{addresses.kit_page(id): kits.kit_text(site, id) for id in data.kits},
    }


def _expected(data: Comparison, page: str) -> dict[str, Region]:
    if page in _FIXED:
        expected = dict(_FIXED[page])
        if page == addresses.COMBINING:
            for id in data.combinations:
                expected[f"combination:{id}"] = partial(pairs.combination, id=id)
        return expected
    folder, _, stem = page.removesuffix(".md").rpartition("/")
    if folder == "dimensions" and stem in data.dimensions:
        return {
            "row": partial(comparison.dimension_row, id=stem),
            **{
                f"cell:{role}": partial(comparison.cell, dimension=stem, role=role)
                for role in data.roles
            },
        }
    if folder == "roles" and stem in data.roles:
        return {
            "profile": partial(roles.profile, role=stem),
            "neighbors": partial(roles.neighbors, role=stem),
            "activities": partial(activities.role_activities, role=stem),
        }
    if folder == "versus" and stem in data.pairs:
        return {
            "difference": partial(pairs.difference, id=stem),
            "shared-activities": partial(pairs.pair_activities, id=stem),
            "side-by-side": partial(pairs.side_by_side, id=stem),
        }
    return {}


_FIXED: dict[str, dict[str, Region]] = {
    addresses.HOME: {
        "fights": fights.first_fights,
        "any-two": comparison.any_two,
        "differences": comparison.differences,
        "counts": comparison.counts,
    },
    addresses.COMPARE: {"controls": comparison.compare_controls, "table": comparison.compare},
    addresses.DIMENSIONS: {"dimensions": comparison.dimension_list},
    addresses.ROLES: {"roles": roles.role_list},
    addresses.VERSUS: {"pairs": pairs.pair_list},
    addresses.WHO_DOES_WHAT: {
        "marks": activities.legend,
        "controls": activities.controls,
        "table": activities.table,
    },
    addresses.SETTLE: {"fights": fights.fight_list},
    addresses.TEAM: {"names": tools.names, "sheet": tools.team_sheet},
    addresses.WHICH_JOB: {"signs": tools.which_job},
    addresses.KITS: {"kits": kits.kit_list},
    addresses.COMBINING: {"combinations": pairs.combination_table},
    addresses.NEED_BOTH: {},
    addresses.TITLES: {"abbreviations": titles.abbreviations, "titles": titles.titles},
    addresses.DISAGREEMENTS: {"disagreements": answers.disagreements},
    addresses.QUESTIONS: {"questions": answers.questions},
    addresses.GLOSSARY: {"terms": answers.terms},
    addresses.SOURCES: {"sources": reference.sources},
    addresses.DATA: {"counts": reference.download_counts, "license": reference.license},
    addresses.ABOUT: {"license": reference.license},
    addresses.CHANGES: {"changes": reference.changes, "revisions": reference.revisions},
    addresses.A_TO_Z: {"index": reference.a_to_z},
    addresses.PICTURES: {
        "horizons": pictures.horizons_region,
        "circles": pictures.circles_region,
        "launch": pictures.launch_region,
    },
}
