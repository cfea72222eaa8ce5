"""What to do about text that YAML cannot read, for people who do not know YAML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_SPACES = re.compile(r"[^\S \t\n]|[\u200b\ufeff]")
_VALUE = re.compile(r"^\s*(?:- )*(?:[\w -]+:(?:\s+|$))?")  # what stands before it
_BEFORE = re.compile(r"^[\s\u200b\ufeff-]*(?:[\w-]+\s*:)?[\s\u200b\ufeff]*")
_ENTRY = re.compile(r"\s*(?:- )*[\w-]+:(?:\s|$)")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)")
_RESERVED = "@`%*&!|>"
CORRECT = "correct the syntax"


def advise(text: str, line: int, problem: str) -> tuple[int, str, str]:
    """The line to look at, what is wrong on it, and how to mend it, for YAML's own complaint."""
    lines = text.split("\n")
    what = f"not valid YAML: {problem}"
    # YAML complains where it gave up, which is often the line after the one that is wrong.
    for at, each in enumerate(lines, 1):
        if _CONFLICT.match(each):
            what = f"a marker of a merge conflict: {each[:40]!r}"
            return at, what, "keep one of the two texts, and remove the markers"
    near = [at for at in (line, line - 1) if 0 < at <= len(lines)]
    for at in near:
        if found := _space(lines[at - 1]):
            return at, f"not valid YAML: {found}", "put an ordinary space in its place"
    for at in near:
        if found := _comment(lines, at):
            return at, f"not valid YAML: {found}", "put the value in quotes"
    for at in near:
        if fix := _quoting(lines[at - 1]):
            return at, what, fix
    if (opened := _never_closed(lines[:line])) is not None:
        what = "not valid YAML: a quotation mark opens the value, and nothing closes it"
        return opened, what, f"end the value with {_value(lines[opened - 1])[0]}"
    if "',' or" in problem or "flow" in problem:
        fix = "close each '[' and '{' above, and put text with a comma or colon in quotes"
        return line, what, fix
    if any(word in problem for word in ("indent", "block", "mapping values")):
        return line, what, "indent the line with as many spaces as the lines that belong with it"
    if "found duplicate anchor" in problem or "undefined alias" in problem:
        return line, what, "put the value in quotes"
    return line, what, CORRECT


def _space(line: str) -> str | None:
    """A tab that indents, or a space that is none to YAML."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return f"a tab at place {indent.index(chr(9)) + 1} of the line"
    if found := _SPACES.search(_BEFORE.match(line)[0]):  # type: ignore[index]  # it matches anything
        name = unicodedata.name(found[0], "a control character").lower()
        return f"a {name} (U+{ord(found[0]):04X}) at place {found.start() + 1} of the line"
    return None


def _comment(lines: list[str], at: int) -> str | None:
    """A ' #' in a value, which ends it, before a line that goes on with it."""
    line = lines[at - 1]
    value = _value(line)
    if value.startswith(("#", '"', "'")) or " #" not in value:
        return None
    kept = value.partition(" #")[0]
    open = sum(map(kept.count, "[{")) > sum(map(kept.count, "]}"))
    following = lines[at] if at < len(lines) else ""
    goes_on = following.startswith(line[: len(line) - len(line.lstrip())] + " ")
    if not open and (not goes_on or _ENTRY.match(following)):
        return None  # a comment as it should be
    return (
        f"the text after ' #' at place {line.index(' #', len(line) - len(value)) + 1} is a comment"
    )


def _value(line: str) -> str:
    """What stands after the key, or after the dash of a list."""
    return line[_VALUE.match(line).end() :]  # type: ignore[union-attr]  # it matches anything


def _never_closed(lines: list[str]) -> int | None:
    """The line of a quotation mark that only a later entry's mark seems to close."""
    mark, opened, entries = "", 0, 0
    for number, line in enumerate(lines, 1):
        value = _value(line)
        if mark:
            entries += bool(_ENTRY.match(line))
            if mark in line:
                if entries:
                    return opened
                mark = ""
        elif value[:1] in ('"', "'") and value[1:].replace(value[0] * 2, "").count(value[0]) == 0:
            mark, opened, entries = value[0], number, 0
    return opened if mark and entries else None


def _quoting(line: str) -> str | None:
    value = _value(line)
    if not value or value[0] in "#":
        return None
    if value[0] in "\"'[{":
        return None
    if re.search(r":(?:\s|$)", value):
        return "put the value in quotes, for it holds a colon"
    if value[0] in _RESERVED:
        return f"put the value in quotes, for it begins with {value[0]!r}"
    return None


def shape(schema: Mapping[str, Any], node: Mapping[str, Any], value: object) -> str:
    """How a map is written of which somebody gave only text: `{id: gdd-x}`."""
    node = _resolve(schema, node)
    required = node.get("required", [])
    parts = []
    for index, key in enumerate(required[:3]):
        field = _resolve(schema, node["properties"][key])
        choices = field.get("enum") or ["…"]
        example = choices[min(index, len(choices) - 1)]
        parts.append(f"{key}: {value if len(required) == 1 and value else example}")
    return f"write {{{', '.join(parts)}}}" if parts else "write 'key: value' lines"


def _resolve(schema: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node
