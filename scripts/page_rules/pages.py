"""What the page rules read: every page as it stands, and with its generated text up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from scripts import regions
from scripts.load import Loaded
from scripts.page_rules import markup
from scripts.problems import Problem


@dataclass(frozen=True)
class Pages:
    """`own` maps each Markdown file below docs/ to its text on disk, `full` to the same text with
    generated regions up to date. Lines are counted in `own`; what links lead to stands in `full`.
    """

    loaded: Loaded
    own: Mapping[str, str]
    full: Mapping[str, str]
    config: str | None  # the text of mkdocs.yml; None if nothing can read it
    files: frozenset[str] = frozenset()  # what else docs/ holds, pages that cannot be read too
    snippets: frozenset[str] = frozenset()  # what includes/ holds
    documents: Mapping[str, str] = field(default_factory=dict)  # README.md and its like
    permalinks: str = ""  # the text of tests/permalinks.txt
    redirects: str = ""  # the text of redirects.txt

    def handwritten(self, page: str) -> Iterator[tuple[int, str]]:
        """The lines that people write, with their numbers; code and comments are blank in them."""
        text = markup.without_code(self.own[page])
        return regions.handwritten(text)

    def prose(self, page: str) -> Iterator[tuple[int, str]]:
        """The same without front matter."""
        body = markup.body_line(self.own[page])
        return ((number, line) for number, line in self.handwritten(page) if number >= body)

    @cached_property
    def ids(self) -> dict[str, frozenset[str]]:
        """Every id on each page, generated ones included."""
        found = {}
        for page, text in self.full.items():
            lines = markup.without_code(text).split("\n")
            found[page] = frozenset(id for line in lines for id in markup.ids(line))
        return found


Rule = Callable[[Pages], Iterator[Problem]]


def problem(page: str, line: int, what: str, fix: str, where: str = "") -> Problem:
    """A problem on a page of docs/."""
    return Problem(f"docs/{page}", line, where, what, fix)
