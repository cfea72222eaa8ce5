"""The navigation: which pages stand in which section, in which order, under which name.

It is written into a region of mkdocs.yml, so that every builder reads it. An edition lists pages of
its own by hand, above or below the region.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts import addresses, entries
from scripts.model import Comparison
from scripts.yaml_text import scalar


@dataclass(frozen=True)
class Each:
    """The pages of all entries of a kind."""

    key: str  # of the kind, as "roles"


@dataclass(frozen=True)
class Section:
    name: str
    items: Sequence[str | Each | Section]


SITE = (
    addresses.HOME,
    Section(
        "Settle",
        (
            addresses.SETTLE,
            addresses.QUESTIONS,
            addresses.NEED_BOTH,
            addresses.COMBINING,
            addresses.DISAGREEMENTS,
        ),
    ),
    Section(
        "Compare",
        (
            addresses.COMPARE,
            Section("Dimensions", (addresses.DIMENSIONS, Each("dimensions"))),
            addresses.PICTURES,
        ),
    ),
    Section(
        "Roles",
        (
            addresses.ROLES,
            Each("roles"),
            addresses.TITLES,
            addresses.WHICH_JOB,
            addresses.KITS,
        ),
    ),
    Section("Versus", (addresses.VERSUS, Each("pairs"))),
    Section("Who does what", (addresses.WHO_DOES_WHAT, addresses.TEAM)),
    Section(
        "Reference",
        (
            addresses.ABOUT,
            addresses.GLOSSARY,
            addresses.A_TO_Z,
            addresses.SOURCES,
            addresses.DATA,
            addresses.CHANGES,
        ),
    ),
)
# Shorter than the page's name, where the section says the rest.
_LABELS = {addresses.COMPARE: "Side by side", addresses.WHO_DOES_WHAT: "All activities"}


def region(comparison: Comparison) -> str:
    """The lines of the region in mkdocs.yml."""
    due = frozenset(addresses.due_pages(comparison))
    return "\n".join(_lines(comparison, SITE, due, "", "  "))


def _lines(
    comparison: Comparison,
    items: Sequence[str | Each | Section],
    due: frozenset[str],
    section: str,
    indent: str,
) -> Iterator[str]:
    for item in items:
        if isinstance(item, Section):
            inside = list(_lines(comparison, item.items, due, item.name, f"{indent}    "))
            if inside:
                yield f"{indent}- {item.name}:"
                yield from inside
        elif isinstance(item, Each):
            for page, name in _each(comparison, item.key):
                yield f"{indent}- {scalar(name)}: {page}"
        elif item in due:
            name = _LABELS.get(item, addresses.FIXED_PAGES[item])
            # The first page of a section that has its name is the section's own.
            yield f"{indent}- {item}" if name == section else f"{indent}- {scalar(name)}: {item}"


def _each(comparison: Comparison, key: str) -> Iterator[tuple[str, str]]:
    """The page and the name of every entry of a kind."""
    kind = next(kind for kind in entries.KINDS if kind.key == key)
    for id in kind.of(comparison):
        place = kind.place(comparison, id)
        assert place is not None, (key, id)
        yield place.page, kind.label(comparison, id)
