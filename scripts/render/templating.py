"""HTML from templates: what a template gets is escaped and stands on one line, unless it is HTML.

Markup is in templates/, a macro for each thing to show; what to show is asked of the data here.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts.addresses import lower

_SPACE = re.compile(r"\s+")


def _one_line(value: Any) -> Any:
    """Text on one line: a blank one would end the HTML for Markdown."""
    return value if isinstance(value, Markup) else _SPACE.sub(" ", str(value))


@cache
def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_one_line,
    )
    found.filters["lower_name"] = lower
    return found


@cache
def _module(name: str) -> Any:
    return _environment().get_template(f"{name}.html").module


def fill(name: str, /, **values: Any) -> Markup:
    """The HTML of a macro, as `tables.matrix`, with these values."""
    file, _, macro = name.partition(".")
    return Markup(getattr(_module(file), macro)(**values))
