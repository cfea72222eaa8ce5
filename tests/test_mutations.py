"""The small data file, spoiled in 1,020 seeded ways: success, or messages with path and line."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.data_rules import check_data
from scripts.load import loads
from scripts.problems import DataError, Problem
from scripts.project import DATA
from tests import building
from tests.building import SMALL
from tests.files import snapshot

SEEDS = range(20)
EACH = 51  # mutations a seed: 1,020 in all
WRONG = [
    "",
    "no",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "null",
    "12",
    "2026-11-23",
    "'",
    '"',
    "*a",
    "&a b",
]
MESSAGE = re.compile(rf"^{DATA}:([1-9]\d*): \S.*; \S.*$")
ANYWHERE = re.compile(r"^\S+:[1-9]\d*: \S.*; \S.*$")  # a page may lack what the data now has


def delete(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at]


def duplicate(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(chance.choice([at, chance.randrange(len(lines))]), lines[at])


def retype(lines: list[str], at: int, chance: random.Random) -> None:
    """Another kind of value after the first colon, or in place of the line."""
    key, colon, _ = lines[at].partition(":")
    lines[at] = f"{key}{colon} {chance.choice(WRONG)}"


def reindent(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = " " * chance.randrange(12) + lines[at].lstrip()


def reorder(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.choice([at - 1, chance.randrange(len(lines))])
    lines[at], lines[other] = lines[other], lines[at]


def truncate(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
    if chance.random() < 0.5:
        del lines[at + 1 :]


MUTATIONS = (delete, duplicate, retype, reindent, reorder, truncate)


@pytest.fixture(scope="module")
def data() -> list[str]:
    return (SMALL / DATA).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("seed", SEEDS)
def test_mutated_data(data: list[str], seed: int) -> None:
    chance = random.Random(seed)
    for number in range(EACH):
        mutate = MUTATIONS[number % len(MUTATIONS)]
        lines = list(data)
        at = chance.randrange(len(lines))
        mutate(lines, at, chance)
        for problem in problems("\n".join(lines)):
            told = MESSAGE.match(str(problem))
            assert told, problem
            assert int(told[1]) <= len(lines) + 1, problem


def test_mutated_data_changes_no_file_that_it_should_not(
    data: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command as a whole, fewer times: it reads and writes every file."""
    root = building.copy_small(tmp_path / "project")
    chance = random.Random("write")
    for number in range(24):
        lines = list(data)
        MUTATIONS[number % len(MUTATIONS)](lines, chance.randrange(len(lines)), chance)
        (root / DATA).write_text("\n".join(lines), encoding="utf-8")
        before = snapshot(root)
        status = main(["--root", str(root), "write"])
        told = capsys.readouterr().err.splitlines()
        assert bool(told) == bool(status)
        assert [line for line in told if not ANYWHERE.match(line)] == []
        if status:
            assert status == 1
            assert snapshot(root) == before


def problems(text: str) -> list[Problem]:
    try:
        return list(check_data(loads(text, DATA)))
    except DataError as bad:
        assert bad.problems
        return list(bad.problems)
