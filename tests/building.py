"""Builds of the project: every one in a folder of its own, none in the working tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from scripts.builder import MKDOCS
from scripts.edits import NOTES
from scripts.load import load
from scripts.model import Comparison
from scripts.project import DATA

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests/fixtures/small"


def copy_small(target: Path) -> Path:
    """A copy of the project in small, without what the last `make write` noted of it."""
    return Path(shutil.copytree(SMALL, target, ignore=shutil.ignore_patterns(NOTES)))


@cache
def reference() -> Comparison:
    """The data of the real project."""
    return load(ROOT / DATA, DATA).comparison


def environment(**more: str) -> dict[str, str]:
    """What `make build` sets, and nothing of a deployment that happens to be set."""
    own = {name: value for name, value in os.environ.items() if name not in _DEPLOYMENT}
    return {**own, "NO_MKDOCS_2_WARNING": "1", **more}


_DEPLOYMENT = {"SITE_URL", "REPOSITORY_URL"}


def run(*module: str, cwd: Path = ROOT, **more: str) -> str:
    """Run `python -m …`; returns all that it printed, and fails with it where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=cwd,
        env=environment(PYTHONPATH=str(ROOT), **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, f"{' '.join(module)} failed:\n{done.stdout}"
    return done.stdout


def status(*module: str) -> int:
    """The exit status of `python -m …` in the current folder."""
    return subprocess.run([sys.executable, "-m", *module], check=False).returncode


def copy_project(target: Path) -> Path:
    """What a site builder needs, without what runs before and after it."""
    target.mkdir(parents=True)
    for folder in ("docs", "includes", "overrides"):
        shutil.copytree(ROOT / folder, target / folder)
    for file in filter(None, ("edition.yml", "mkdocs.yml", reference().edition.logo)):
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, target / file)
    return target


def publish(site: Path, root: Path = ROOT) -> None:
    run("scripts", "--root", str(root), "publish", "--site", str(site))


def build(site: Path, root: Path = ROOT, *command: str, **more: str) -> str:
    """Build the project in `root` into `site` as `make build` does, or by another command of a site
    builder; returns what was printed."""
    return run("scripts", "build", "--site", str(site), *(command or MKDOCS), cwd=root, **more)
