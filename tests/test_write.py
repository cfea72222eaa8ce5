"""`write` changes only what differs, all or nothing, and always to the same bytes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from fnmatch import fnmatch
from pathlib import Path

import pytest

from scripts import addresses, render
from scripts.__main__ import main
from scripts.load import load
from scripts.model import Comparison
from scripts.project import DATA, Project, read, stale
from scripts.render import claims
from scripts.saving import save
from tests import building
from tests.building import ROOT, SMALL
from tests.files import edit, run_scripts, snapshot

# One fact that many pages show.
OLD, NEW = "short: Bread book\n", "short: Book of bread\n"


def change_the_data(root: Path) -> None:
    file = root / DATA
    file.write_text(edit(file.read_text(encoding="utf-8"), OLD, NEW), encoding="utf-8")


def contents(root: Path) -> dict[str, bytes]:
    """Every file's content, without what an interrupted write left beside its targets."""
    found = {path: content for path, (_, content) in snapshot(root).items()}
    return {path: content for path, content in found.items() if "/.write-" not in path}


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the small project is after the change of data and a write."""
    root = tmp_path_factory.mktemp("updated") / "project"
    building.copy_small(root)
    change_the_data(root)
    assert main(["--root", str(root), "write"]) == 0
    return contents(root)


def test_the_small_project_is_up_to_date() -> None:
    """Its committed pages are the exact text that every renderer must give; see its mkdocs.yml."""
    assert "".join(change.diff() for change in stale(read(SMALL))) == ""


def test_the_real_project_is_up_to_date(real: Project) -> None:
    assert "".join(change.diff() for change in stale(real)) == ""


def test_generated_files_are_marked_for_reviews(told: Comparison) -> None:
    lines = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert "* text=auto eol=lf" in lines
    marks = [line.split() for line in lines if line.endswith("linguist-generated")]
    pages = [f"docs/{page}" for page in addresses.generated_pages(told)]
    files = render.files(told)
    for path in [*files, *pages, "docs/index.md", "docs/kits/index.md", DATA]:
        found = [mark for pattern, mark in marks if fnmatch(path, pattern)]
        generated = found[-1] == "linguist-generated" if found else False
        assert generated == (path in pages or path in files), path


def test_only_what_differs_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(project)
    change_the_data(project)
    times = {path: path.stat().st_mtime_ns for path in project.rglob("*.*") if path.is_file()}
    assert main(["--root", str(project), "write"]) == 0
    after = contents(project)
    changed = {path for path in after if after[path] != before.get(path)} - {DATA}
    assert "docs/dimensions/focus.md" in changed
    assert "docs/changes.md" not in changed
    assert capsys.readouterr().out.splitlines() == [
        f"wrote {change}" for change in _in_order(changed, project)
    ]
    touched = {path for path, when in times.items() if path.stat().st_mtime_ns != when}
    assert {path.relative_to(project).as_posix() for path in touched} == changed


def _in_order(changed: set[str], root: Path) -> list[str]:
    """Pages first, then those that are generated whole, then other files: each in the order of the
    site, not of the file system."""
    told = load(root / DATA, DATA).comparison
    whole = [
        page
        for page in (f"docs/{page}" for page in addresses.generated_pages(told))
        if page in changed
    ]
    pages = [path for path in changed if path.endswith(".md") and path.startswith("docs/")]
    pages = [*sorted(set(pages) - set(whole)), *whole]
    files = [claims.FILE, "docs/data/comparison.csv", "includes/abbreviations.md"]
    return pages + [path for path in files if path in changed]


def test_a_second_run_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_the_data(project)
    main(["--root", str(project), "write"])
    capsys.readouterr()
    before = snapshot(project)
    assert main(["--root", str(project), "write"]) == 0
    assert main(["--root", str(project), "check"]) == 0
    assert capsys.readouterr() == ("", "")
    assert snapshot(project) == before


def test_a_missing_generated_file_is_written_anew(project: Path) -> None:
    before = snapshot(project)
    (project / "docs/data/comparison.csv").unlink()
    shutil.rmtree(project / "includes")
    assert main(["--root", str(project), "write"]) == 0
    assert snapshot(project) == before


def test_a_page_keeps_its_mode(project: Path) -> None:
    (project / "docs/roles/baker.md").chmod(0o640)
    change_the_data(project)
    main(["--root", str(project), "write"])
    assert (project / "docs/roles/baker.md").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(project: Path) -> None:
    file, elsewhere = project / "docs/data/comparison.csv", project / "elsewhere.csv"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    change_the_data(project)
    assert main(["--root", str(project), "write"]) == 0
    assert file.is_symlink()
    assert main(["--root", str(project), "check"]) == 0


def test_a_full_disk_names_the_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the new text beside it, by a path that says nothing to anybody."""

    def full(prefix: str, dir: Path) -> None:
        raise OSError(28, "No space left on device", str(dir / f"{prefix}x"))

    change_the_data(project)
    before = snapshot(project)
    monkeypatch.setattr(tempfile, "mkstemp", full)
    assert main(["--root", str(project), "write"]) == 1
    message = ":1: cannot be written: No space left on device; nothing was changed; make room"
    assert capsys.readouterr().err.startswith(f"docs/combining-roles.md{message}")
    assert snapshot(project) == before


class Moves:
    """Stands in for os.replace: fails at the k-th call, or from the k-th call on."""

    def __init__(self, fails_at: int, for_good: bool) -> None:
        self.calls = 0
        self.fails_at = fails_at
        self.for_good = for_good
        self.replace = os.replace

    def __call__(self, source: Path, target: Path) -> None:
        self.calls += 1
        if self.calls == self.fails_at or (self.for_good and self.calls > self.fails_at):
            raise OSError(28, "No space left on device", str(target))
        self.replace(source, target)


def count_of_changes(root: Path) -> int:
    return len(stale(read(root)))


def test_a_move_that_fails_leaves_everything_as_it_was(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change_the_data(project)
    before = snapshot(project)
    for k in range(1, count_of_changes(project) + 1):
        monkeypatch.setattr(os, "replace", Moves(k, for_good=False))
        assert main(["--root", str(project), "write"]) == 1
        assert "cannot be written: No space left on device; nothing was" in capsys.readouterr().err
        assert snapshot(project) == before


def test_stopped_after_any_move_every_file_is_whole(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    updated: dict[str, bytes],
) -> None:
    """Even where nothing can be put back."""
    change_the_data(project)
    old = contents(project)
    changes = stale(read(project))
    for k in range(1, len(changes) + 1):
        monkeypatch.setattr(os, "replace", Moves(k, for_good=True))
        with pytest.raises(OSError, match="No space"):
            save(project, changes)
        monkeypatch.undo()
        now = contents(project)
        assert now.keys() == old.keys()
        assert [path for path in now if now[path] not in (old[path], updated[path])] == []
    assert main(["--root", str(project), "write"]) == 0
    assert contents(project) == updated


@pytest.mark.slow
def test_killed_at_any_moment_every_file_is_whole(
    tmp_path: Path, updated: dict[str, bytes]
) -> None:
    """A process is killed a little later each time, counted from its first new file."""
    outcomes = set()
    for attempt in range(6):
        root = tmp_path / str(attempt)
        building.copy_small(root)
        change_the_data(root)
        old = contents(root)
        writing = subprocess.Popen(
            [sys.executable, "-m", "scripts", "--root", str(root), "write"],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        while writing.poll() is None and not any(root.rglob(".write-*")):
            time.sleep(0.001)
        time.sleep(attempt * 0.006)
        writing.send_signal(signal.SIGKILL)
        outcomes.add(writing.wait())
        now = contents(root)
        assert now.keys() == old.keys()
        assert [path for path in now if now[path] not in (old[path], updated[path])] == []
        assert main(["--root", str(root), "write"]) == 0
        assert contents(root) == updated
    assert -signal.SIGKILL in outcomes


@pytest.mark.slow
def test_the_same_data_gives_the_same_bytes(tmp_path: Path, updated: dict[str, bytes]) -> None:
    for seed, locale, zone in (("0", "C", "UTC"), ("1", "de_DE.UTF-8", "Pacific/Auckland")):
        root = tmp_path / seed
        building.copy_small(root)
        change_the_data(root)
        environ = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PYTHONUTF8": "0"}
        done = run_scripts("--root", str(root), "write", **environ)
        assert done.returncode == 0, done.stderr
        assert contents(root) == updated
