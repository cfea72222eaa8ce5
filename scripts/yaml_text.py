"""YAML text → plain data of maps, lists and text, with the place of everything in it.

Every scalar is text, so YAML's own guesses ("no" as false, 1.10 as 1.1) never reach the data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from scripts import yaml_advice
from scripts.problems import Problem, Spot, Spots, Where, dotted, spot_of

# libyaml is ten times as fast, and missing only where PyYAML was built without it.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# libyaml has no limit for nesting, and a very deep one would end the process. Brackets are counted;
# everything else goes one column to the right for each level, so no line may be very long.
_DEEPEST, _LONGEST = 100, 5000
# A text that YAML takes as it is, without quotation marks.
_SAFE = re.compile(r"[A-Za-z0-9“(][^:#\[\]{},&*!|>'\"%@`\n]*(?:, [^:#\[\]{}\n]*)*")
_BRACKET = re.compile(r"[\[\]{}]")
_SHARP = re.compile(r"(?<=\S)[ \t]+#(?=[^\s#])")
_LONG = re.compile(rf"[^\n]{{{_LONGEST + 1}}}")


def parse(text: str, name: str) -> tuple[Any, Spots, list[Problem]]:
    """YAML text → plain data of maps, lists and text; where each path stands; what is wrong."""
    spots: Spots = {}
    problems: list[Problem] = []

    def problem(line: int, where: Where, what: str, fix: str) -> None:
        problems.append(Problem(name, line, dotted(where), what, fix))

    root = _composed(text, problem)
    if root is None:
        return None, spots, problems
    seen: set[int] = set()
    cut = _cut(text)

    def plain(node: yaml.Node, where: Where) -> Any:
        if id(node) in seen:
            problem(spot_of(spots, where).line, where, "a YAML alias", "write the value out")
            return None
        line = node.start_mark.line + 1
        spots.setdefault(where, Spot(name, line))
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if bad := _unfit(node.value):
                problem(line, where, f"contains {bad}", "remove it")
            if cut.get(node.end_mark.line) == node.end_mark.column and not node.style:
                what = "' #' ends the value: the text after it is a comment"
                problem(node.end_mark.line + 1, where, what, "put the value in quotes")
            return node.value
        if isinstance(node, yaml.SequenceNode):
            return [plain(item, (*where, index)) for index, item in enumerate(node.value)]
        result: dict[str, Any] = {}
        for key_node, value in node.value:
            at = key_node.start_mark.line + 1
            if wrong := _wrong_key(key_node, result):
                key = key_node.value if wrong[0].startswith("duplicate") else None
                problem(at, where if key is None else (*where, key), *wrong)
                continue
            inside = (*where, key_node.value)
            spots[inside] = Spot(name, at)
            result[key_node.value] = plain(value, inside)
        return result

    try:
        data = plain(root, ())
    except RecursionError:
        problem(1, (), "nested too deeply to read", "flatten it")
        return None, spots, problems
    return data, spots, problems


def _wrong_key(node: yaml.Node, beside: Mapping[str, Any]) -> tuple[str, str] | None:
    """What is wrong with the key of a map, and how to mend it."""
    if not isinstance(node, yaml.ScalarNode):
        return "a key that is not text", "use a plain word as key"
    key = node.value
    if not key.isprintable():
        bad = _unfit(key) or "a tab, a line break or a no-break space"
        return f"a key that contains {bad}", "put an ordinary space in its place, or remove it"
    if key != key.strip():
        return f"the key {key!r} with space around it", "remove the space"
    if key in beside:
        return f"duplicate key {key!r}", "remove or rename one of the two"
    return None


def _composed(text: str, problem: Callable[[int, Where, str, str], None]) -> yaml.Node | None:
    """The nodes of a YAML document; None, with a problem, if there are none."""
    for line, what, fix in _too_deep(text):
        problem(line, (), what, fix)
        return None
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.line + 1 if mark else 1
        line, what, fix = yaml_advice.advise(text, at, str(error.problem or error.context))
        problem(line, (), what, fix)
        return None
    except yaml.YAMLError as error:
        what = " ".join(str(error).split())
        bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = text.count("\n", 0, bad.start()) + 1 if bad else 1
        problem(line, (), f"not valid YAML: {what}", "remove the characters it names")
        return None
    except (RecursionError, ValueError):
        problem(1, (), "nested too deeply to read", "flatten it")
        return None
    if root is None:
        problem(1, (), "the file is empty", "write 'key: value' lines, or restore it")
    return root


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


def _cut(text: str) -> dict[int, int]:
    """By line, where text ends before a '#1' or '#tag', which is hardly meant as a comment."""
    found = _SHARP.finditer(text)
    starts = {text.count("\n", 0, each.start()): each for each in found}
    return {line: at.start() - text.rfind("\n", 0, at.start()) - 1 for line, at in starts.items()}


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


def scalar(text: str) -> str:
    """A text as YAML on one line."""
    plain = _SAFE.fullmatch(text) and not text.endswith((" ", ":")) and ": " not in text
    if plain and yaml.safe_load(text) == text:
        return text
    return "'" + text.replace("'", "''") + "'"
