"""Which way the sources point, and how firmly: the rules behind the two marks.

Nothing here is typed by hand: both marks follow from what is recorded as said. The about page
tells the same rules to readers.

Which way: every source votes, in its setting, for what it says; sources of one publisher vote once.
How firm is in `proof`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Generic, TypeVar

from scripts.model import (
    WITHOUT,
    Activity,
    Citation,
    Claimed,
    Combination,
    Comparison,
    Labeled,
    Rating,
    Variable,
)
from scripts.proof import Proof, proof_of, strict

T = TypeVar("T")

# So much of the publishers in one setting must agree, or the setting is contested.
MOST = Fraction(2, 3)
# And so much of all publishers, whatever their setting, for the answer to be mostly agreed.
NEARLY_ALL = Fraction(7, 10)


class Direction(Labeled):
    """Which way the sources point."""

    AGREED = "agreed", "Agreed"
    MOSTLY = "mostly", "Mostly agreed"
    DEPENDS = "depends", "Depends"
    CONTESTED = "contested", "Contested"
    OPEN = "open", "No usual lead"


@dataclass(frozen=True)
class Vote:
    """What some publishers say, in a setting or ("") without naming one."""

    setting: str
    value: str  # "" for nobody
    publishers: frozenset[str]
    strict: bool = False  # one of the texts is


@dataclass(frozen=True)
class Mark:
    """Both marks: which way, on what it depends, and how firm."""

    direction: Direction
    variables: tuple[Variable, ...]
    proof: Proof

    @property
    def words(self) -> str:
        """The marks as readers see them: `Depends on the framework · fair proof`."""
        way = self.direction.label
        if self.direction == Direction.DEPENDS:
            way += " on " + " and ".join(variable.label for variable in self.variables)
        return f"{way} · {self.proof.firmness.label} proof"


@dataclass(frozen=True)
class Leads:
    """Who leads an activity: as usual, against others, and in which settings somebody else."""

    usual: str | None
    rivals: tuple[str, ...]
    elsewhere: tuple[tuple[str, str], ...]  # setting, leader
    shares: tuple[str, ...]

    @property
    def everyone(self) -> tuple[str, ...]:
        """All who lead, claim or share, leaders first."""
        leaders = [self.usual] if self.usual else []
        others = (*self.rivals, *(who for _, who in self.elsewhere), *self.shares)
        return tuple(dict.fromkeys([*leaders, *others]))

    def part(self, who: str) -> str:
        """The part of a role or party: `lead`, `claim`, `elsewhere`, `share`, or nothing."""
        if who == self.usual:
            return "lead"
        if who in self.rivals:
            return "claim"
        if any(who == leader for _, leader in self.elsewhere):
            return "elsewhere"
        return "share" if who in self.shares else ""


def of_activity(comparison: Comparison, activity: Activity) -> Mark:
    """The marks of an activity."""
    votes = _votes_of(comparison, activity)
    usual = usual_value(votes)
    behind = [
        citation
        for witness in activity.witnesses
        if (witness.lead or "") == usual
        for citation in witness.sources
    ]
    every = [citation for witness in activity.witnesses for citation in witness.sources]
    return _mark(comparison, votes, usual, behind or every)


def leads(comparison: Comparison, activity: Activity) -> Leads:
    """Who leads, claims and shares an activity, by its witnesses alone.

    Who leads by most publishers in a setting leads there; whoever else is named claims to.
    """
    return _leads(_Same(comparison), _Same(activity))


class _Same(Generic[T]):
    """Something that is equal to itself alone: to compare all that a comparison holds costs more
    than to work out who leads."""

    def __init__(self, it: T) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it


@lru_cache(maxsize=256)  # each activity of the reference, and some
def _leads(known: _Same[Comparison], asked: _Same[Activity]) -> Leads:
    comparison, activity = known.it, asked.it
    votes = _votes_of(comparison, activity)
    usual = usual_value(votes)
    tops = {(vote.setting, value) for vote in votes for value in _tops(votes, vote.setting, usual)}
    named = dict.fromkeys((vote.setting, vote.value) for vote in votes if vote.value)
    elsewhere = tuple(n for n in named if n[0] and n in tops and n[1] != usual)
    rivals = dict.fromkeys(
        leader
        for setting, leader in named
        if leader != usual and (setting, leader) not in elsewhere
    )
    for _, leader in elsewhere:
        rivals.pop(leader, None)
    leaders = {usual, *rivals}
    shares = dict.fromkeys(who for witness in activity.witnesses for who in witness.share)
    return Leads(
        usual or None, tuple(rivals), elsewhere, tuple(who for who in shares if who not in leaders)
    )


def stand_ins(activity: Activity, found: Leads) -> tuple[tuple[str, str], ...]:
    """Who takes over from whom, where the latter is not there: `(absent, leader)`."""
    return tuple(
        dict.fromkeys(
            (witness.without, witness.lead)
            for witness in activity.witnesses
            if witness.without and witness.lead and (WITHOUT, witness.lead) in found.elsewhere
        )
    )


def _tops(votes: Sequence[Vote], setting: str, usual: str) -> set[str]:
    """What most publishers say in a setting; the usual value alone, if it is among them."""
    publishers: dict[str, set[str]] = {}
    for vote in votes:
        if vote.setting == setting:
            publishers.setdefault(vote.value, set()).update(vote.publishers)
    most = max(map(len, publishers.values()))
    found = {value for value, names in publishers.items() if len(names) == most}
    return {usual} if usual in found else found


def of_claim(comparison: Comparison, claim: Claimed) -> Mark:
    """The marks of a cell or a title: the claim itself, its cases and the objections to it."""
    votes = [_vote(comparison, "", "claim", claim.sources)]
    for number, case in enumerate(claim.cases):
        votes.append(_vote(comparison, case.setting, f"case {number}", case.sources))
    votes += [_vote(comparison, o.setting, "objection", o.sources) for o in claim.objections]
    return _mark(comparison, votes, "claim", claim.sources)


def of_combination(comparison: Comparison, combination: Combination) -> Mark:
    """The marks of a combination of roles."""
    votes = [
        _vote(comparison, each.setting, each.rating, each.sources) for each in combination.witnesses
    ]
    rating = rating_of(comparison, combination)
    behind = [c for each in combination.witnesses if each.rating == rating for c in each.sources]
    return _mark(comparison, votes, rating, behind)


def rating_of(comparison: Comparison, combination: Combination) -> Rating:
    """The rating that most publishers give; of two that have as many, the more careful one."""
    publishers: dict[Rating, set[str]] = {}
    for each in combination.witnesses:
        publishers.setdefault(each.rating, set()).update(_publishers(comparison, each.sources))
    careful = list(Rating)
    return max(publishers, key=lambda rating: (len(publishers[rating]), careful.index(rating)))


def usual_value(votes: Sequence[Vote]) -> str:
    """What most publishers say, whatever the setting; "" where nothing has a lead over the rest.

    Of two values with as many publishers, the one that holds in more settings.
    """
    publishers: dict[str, set[str]] = {}
    settings: dict[str, set[str]] = {}
    for vote in votes:
        publishers.setdefault(vote.value, set()).update(vote.publishers)
        settings.setdefault(vote.value, set()).add(vote.setting)
    ranked = sorted(publishers, key=lambda v: (-len(publishers[v]), -len(settings[v])))
    if len(ranked) > 1:
        first, second = ((len(publishers[v]), len(settings[v])) for v in ranked[:2])
        if first == second:
            return ""
    return ranked[0]


def direction(votes: Sequence[Vote], usual: str) -> tuple[Direction, tuple[str, ...]]:
    """Which way, and the settings in which something else holds than usually."""
    by_setting: dict[str, dict[str, set[str]]] = {}
    for vote in votes:
        values = by_setting.setdefault(vote.setting, {})
        values.setdefault(vote.value, set()).update(vote.publishers)
    if {vote.value for vote in votes} == {""}:
        return Direction.OPEN, ()
    if len({vote.value for vote in votes}) == 1:
        return Direction.AGREED, ()
    tops = {}
    for setting, values in by_setting.items():
        top = max(values, key=lambda value: (len(values[value]), value == usual))
        every = set().union(*values.values())
        if Fraction(len(values[top]), max(1, len(every))) < MOST:
            return Direction.CONTESTED, ()
        tops[setting] = top
    changed = tuple(
        setting
        for setting, top in tops.items()
        if setting and top != usual and _firm(votes, setting, top)
    )
    for_usual = set().union(*(vote.publishers for vote in votes if vote.value == usual))
    every = set().union(*(vote.publishers for vote in votes))
    if usual and Fraction(len(for_usual), max(1, len(every))) >= NEARLY_ALL:
        return Direction.MOSTLY, changed
    if changed:
        return Direction.DEPENDS, changed
    return (Direction.MOSTLY if usual else Direction.OPEN), ()


def _firm(votes: Sequence[Vote], setting: str, value: str) -> bool:
    """Whether several publishers, or a strict text, say so in a setting."""
    said = [vote for vote in votes if (vote.setting, vote.value) == (setting, value)]
    publishers = set().union(*(vote.publishers for vote in said))
    return len(publishers) > 1 or any(vote.strict for vote in said)


def _votes_of(comparison: Comparison, activity: Activity) -> list[Vote]:
    return [
        _vote(comparison, witness.setting, witness.lead or "", witness.sources)
        for witness in activity.witnesses
    ]


def _vote(
    comparison: Comparison, setting: str | None, value: str, citations: Iterable[Citation]
) -> Vote:
    sources = [comparison.sources[citation.id] for citation in citations]
    year = comparison.changed.year
    return Vote(
        setting or "",
        value,
        frozenset(source.publisher for source in sources),
        any(strict(source, year) for source in sources),
    )


def _publishers(comparison: Comparison, citations: Iterable[Citation]) -> frozenset[str]:
    return frozenset(comparison.sources[citation.id].publisher for citation in citations)


def _mark(
    comparison: Comparison, votes: Sequence[Vote], usual: str, behind: Iterable[Citation]
) -> Mark:
    way, settings = direction(votes, usual)
    known = comparison.settings
    found = dict.fromkeys(known[setting].variable for setting in settings)
    return Mark(way, tuple(found), proof_of(comparison, behind))
