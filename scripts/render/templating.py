"""HTML and XML from templates: what a template gets is escaped and stands on one line, unless it is
markup.

Markup is in templates/: macros for what pages show, and whole files of their own, as the feed. The
values come from Python.
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
        keep_trailing_newline=True,
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


def document(file: str, /, **values: Any) -> str:
    """A whole file, as `changes.atom`, with these values."""
    return _environment().get_template(file).render(values)
