"""Bad data and bad pages: each gives messages with path and line, and changes no file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.checks import check_data
from scripts.load import BadData, load, loads
from scripts.project import DATA
from tests.building import SMALL
from tests.files import edit, run_scripts, snapshot

FIXTURES = Path(__file__).parent / "fixtures"
MESSAGE = re.compile(r"^[\w./-]+:[1-9]\d*: \S.*; \S.*$")

BROKEN = """
broken.yml:4: roles.Product Manager: 'Product Manager' is not a kebab-case id; write 'product-manager'
broken.yml:5: roles.Product Manager.name: contains the invisible character U+202E; remove it
broken.yml:6: roles.Product Manager.plural: is a list where text is expected; write one line of text
broken.yml:7: roles.Product Manager.abbr: is text where a list is expected; write [a, b] or '- a' lines
broken.yml:8: roles.Product Manager.summary: is empty; write its text, or remove the key
broken.yml:10: roles.Product Manager.horizon.from: is 'tomorrow'; use one of day, week, sprint, month, quarter, year, years
broken.yml:10: roles.Product Manager.horizon.until: unknown key 'until'; use one of from, to
broken.yml:11: roles.Product Manager.breadth: is text where a map is expected; write 'key: value' lines
broken.yml:12: roles.Product Manager.circle.rarely: missing key 'rarely'; add it
broken.yml:13: roles.Product Manager.sources: has too few entries; give at least 1
broken.yml:15: parties.miller.se: unknown key 'se'; did you mean 'see'?
broken.yml:16: parties: a key that is not text; use a plain word as key
broken.yml:19: settings.!: '!' is not a kebab-case id; use a-z, 0-9, -
broken.yml:20: settings.mill.name: a YAML alias; write the value out
broken.yml:20: settings.mill.says: contains the invisible character U+0007; remove it
broken.yml:25: dimensions.focus.reviewed: is 'soon', not a date; write it as YYYY-MM-DD
broken.yml:30: activities.set-the-price.name: duplicate key 'name'; remove or rename one of the two
broken.yml:31: activities.set-the-price.group: is 'markt'; did you mean 'market'?
broken.yml:39: launch: is a map where a list is expected; write [a, b] or '- a' lines
broken.yml:41: pairs.alone.roles.1: has too few entries; give at least 2
broken.yml:42: pairs.crowd.roles: has too many entries; give at most 2
broken.yml:49: glossary.flour.common: is 'sometimes', neither true nor false; write true, or remove the key
broken.yml:51: sources.book.seen: is 'May 2026', not a month; write it as YYYY-MM
broken.yml:51: sources.book.url: is 'javascript:alert(1)', not a web address; start it with https://
broken.yml:53: changes.0.date: is '2026-02-30', not a date; write it as YYYY-MM-DD
broken.yml:54: remarks: unknown key 'remarks'; add it, or use one that exists
"""

BROKEN_RULES = """
rules.yml:10: roles.baker.circle.daily.0: unknown role, party or title 'miler'; did you mean 'miller'?
rules.yml:11: roles.baker.sources.0: unknown source 'boook'; did you mean 'book'?
rules.yml:19: roles.shop-keeper.circle.often.0: unknown role, party or title 'nobody-knows'; use one of baker, shop-keeper, miller, baker, cook
rules.yml:22: parties.miller: party 'miller' is not used; remove it
rules.yml:22: parties.miller.see: unknown place 'flower'; did you mean 'flour'?
rules.yml:23: parties.baker: id 'baker' is taken by roles; choose another id
rules.yml:26: settings.town: setting 'town' is not used; remove it
rules.yml:32: dimensions.focus.cells: cells are not in the order of roles; order them as under 'roles'
rules.yml:33: dimensions.focus.cells.shop-keeper: varies without a reason; add 'because', or say 'settled'
rules.yml:34: dimensions.focus.cells.baker.because: a reason where the sources agree; remove it
rules.yml:39: dimensions.hours.cells: no cell for role 'shop-keeper'; add one
rules.yml:41: dimensions.hours.cells.backer: unknown role 'backer'; did you mean 'baker'?
rules.yml:43: activities.set-the-price: 'baker' has two parts; keep one of lead, share, claim
rules.yml:48: activities.set-the-price.share.1: unknown role, party or title 'mayor'; use one of baker, shop-keeper, miller, baker, cook
rules.yml:49: activities.set-the-price.claim: no view tells the claim of 'priest'; add one to 'views'
rules.yml:49: activities.set-the-price.claim: no view tells the claim of 'shop-keeper'; add one to 'views'
rules.yml:49: activities.set-the-price.claim.1: unknown role, party or title 'priest'; use one of baker, shop-keeper, miller, baker, cook
rules.yml:55: activities.set-the-price.settings.0.in: unknown setting 'vilage'; did you mean 'village'?
rules.yml:55: activities.set-the-price.settings.0.lead: unknown role, party or title 'duke'; use one of baker, shop-keeper, miller, baker, cook
rules.yml:56: activities.set-the-price.settings.1: 'without' and the setting do not match; give 'without: ROLE' exactly where 'in: without' stands
rules.yml:57: activities.set-the-price.settings.2.in: unknown setting 'without'; use one of village, town
rules.yml:57: activities.set-the-price.settings.2.without: unknown role 'bker'; did you mean 'baker'?
rules.yml:59: activities.set-the-price.views.0.who: unknown role, party or title 'monk'; use one of baker, shop-keeper, miller, baker, cook
rules.yml:61: activities.bake: disputed without views; add the rival claims to 'views'
rules.yml:65: activities.bake.lead: unknown role, party or title 'bakr'; did you mean 'baker'?
rules.yml:72: launch.0.activity: unknown activity 'bakee'; did you mean 'bake'?
rules.yml:74: pairs.bakers: the id does not name its roles; call it 'baker-vs-shop-keeper'
rules.yml:76: pairs.shop-keeper-vs-baker: these roles are paired already; remove one
rules.yml:79: pairs.baker-vs-brewer.roles.1: unknown role 'brewer'; use one of baker, shop-keeper
rules.yml:81: combinations.shop-keeper-and-shop-keeper: these roles are paired already; remove one
rules.yml:81: combinations.shop-keeper-and-shop-keeper: varies without a reason; add 'because', or say 'settled'
rules.yml:90: abbreviations.cook: id 'cook' is taken by titles; choose another id
rules.yml:93: abbreviations.cook.meanings.0: a meaning needs exactly one of role, title, name; keep one
rules.yml:94: abbreviations.cook.meanings.1: a meaning needs exactly one of role, title, name; keep one
rules.yml:94: abbreviations.cook.meanings.1.role: unknown role 'cok'; use one of baker, shop-keeper
rules.yml:94: abbreviations.cook.meanings.1.title: unknown title 'cook-book'; did you mean 'cook'?
rules.yml:98: titles.cook.because: a reason where the sources agree; remove it
rules.yml:98: titles.cook.near.0: unknown role, party or title 'backer'; did you mean 'baker'?
rules.yml:102: disagreements.oven.roles.0: unknown role 'miller'; use one of baker, shop-keeper
rules.yml:106: disagreements.oven.see.0: unknown place 'ofen'; did you mean 'oven'?
rules.yml:109: questions.why.see.0: unknown place 'becaus'; add it, or use one that exists
rules.yml:111: glossary.flour.see.0: unknown place 'flours'; did you mean 'flour'?
rules.yml:112: glossary.focus: id 'focus' is taken by dimensions; choose another id
rules.yml:115: sources.tome.short: label 'Book' is taken by 'book'; tell them apart, for instance by year
rules.yml:118: changes.1: newer than the entry above; put the newest first
"""


def messages(text: str) -> list[str]:
    return text.strip().splitlines()


def test_every_kind_of_broken_text_is_reported() -> None:
    with pytest.raises(BadData) as bad:
        load(FIXTURES / "broken.yml", "broken.yml")
    assert [str(problem) for problem in bad.value.problems] == messages(BROKEN)


def test_every_rule_reports() -> None:
    loaded = load(FIXTURES / "broken-rules.yml", "rules.yml")
    found = BadData(check_data(loaded)).problems
    assert [str(problem) for problem in found] == messages(BROKEN_RULES)


def test_the_small_data_is_good_and_frozen() -> None:
    loaded = load(SMALL / DATA, DATA)
    assert list(check_data(loaded)) == []
    assert list(loaded.comparison.roles) == ["baker", "shop-keeper"]
    with pytest.raises(Exception, match="frozen"):
        loaded.comparison.roles["baker"].name = "Brewer"  # type: ignore[misc]


def test_lines_lead_to_the_value() -> None:
    loaded = load(SMALL / DATA, DATA)
    lines = (SMALL / DATA).read_text(encoding="utf-8").splitlines()
    problem = loaded.problem(("dimensions", "focus", "cells", "baker", "says"), "x", "y")
    assert "That the bread is good." in lines[problem.line - 1]


def test_text_is_taken_as_written() -> None:
    """YAML's own guesses would make a boolean, a number and a date of these."""
    text = (SMALL / DATA).read_text(encoding="utf-8")
    loaded = loads(edit(text, "name: Guild", "name: no").replace("n.d.", "1.10"), DATA)
    assert loaded.comparison.parties["guild"].name == "no"
    assert loaded.comparison.sources["law"].year == "1.10"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1: the file is empty; start from the roles and dimensions in README.md"),
        ("# only a comment\n", "1: the file is empty; start from the roles"),
        ("roles: [\n", "2: not valid YAML: did not find expected node content; correct"),
        ("roles: x\n y: z\n", "2: not valid YAML: mapping values are not allowed"),
        ("a: 1\n---\nb: 2\n", "2: not valid YAML: but found another document"),
        ("a: \x00\n", "1: not valid YAML: unacceptable character #x0000"),
        ("a: *b\n", "1: not valid YAML: found undefined alias"),
        ("\n" + "- " * 50_000, "2: nested too deeply to read; flatten it"),
        ("just words\n", "1: is text where a map is expected"),
        ("- a\n- b\n", "1: is a list where a map is expected"),
    ],
)
def test_text_that_is_no_data(text: str, expected: str) -> None:
    with pytest.raises(BadData) as bad:
        loads(text, "x.yml")
    assert str(bad.value).startswith(f"x.yml:{expected}")


# The table of bad input: what is done to a good project, and the message that must come.

Breaking = Callable[[Path], object]


def data(old: str, new: str) -> Breaking:
    return file(DATA, old, new)


def file(path: str, old: str, new: str) -> Breaking:
    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(edit(text, old, new), encoding="utf-8")

    return change


def whole(path: str, content: bytes) -> Breaking:
    return lambda root: (root / path).write_bytes(content)


def without(path: str) -> Breaking:
    return lambda root: (root / path).unlink()


CELL = "<!-- generated:begin cell:baker -->"
BAD: dict[str, tuple[Breaking, str]] = {
    "missing file": (without(DATA), f"{DATA}:1: no such file"),
    "empty file": (whole(DATA, b""), f"{DATA}:1: the file is empty"),
    "not UTF-8": (whole(DATA, b"roles: \xff"), f"{DATA}:1: not UTF-8 at byte 7"),
    "broken YAML": (data("roles:\n  baker:", "roles: [\n  baker:"), f"{DATA}:4: not valid YAML"),
    "duplicate key": (
        data("    plural: Bakers\n", "    plural: Bakers\n    plural: Bakery\n"),
        f"{DATA}:6: roles.baker.plural: duplicate key 'plural'",
    ),
    "unknown key": (
        data("plural: Bakers", "plurl: Bakers"),
        f"{DATA}:5: roles.baker.plurl: unknown key 'plurl'; did you mean 'plural'?",
    ),
    "missing key": (
        data("    plural: Bakers\n", ""),
        f"{DATA}:3: roles.baker.plural: missing key 'plural'; add it",
    ),
    "wrong type": (
        data("name: Baker\n", "name: [Baker]\n"),
        f"{DATA}:4: roles.baker.name: is a list where text is expected",
    ),
    "unknown source": (
        data("{id: book, at: page 1}", "{id: bok, at: page 1}"),
        f"{DATA}:16: roles.baker.sources.0: unknown source 'bok'; did you mean 'book'?",
    ),
    "unused source": (
        data("sources:\n  book:", "sources:\n  spare: {title: S, short: S, author: S, publisher: S, "
             "year: S, seen: 2026-11, kind: expert}\n  book:"),
        "sources.spare: source 'spare' is not cited; remove it",
    ),  # fmt: skip
    "missing cell": (
        data("      baker:\n        says: At night.", "      bakr:\n        says: At night."),
        "dimensions.hours.cells: no cell for role 'baker'; add one",
    ),
    "claim too long": (
        data("That the bread is good.", "x" * 141),
        "dimensions.focus.cells.baker.says: has 141 characters, at most 140 fit; shorten by 1",
    ),
    "id not kebab-case": (
        data("  flour:\n", "  Wheat_flour:\n"),
        "glossary.Wheat_flour: 'Wheat_flour' is not a kebab-case id; write 'wheat-flour'",
    ),
    "hidden character": (
        data("At night.", "At\u202enight."),
        "dimensions.hours.cells.baker.says: contains the invisible character U+202E; remove it",
    ),
    "no address": (
        data("https://example.com/bread", "javascript:alert(1)"),
        "sources.book.url: is 'javascript:alert(1)', not a web address",
    ),
    "dimension without page": (
        without("docs/dimensions/focus.md"),
        "docs/dimensions/focus.md:1: the page is missing",
    ),
    "orphan page": (
        whole("docs/dimensions/fokus.md", b"# Fokus\n"),
        "docs/dimensions/fokus.md:1: a page that the data does not know",
    ),
    "page not in navigation": (
        file("mkdocs.yml", "  - dimensions/focus.md\n", ""),
        "docs/dimensions/focus.md:1: not in the navigation; add it to mkdocs.yml",
    ),
    "no navigation": (without("mkdocs.yml"), "mkdocs.yml:1: cannot be read"),
    "page not UTF-8": (whole("docs/about.md", b"\xff"), "docs/about.md:1: cannot be read"),
    "unknown source in prose": (
        file("docs/about.md", "sources.md#law", "sources.md#lau"),
        "docs/about.md:3: unknown source 'lau'; did you mean 'law'?",
    ),
    "region missing": (
        whole("docs/dimensions/hours.md", b"# Hours\n"),
        "docs/dimensions/hours.md:1: region 'cell:baker' is missing",
    ),
    "region unknown": (
        file("docs/about.md", "By hand.", "<!-- generated:begin x -->\n<!-- generated:end x -->"),
        "docs/about.md:7: nothing fills region 'x'; remove its markers",
    ),
    "region twice": (
        file("docs/dimensions/focus.md", "cell:shop-keeper", "cell:baker"),
        "docs/dimensions/focus.md:32: region 'cell:baker' appears twice; remove one",
    ),
    "region never ends": (
        file("docs/compare.md", "<!-- generated:end table -->\n", ""),
        "region 'table' never ends; add '<!-- generated:end table -->' below",
    ),
}  # fmt: skip


@pytest.mark.parametrize("command", ["check", "write"])
@pytest.mark.parametrize("name", BAD)
def test_bad_input(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, command: str
) -> None:
    spoil, expected = BAD[name]
    spoil(project)
    before = snapshot(project)
    assert main(["--root", str(project), command]) == 1
    printed = capsys.readouterr()
    assert expected in printed.err
    assert [line for line in printed.err.splitlines() if not MESSAGE.match(line)] == []
    assert printed.out == ""
    assert snapshot(project) == before


@pytest.mark.parametrize("name", ["missing file", "broken YAML", "missing cell"])
def test_bad_input_on_the_real_command_line(project: Path, name: str) -> None:
    spoil, expected = BAD[name]
    spoil(project)
    before = snapshot(project)
    for command in ("check", "write", "epoch", "finish"):
        if (command, name) == ("epoch", "missing cell"):
            continue  # whole enough to tell its date
        done = run_scripts("--root", str(project), command)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        assert expected in done.stderr or command == "finish"
    assert snapshot(project) == before


def test_a_region_edited_by_hand_is_shown_and_mended(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = snapshot(project)
    file("docs/dimensions/focus.md", "\nThat the bread is good.\n", "\nBy hand.\n")(project)
    assert main(["--root", str(project), "check"]) == 1
    error = capsys.readouterr().err.splitlines()
    assert "-By hand." in error
    assert "+That the bread is good." in error
    assert error[-1] == (
        "docs/dimensions/focus.md:1: generated text is stale; run 'make write'"
    )
    assert main(["--root", str(project), "write"]) == 0
    assert capsys.readouterr().out == "wrote docs/dimensions/focus.md\n"
    assert snapshot(project) == good


def test_a_spoiled_generated_file_is_stale(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole("docs/data/comparison.csv", b"\xff")(project)
    assert main(["--root", str(project), "check"]) == 1
    assert "docs/data/comparison.csv:1: generated text is stale" in capsys.readouterr().err


def test_a_read_only_target(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data("At night.", "After midnight.")(project)
    (project / "docs/roles/baker.md").chmod(0o444)
    before = snapshot(project)
    assert main(["--root", str(project), "write"]) == 1
    assert capsys.readouterr().err == (
        "docs/roles/baker.md:1: cannot be written: Permission denied; nothing was changed; "
        "make it writable\n"
    )
    assert snapshot(project) == before


def test_finish_without_a_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "finish"]) == 1
    assert capsys.readouterr().err.endswith("site:1: holds no built site; run 'make build'\n")
