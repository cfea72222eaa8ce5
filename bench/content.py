"""What the content rests on and how it reads, counted: `python -m bench.content`.

The same counts that a hard read of the site once made by hand, so that each can be repeated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from scripts import addresses, evidence, regions
from scripts.load import load
from scripts.model import Access, Citation, Comparison, Kind, Source
from scripts.project import DATA
from scripts.proof import strict

CITED = re.compile(r"sources\.md#([\w-]+)")
HEDGES = re.compile(
    r"\b(our reading|our view|our advice|our illustration|our test|we found no|"
    r"one practitioner|a practitioner)\b",
    re.IGNORECASE,
)
EMPLOYERS = re.compile(r"\b(GitLab|Dropbox|18F|Sourcegraph|Mattermost)\b")


def main(root: Path = Path()) -> None:
    """Print every count for the project in `root`."""
    data = load(root / DATA, DATA).comparison
    prose = dict(handwritten(root, data))
    cited = [*(c.id for _, c in data.citations), *(i for t in prose.values() for i in _cited(t))]
    for title, lines in (
        ("Marks", _marks(data)),
        ("Strict sources (dated, current, primary, of a strict kind)", _strict(data)),
        ("Citations", _citations(data, cited)),
        ("Words", _words(data, prose)),
    ):
        print(f"\n{title}")
        for line in lines:
            print(f"  {line}")


def _marks(data: Comparison) -> Iterator[str]:
    cells = [cell for row in data.dimensions.values() for cell in row.cells.values()]
    kinds = {
        "cells": [evidence.of_claim(data, cell) for cell in cells],
        "activities": [evidence.of_activity(data, each) for each in data.activities.values()],
        "combinations": [evidence.of_combination(data, x) for x in data.combinations.values()],
        "titles": [evidence.of_claim(data, title) for title in data.titles.values()],
    }
    for name, marks in kinds.items():
        ways = Counter(mark.direction.value for mark in marks)
        firm = Counter(mark.proof.firmness.value for mark in marks)
        yield f"{name} ({len(marks)}): {_shares(ways)}; {_shares(firm)}"


def _strict(data: Comparison) -> Iterator[str]:
    by_role: Counter[str] = Counter()
    every = strict = 0
    for row in data.dimensions.values():
        for role, cell in row.cells.items():
            every += 1
            citations = [*cell.sources, *(c for case in cell.cases for c in case.sources)]
            if _any_strict(data, citations):
                strict += 1
                by_role[role] += 1
    yield f"cells: {strict} of {every} ({strict / every:.0%})"
    yield "by role: " + ", ".join(f"{role} {by_role[role]}" for role in data.roles)
    found = sum(
        _any_strict(data, [c for witness in each.witnesses for c in witness.sources])
        for each in data.activities.values()
    )
    yield f"activities: {found} of {len(data.activities)} ({found / len(data.activities):.0%})"


def _any_strict(data: Comparison, citations: Iterable[Citation]) -> bool:
    year = data.changed.year
    return any(strict(data.sources[citation.id], year) for citation in citations)


# What a hard reader holds against a source; copies and excerpts are counted beside it.
FLAWS: dict[str, Callable[[Source], bool]] = {
    "undated": lambda source: source.dated is None,
    "one practitioner": lambda source: source.kind == Kind.PRACTITIONER,
    "second hand": lambda source: source.read == Access.SECONDARY,
    "superseded": lambda source: source.superseded is not None,
    "no address": lambda source: source.url is None,
}
PARTLY = {Access.COPY, Access.EXCERPT}


def flawed(source: Source) -> bool:
    """Undated, without an address, second hand, superseded, or one practitioner's word."""
    return any(has(source) for has in FLAWS.values())


def _citations(data: Comparison, cited: list[str]) -> Iterator[str]:
    sources = [data.sources[id] for id in cited]
    count = len(sources)
    yield f"{count} citations of {len(set(cited))} works"
    yield f"with a flaw: {sum(map(flawed, sources)) / count:.0%}"
    shares = {name: sum(map(has, sources)) / count for name, has in FLAWS.items()}
    yield "by flaw: " + ", ".join(f"{name} {share:.0%}" for name, share in shares.items())
    partly = sum(not flawed(source) and source.read in PARTLY for source in sources)
    yield f"without a flaw, but read in a copy or an excerpt: {partly / count:.0%}"
    publishers = Counter(source.publisher for source in sources)
    yield "publishers: " + ", ".join(f"{n} {p / count:.0%}" for n, p in publishers.most_common(6))
    british = sum(s.country == "GB" or "UK Gov" in s.publisher for s in sources)
    yield f"UK public sector: {british / count:.0%}"
    kinds = Counter(source.kind.value for source in sources)
    yield "kinds: " + _shares(kinds)


def _words(data: Comparison, prose: dict[str, str]) -> Iterator[str]:
    text = "\n".join(prose.values()) + data.model_dump_json(exclude={"sources", "asks"})
    yield f"hedges: {len(HEDGES.findall(text))}"
    named = Counter(EMPLOYERS.findall(text))
    yield "employers named: " + ", ".join(f"{name} {n}" for name, n in named.most_common())
    cells = [cell for row in data.dimensions.values() for cell in row.cells.values()]
    claims = sum(len(cell.claim.split()) for cell in cells) / len(cells)
    yield f"words of a claim, the first line under a heading: {claims:.0f} on average"


def _shares(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {n / counts.total():.0%}" for name, n in counts.most_common())


def handwritten(root: Path, data: Comparison) -> Iterator[tuple[str, str]]:
    for page in addresses.pages(data):
        text = (root / "docs" / page).read_text(encoding="utf-8")
        yield page, "\n".join(line for _, line in regions.handwritten(text))


def _cited(text: str) -> list[str]:
    return CITED.findall(text)


if __name__ == "__main__":
    main()
