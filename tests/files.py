"""Small helpers around files and the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from scripts.edits import NOTES
from tests.building import ROOT


def edit(text: str, old: str, new: str) -> str:
    """The text with `old` replaced, which must be there, or the test tests nothing."""
    assert old in text, old
    return text.replace(old, new)


def snapshot(root: Path) -> dict[str, tuple[int, bytes]]:
    """Every file's mode and content, without what `write` notes for itself."""
    return {
        path.relative_to(root).as_posix(): (path.stat().st_mode, path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != NOTES
    }


def run_scripts(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """`python -m scripts …` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "scripts", *arguments],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
    )


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(edit(text, old, new), encoding="utf-8")


def line_of(root: Path, path: str, text: str) -> int:
    before, found, _ = (root / path).read_text(encoding="utf-8").partition(text)
    assert found, text
    return before.count("\n") + 1
