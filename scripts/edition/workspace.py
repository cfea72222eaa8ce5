"""A copy of a project on which a command works; the project itself changes at the end, or never."""

from __future__ import annotations

import difflib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts import edits, load, project, regions, saving, text_files
from scripts.load import SETTINGS
from scripts.moves import FILE as REDIRECTS
from scripts.page_rules.markup import FRONT_MATTER
from scripts.page_rules.permalinks import LIST
from scripts.project import CONFIG
from scripts.saving import Change

# What commands read and write; the rest of a project is no concern of theirs.
_FOLDERS = ("docs", "includes")
_FILES = (CONFIG, SETTINGS, REDIRECTS, LIST, "README.md", "CITATION.cff")
_GENERATED = ("overrides/partials", "overrides/components/edition")


@dataclass(frozen=True)
class Outcome:
    """What a command does to the files, and what it leaves to a human eye."""

    changes: tuple[Change, ...]
    removed: tuple[str, ...]

    def diff(self, root: Path) -> Iterator[str]:
        """Unified diffs of what people write; the rest follows from it, and is only named."""
        for change in filter(_is_written, self.changes):
            old = (change.old or "").splitlines(keepends=True)
            new = change.new.splitlines(keepends=True)
            yield "".join(difflib.unified_diff(old, new, change.path, change.path))
        for path in self.removed:
            old = text_files.read(root / path).splitlines(keepends=True)
            yield "".join(difflib.unified_diff(old, [], path, os.devnull))


def _is_written(change: Change) -> bool:
    """Whether something changes that is not generated."""
    if not change.path.endswith(".md"):
        return change.path.endswith((".yml", ".txt"))
    texts = [change.old or "", change.new]
    if any((matter := FRONT_MATTER.match(text)) and "\ndata: " in matter[0] for text in texts):
        return False  # a page that is generated whole
    try:
        before, after = ([line for _, line in regions.handwritten(text)] for text in texts)
    except regions.RegionError:
        return True
    return before != after


@contextmanager
def copy(root: Path) -> Iterator[Path]:
    """A copy of what commands work on, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="edition-") as name:
        target = Path(name)
        for folder in (*_FOLDERS, *_GENERATED):
            if (root / folder).is_dir():
                shutil.copytree(root / folder, target / folder, symlinks=False)
        logo = load.load(root / project.DATA, project.DATA).comparison.edition.logo
        for path in (*_FILES, *filter(None, [logo])):
            if (root / path).is_file():
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(root / path, target / path)
        for each in target.rglob("*"):  # what cannot be written there shows when it is saved
            each.chmod(each.stat().st_mode | stat.S_IWUSR)
        yield target


def write(work: Path) -> None:
    """Bring generated text of the copy up to date."""
    read = project.read(work)
    saving.save(work, project.stale(read))


def outcome(root: Path, work: Path) -> Outcome:
    """How the copy differs from the project."""
    before, after = set(_texts(root)), set(_texts(work))
    changes = []
    for path in sorted(after):
        new = (work / path).read_bytes().decode("utf-8")
        old = (root / path).read_bytes().decode("utf-8") if path in before else None
        if old != new:
            changes.append(Change(path, old, new))
    return Outcome(tuple(changes), tuple(sorted(before - after)))


def save(root: Path, done: Outcome) -> None:
    """Do to the project what was done to the copy: all of it, or, with an OSError, nothing."""
    kept = {path: (root / path).read_bytes() for path in done.removed}
    olds = {each.path: each.old for each in done.changes}
    saving.save(root, done.changes)
    try:
        for path in done.removed:
            (root / path).unlink()
    except OSError:
        _restore(root, kept, olds)
        raise
    edits.note(root, project.read(root))


def _restore(root: Path, kept: dict[str, bytes], olds: dict[str, str | None]) -> None:
    for path, content in kept.items():
        (root / path).write_bytes(content)
    for path, old in olds.items():
        if old is None:
            (root / path).unlink(missing_ok=True)
        else:
            (root / path).write_bytes(old.encode("utf-8"))


def _texts(root: Path) -> Sequence[str]:
    found = [path for path in _FILES if (root / path).is_file()]
    for folder in (*_FOLDERS, *_GENERATED):
        for file in sorted((root / folder).rglob("*")):
            name = file.name
            if file.is_file() and file.suffix not in (".png", ".ico") and not name.startswith("."):
                found.append(file.relative_to(root).as_posix())
    return found
