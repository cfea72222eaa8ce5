"""Text of the data file → the typed comparison, with the line of everything in it.

PyYAML parses and pydantic validates; this module joins them so that each message has its line.
Every scalar is text here and pydantic makes dates and the like of it, so YAML's own guesses
("no" as false, 1.10 as 1.1) never reach the data.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from scripts.model import Comparison

# libyaml is ten times as fast, and missing only where PyYAML was built without it.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# libyaml has no limit for nesting, and a very deep one would end the process. Brackets are counted;
# everything else goes one column to the right for each level, so no line may be very long.
_DEEPEST, _LONGEST = 100, 5000
_BRACKET = re.compile(r"[\[\]{}]")
_LONG = re.compile(rf"[^\n]{{{_LONGEST + 1}}}")

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """Something to mend: `path:line: where: what; how to mend it`."""

    path: str
    line: int
    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        return f"{self.path}:{self.line}: {where}{self.what}; {self.mend}"


class BadData(Exception):
    """Every problem found, in the order of lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.path, p.line, p.where, p.what)))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Loaded:
    """The comparison, and the line on which each of its paths stands."""

    comparison: Comparison
    path: str
    lines: Mapping[Where, int]

    def problem(self, where: Where, what: str, mend: str) -> Problem:
        """A problem at a path of the data, with its line."""
        return Problem(self.path, line_of(self.lines, where), dotted(where), what, mend)


def load(path: Path, shown: str | None = None) -> Loaded:
    """Read and validate the data file; raises BadData with all its problems.

    `shown` is the path to use in messages, when it differs from `path`.
    """
    name = shown or path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise BadData(
            [Problem(name, 1, "", "no such file", "restore it, or run from the project's root")]
        ) from None
    except UnicodeDecodeError as error:
        raise BadData(
            [Problem(name, 1, "", f"not UTF-8 at byte {error.start}", "save the file as UTF-8")]
        ) from None
    except OSError as error:
        raise BadData(
            [Problem(name, 1, "", f"cannot be read: {error.strerror}", "make it a readable file")]
        ) from None
    return loads(text, name)


def loads(text: str, name: str) -> Loaded:
    """Validate the text of a data file; raises BadData with all its problems."""
    data, lines, problems = parse(text, name)
    if data is None:
        raise BadData(problems)
    try:
        comparison = Comparison.parse(data)
    except ValidationError as error:
        known = {problem.where for problem in problems}
        problems += (each for each in _translate(error, lines, name) if each.where not in known)
        raise BadData(problems) from None
    if problems:
        raise BadData(problems)
    return Loaded(comparison, name, lines)


def parse(text: str, name: str) -> tuple[Any, dict[Where, int], list[Problem]]:
    """YAML text → plain data of maps, lists and text; the line of each path; what is wrong."""
    lines: dict[Where, int] = {}
    problems: list[Problem] = []

    def problem(line: int, where: Where, what: str, mend: str) -> None:
        problems.append(Problem(name, line, dotted(where), what, mend))

    for line, what, mend in _too_deep(text):
        problem(line, (), what, mend)
        return None, lines, problems
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        problem(line, (), f"not valid YAML: {error.problem or error.context}", "correct the syntax")
        return None, lines, problems
    except yaml.YAMLError as error:
        what = " ".join(str(error).split())
        bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = text.count("\n", 0, bad.start()) + 1 if bad else 1
        problem(line, (), f"not valid YAML: {what}", "remove the characters it names")
        return None, lines, problems
    except (RecursionError, ValueError):
        problem(1, (), "nested too deeply to read", "flatten it")
        return None, lines, problems
    if root is None:
        problem(1, (), "the file is empty", "start from the roles and dimensions in README.md")
        return None, lines, problems

    seen: set[int] = set()

    def plain(node: yaml.Node, where: Where) -> Any:
        if id(node) in seen:
            problem(line_of(lines, where), where, "a YAML alias", "write the value out")
            return None
        line = node.start_mark.line + 1
        lines.setdefault(where, line)
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if bad := _unfit(node.value):
                problem(line, where, f"contains {bad}", "remove it")
            return node.value
        if isinstance(node, yaml.SequenceNode):
            return [plain(item, (*where, index)) for index, item in enumerate(node.value)]
        result: dict[str, Any] = {}
        for key_node, value in node.value:
            at = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                problem(at, where, "a key that is not text", "use a plain word as key")
                continue
            key = key_node.value
            if not key.isprintable():
                bad = _unfit(key) or "a tab or line break"
                problem(at, where, f"a key that contains {bad}", "remove it")
                continue
            if key != key.strip():
                problem(at, where, f"the key {key!r} with space around it", "remove the space")
                continue
            inside = (*where, key)
            if key in result:
                problem(at, inside, f"duplicate key {key!r}", "remove or rename one of the two")
                continue
            lines[inside] = at
            result[key] = plain(value, inside)
        return result

    try:
        data = plain(root, ())
    except RecursionError:
        problem(1, (), "nested too deeply to read", "flatten it")
        return None, lines, problems
    return data, lines, problems


def _too_deep(text: str) -> Iterator[tuple[int, str, str]]:
    """The line, what is wrong and how to mend it, where nesting might be more than can be read."""

    def line(at: int) -> int:
        return text.count("\n", 0, at) + 1

    if long := _LONG.search(text):
        what = f"has more than {_LONGEST} characters in a line"
        yield line(long.start()), what, "break the line"
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth > _DEEPEST:
            yield line(bracket.start()), "nested too deeply to read", "flatten it"
            return


def line_of(lines: Mapping[Where, int], where: Where) -> int:
    """The line of a path, or of the nearest thing around it."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


def dotted(where: Where) -> str:
    """('roles', 'x', 'abbr', 0) → 'roles.x.abbr.0'."""
    return ".".join(map(str, where))


def suggest(word: str, known: Iterable[str]) -> str:
    """How to mend an unknown word: the nearest known ones, else all of them."""
    choices = list(known)
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    if 0 < len(choices) <= 12:
        return "use one of " + ", ".join(choices)
    return "add it, or use one that exists"


def _unfit(value: str) -> str | None:
    """Names a character that never belongs in text: controls, and marks that reorder letters."""
    if value.isprintable():  # the usual case, and quick
        return None
    for char in value:
        if char in "\n\t":
            continue
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn"):
            return f"the invisible character U+{ord(char):04X}"
    return None


def _translate(error: ValidationError, lines: Mapping[Where, int], name: str) -> Iterator[Problem]:
    """pydantic's findings in this project's form of message."""
    for found in error.errors(include_url=False):
        if found["type"] == "too_short" and len(found["input"]) >= found["ctx"]["min_length"]:
            continue  # long enough, but for entries that have their own message
        # A broken map key is reported under (..., key, "[key]").
        where: Where = tuple(part for part in found["loc"] if part != "[key]")
        what, mend = _explain(found, where)
        yield Problem(name, line_of(lines, where), dotted(where), what, mend)


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
            return f"is {_kind(value)} where text is expected", "write one line of text"
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
            return f"is {_kind(value)} where a map is expected", "write 'key: value' lines"
        case "tuple_type" | "list_type":
            return f"is {_kind(value)} where a list is expected", "write [a, b] or '- a' lines"
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
    if r"\d{4}-\d{2}" in pattern:
        return f"is {value!r}, not a month", "write it as YYYY-MM"
    kebab = "-".join("".join(c if c.isalnum() else " " for c in value.lower()).split())
    return f"{value!r} is not a kebab-case id", f"write {kebab!r}" if kebab else "use a-z, 0-9, -"


def _kind(value: object) -> str:
    if isinstance(value, Mapping):
        return "a map"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value in (None, "") else "text"


def _keys_beside(where: Where) -> list[str]:
    """The keys that the type around a path declares, for 'did you mean'."""
    schema = _schema()
    node: dict[str, Any] = schema
    for part in where[:-1]:
        node = _resolve(schema, node)
        if isinstance(part, int):
            node = node.get("items") or (node.get("prefixItems") or [{}])[0]
        elif part in node.get("properties", {}):
            node = node["properties"][part]
        else:
            patterns = list(node.get("patternProperties", {}).values())
            inner = node.get("additionalProperties")
            node = patterns[0] if patterns else inner if isinstance(inner, dict) else {}
    return list(_resolve(schema, node).get("properties", {}))


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node


@cache
def _schema() -> dict[str, Any]:
    return Comparison.model_json_schema()
