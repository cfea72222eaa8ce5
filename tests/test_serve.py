"""`make serve`: pages show the data as it is now, or what is wrong with it; no file is written."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from scripts.project import DATA
from tests import building
from tests.files import edit, snapshot


@pytest.fixture
def served(project: Path) -> Path:
    """The small project with all that its server runs."""
    own = (project / "overrides/partials/changed.html").read_bytes()
    shutil.copytree(building.ROOT / "overrides", project / "overrides", dirs_exist_ok=True)
    (project / "overrides/partials/changed.html").write_bytes(own)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(building.ROOT / "scripts", project / "scripts", ignore=ignored)
    shutil.copy(building.ROOT / "mkdocs.yml", project / "base.yml")
    for name in ("mkdocs.serve.yml", "LICENSE", "LICENSE-CONTENT", "package.json"):
        shutil.copy(building.ROOT / name, project)
    (project / "node_modules").symlink_to(building.ROOT / "node_modules")  # their licenses
    return project


def build(root: Path, target: Path) -> str:
    """One build as the server does it; returns what it logged."""
    command = ["mkdocs", "build", "--config-file", "mkdocs.serve.yml", "--site-dir", str(target)]
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=building.environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(edit(text, old, new), encoding="utf-8")


def page(target: Path, name: str) -> str:
    return (target / name / "index.html").read_text(encoding="utf-8")


def test_an_edit_of_the_data_shows_and_writes_no_file(served: Path, tmp_path: Path) -> None:
    change(served, DATA, "At night.", "Before dawn.")
    change(served, DATA, "What a miller makes.", "Powder of wheat.")
    change(served, DATA, "{date: 2026-11-02,", "{date: 2026-11-03,")
    (served / "docs/dimensions/hours.md").chmod(0o444)
    before = snapshot(served)
    build(served, tmp_path / "site")
    assert snapshot(served) == before
    assert "Before dawn." in page(tmp_path / "site", "compare")
    assert "Before dawn." in (tmp_path / "site/data/comparison.csv").read_text(encoding="utf-8")
    about = page(tmp_path / "site", "about")
    assert "November 3, 2026" in about
    assert 'role="alert"' not in about


def test_problems_stand_above_the_page(served: Path, tmp_path: Path) -> None:
    change(served, "docs/about.md", "By hand.", '[x](gone.md) <b>\n\n--8<-- "gone.md"')
    log = build(served, tmp_path / "site")
    problem = "docs/about.md:7: the link 'gone.md' leads to no file;"
    assert problem in log
    for name in ("about", "glossary"):
        banner = page(tmp_path / "site", name).partition('role="alert"')[2].partition("</div>")[0]
        assert "2 problems." in banner
        assert problem.replace("'", "&#x27;") in banner
        assert "there is no file &#x27;gone.md&#x27; in includes/" in banner


def test_an_edit_between_markers_is_reported_and_kept(served: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "scripts", "--root", str(served), "write"],
        cwd=building.ROOT,
        check=True,
    )
    change(served, "docs/dimensions/hours.md", "\nAt night. (", "\nAt noon. (")
    before = snapshot(served)
    log = build(served, tmp_path / "site")
    assert "region 'cell:baker': generated text was edited by hand; edit docs/data/" in log
    assert snapshot(served) == before


def test_the_server_watches_all_that_a_page_is_made_of() -> None:
    config = load_config(str(building.ROOT / "mkdocs.serve.yml"))
    watched = {Path(path).name for path in config.watch}
    assert watched == {"mkdocs.yml", "edition.yml", "overrides", "includes"}
