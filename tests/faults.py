"""Faults put into a project, one at a time, and what `check` must say of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.files import edit, snapshot

Breaking = Callable[[Path], object]
MESSAGE = re.compile(r"^[\w./-]+:[1-9]\d*: \S.*; \S.*$")
ABOUT = "docs/about.md"
PIXEL = "docs/pixel.png"
AT = f"{ABOUT}:7: "  # where `about` puts its text


def about(text: str) -> Breaking:
    """Replaces "By hand." on line 7 of a page."""
    return file(ABOUT, "By hand.", text)


def matter(*lines: str) -> Breaking:
    return file(ABOUT, "# About\n", "\n".join(["---", *lines, "---", "# About", ""]))


def file(path: str, old: str, new: str) -> Breaking:
    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(edit(text, old, new), encoding="utf-8")

    return change


def new(path: str, content: str) -> Breaking:
    def create(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")

    return create


def instead(path: str, make: Callable[[Path], object]) -> Breaking:
    """Something else where a file was."""

    def change(root: Path) -> None:
        (root / path).unlink()
        make(root / path)

    return change


def check_fault(
    project: Path, capsys: pytest.CaptureFixture[str], spoil: Breaking, expected: str
) -> None:
    """The fault gives its message, every message has its form, and no file changes."""
    (project / PIXEL).write_bytes(b"\x89PNG\r\n\x1a\n")
    spoil(project)
    before = snapshot(project)
    assert main(["--root", str(project), "check"]) == 1
    error = capsys.readouterr().err
    assert expected in error
    assert [line for line in error.splitlines() if not MESSAGE.match(line)] == []
    assert snapshot(project) == before
