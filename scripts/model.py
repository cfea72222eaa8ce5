"""The comparison as frozen types: what docs/data/comparison.yml may say.

No input or output happens here. The types are also where the JSON Schema for editors comes from
(`docs/data/comparison.schema.json`), so a field's description is written once, next to the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$")]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=30)]


def _day(value: object) -> object:
    """Only what reads as a day: pydantic would take any number for seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"20\d\d-\d\d-\d\d", value):
        raise PydanticCustomError("date_form", "not a date of this century")
    return value


def _web(value: str) -> str:
    """An address that programs can take apart, too."""
    try:
        parts = urlsplit(value)
        if parts.hostname and parts.port != 0:  # to ask for the port is to have it read
            return value
    except ValueError:
        pass
    raise PydanticCustomError("url", "not a web address")


Day = Annotated[date, BeforeValidator(_day)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"'`\\]+$"), AfterValidator(_web)]


def up_to(most: int, **more: Any) -> Any:
    """A field for running text of 1 to `most` characters."""
    return Field(min_length=1, max_length=most, **more)


class Agreement(StrEnum):
    """How far the sources agree."""

    SETTLED = "settled"
    VARIES = "varies"
    DISPUTED = "disputed"


class Rating(StrEnum):
    """Whether one person can hold two roles."""

    WORKS = "works"
    WITH_CARE = "with-care"
    AVOID = "avoid"


class Horizon(StrEnum):
    """How far ahead, nearest first."""

    DAY = "day"
    WEEK = "week"
    SPRINT = "sprint"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    YEARS = "years"


class Breadth(StrEnum):
    """How wide, narrowest first."""

    PERSON = "person"
    TEAM = "team"
    TEAMS = "teams"
    PRODUCT = "product"
    PRODUCTS = "products"
    ORGANIZATION = "organization"


class Group(StrEnum):
    """The stage of work that an activity belongs to, in the order of a product's life."""

    DIRECTION = "direction"
    DISCOVERY = "discovery"
    DEFINITION = "definition"
    DELIVERY = "delivery"
    TECHNOLOGY_AND_PEOPLE = "technology-and-people"
    MARKET = "market"


class Topic(StrEnum):
    """What a question is after."""

    DIFFERENCE = "difference"
    NEED = "need"
    COMBINE = "combine"
    OWN = "own"
    CAREER = "career"


class Kind(StrEnum):
    """What kind of source speaks, strongest first."""

    STANDARD = "standard"
    GOVERNMENT = "government"
    RESEARCH = "research"
    REFERENCE = "reference"
    EMPLOYER = "employer"
    SURVEY = "survey"
    EXPERT = "expert"
    PRACTITIONER = "practitioner"


class Record(BaseModel):
    """The base of every type here: frozen, and closed to keys that nobody declared."""

    # Stripped, so that a text of spaces only counts as empty.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Citation(Record):
    """A source, and where in it the claim stands."""

    id: Id
    at: Name | None = None


Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]


class Judged(Record):
    """Something on which sources agree or not; the reason is due unless they agree."""

    agreement: Agreement
    because: str | None = up_to(220, default=None)
    sources: Citations


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

    daily: tuple[Id, ...]
    often: tuple[Id, ...]
    rarely: tuple[Id, ...]


class Role(Record):
    """One of the compared roles."""

    name: Name
    plural: Name
    abbr: tuple[Name, ...] = ()
    aliases: tuple[Name, ...] = ()
    summary: str = up_to(160)
    denies: str = up_to(160, alias="not")
    horizon: Horizons
    breadth: Breadths
    circle: Circle
    sources: Citations


class Party(Record):
    """Somebody outside the compared roles who leads, shares or claims an activity."""

    name: Name
    see: Id | None = None  # a title or glossary term that explains the party


class Setting(Record):
    """A kind of organization or method in which arrangements change."""

    name: Name
    says: str = up_to(200)


class Cell(Judged):
    """What one role is on one dimension."""

    says: str = up_to(140)
    short: str | None = up_to(48, default=None)  # the heart of it, where there is little room


class Dimension(Record):
    """One question on which every role is compared."""

    name: Name
    question: str = up_to(100)
    reviewed: Day
    asks: tuple[Name, ...] = ()
    cells: Mapping[Id, Cell]


class Case(Record):
    """Who leads an activity in one setting."""

    setting: Id = Field(alias="in")
    without: Id | None = None  # the role that is absent, for the setting "without"
    lead: Id
    says: str = up_to(220)
    sources: Citations


class View(Record):
    """One side of a disagreement over an activity."""

    who: Id
    says: str = up_to(220)
    sources: Citations


class Activity(Judged):
    """A piece of work, and who leads, shares and claims it."""

    name: str = up_to(60)
    group: Group
    asks: Annotated[tuple[Name, ...], Field(min_length=1)]
    lead: Id
    share: tuple[Id, ...] = ()
    claim: tuple[Id, ...] = ()
    answer: str = up_to(320)
    example: str = up_to(260)
    settings: tuple[Case, ...] = ()
    views: tuple[View, ...] = ()


class Pair(Record):
    """Two roles that readers confuse."""

    roles: tuple[Id, Id]
    difference: str = up_to(340)
    asks: Annotated[tuple[Name, ...], Field(min_length=1)]
    sources: Citations


class Combination(Judged):
    """Two roles held by one person."""

    roles: tuple[Id, Id]
    rating: Rating
    verdict: str = up_to(220)
    conflict: str = up_to(260)
    asks: Annotated[tuple[Name, ...], Field(min_length=1)]


class Meaning(Record):
    """One thing that an abbreviation stands for: a role, a title, or something else by name."""

    role: Id | None = None
    title: Id | None = None
    name: Name | None = None
    setting: str = up_to(160)
    sources: Citations


class Abbreviation(Record):
    """Letters that job ads use, with everything they may stand for, usual first."""

    abbr: Name
    meanings: Annotated[tuple[Meaning, ...], Field(min_length=1)]
    advice: str = up_to(220)
    asks: tuple[Name, ...] = ()


class Title(Judged):
    """A job title next door to the compared roles."""

    name: Name
    abbr: tuple[Name, ...] = ()
    aliases: tuple[Name, ...] = ()
    near: tuple[Id, ...] = ()
    says: str = up_to(480)
    asks: tuple[Name, ...] = ()


class Side(Record):
    """What one camp says."""

    says: str = up_to(280)
    sources: Citations


class Disagreement(Record):
    """A question on which the sources contradict each other."""

    name: Name
    roles: Annotated[tuple[Id, ...], Field(min_length=1)]
    asks: Annotated[tuple[Name, ...], Field(min_length=1)]
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]
    at_work: str = up_to(440, alias="at-work")
    see: tuple[Id, ...] = ()  # dimensions and activities


class Question(Record):
    """A question in people's own words, and the short answer."""

    name: str = up_to(140)
    topic: Topic
    asks: tuple[Name, ...] = ()
    answer: str = up_to(480)
    sources: Citations
    see: Annotated[tuple[Id, ...], Field(min_length=1)]  # where the long answer stands


class Term(Record):
    """A word of the field."""

    term: Name
    abbr: Name | None = None
    aliases: tuple[Name, ...] = ()
    asks: tuple[Name, ...] = ()  # what people type who do not know the word
    says: str = up_to(320)
    common: bool = False  # too common a word to carry a tooltip wherever it stands
    sources: tuple[Citation, ...] = ()
    see: tuple[Id, ...] = ()  # other terms, roles, dimensions, activities, titles


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
    note: str | None = up_to(160, default=None)


class Step(Record):
    """One leg of a launch: an activity, and what its lead hands on."""

    activity: Id
    hands: str = up_to(100)


class Change(Record):
    """A dated entry of the change log."""

    date: Day
    says: str = up_to(400)


class Comparison(Record):
    """The whole data file."""

    roles: Annotated[Mapping[Id, Role], Field(min_length=1)]
    parties: Mapping[Id, Party]
    settings: Mapping[Id, Setting]
    dimensions: Annotated[Mapping[Id, Dimension], Field(min_length=1)]
    activities: Mapping[Id, Activity]
    launch: tuple[Step, ...]
    pairs: Mapping[Id, Pair]
    combinations: Mapping[Id, Combination]
    abbreviations: Mapping[Id, Abbreviation]
    titles: Mapping[Id, Title]
    disagreements: Mapping[Id, Disagreement]
    questions: Mapping[Id, Question]
    glossary: Mapping[Id, Term]
    sources: Mapping[Id, Source]
    # How people ask for a section that no entry above stands for, by its address on the site.
    asks: Mapping[Address, tuple[Name, ...]] = Field(default_factory=dict)
    # A word of the site, and the words that people may type instead of it.
    synonyms: Mapping[Word, tuple[Word, ...]] = Field(default_factory=dict)
    # What people ask that nothing here answers: a search that is nearer to these finds nothing.
    unanswered: tuple[Name, ...] = ()
    changes: Annotated[tuple[Change, ...], Field(min_length=1)]

    def name_of(self, id: str) -> str:
        """The name of a role, party or title, for running text."""
        for names in (self.roles, self.parties, self.titles):
            if id in names:
                return names[id].name
        raise KeyError(id)

    @property
    def changed(self) -> date:
        """When the content last changed: the newest entry of the change log."""
        return max(change.date for change in self.changes)

    @cached_property
    def citations(self) -> tuple[tuple[tuple[str | int, ...], Citation], ...]:
        """Every citation in the data with its path, in the order of the file."""
        return tuple(_citations((), self))

    def pairs_of(self, role: str) -> dict[str, Pair]:
        """The pairs that one role takes part in."""
        return {id: pair for id, pair in self.pairs.items() if role in pair.roles}

    @classmethod
    def parse(cls, data: object) -> Self:
        """Validate plain data; raises pydantic.ValidationError with every problem."""
        return cls.model_validate(data)


def _citations(
    path: tuple[str | int, ...], value: object
) -> Iterator[tuple[tuple[str | int, ...], Citation]]:
    if isinstance(value, Citation):
        yield path, value
    elif isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            yield from _citations((*path, field.alias or name), getattr(value, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _citations((*path, key), item)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _citations((*path, index), item)
