"""Edits between generated markers: told with the line of the data, and never erased unasked."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.project import DATA
from tests.files import change, line_of, snapshot

FOCUS = "docs/dimensions/focus.md"


@pytest.fixture
def edited(project: Path) -> Path:
    """A project whose generated text `write` made, and somebody edited."""
    change(project, DATA, "At night.", "Before dawn.")
    assert main(["--root", str(project), "write"]) == 0
    change(project, FOCUS, "\nThat the bread is good. (", "\nThat the bread is best. (")
    return project


def message(root: Path) -> str:
    line = line_of(root, FOCUS, "That the bread is best.")
    source = line_of(root, DATA, "claim: That the bread is good.")
    return (
        f"{FOCUS}:{line}: region 'cell:baker': generated text was edited by hand; "
        f"edit {DATA}:{source} (dimensions.focus.cells.baker.claim) instead; "
        "'make write FORCE=1' drops the edit\n"
    )


def test_an_edit_of_generated_text_is_not_erased(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    before = snapshot(edited)
    for command in ("check", "write"):
        assert main(["--root", str(edited), command]) == 1
        assert capsys.readouterr().err == message(edited)
    assert snapshot(edited) == before
    assert main(["--root", str(edited), "write", "--force"]) == 0
    assert main(["--root", str(edited), "check"]) == 0


def test_what_write_made_is_written_anew_unasked(edited: Path) -> None:
    """Edit, write, edit again: what stands is the last write's, not a hand's."""
    assert main(["--root", str(edited), "write", "--force"]) == 0
    for claim in ("At noon.", "At five."):
        old = "Before dawn." if claim == "At noon." else "At noon."
        change(edited, DATA, old, claim)
        assert main(["--root", str(edited), "write"]) == 0


def test_an_edited_file_that_is_generated_whole(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(edited), "write", "--force"]) == 0
    change(edited, "docs/data/comparison.csv", "That the bread is good.", "Best.")
    capsys.readouterr()
    assert main(["--root", str(edited), "write"]) == 1
    assert "comparison.csv:2: generated text was edited by hand; edit" in capsys.readouterr().err


def test_an_edit_of_the_navigation(edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(edited), "write", "--force"]) == 0
    change(edited, "mkdocs.yml", "- Shop keeper: roles", "- Keepers: roles")
    capsys.readouterr()
    assert main(["--root", str(edited), "write"]) == 1
    source = line_of(edited, DATA, "name: Shop keeper")
    assert f"region 'navigation': generated text was edited by hand; edit {DATA}:{source} (" in (
        capsys.readouterr().err
    )


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def test_git_tells_an_edit_where_nothing_was_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a fresh clone: text of the last commit may be replaced, any other was edited."""
    git(project, "init", "-q")
    git(project, "add", "--all")
    git(project, "commit", "-qm", "x")
    change(project, FOCUS, "\nThat the bread is good. (", "\nThat the bread is best. (")
    assert main(["--root", str(project), "write"]) == 1
    assert capsys.readouterr().err == message(project)
    git(project, "commit", "-qam", "y")
    assert main(["--root", str(project), "write"]) == 0
