"""What is a house's own: the settings of an edition, and its rules on who decides."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from scripts.model.fields import ActorId, Day, Id, Name, Record, Url, up_to

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
# A file or page below the root; none leads out of it.
File = Annotated[str, StringConstraints(pattern=r"^[\w-]+[\w./ -]*$", max_length=120)]


class Accent(Record):
    """The color of links, buttons and marks: on light paper, and on dark."""

    light: Color = "#0b5a43"
    dark: Color = "#86d6b4"


class License(Record):
    """What others may do with the content or the code."""

    name: Name
    url: Url | None = None


class Origin(Record):
    """What an edition was adapted from; its license may ask that it be named."""

    name: Name
    url: Url | None = None
    license: License


class Edition(Record):
    """The settings in edition.yml at the root: the one place for what differs between houses."""

    id: Id = "product-roles"  # names the offline zip, and the feed to those who read it
    name: Name = "Product roles"
    short_name: str = up_to(16, alias="short-name", default="Product roles")
    description: str = up_to(220, default="Who does what, and how each role differs.")
    reference: bool = False  # whether the suite holds the content to that of the reference
    accent: Accent = Field(default_factory=Accent)
    logo: File | None = None  # an SVG file, for the header and the browser's tab
    content_license: License = Field(
        alias="content-license",
        default=License(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"),
    )
    code_license: License = Field(
        alias="code-license",
        default=License(name="MIT", url="https://opensource.org/license/mit"),
    )
    based_on: Origin | None = Field(alias="based-on", default=None)
    # github, gitlab, bitbucket, none, or a pattern with {repository}, {page} and {title}.
    edit: str = up_to(200, default="github")
    report: str = up_to(200, default="github")
    no_result: str = up_to(120, alias="no-result", default="Nothing here answers that.")
    leave_out: tuple[File, ...] = Field(alias="leave-out", default=())  # pages, as in docs/
    own_pages: tuple[File, ...] = Field(
        alias="own-pages", default=()
    )  # pages that no data asks for


_BETWEEN = re.compile(r"\s*[,;/&+]\s*|\s+(?:and|or)\s+")


def _one(value: object) -> object:
    names = _BETWEEN.split(value) if isinstance(value, str) else value
    if not isinstance(names, list):
        return value
    if len(names) == 1:
        return names[0]
    told = ", ".join(map(str, names))
    raise PydanticCustomError("deciders", "names {names}", {"names": told or "nobody"})


class HouseRule(Record):
    """What this house has agreed on an activity."""

    decides: Annotated[ActorId, BeforeValidator(_one)]
    does: tuple[ActorId, ...] = ()
    asked: tuple[ActorId, ...] = ()
    told: tuple[ActorId, ...] = ()
    note: str | None = up_to(200, default=None)
    date: Day | None = None  # on which it was agreed
