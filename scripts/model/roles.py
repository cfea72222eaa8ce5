"""The compared roles, who stands around them, and what each is on every dimension."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from scripts.model.evidence import Citations, Claimed
from scripts.model.fields import ActivityId, ActorId, Day, Id, Name, PlaceId, Record, up_to
from scripts.model.words import Breadth, Horizon, PartyForm, Variable


class Horizons(Record):
    """The nearest and the farthest that a role looks in its daily work."""

    # "from" is a Python keyword, hence the alias.
    near: Horizon = Field(alias="from")
    far: Horizon = Field(alias="to")


class Breadths(Record):
    """The narrowest and the widest that a role answers for."""

    near: Breadth = Field(alias="from")
    far: Breadth = Field(alias="to")


class Circle(Record):
    """Whom a role meets, by how often: ids of roles and parties."""

    daily: tuple[ActorId, ...]
    often: tuple[ActorId, ...]
    rarely: tuple[ActorId, ...]


class Role(Record):
    """One of the compared roles."""

    name: Name
    plural: Name
    abbr: tuple[Name, ...] = ()
    aliases: tuple[Name, ...] = ()
    labels: tuple[Name, ...] = ()  # what else tables of duties call it
    summary: str = up_to(160)
    denies: str = up_to(160, alias="not")
    horizon: Horizons
    breadth: Breadths
    circle: Circle
    sources: Citations


class Party(Record):
    """Somebody outside the compared roles who leads, shares or claims an activity."""

    name: Name
    see: PlaceId | None = None  # a title or glossary term that explains the party
    form: PartyForm = PartyForm.GROUP
    labels: tuple[Name, ...] = ()  # what else tables of duties call it


class Setting(Record):
    """A framework, kind or size of company, country or team in which arrangements change."""

    name: Name
    variable: Variable
    says: str = up_to(200)


class Cell(Claimed):
    """What one role is on one dimension."""

    claim: str = up_to(140)
    headline: str | None = up_to(48, default=None)  # the heart of it, where there is little room
    advice: str | None = up_to(260, default=None)  # what to do next
    say: str | None = up_to(180, default=None)  # a sentence to say
    activities: tuple[ActivityId, ...] = ()  # the pieces of work that the claim gives to the role


class Dimension(Record):
    """One question on which every role is compared."""

    name: Name
    question: str = up_to(100)
    reviewed: Day
    # Its place among the first differences, which the home page shows: what people ask first.
    first: int | None = Field(default=None, ge=1)
    cells: Mapping[Id, Cell]
