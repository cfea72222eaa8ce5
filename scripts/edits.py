"""Texts between generated markers that somebody edited by hand: found, and never erased unasked.

Generated text on disk is either what `write` put there last, which it notes in a file of digests,
or what git has in its last commit, where nothing is lost. Any other text was edited. Where
neither knows of a text, as in a copy without git before the first `write`, it counts as generated.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts import regions, revisions, text_files
from scripts.load import Loaded
from scripts.problems import Problem, Where
from scripts.project import CONFIG, DATA, Project, config, generated_files
from scripts.saving import Change

NOTES = ".generated.json"
_LEAST = 8  # characters: shorter texts of the data stand in too many places to tell anything


def note(root: Path, project: Project) -> None:
    """Remember every generated text as the data now gives it."""
    pages = {f"docs/{page}": project.full[page] for page in project.pages}
    texts = {**pages, **generated_files(project), CONFIG: config(project)}
    notes = {path: _digests(_parts(text, _style(project, path))) for path, text in texts.items()}
    text = json.dumps(notes, indent=0, sort_keys=True)
    file = root / NOTES
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")


def find(project: Project, changes: Sequence[Change]) -> Iterator[Problem]:
    """A problem for each generated text that was edited, with the line of the data to edit."""
    notes = _notes(project.root)
    for change in changes:
        if change.old is None or change.path == revisions.FILE:  # also written by hand
            continue
        known = notes.get(change.path, {})
        committed: Mapping[str, str] | None = None
        style = _style(project, change.path)
        parts = _parts(change.old, style)
        new = _parts(change.new, style)
        for name, text in parts.items():
            digest = _digest(text)
            if _same(text, new.get(name, "")) or known.get(name) == digest:
                continue
            if committed is None:
                committed = _committed(project.root, change.path, style)
            safe = _same(committed[name], text) if name in committed else name not in known
            if not safe:
                begin = _begin(change.old, style, name)
                yield _edited(project.loaded, change, name, begin, text, new.get(name, ""))


def _style(project: Project, path: str) -> regions.Style | None:
    """How a file marks its regions; None if it is generated whole."""
    if path == CONFIG:
        return regions.YAML
    return regions.MARKDOWN if path.removeprefix("docs/") in project.pages else None


def _parts(text: str, style: regions.Style | None) -> dict[str, str]:
    """The text of each region, as it stands between its markers; of a whole file, all of it."""
    if style is None:
        return {"": text}
    lines = text.split("\n")
    found = _regions(text, style)
    return {each.name: "\n".join(lines[each.begin + 1 : each.end]) for each in found}


def _same(one: str, other: str) -> bool:
    return text_files.plain(one).strip("\n") == text_files.plain(other).strip("\n")


def _digest(text: str) -> str:
    plain = text_files.plain(text).strip("\n").encode("utf-8", "surrogatepass")
    return hashlib.sha256(plain).hexdigest()[:16]


def _digests(parts: Mapping[str, str]) -> dict[str, str]:
    return {name: _digest(text) for name, text in parts.items()}


def _notes(root: Path) -> Mapping[str, Mapping[str, str]]:
    try:
        notes = json.loads((root / NOTES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    known = isinstance(notes, dict) and all(isinstance(each, dict) for each in notes.values())
    return notes if known else {}


def _committed(root: Path, path: str, style: regions.Style | None) -> dict[str, str]:
    """What the last commit holds of a file; nothing where there is no git."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "show", f"HEAD:./{path}"], capture_output=True, check=False
        )
    except OSError:
        return {}
    if done.returncode:
        return {}
    text = text_files.plain(done.stdout.decode("utf-8", errors="replace"))
    return _parts(text, style)


def _begin(text: str, style: regions.Style | None, name: str) -> int:
    """The line of a region's first marker; 0 for a whole file."""
    found = _regions(text, style) if style else ()
    return next((each.begin + 1 for each in found if each.name == name), 0)


def _edited(loaded: Loaded, change: Change, name: str, begin: int, old: str, new: str) -> Problem:
    lines = (change.old or "").split("\n")
    ours = text_files.plain(new).strip("\n").split("\n")
    theirs = old.split("\n")
    wanted = set(ours)
    first = next((at for at, line in enumerate(theirs) if line and line not in wanted), 0)
    source = _source(loaded, [line for line in ours if line not in set(theirs)], old)
    what = "generated text was edited by hand"
    place = f"edit {source}" if source else f"edit {DATA}"
    fix = f"{place} instead; 'make write FORCE=1' drops the edit"
    line = min(begin + first + 1, len(lines))
    return Problem(change.path, line, f"region {name!r}" if name else "", what, fix)


def _regions(text: str, style: regions.Style) -> tuple[regions.Region, ...]:
    try:
        return regions.find(text, style)
    except regions.RegionError:
        return ()


def _source(loaded: Loaded, lost: Sequence[str], old: str) -> str:
    """The place of the data whose text an edit replaced; "" where it is unknown."""
    best: tuple[int, Where] = (_LEAST, ())
    for where, text in _texts(loaded.comparison.model_dump(by_alias=True), ()):
        if len(text) > best[0] and text not in old and any(text in line for line in lost):
            best = (len(text), where)
    if not best[1]:
        return ""
    found = loaded.problem(best[1], "", "")
    return f"{found.path}:{found.line} ({found.where})"


def _texts(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*where, index))
    elif isinstance(value, str):
        yield where, value
