"""Where everything on the site has its address: the one place that knows pages and anchors.

A place is a page of docs/ and an anchor on it. Pages link to a place either in Markdown
(`../roles/x.md#scope`, which MkDocs checks and GitHub follows) or, inside HTML tables, by the
address of the built page (`../../roles/x/#scope`).
"""

from __future__ import annotations

from functools import cache
from posixpath import relpath
from typing import NamedTuple

from scripts.model import Comparison


class Place(NamedTuple):
    """A page below docs/, and an anchor on it ("" for the page itself)."""

    page: str
    anchor: str = ""

    def markdown(self, source: str) -> str:
        """The link to write into the Markdown of the page `source`."""
        if self.page == source:
            return f"#{self.anchor}"
        path = _relative(self.page, source.rpartition("/")[0])
        return f"{path}#{self.anchor}" if self.anchor else path

    def html(self, source: str) -> str:
        """The link to write into HTML on the page `source`: from the root of the site.

        `finish` makes it relative, so that any sub-path serves. Not here, because builders differ
        in what they take a relative link in HTML to start from.
        """
        return f"#{self.anchor}" if self.page == source and self.anchor else f"/{self.address}"

    @property
    def address(self) -> str:
        """The address from the root of the site: `roles/product-owner/#scope`."""
        return url(self.page) + (f"#{self.anchor}" if self.anchor else "")


@cache  # thousands of links, and few pairs of pages
def _relative(page: str, folder: str) -> str:
    return relpath(page, folder or ".")


def url(page: str) -> str:
    """The directory that a page is built to: `roles/x.md` → `roles/x/`, `index.md` → ``."""
    stem = page.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"


HOME = "index.md"
COMPARE = "compare.md"
DIMENSIONS = "dimensions/index.md"
ROLES = "roles/index.md"
VERSUS = "versus/index.md"
WHO_DOES_WHAT = "who-does-what.md"
COMBINING = "combining-roles.md"
NEED_BOTH = "do-we-need-both.md"
TITLES = "titles.md"
DISAGREEMENTS = "disagreements.md"
QUESTIONS = "questions.md"
GLOSSARY = "glossary.md"
SOURCES = "sources.md"
DATA = "data.md"
ABOUT = "about.md"
CHANGES = "changes.md"
A_TO_Z = "a-to-z.md"
PICTURES = "pictures.md"

# Pages whose file name does not come from the data.
FIXED_PAGES = (
    HOME,
    COMPARE,
    DIMENSIONS,
    ROLES,
    VERSUS,
    WHO_DOES_WHAT,
    COMBINING,
    NEED_BOTH,
    TITLES,
    DISAGREEMENTS,
    QUESTIONS,
    GLOSSARY,
    SOURCES,
    DATA,
    ABOUT,
    CHANGES,
    A_TO_Z,
    PICTURES,
)


def dimension_page(dimension: str) -> str:
    return f"dimensions/{dimension}.md"


def role_page(role: str) -> str:
    return f"roles/{role}.md"


def pair_page(pair: str) -> str:
    return f"versus/{pair}.md"


def cell(dimension: str, role: str) -> Place:
    """The passage that explains one cell: the canonical place of a claim."""
    return Place(dimension_page(dimension), role)


def compare_cell(dimension: str, role: str) -> str:
    """The id of a cell in a table. Ids never hold a double hyphen, so it cannot collide."""
    return f"{dimension}--{role}"


def activity(id: str) -> Place:
    return Place(WHO_DOES_WHAT, id)


def source(id: str) -> Place:
    return Place(SOURCES, id)


def pages(comparison: Comparison) -> tuple[str, ...]:
    """Every page that the site has, fixed ones first, then one per dimension, role and pair."""
    return (
        *FIXED_PAGES,
        *map(dimension_page, comparison.dimensions),
        *map(role_page, comparison.roles),
        *map(pair_page, comparison.pairs),
    )


def place_of(comparison: Comparison, id: str) -> Place | None:
    """The place that a "see" entry leads to, whatever kind of thing it names."""
    if id in comparison.roles:
        return Place(role_page(id))
    if id in comparison.dimensions:
        return Place(dimension_page(id))
    if id in comparison.activities:
        return activity(id)
    if id in comparison.titles:
        return Place(TITLES, id)
    if id in comparison.glossary:
        return Place(GLOSSARY, id)
    if id in comparison.disagreements:
        return Place(DISAGREEMENTS, id)
    if id in comparison.questions:
        return Place(QUESTIONS, id)
    if id in comparison.abbreviations:
        return Place(TITLES, id)
    if id in comparison.pairs:
        return Place(pair_page(id))
    if id in comparison.combinations:
        return Place(COMBINING, id)
    if id in comparison.parties:
        seen = comparison.parties[id].see
        return place_of(comparison, seen) if seen else None
    return None


def label_of(comparison: Comparison, id: str) -> str:
    """The name under which a "see" entry is shown."""
    for names in (
        comparison.roles,
        comparison.dimensions,
        comparison.activities,
        comparison.titles,
        comparison.disagreements,
        comparison.questions,
        comparison.parties,
    ):
        if id in names:
            return names[id].name
    if id in comparison.abbreviations:
        return f"What “{comparison.abbreviations[id].abbr}” can mean"
    if id in comparison.pairs:
        return pair_name(comparison, id)
    if id in comparison.combinations:
        return combination_name(comparison, id)
    return comparison.glossary[id].term


def pair_name(comparison: Comparison, id: str) -> str:
    first, second = (comparison.roles[role].name for role in comparison.pairs[id].roles)
    return f"{first} vs. {lower(second)}"


def combination_name(comparison: Comparison, id: str) -> str:
    first, second = (comparison.roles[role].name for role in comparison.combinations[id].roles)
    return f"{first} and {lower(second)}"


def lower(name: str) -> str:
    """A name inside a sentence: "Product owner" → "product owner", but "PMO" stays."""
    first, space, rest = name.partition(" ")
    if len(first) > 1 and first[1:] != first[1:].lower():
        return name
    return first.lower() + space + rest
