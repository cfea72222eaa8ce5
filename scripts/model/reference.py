"""Pairs and combinations of roles, titles, disagreements, questions, terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scripts.model.evidence import Citation, Citations, Claimed, Opinion
from scripts.model.fields import (
    ActivityId,
    ActorId,
    Day,
    Name,
    PlaceId,
    Record,
    RoleId,
    TitleId,
    up_to,
)
from scripts.model.words import Topic
from scripts.model.work import Bounded, Settled

# Topics of questions that people argue over; the others ask for a definition, or for counsel.
ARGUED = frozenset({Topic.NEED, Topic.COMBINE, Topic.OWN})


class Pair(Record):
    """Two roles that readers confuse."""

    roles: tuple[RoleId, RoleId]
    difference: str = up_to(340)
    sources: Citations
    advice: str | None = up_to(220, default=None)  # what to do when the two collide
    say: str | None = up_to(160, default=None)
    # Activities to list although only one of the two, or neither, has a part in them.
    also: tuple[ActivityId, ...] = ()


class Combination(Record):
    """Two roles held by one person; the rating follows from the witnesses."""

    roles: tuple[RoleId, RoleId]
    verdict: str = up_to(220)
    conflict: str = up_to(260)
    witnesses: Annotated[tuple[Opinion, ...], Field(min_length=1)]


class Meaning(Record):
    """One thing that an abbreviation stands for: a role, a title, or something else by name."""

    role: RoleId | None = None
    title: TitleId | None = None
    name: Name | None = None
    setting: str = up_to(160)
    sources: Citations


class Abbreviation(Record):
    """Letters that job ads use, with everything they may stand for, usual first."""

    abbr: Name
    meanings: Annotated[tuple[Meaning, ...], Field(min_length=1)]
    advice: str = up_to(220)


class Title(Claimed, Settled):
    """A job title next door to the compared roles."""

    name: Name
    abbr: tuple[Name, ...] = ()
    aliases: tuple[Name, ...] = ()
    near: tuple[ActorId, ...] = ()
    says: str = up_to(480)


class Side(Record):
    """What one camp says."""

    says: str = up_to(280)
    sources: Citations


class Disagreement(Bounded):
    """A question on which the sources contradict each other: answered first, then the sides."""

    name: Name
    roles: Annotated[tuple[RoleId, ...], Field(min_length=1)]
    answer: str = up_to(280)
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]
    advice: str = up_to(440)
    see: tuple[PlaceId, ...] = ()  # dimensions and activities


class Question(Settled):
    """A question in people's own words, and the short answer."""

    name: str = up_to(140)
    topic: Topic
    answer: str = up_to(480)
    sources: Citations
    see: Annotated[tuple[PlaceId, ...], Field(min_length=1)]  # where the long answer stands

    @property
    def unsettled(self) -> bool:
        """Argued over, and the answer does not say who has which last word, or when."""
        return self.topic in ARGUED and not (self.depends or self.activities)


class Term(Settled):
    """A word of the field."""

    term: Name
    abbr: Name | None = None
    aliases: tuple[Name, ...] = ()
    says: str = up_to(320)
    common: bool = False  # too common a word to carry a tooltip wherever it stands
    sources: tuple[Citation, ...] = ()
    see: tuple[PlaceId, ...] = ()  # other terms, roles, dimensions, activities, titles


class Change(Record):
    """A dated entry of the change log."""

    date: Day
    says: str = up_to(400)


class Revision(Record):
    """A claim or a mark that changed; `write` notes it."""

    date: Day
    of: Annotated[str, StringConstraints(pattern=r"^[a-z]+(?:/[a-z0-9-]+){1,2}$")]  # as in verdicts
    what: Literal["claim", "mark", "lead"]
    was: str = up_to(400)
    now: str = up_to(400)
