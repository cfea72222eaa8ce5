"""Read text files, whoever put them there: no pipe that never ends, no encoding but UTF-8."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path


class UnreadableError(Exception):
    """Why a file cannot be read, on which line, and how to mend it."""

    def __init__(self, line: int, what: str, fix: str) -> None:
        super().__init__(f"line {line}: {what}; {fix}")
        self.line = line
        self.what = what
        self.fix = fix


def read(path: Path) -> str:
    """The text of a file with line feeds, whichever line ends it has; raises UnreadableError."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise UnreadableError(
                1, "is a link to nothing", "remove it, or restore its target"
            ) from None
        raise UnreadableError(
            1, "no such file", "restore it, or run from the project's root"
        ) from None
    except OSError as error:
        raise UnreadableError(1, f"cannot be read: {error.strerror}", "restore it") from None
    if stat.S_ISDIR(mode):
        raise UnreadableError(1, "is a folder where a file is expected", "remove or rename it")
    if not stat.S_ISREG(mode):  # reading a pipe or a device may never end
        raise UnreadableError(1, "is not an ordinary file", "replace it by one")
    try:
        raw = path.read_bytes()
    except OSError as error:
        fix = "make it a readable file"
        raise UnreadableError(1, f"cannot be read: {error.strerror}", fix) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        what = f"not UTF-8: byte 0x{raw[error.start]:02x} at place {column} of the line"
        raise UnreadableError(line, what, "save the file as UTF-8") from None
    return plain(text)


def plain(text: str) -> str:
    """A text as it compares with what `read` gives."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def shown(path: str) -> str:
    """A path as it can be printed on one line."""
    return path if path.isprintable() else ascii(path)[1:-1]


def walk(folder: Path) -> Iterator[tuple[str, UnreadableError | None]]:
    """Every file below a folder by its path there; with the reason where site builders
    would come to harm: they follow a link to a folder, and one that leads upward has no end."""
    for place, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            path = Path(place, name)
            relative = path.relative_to(folder).as_posix()
            if path.is_symlink() and (path.is_dir() or _endless(path)):
                fix = "put a copy of what it leads to in its place"
                yield relative, UnreadableError(1, "is a link to a folder", fix)
            elif name in files or name.endswith(".md"):
                yield relative, None


def _endless(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
