"""How firm the ground is on which a verdict stands.

Independent publishers and kinds of text behind it, less what takes a grade away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.model import Access, Citation, Comparison, Kind, Labeled, Source

OLD = 10  # years
STRICT = "recent first-hand standard, government text, research or survey"
STRICT_KINDS = {Kind.STANDARD, Kind.GOVERNMENT, Kind.RESEARCH, Kind.SURVEY}


class Firmness(Labeled):
    """How firm the ground is."""

    STRONG = "strong", "strong"
    FAIR = "fair", "fair"
    THIN = "thin", "thin"


@dataclass(frozen=True)
class Proof:
    """How firm, by what kinds of text, and what takes a grade away."""

    firmness: Firmness
    publishers: int
    kinds: tuple[tuple[Kind, int], ...]
    flaws: tuple[str, ...]


def proof_of(comparison: Comparison, citations: Iterable[Citation]) -> Proof:
    """How firm the ground is on which a verdict stands."""
    sources = {citation.id: comparison.sources[citation.id] for citation in citations}
    publishers = {source.publisher for source in sources.values()}
    kinds = Counter(source.kind for source in sources.values())
    year = comparison.changed.year
    texts = [source for source in sources.values() if strict(source, year)]
    independent = {source.publisher for source in texts}
    several = len(independent) > 1 and len({source.kind for source in texts}) > 1
    flaws = []
    if len(publishers) < 3:
        flaws.append("one publisher" if len(publishers) < 2 else "two publishers")
    if not several:
        flaws.append(f"{'only one kind of' if texts else 'no'} {STRICT}")
    grade = 0
    if len(publishers) >= 3 and several:
        grade = 2
    elif len(publishers) >= 2 and texts:
        grade = 1
    for flaw in _shared_flaws(list(sources.values()), year):
        grade -= 1
        flaws.append(flaw)
    firmness = list(Firmness)[2 - max(0, grade)]
    ordered = tuple((kind, kinds[kind]) for kind in Kind if kinds[kind])
    return Proof(firmness, len(publishers), ordered, tuple(flaws))


def strict(source: Source, year: int) -> bool:
    """Whether a source is, in a year, a current primary text of a strict kind."""
    return (
        source.kind in STRICT_KINDS
        and source.dated is not None
        and source.dated >= year - OLD
        and source.superseded is None
        and source.read != Access.SECONDARY
    )


def _shared_flaws(sources: Sequence[Source], year: int) -> Iterable[str]:
    """What takes a grade away, if it holds for every source."""
    if all(source.read == Access.SECONDARY for source in sources):
        yield "known through other works"
    if all(source.dated is not None and source.dated < year - OLD for source in sources):
        yield "older than ten years"
    countries = {source.country for source in sources}
    if len(sources) > 1 and len(countries) == 1 and None not in countries:
        yield "one country"
