"""Pieces of work, the fights over them, and what readers take away to their own work."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from scripts.model.evidence import Witness
from scripts.model.fields import ActivityId, ActorId, Day, PlaceId, Record, up_to
from scripts.model.words import Group, Lane


class Condition(Record):
    """What decides besides the setting, and who has the last word then."""

    when: str = up_to(80)
    then: str = up_to(120)


class Bounded(Record):
    """What bounds an answer: whose work it is about, and on what it depends."""

    activities: tuple[ActivityId, ...] = ()  # who has their last word follows from the witnesses
    depends: tuple[Condition, ...] = ()


class Settled(Bounded):
    """The same, with what to do next and what to say, for an answer that may do without."""

    advice: str | None = up_to(260, default=None)  # what to do next
    say: str | None = up_to(180, default=None)  # a sentence to say


class Activity(Record):
    """A piece of work: the verdict in our own voice, what to do, and what sources say.

    Who leads, shares and claims it follows from the witnesses (see scripts/evidence.py).
    """

    name: str = up_to(60)
    group: Group
    answer: str = up_to(320)  # who has the last word, and what is left to the others
    stuck: str | None = up_to(200, default=None)  # where it goes when two people claim it
    advice: str | None = up_to(260, default=None)  # what to do
    say: str | None = up_to(180, default=None)  # a sentence to say in the meeting
    example: str = up_to(260)
    depends: tuple[Condition, ...] = ()
    witnesses: Annotated[tuple[Witness, ...], Field(min_length=1)]
    reviewed: Day | None = None


class Fight(Record):
    """An argument that people have, and how it ends; proven by the activities it rests on."""

    name: str = up_to(80)
    roles: Annotated[tuple[ActorId, ...], Field(min_length=1)]
    lead: ActorId | None = None  # who has the last word, as usual; nobody where none is given
    answer: str = up_to(240)  # who has the last word
    heard: str = up_to(220)  # who must be asked first
    stuck: str = up_to(220)  # where it goes when the two do not agree
    monday: str = up_to(280)  # what to do
    say: str = up_to(180)  # a sentence to say
    depends: tuple[Condition, ...] = ()
    activities: Annotated[tuple[ActivityId, ...], Field(min_length=1)]
    see: tuple[PlaceId, ...] = ()


class Sign(Record):
    """A piece of work by which people recognize their job, as a question about the last month."""

    activity: ActivityId
    question: str = up_to(140)


Line = Annotated[str, StringConstraints(min_length=1, max_length=160)]
Lines = Annotated[tuple[Line, ...], Field(min_length=3, max_length=5)]


class Exchange(Record):
    """A question of an interview, and what a good answer shows."""

    question: str = up_to(160)
    shows: str = up_to(200)


class Kit(Record):
    """Advice for those who hire for a role, apply for it or start in it."""

    duties: Lines  # for the job ad
    refuses: Lines  # what the ad should leave out
    warnings: Lines  # signs in an ad that another job is meant
    hands_over: Lines = Field(alias="hands-over")  # what the role gives to whom
    asked: Annotated[tuple[Exchange, ...], Field(min_length=3, max_length=5)]
    asks: Lines  # what to ask back
    days: Lines  # the first thirty


class Step(Record):
    """One step of a launch, in a lane that runs beside the others; what it hands on, and where."""

    lane: Lane
    activity: ActivityId
    hands: str = up_to(100)
    to: Lane | None = None  # another lane, where the step hands something over to it
