"""Writing files: all that change, or none."""

from __future__ import annotations

import difflib
import os
import stat
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from scripts import text_files

_LONG_AGO = 60.0  # seconds: a younger file may be one that another process writes


@dataclass(frozen=True)
class Change:
    """A file whose text is not what the data says."""

    path: str
    old: str | None
    new: str

    def diff(self) -> str:
        """A unified diff from what stands to what should."""
        old = (self.old or "").splitlines(keepends=True)
        new = self.new.splitlines(keepends=True)
        return "".join(difflib.unified_diff(old, new, self.path, f"{self.path} (generated)"))

    @property
    def line(self) -> int:
        """The first line that differs."""
        pairs = zip(
            (self.old or "").split("\n"), text_files.plain(self.new).split("\n"), strict=False
        )
        same = list(takewhile(lambda pair: pair[0] == pair[1], pairs))
        return min(len(same), (self.old or "").count("\n")) + 1


def save(root: Path, changes: Sequence[Change]) -> None:
    """Write every change, or none: raises OSError, having changed nothing, if one cannot be.

    Each new text is first written in full beside its target; only when all are on disk are they
    moved into place, and a move replaces a file whole. So whoever reads meanwhile, or a process
    killed at any moment, finds every file whole, either old or new. Should a move fail, the
    files moved before it are put back.
    """
    ready: list[tuple[Path, Path]] = []
    moved: list[tuple[Path, bytes | None]] = []
    try:
        for change in changes:
            target = root / change.path
            if target.is_symlink():  # what it leads to is written, and the link stays
                target = target.resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
                raise PermissionError(13, "Permission denied", str(target))
            try:
                ready.append((_beside(target, change.new.encode("utf-8")), target))
            except OSError as error:  # which names the new file beside the target, if any
                raise OSError(error.errno, error.strerror, str(root / change.path)) from error
        while ready:
            temporary, target = ready[0]
            old = target.read_bytes() if target.exists() else None
            temporary.replace(target)
            moved.append((target, old))
            ready.pop(0)
    except BaseException:
        for target, old in reversed(moved):
            if old is None:
                target.unlink()
            else:
                ready.insert(0, (_beside(target, old), target))
                ready[0][0].replace(target)
        raise
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def remove_leftovers(root: Path) -> None:
    """Remove the new texts of a process that was killed before it could move them into place."""
    for folder in ("docs", "includes", "overrides"):
        for left in (root / folder).rglob(".write-*"):
            if left.is_file() and time.time() - left.stat().st_mtime > _LONG_AGO:
                left.unlink(missing_ok=True)


def _beside(target: Path, text: bytes) -> Path:
    """A new file with the text, complete on disk, in the folder and with the mode of the target."""
    handle, name = tempfile.mkstemp(prefix=".write-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
