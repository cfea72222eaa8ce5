"""What commands cost: processor seconds and memory of the steps of a build, today and grown."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench import growth
from bench.tables import head, row
from scripts import regions
from scripts.load import load
from scripts.project import DATA
from scripts.publish import cache
from tests import building

TEN_TIMES = {"roles": 130, "dimensions": 24, "activities": 580}
PYTHON = [sys.executable, "-m"]


class Cost(NamedTuple):
    """What a command took: processor seconds, and the most memory in MB."""

    seconds: float
    memory: float


def cost(command: Sequence[str], cwd: Path, times: int = 3) -> Cost:
    """The least processor time of several runs, children included: noise only adds."""
    best = Cost(float("inf"), 0)
    for _ in range(times):
        # A process of its own measures its own children.
        code = (
            "import resource, subprocess, sys;"
            "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
            "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
            "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, *command],
            cwd=cwd,
            env=building.environment(PYTHONPATH=str(building.ROOT)),
            capture_output=True,
            text=True,
            check=True,
        )
        best = min(best, Cost(*map(float, done.stdout.split()[-2:])))
    return best


def scripts(*arguments: str, times: int = 3) -> Cost:
    return cost([*PYTHON, "scripts", *arguments], building.ROOT, times)


def mkdocs(target: Path, root: Path, times: int = 3) -> Cost:
    return cost([*PYTHON, "mkdocs", "build", "-q", "-d", str(target)], root, times)


def of_steps(work: Path, stock: Path) -> None:
    """Print what each step of a build costs, on today's data and on ten times as much."""
    print("\n## Build: processor seconds (memory)\n")
    grown = growth.project(work / "grown", **TEN_TIMES)
    root = ["--root", str(grown)]
    written = scripts("--root", str(_unwritten(work / "today")), "write", times=1)
    written_grown = scripts(*root, "write", times=1)
    plain = mkdocs(work / "a", building.ROOT)
    plain_grown = mkdocs(work / "c", grown, times=1)
    head("step", "today", "memory", "ten times the data", "memory")
    for name, now, ten in (
        ("`scripts write`", written, written_grown),
        ("`scripts check`", scripts("check"), scripts(*root, "check", times=1)),
        ("`mkdocs build`", plain, plain_grown),
        ("`scripts publish`", _published(work, "a", building.ROOT), _published(work, "c", grown)),
    ):
        times = f"{ten.seconds:.2f} s ({ten.seconds / now.seconds:.1f} times)"
        row(name, f"{now.seconds:.2f} s", f"{now.memory:.0f} MB", times, f"{ten.memory:.0f} MB")
    stocked = mkdocs(work / "s", stock)
    row("stock `mkdocs build`", f"{stocked.seconds:.2f} s", f"{stocked.memory:.0f} MB", "", "")
    _whole_build(work, plain)
    data = load(building.ROOT / DATA).comparison
    cells = len(data.roles) * len(data.dimensions)
    many = TEN_TIMES["roles"] * TEN_TIMES["dimensions"]
    print(f"Ten times the data: {TEN_TIMES}, {many} cells for {cells} ({many / cells:.0f} times).")


def _whole_build(work: Path, plain: Cost) -> None:
    """`make build`, first with nothing kept from earlier builds, then again."""
    target = str(work / "w")
    builder = ["mkdocs", "build", "-q", "-d", target]
    command = ["build", "--site", target, *builder]
    shutil.rmtree(cache.FOLDER, ignore_errors=True)
    first = scripts(*command, times=1)
    for name, each in (("first `make build`", first), ("`make build` again", scripts(*command))):
        times = f"{each.seconds:.2f} s ({each.seconds / plain.seconds:.2f} times `mkdocs build`)"
        row(name, times, f"{each.memory:.0f} MB", "", "")


def _published(work: Path, built: str, root: Path) -> Cost:
    """`publish` on a copy of a built site: what is published cannot be published again."""
    ready = work / "b"
    shutil.rmtree(ready, ignore_errors=True)
    shutil.copytree(work / built, ready)
    return scripts("--root", str(root), "publish", "--site", str(ready), times=1)


def _unwritten(target: Path) -> Path:
    """A copy of the project with every region empty, so that `write` has everything to write."""
    building.copy_project(target)
    for file in (target / "docs").rglob("*.md"):
        page = file.read_text(encoding="utf-8")
        empty = {region.name: "" for region in regions.find(page)}
        file.write_text(regions.replace(page, empty), encoding="utf-8")
    return target
