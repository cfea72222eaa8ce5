"""The data files → the typed comparison, with the file and line of everything in it.

The first file may name the others in `files`: each holds a part of the comparison, and parts of
one map are joined in the order of that list. `yaml_text` parses, pydantic validates, `messages`
says what it found; this module joins them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scripts import text_files
from scripts.messages import kind_of, translate
from scripts.model import Comparison
from scripts.problems import DataError, Problem, Spot, Spots, Where, dotted, spot_of, suggest
from scripts.yaml_text import parse

INDEX = "files"
SETTINGS = "edition.yml"


@dataclass(frozen=True)
class Loaded:
    """The comparison, and where each of its paths stands."""

    comparison: Comparison
    spots: Mapping[Where, Spot]

    def problem(self, where: Where, what: str, fix: str) -> Problem:
        """A problem at a path of the data, with its file and line."""
        return Problem(*spot_of(self.spots, where), dotted(where), what, fix)


def load(path: Path, shown: str | None = None) -> Loaded:
    """Read and validate the data, in one file or in several; DataError with all its problems.

    `shown` is the path to use in messages, when it differs from `path`.
    """
    name = shown or path.as_posix()
    data, spots, problems = parse(_text(path, name), name)
    if isinstance(data, dict) and INDEX in data:
        data, spots = _joined(path, name, data, spots, problems)
    settings = _root(path) / SETTINGS
    if isinstance(data, dict) and path.parts[-3:-1] == ("docs", "data") and settings.exists():
        problems += _with_settings(data, spots, settings)
    return _validated(data, spots, problems)


def _root(path: Path) -> Path:
    """The folder of a project whose data is docs/data/comparison.yml."""
    return path.parent.parent.parent


def _with_settings(data: dict[str, Any], spots: Spots, settings: Path) -> list[Problem]:
    """Put the settings of the edition into the data; what is wrong with their file."""
    try:
        own, mine, problems = parse(_text(settings, SETTINGS), SETTINGS)
    except DataError as bad:
        return list(bad.problems)
    for where, spot in mine.items():
        spots[("edition", *where)] = spot
    if isinstance(own, dict):
        data["edition"] = own
    elif not problems:
        what = f"is {kind_of(own)} where a map is expected"
        problems.append(Problem(SETTINGS, 1, "", what, "write 'key: value' lines"))
    return problems


def loads(text: str, name: str) -> Loaded:
    """Validate the text of data in a single file; raises DataError with all its problems."""
    return _validated(*parse(text, name))


def _text(path: Path, name: str) -> str:
    try:
        return text_files.read(path)
    except text_files.UnreadableError as error:
        raise DataError([Problem(name, error.line, "", error.what, error.fix)]) from None


def _joined(
    path: Path, name: str, index: dict[str, Any], spots: Spots, problems: list[Problem]
) -> tuple[Any, Spots]:
    """All files that an index names, as one map; what is wrong with them goes to `problems`."""
    names = index.pop(INDEX)
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        line = spot_of(spots, (INDEX,)).line
        problems.append(Problem(name, line, INDEX, "is no list of files", "write '- part.yml'"))
        return None, spots
    whole = dict(index)
    folder = name.rpartition("/")[0]
    unnamed = _unnamed(path, names)
    for each in unnamed:
        fix = f"name it under '{INDEX}' in {name}, or delete it"
        problems.append(Problem(f"{folder}/{each}".lstrip("/"), 1, "", "nothing reads it", fix))
    for number, each in enumerate(names):
        shown = f"{folder}/{each}".lstrip("/")
        where: Where = (INDEX, number)
        wrong = ("is named twice", "name it once") if each in names[:number] else None
        if wrong := wrong or _wrong_name(path.parent, each, unnamed):
            problems.append(Problem(*spots[where], dotted(where), *wrong))
            continue
        try:
            part, part_spots, more = parse(_text(path.parent / each, shown), shown)
        except DataError as bad:
            problems += bad.problems
            continue
        problems += more
        if not isinstance(part, dict):
            if not more:
                what = f"is {kind_of(part)} where a map is expected"
                problems.append(Problem(shown, 1, "", what, "write 'key: value' lines"))
            continue
        for path_in, spot in part_spots.items():
            spots.setdefault(path_in, spot)
        problems += _join(whole, part, (), part_spots, spots)
    return whole, spots


def _unnamed(index: Path, names: list[str]) -> list[str]:
    """Data files beside the index that it does not name: somebody's text that nobody would see."""
    files = (file for file in sorted(index.parent.rglob("*.yml")) if file != index)
    found = (file.relative_to(index.parent) for file in files)
    named = {Path(each) for each in names}
    return [each.as_posix() for each in found if each not in named and each.name[0] != "."]


def _wrong_name(folder: Path, part: str, unnamed: list[str]) -> tuple[str, str] | None:
    """What is wrong with the name of a part, and how to mend it."""
    if Path(part).is_absolute() or ".." in Path(part).parts:
        return "leads out of the folder", "name a file in it"
    if not (folder / part).exists():
        fix = suggest(part, unnamed) if unnamed else "restore it, or take out this line"
        return f"no such file {part!r}", fix
    return None


def _join(
    whole: dict[str, Any], part: dict[str, Any], where: Where, mine: Spots, spots: Spots
) -> Iterator[Problem]:
    """Put a part into the whole: kinds of entry are joined, entries are not."""
    for key, value in part.items():
        inside = (*where, key)
        if key not in whole:
            whole[key] = value
        elif not where and isinstance(value, dict) and isinstance(whole[key], dict):
            yield from _join(whole[key], value, inside, mine, spots)
        else:
            first = spots[inside]
            what = f"stands in {first.path}:{first.line} already"
            yield Problem(*mine[inside], dotted(inside), what, "remove or rename one of the two")


def _validated(data: Any, spots: Spots, problems: list[Problem]) -> Loaded:
    if data is None:
        raise DataError(problems)
    try:
        comparison = Comparison.parse(data)
    except ValidationError as error:
        known = {problem.where for problem in problems}
        problems += (each for each in translate(error, spots) if each.where not in known)
        raise DataError(problems) from None
    if problems:
        raise DataError(problems)
    return Loaded(comparison, spots)
