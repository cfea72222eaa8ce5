"""Where everything on the site has its address: the one home of pages and anchors.

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

        `publish` makes it relative, so that any sub-path serves. Not here, because builders differ
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
SETTLE = "settle/index.md"
TEAM = "team.md"
WHICH_JOB = "which-job.md"
KITS = "kits/index.md"
KIT_PARTS = ("job-ad", "interview", "first-30-days")  # anchors on each kit, and on the list of them
GLOSSARY = "glossary.md"
SOURCES = "sources.md"
DATA = "data.md"
ABOUT = "about.md"
CHANGES = "changes.md"
A_TO_Z = "a-to-z.md"
PICTURES = "pictures.md"

# Pages whose file name does not come from the data, and what they are called in lists.
FIXED_PAGES = {
    HOME: "Home",
    COMPARE: "Roles side by side",
    DIMENSIONS: "Dimensions",
    ROLES: "Roles",
    VERSUS: "All pairs",
    WHO_DOES_WHAT: "Who does what",
    COMBINING: "Combining roles",
    NEED_BOTH: "Do we need both?",
    TITLES: "Titles and abbreviations",
    DISAGREEMENTS: "Where the sources disagree",
    QUESTIONS: "Questions people ask",
    SETTLE: "Settle a fight",
    TEAM: "Your team’s agreement",
    WHICH_JOB: "Which job is this?",
    KITS: "Kits",
    GLOSSARY: "Glossary",
    SOURCES: "Sources",
    DATA: "Data",
    ABOUT: "About",
    CHANGES: "Changes",
    A_TO_Z: "A to Z",
    PICTURES: "Pictures",
}
# Pages that show entries of one kind: due where there are any.
WITH_ENTRIES: dict[str, tuple[str, ...]] = {
    VERSUS: ("pairs",),
    COMBINING: ("combinations",),
    TITLES: ("titles", "abbreviations"),
    DISAGREEMENTS: ("disagreements",),
    QUESTIONS: ("questions",),
    SETTLE: ("fights",),
    WHICH_JOB: ("which_job",),
    KITS: ("kits",),
    GLOSSARY: ("glossary",),
}
# Pages that an edition can do without, by its settings.
OPTIONAL = (NEED_BOTH, TEAM, PICTURES)


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


def activity_page(activity: str) -> str:
    return f"who-does-what/{activity}.md"


def fight_page(fight: str) -> str:
    return f"settle/{fight}.md"


def kit_page(role: str) -> str:
    return f"kits/{role}.md"


def activity(id: str) -> Place:
    """The page of an activity; its row in the table has the address `who-does-what/#id`."""
    return Place(activity_page(id))


def source(id: str) -> Place:
    return Place(SOURCES, id)


def pages(comparison: Comparison) -> tuple[str, ...]:
    """Every page with hand-written text: those that are due, then the edition's own."""
    return (*due_pages(comparison), *comparison.edition.own_pages)


def due_pages(comparison: Comparison) -> tuple[str, ...]:
    """Fixed pages that have something to show, then one per dimension, role and pair."""
    return (
        *(page for page in FIXED_PAGES if is_due(comparison, page)),
        *map(dimension_page, comparison.dimensions),
        *map(role_page, comparison.roles),
        *map(pair_page, comparison.pairs),
    )


def is_due(comparison: Comparison, page: str) -> bool:
    """Whether a fixed page has something to show here, and is not left out."""
    kinds = WITH_ENTRIES.get(page, ())
    empty = kinds and not any(getattr(comparison, kind) for kind in kinds)
    return not empty and page not in comparison.edition.leave_out


def generated_pages(comparison: Comparison) -> tuple[str, ...]:
    """Every page that is generated whole: one per activity, fight and kit."""
    return (
        *map(activity_page, comparison.activities),
        *map(fight_page, comparison.fights),
        *map(kit_page, comparison.kits),
    )


def lower(name: str) -> str:
    """A name inside a sentence: "Product owner" → "product owner", but "PMO" stays."""
    first, space, rest = name.partition(" ")
    if len(first) > 1 and first[1:] != first[1:].lower():
        return name
    return first.lower() + space + rest
