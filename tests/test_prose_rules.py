"""The measure of hand-written text: limits in mkdocs.yml, held by `check` and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import page_rules
from scripts.__main__ import main
from scripts.project import Project
from tests.building import ROOT
from tests.files import edit

FOCUS = "docs/dimensions/focus.md"
GOOD = "A baker bakes bread ([Law](../sources.md#law)). The rest is up to somebody else."
LIMITS = "extra:\n  prose:\n    passage: [10, 15]\n    citations: [1, 1]\n"


def with_passage(root: Path, text: str, limits: str = LIMITS) -> None:
    page = root / FOCUS
    heading = "## Baker {#baker}\n"
    page.write_text(edit(page.read_text("utf-8"), heading, f"{heading}\n{text}\n"), "utf-8")
    other = "## Shop keeper {#shop-keeper}\n"
    good = "The shop keeper and the baker sell and bake by day ([Law](../sources.md#law))."
    for each in (page, root / "docs/dimensions/hours.md"):
        text = edit(each.read_text("utf-8"), other, f"{other}\n{good}\n")
        if each != page:
            text = edit(text, heading, f"{heading}\n{GOOD}\n")
        each.write_text(text, "utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + limits, "utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD, ""),
        (
            "A baker bakes ([Law](../sources.md#law)).",
            "the passage on 'Baker' has 3 words, 10 to 15 fit; write 7 more",
        ),
        (f"{GOOD} {'Word ' * 9}", "has 20 words, 10 to 15 fit; cut 5"),
        (
            GOOD.replace(" ([Law](../sources.md#law))", ""),
            "the passage on 'Baker' cites 0 sources; cite 1 to 1",
        ),
        (
            GOOD.replace("A baker bakes", "Somebody bakes") + " A baker.",
            "the first sentence does not name the baker; name the role there",
        ),
    ],
)
def test_a_passage(
    project: Path, capsys: pytest.CaptureFixture[str], text: str, expected: str
) -> None:
    with_passage(project, text)
    assert main(["--root", str(project), "write"]) == 0
    capsys.readouterr()
    status = main(["--root", str(project), "check"])
    error = capsys.readouterr().err
    assert status == bool(expected), error
    heading = (project / FOCUS).read_text("utf-8").split("## Baker")[0].count("\n") + 1
    assert error == "" or error.startswith(f"{FOCUS}:{heading}: ")
    assert expected in error


def test_every_passage_draws_a_line_to_the_first_role(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_passage(project, GOOD)
    page = project / FOCUS
    page.write_text(edit(page.read_text("utf-8"), "and the baker sell and bake", "sells"), "utf-8")
    assert main(["--root", str(project), "write"]) == 0
    assert main(["--root", str(project), "check"]) == 1
    expected = "the passage on 'Shop keeper' draws no line to the baker; say where the one ends"
    assert expected in capsys.readouterr().err


def test_introductions_and_pages_on_pairs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project / "mkdocs.yml"
    limits = "extra: {prose: {introduction: [1, 9], pair: [1, 9]}}\n"
    settings.write_text(settings.read_text("utf-8") + limits, "utf-8")
    assert main(["--root", str(project), "check"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{FOCUS}:1: the introduction has 0 words, 1 to 9 fit; write 1 more",
        "docs/dimensions/hours.md:1: the introduction has 0 words, 1 to 9 fit; write 1 more",
        "docs/versus/baker-vs-shop-keeper.md:1: the page has 0 words, 1 to 9 fit; write 1 more",
    ]


def test_quotation_marks(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = project / "docs/about.md"
    text = about.read_text("utf-8")
    shown = '[x](glossary.md "y") <b class="z">is</b>, `"code"` and it’s'
    about.write_text(edit(text, "By hand.", shown), "utf-8")
    assert main(["--root", str(project), "check"]) == 0
    about.write_text(edit(text, "By hand.", "By it's hand."), "utf-8")
    assert main(["--root", str(project), "check"]) == 1
    expected = 'about.md:7: a straight quotation mark: "By it\'s hand."; write “ ” around words'
    assert expected in capsys.readouterr().err


def test_limits_that_are_none(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    line = text.count("\n") + 3
    for wrong in ("passage: many", "passage: [1, many]", "passage: [1]"):
        settings.write_text(f"{text}extra:\n  prose:\n    {wrong}\n", "utf-8")
        assert main(["--root", str(project), "check"]) == 1
        assert capsys.readouterr().err == (
            f"mkdocs.yml:{line}: extra.prose.passage: is no pair of numbers; write [least, most]\n"
        )


@pytest.mark.content
def test_the_real_text_keeps_its_measure(real: Project) -> None:
    found = (*page_rules.check_strictly(real.checked), *page_rules.check_prose(real.checked))
    assert list(map(str, found)) == []
    assert "passage: [60, 170]" in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "60 to 170 words" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
