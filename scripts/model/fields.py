"""The kinds of value that a field holds: ids and what they name, dates, addresses, texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
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


@dataclass(frozen=True)
class Ref:
    """Marks a field whose ids name entries: of these kinds, called so in messages."""

    called: str
    kinds: tuple[str, ...]


PLACES = (
    "roles",
    "dimensions",
    "activities",
    "fights",
    "titles",
    "glossary",
    "disagreements",
    "questions",
    "abbreviations",
    "pairs",
    "combinations",
)
RoleId = Annotated[Id, Ref("role", ("roles",))]
ActorId = Annotated[Id, Ref("role, party or title", ("roles", "parties", "titles"))]
TitleId = Annotated[Id, Ref("title", ("titles",))]
SettingId = Annotated[Id, Ref("setting", ("settings",))]
ActivityId = Annotated[Id, Ref("activity", ("activities",))]
SourceId = Annotated[Id, Ref("source", ("sources",))]
PlaceId = Annotated[Id, Ref("place", PLACES)]
# An id, or the address of a section that no entry stands for.
Asked = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)*[a-z0-9-]*(#[a-z0-9-]+)?$")]
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
Url = Annotated[
    str, StringConstraints(pattern=r"^https?://[^\s<>\x22\x27`\\]+$"), AfterValidator(_web)
]


def up_to(most: int, **more: Any) -> Any:
    """A field for running text of 1 to `most` characters."""
    return Field(min_length=1, max_length=most, **more)


class Record(BaseModel):
    """The base of every type here: frozen, and closed to keys that nobody declared."""

    # Stripped, so that a text of spaces only counts as empty.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
