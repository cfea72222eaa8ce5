"""Bad data and bad pages: each gives messages with path and line, and changes no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.data_rules import check_data
from scripts.load import load, loads
from scripts.problems import DataError
from scripts.project import DATA
from tests.building import SMALL
from tests.files import edit

FIXTURES = Path(__file__).parent / "fixtures"


def expected(name: str) -> str:
    """The whole list of messages for a broken file, as it must be."""
    return (FIXTURES / name).with_suffix(".txt").read_text(encoding="utf-8")


def test_every_kind_of_broken_text_is_reported() -> None:
    name = "broken.yml"
    with pytest.raises(DataError) as bad:
        load(FIXTURES / name, name)
    assert f"{bad.value}\n" == expected(name)


def test_every_rule_reports() -> None:
    name = "broken-rules.yml"
    found = DataError(check_data(load(FIXTURES / name, name)))
    assert f"{found}\n" == expected(name)


def test_the_small_data_is_good_and_frozen() -> None:
    loaded = load(SMALL / DATA, DATA)
    assert list(check_data(loaded)) == []
    assert list(loaded.comparison.roles) == ["baker", "shop-keeper"]
    with pytest.raises(Exception, match="frozen"):
        loaded.comparison.roles["baker"].name = "Brewer"  # type: ignore[misc]


def test_lines_lead_to_the_value() -> None:
    loaded = load(SMALL / DATA, DATA)
    lines = (SMALL / DATA).read_text(encoding="utf-8").splitlines()
    problem = loaded.problem(("dimensions", "focus", "cells", "baker", "claim"), "x", "y")
    assert "That the bread is good." in lines[problem.line - 1]


def test_text_is_taken_as_written() -> None:
    """YAML's own guesses would make a boolean, a number and a date of these."""
    text = (SMALL / DATA).read_text(encoding="utf-8").partition("files:")[0]
    loaded = loads(edit(text, "name: Guild", "name: no").replace("n.d.", "1.10"), DATA)
    assert loaded.comparison.parties["guild"].name == "no"
    assert loaded.comparison.sources["law"].year == "1.10"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1: the file is empty; write 'key: value' lines, or restore it"),
        ("# only a comment\n", "1: the file is empty; write"),
        ("roles: [\n", "2: not valid YAML: did not find expected node content; correct"),
        ("roles: x\n y: z\n", "2: not valid YAML: mapping values are not allowed"),
        ("a: 1\n---\nb: 2\n", "2: not valid YAML: but found another document"),
        ("a: 1\nb: \x00\n", "2: not valid YAML: unacceptable character #x0000"),
        ("a: *b\n", "1: not valid YAML: found undefined alias"),
        # Each of these ended the process once.
        ("\n" + "- " * 50_000, "2: has more than 5000 characters in a line; break the line"),
        ("a: " + "[" * 25_000, "1: has more than 5000 characters in a line"),
        ("a: " + "[\n" * 25_000, "101: nested too deeply to read; flatten it"),
        ("- " * 2000, "1: nested too deeply to read; flatten it"),
        ("\n".join(" " * depth + "a:" for depth in range(2000)), "1: nested too deeply"),
        ("just words\n", "1: is text where a map is expected"),
        ("- a\n- b\n", "1: is a list where a map is expected"),
    ],
)
def test_text_that_is_no_data(text: str, expected: str) -> None:
    with pytest.raises(DataError) as bad:
        loads(text, "x.yml")
    assert str(bad.value).startswith(f"x.yml:{expected}")
