"""pydantic's findings in this project's form of message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError

from scripts import yaml_advice
from scripts.model import Comparison
from scripts.problems import Problem, Spot, Where, dotted, kebab, spot_of, suggest


def translate(error: ValidationError, spots: Mapping[Where, Spot]) -> Iterator[Problem]:
    """pydantic's findings in this project's form of message."""
    for found in error.errors(include_url=False):
        if found["type"] == "too_short" and len(found["input"]) >= found["ctx"]["min_length"]:
            continue  # long enough, but for entries that have their own message
        # A broken map key is reported under (..., key, "[key]").
        where: Where = tuple(part for part in found["loc"] if part != "[key]")
        what, fix = _explain(found, where)
        yield Problem(*spot_of(spots, where), dotted(where), what, fix)


def _explain(found: Any, where: Where) -> tuple[str, str]:
    context = found.get("ctx", {})
    value = found.get("input")
    last = where[-1] if where else ""
    match found["type"]:
        case "missing" if isinstance(last, int):
            return "has too few entries", f"give at least {last + 1}"
        case "missing":
            return f"missing key {str(last)!r}", "add it"
        case "extra_forbidden":
            return f"unknown key {str(last)!r}", suggest(str(last), _keys_beside(where))
        case "string_type":
            return f"is {kind_of(value)} where text is expected", "write one line of text"
        case "string_too_short":
            return "is empty", "write its text, or remove the key"
        case "string_too_long":
            length, most = len(str(value)), context["max_length"]
            return f"has {length} characters, at most {most} fit", f"shorten by {length - most}"
        case "string_pattern_mismatch":
            return _mismatch(str(value), str(context["pattern"]))
        case "enum":
            expected = str(context["expected"]).replace(" or ", ", ").replace("'", "")
            return f"is {value!r}", suggest(str(value), expected.split(", "))
        case "too_short":
            return "has too few entries", f"give at least {context['min_length']}"
        case "too_long":
            return "has too many entries", f"give at most {context['max_length']}"
        case "mapping_type" | "model_type" | "dict_type" | "model_attributes_type":
            fix = yaml_advice.shape(_schema(), _node(where), value)
            return f"is {kind_of(value)} where a map is expected", fix
        case "tuple_type" | "list_type":
            return f"is {kind_of(value)} where a list is expected", "write [a, b] or '- a' lines"
        case "deciders":
            return str(found["msg"]), "name the one who decides, and the others under 'asked'"
        case "bool_parsing":
            return f"is {value!r}, neither true nor false", "write true, or remove the key"
        case "url":
            return f"is {str(value)[:60]!r}, not a web address", "write it as https://host/path"
        case kind if kind.startswith("date"):
            return f"is {value!r}, not a date of this century", "write it as YYYY-MM-DD"
    return str(found["msg"]), "correct it"


def _mismatch(value: str, pattern: str) -> tuple[str, str]:
    if "http" in pattern:
        return f"is {value[:60]!r}, not a web address", "start it with https://"
    if "[0-9a-fA-F]{6}" in pattern:
        return f"is {value!r}, not a color", "write it in quotes, as '#0b5a43'"
    if "./" in pattern:
        return f"{value!r} is no file of this project", "write its path from the root"
    if "[A-Z]{2}" in pattern:
        return f"is {value!r}, not the code of a country", "write its two letters, as DE"
    if r"\d{4}-\d{2}" in pattern:
        return f"is {value!r}, not a month", "write it as YYYY-MM"
    id = kebab(value)
    return f"{value!r} is not a kebab-case id", f"write {id!r}" if id else "use a-z, 0-9, -"


def kind_of(value: object) -> str:
    if isinstance(value, Mapping):
        return "a map"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value in (None, "") else "text"


def _keys_beside(where: Where) -> list[str]:
    """The keys that the type around a path declares, for 'did you mean'."""
    return list(_node(where[:-1]).get("properties", {}))


def _node(where: Where) -> dict[str, Any]:
    """What the schema says of the thing at a path."""
    schema = _schema()
    node: dict[str, Any] = schema
    for part in where:
        node = _resolve(schema, node)
        if isinstance(part, int):
            node = node.get("items") or (node.get("prefixItems") or [{}])[0]
        elif part in node.get("properties", {}):
            node = node["properties"][part]
        else:
            patterns = list(node.get("patternProperties", {}).values())
            inner = node.get("additionalProperties")
            node = patterns[0] if patterns else inner if isinstance(inner, dict) else {}
    return _resolve(schema, node)


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node


@cache
def _schema() -> dict[str, Any]:
    return Comparison.model_json_schema()
