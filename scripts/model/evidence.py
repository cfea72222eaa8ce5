"""What sources say, and the sources themselves."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, StringConstraints

from scripts.model.fields import (
    ActorId,
    Id,
    Name,
    Record,
    RoleId,
    SettingId,
    SourceId,
    Url,
    up_to,
)
from scripts.model.words import Access, Kind, Rating

WITHOUT = "without"  # the setting of a team that lacks a role


class Citation(Record):
    """A source, and where in it the claim stands."""

    id: SourceId
    at: Name | None = None


Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]


class Case(Record):
    """What holds in one setting instead of the claim."""

    setting: SettingId = Field(alias="in")
    without: RoleId | None = None  # the role that is absent, for the setting WITHOUT
    claim: str = up_to(140)
    sources: Citations


class Objection(Record):
    """What a source says against a claim in the same setting: everywhere, unless one is named."""

    setting: SettingId | None = Field(alias="in", default=None)
    says: str = up_to(220)
    sources: Citations


class Claimed(Record):
    """A statement with its proof: what carries it, where it changes, who objects.

    Which way the sources point, and how firmly, follows from these (see scripts/evidence.py).
    """

    sources: Citations
    cases: tuple[Case, ...] = ()
    objections: tuple[Objection, ...] = ()
    # Variation that changes nothing that a reader would do.
    note: str | None = up_to(220, default=None)


class Witness(Record):
    """Who leads an activity, by what some sources say, in one setting or without naming one."""

    lead: ActorId | None = None  # nobody in particular, where none is given
    share: tuple[ActorId, ...] = ()
    setting: SettingId | None = Field(alias="in", default=None)
    without: RoleId | None = None  # the role that is absent, for the setting WITHOUT
    says: str = up_to(220)
    sources: Citations


class Opinion(Record):
    """How sources rate a combination, in one setting or without naming one."""

    rating: Rating
    setting: SettingId | None = Field(alias="in", default=None)
    says: str = up_to(220)
    sources: Citations


class Source(Record):
    """A published work that a claim rests on."""

    title: str = up_to(240)
    short: str = up_to(48)
    author: str = up_to(160)
    publisher: str = up_to(120)
    year: Name
    url: Url | None = None
    seen: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}$")]
    kind: Kind
    read: Access = Access.ITSELF
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    superseded: str | None = up_to(120, default=None)  # by what
    former: tuple[Id, ...] = ()  # ids under which the same work once stood; they still lead here
    retired: bool = False  # no longer cited; kept, because its address was published
    note: str | None = up_to(160, default=None)

    @property
    def dated(self) -> int | None:
        """The year that the work is of; None where it is known to have none."""
        found = re.search(r"(19|20)\d\d", self.year)
        return int(found[0]) if found else None
