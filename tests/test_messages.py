"""Messages that lead on: one for each cause, with the data to edit and advice on YAML."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.data_text import check_text
from scripts.folding import fold
from scripts.load import load
from scripts.problems import DataError, Problem
from scripts.project import DATA
from tests.files import change, line_of, run_scripts

# Many of one cause


def test_what_follows_from_a_removed_role_is_one_message() -> None:
    problems = [
        *(Problem("data.yml", n, f"cells.{n}", "unknown role 'tech-lead'", "x") for n in range(9)),
        Problem("docs/roles/tech-lead.md", 1, "", "a page that the data does not know", "x"),
        Problem("docs/versus/a-vs-tech-lead.md", 1, "", "a page that the data does not know", "x"),
        Problem("docs/focus.md", 7, "", "nothing fills region 'cell:tech-lead'", "x"),
        Problem("docs/focus.md", 9, "", "unknown source 'tech-lead-book'", "x"),
    ]
    found = fold(problems)
    assert [str(problem) for problem in found] == [
        "data.yml:0: cells.0: 'tech-lead' is not in the data, and 9 places here and 3 in 3 other "
        "files still need it; restore it, or remove what mentions it; "
        "'python -m scripts check --all' lists every place",
        "docs/focus.md:9: unknown source 'tech-lead-book'; x",
    ]


def test_few_unknown_ids_are_misspelt() -> None:
    problems = [Problem("a.yml", n, "", "unknown role 'bakr'", "did you mean") for n in range(3)]
    assert fold(problems) == problems


def test_many_alike_are_one() -> None:
    problems = [
        Problem("a.yml", n, "", f"source 's{n}' is not cited", "remove it") for n in range(80)
    ]
    (one,) = fold(problems)
    assert one.line == 0
    assert one.what == "source 's0' is not cited, and 79 more like it (lines 1, 2, 3, …)"
    assert fold(problems[:10]) == problems[:10]


def test_a_removed_role_in_a_real_project(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The small one, and the same command with --all."""
    text = (project / DATA).read_text(encoding="utf-8")
    start, end = text.index("  shop-keeper:\n    name"), text.index("parties:")
    (project / DATA).write_text(text[:start] + text[end:], encoding="utf-8")
    assert main(["--root", str(project), "check"]) == 1
    folded = capsys.readouterr().err
    assert main(["--root", str(project), "check", "--all"]) == 1
    every = capsys.readouterr().err
    assert "'shop-keeper' is not in the data" in folded
    assert len(folded.splitlines()) * 3 < len(every.splitlines())
    assert "did you mean" not in folded


# Advice on YAML


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "That the bread is good.",
            "The bread: good.",
            ":{line}: not valid YAML: mapping values are not allowed in this context; "
            "put the value in quotes, for it holds a colon",
        ),
        (
            "        claim: That the bread is good.",
            "\tclaim: That the bread is good.",
            ":{line}: not valid YAML: a tab at place 1 of the line; put an ordinary space",
        ),
        (
            "        claim: That the bread is good.",
            "       \u00a0claim: That the bread is good.",
            ":{line}: not valid YAML: a no-break space (U+00A0) at place 8 of the line; put an",
        ),
        (
            "claim: That the bread is good.",
            "claim: That the bread #1\n          is good.",
            ":{line}: not valid YAML: the text after ' #' at place 30 is a comment; put the value",
        ),
        (
            "claim: That the bread is good.",
            "claim: @home",
            ":{line}: not valid YAML: found character that cannot start any token; put the value "
            "in quotes, for it begins with '@'",
        ),
        (
            "claim: That the bread is good.",
            'claim: "That the bread is good.',
            ":{line}: not valid YAML: a quotation mark opens the value, and nothing closes it; end "
            'the value with "',
        ),
        ("[{id: book, at: page 1}]", "[{id: book, at: page 1]", "close each '[' and '{' above"),
        ("[{id: book, at: page 1}]", "[book]", "is text where a map is expected; write {id: book}"),
        ("horizon: {from: day, to: week}", "horizon: day", "expected; write {from: day, to: week}"),
    ],
)
def test_advice_for_people_who_do_not_know_yaml(
    project: Path, old: str, new: str, expected: str
) -> None:
    line = line_of(project, DATA, old)
    change(project, DATA, old, new)
    with pytest.raises(DataError) as bad:
        load(project / DATA, DATA)
    assert expected.replace("{line}", str(line)) in str(bad.value)


# What a text looks like


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "name: Shop keeper",
            "name: baker",
            ".name: the name 'baker' is that of 'baker' too; tell",
        ),
        ("At night.", 'At "night".', ".claim: holds straight quotation marks; write “ ” around"),
        (
            "name: Guild",
            "name: Gu\u0456ld",
            ".name: mixes scripts: 'і' in 'Guіld' is Cyrillic; type",
        ),
        (
            "name: Guild",
            "name: \u3164",
            ".name: contains the invisible character U+3164; remove it",
        ),
        (
            "name: Guild",
            "name: “Guild”",
            ".name: has quotation marks as part of it: “Guild”; remove",
        ),
        (
            "reviewed: 2026-11-01",
            "reviewed: 2027-01-01",
            ".reviewed: is 2027-01-01, a day in the f",
        ),
        ("seen: 2026-11", "seen: 2026-99", ".seen: is '2026-99', not a month; write it as YYYY-MM"),
        (
            "https://example.com/bread",
            "https://google.com@evil.example/",
            ".url: is an address with a name before its host: 'https://google.com@evil.example/'",
        ),
    ],
)
def test_a_text_is_what_it_looks_like(project: Path, old: str, new: str, expected: str) -> None:
    today = date(2026, 11, 30)
    assert list(check_text(load(project / DATA, DATA), today)) == []
    change(project, DATA, old, new)
    assert expected in "\n".join(map(str, check_text(load(project / DATA, DATA), today)))


# Whatever goes wrong outside


def test_nobody_reads_what_is_printed(project: Path) -> None:
    change(project, DATA, "At night.", "Before dawn.")
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "scripts", "--root", str(project), "write"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("standard output:1: cannot be written: No space left on device;")


def test_leftovers_of_a_killed_write_are_removed(project: Path) -> None:
    old, young = project / "docs/.write-old", project / "docs/.write-young"
    for left in (old, young):
        left.touch()
    os.utime(old, (0, 0))
    assert main(["--root", str(project), "write"]) == 0
    assert not old.exists()
    assert young.exists()  # another process may be at it


def test_a_taken_port_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run_scripts("serve", "--port", str(port))
    assert done.returncode == 1
    assert done.stderr == (
        f"Makefile:1: PORT: 127.0.0.1:{port} cannot be served on: Address already in use; "
        "run 'make serve PORT=8001', or stop what uses the port\n"
    )
