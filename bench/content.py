"""What the content rests on and how it reads, counted: `python -m bench.content`.

The same counts that a hard read of the site once made by hand, so that each can be repeated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts import addresses, evidence, regions
from scripts.load import load
from scripts.model import Access, Citation, Comparison, Kind, Source
from scripts.project import DATA

CITED = re.compile(r"sources\.md#([\w-]+)")
HEDGES = re.compile(
    r"\b(our reading|our view|our advice|our illustration|our test|we found no|"
    r"one practitioner|a practitioner)\b",
    re.IGNORECASE,
)
EMPLOYERS = re.compile(r"\b(GitLab|Dropbox|18F|Sourcegraph|Mattermost)\b")


def main(root: Path = Path()) -> None:
    """Print every count for the project in `root`."""
    told = load(root / DATA, DATA).comparison
    prose = dict(_prose(root, told))
    cited = [*(c.id for _, c in told.citations), *(i for t in prose.values() for i in _cited(t))]
    for title, lines in (
        ("Marks", _marks(told)),
        ("Strict sources (dated, current, primary, of an accountable kind)", _strict(told)),
        ("Citations", _citations(told, cited)),
        ("Words", _words(told, prose)),
    ):
        print(f"\n{title}")
        for line in lines:
            print(f"  {line}")


def _marks(told: Comparison) -> Iterator[str]:
    cells = [cell for row in told.dimensions.values() for cell in row.cells.values()]
    kinds = {
        "cells": [evidence.of_claim(told, cell) for cell in cells],
        "activities": [evidence.of_activity(told, each) for each in told.activities.values()],
        "combinations": [evidence.of_combination(told, x) for x in told.combinations.values()],
        "titles": [evidence.of_claim(told, title) for title in told.titles.values()],
    }
    for name, marks in kinds.items():
        ways = Counter(mark.direction.value for mark in marks)
        firm = Counter(mark.proof.firmness.value for mark in marks)
        yield f"{name} ({len(marks)}): {_shares(ways)}; {_shares(firm)}"


def _strict(told: Comparison) -> Iterator[str]:
    by_role: Counter[str] = Counter()
    every = strict = 0
    for row in told.dimensions.values():
        for role, cell in row.cells.items():
            every += 1
            citations = [*cell.sources, *(c for case in cell.cases for c in case.sources)]
            if _any_strict(told, citations):
                strict += 1
                by_role[role] += 1
    yield f"cells: {strict} of {every} ({strict / every:.0%})"
    yield "by role: " + ", ".join(f"{role} {by_role[role]}" for role in told.roles)
    found = sum(
        _any_strict(told, [c for witness in each.witnesses for c in witness.sources])
        for each in told.activities.values()
    )
    yield f"activities: {found} of {len(told.activities)} ({found / len(told.activities):.0%})"


def _any_strict(told: Comparison, citations: Iterable[Citation]) -> bool:
    year = told.changed.year
    return any(evidence.strict(told.sources[citation.id], year) for citation in citations)


def flawed(source: Source) -> bool:
    """Undated, without an address, second hand, superseded, or one practitioner's word."""
    return (
        source.dated is None
        or source.url is None
        or source.read == Access.SECONDARY
        or source.superseded is not None
        or source.kind == Kind.PRACTITIONER
    )


def _citations(told: Comparison, cited: list[str]) -> Iterator[str]:
    sources = [told.sources[id] for id in cited]
    count = len(sources)
    yield f"{count} citations of {len(set(cited))} works"
    yield f"with a flaw: {sum(map(flawed, sources)) / count:.0%}"
    publishers = Counter(source.publisher for source in sources)
    yield "publishers: " + ", ".join(f"{n} {p / count:.0%}" for n, p in publishers.most_common(6))
    british = sum(s.country == "GB" or "UK Gov" in s.publisher for s in sources)
    yield f"UK public sector: {british / count:.0%}"
    kinds = Counter(source.kind.value for source in sources)
    yield "kinds: " + _shares(kinds)


def _words(told: Comparison, prose: dict[str, str]) -> Iterator[str]:
    text = "\n".join(prose.values()) + told.model_dump_json(exclude={"sources", "asks"})
    yield f"hedges: {len(HEDGES.findall(text))}"
    named = Counter(EMPLOYERS.findall(text))
    yield "employers named: " + ", ".join(f"{name} {n}" for name, n in named.most_common())
    cells = [cell for row in told.dimensions.values() for cell in row.cells.values()]
    claims = sum(len(cell.claim.split()) for cell in cells) / len(cells)
    yield f"words of a claim, the first line under a heading: {claims:.0f} on average"


def _shares(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {n / counts.total():.0%}" for name, n in counts.most_common())


def _prose(root: Path, told: Comparison) -> Iterator[tuple[str, str]]:
    for page in addresses.pages(told):
        text = (root / "docs" / page).read_text(encoding="utf-8")
        yield page, "\n".join(line for _, line in regions.handwritten(text))


def _cited(text: str) -> list[str]:
    return CITED.findall(text)


if __name__ == "__main__":
    main()
