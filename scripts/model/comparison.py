"""The comparison as a whole, and the ways through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Annotated, Any, Self, get_args, get_origin, get_type_hints

from pydantic import Field

from scripts.model.edition import Edition, HouseRule
from scripts.model.evidence import Citation, Source
from scripts.model.fields import Asked, Id, Name, Record, Ref, RoleId, Word
from scripts.model.reference import (
    Abbreviation,
    Change,
    Combination,
    Disagreement,
    Pair,
    Question,
    Revision,
    Term,
    Title,
)
from scripts.model.roles import Dimension, Party, Role, Setting
from scripts.model.work import Activity, Fight, Kit, Sign, Step
from scripts.problems import Where


class Comparison(Record):
    """All of the data."""

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
    fights: Mapping[Id, Fight] = Field(default_factory=dict)
    questions: Mapping[Id, Question]
    # What this house has agreed, by the id of the activity.
    house: Mapping[Id, HouseRule] = Field(default_factory=dict)
    kits: Mapping[RoleId, Kit] = Field(default_factory=dict)
    which_job: tuple[Sign, ...] = Field(alias="which-job", default=())
    glossary: Mapping[Id, Term]
    sources: Mapping[Id, Source]
    # How people ask for an entry, by its id, or for another section, by its address on the site.
    asks: Mapping[Asked, tuple[Name, ...]] = Field(default_factory=dict)
    # A word of the site, and the words that people may type instead of it.
    synonyms: Mapping[Word, tuple[Word, ...]] = Field(default_factory=dict)
    # What people ask that nothing here answers: a search that is nearer to these finds nothing.
    unanswered: tuple[Name, ...] = ()
    changes: Annotated[tuple[Change, ...], Field(min_length=1)]
    revisions: tuple[Revision, ...] = ()
    edition: Edition = Field(default_factory=Edition)

    def name_of(self, id: str) -> str:
        """The name of a role, party or title, for running text."""
        for names in (self.roles, self.parties, self.titles):
            if id in names:
                return names[id].name
        raise KeyError(id)

    @property
    def changed(self) -> date:
        """When the content last changed: the newest entry of the change log, or revision."""
        days = [change.date for change in self.changes]
        return max([*days, *(revision.date for revision in self.revisions)])

    @cached_property
    def citations(self) -> tuple[tuple[Where, Citation], ...]:
        """Every citation in the data with its path, in the order of the file."""
        return tuple(
            (path, record) for path, record in _records((), self) if isinstance(record, Citation)
        )

    def references(self) -> Iterator[tuple[Where, Ref, str]]:
        """Every id that names another entry: its path, what it must name, the id."""
        for path, record in _records((), self):
            for field, alias, ref in _refs(type(record)):
                value = getattr(record, field)
                if isinstance(value, str):
                    yield (*path, alias), ref, value
                for index, id in enumerate(value if isinstance(value, tuple) else ()):
                    yield (*path, alias, index), ref, id

    def pairs_of(self, role: str) -> dict[str, Pair]:
        """The pairs that one role takes part in."""
        return {id: pair for id, pair in self.pairs.items() if role in pair.roles}

    @classmethod
    def parse(cls, data: object) -> Self:
        """Validate plain data; raises pydantic.ValidationError with every problem."""
        return cls.model_validate(data)


def _records(path: Where, value: object) -> Iterator[tuple[Where, Record]]:
    """Every record in a value, with its path, outer ones first."""
    if isinstance(value, Record):
        yield path, value
        for name, field in type(value).model_fields.items():
            yield from _records((*path, field.alias or name), getattr(value, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _records((*path, key), item)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _records((*path, index), item)


@cache
def _refs(record: type[Record]) -> tuple[tuple[str, str, Ref], ...]:
    """The fields of a type that hold references: name, key in the data, what they name."""
    found = []
    for name, hint in get_type_hints(record, include_extras=True).items():
        field = record.model_fields.get(name)
        if field and (ref := _ref_in(hint)):
            found.append((name, field.alias or name, ref))
    return tuple(found)


def _ref_in(hint: Any) -> Ref | None:
    if isinstance(hint, Ref):
        return hint
    if get_origin(hint) is Mapping:
        return None
    inner = [*get_args(hint), *getattr(hint, "__metadata__", ())]
    return next(filter(None, map(_ref_in, inner)), None)
