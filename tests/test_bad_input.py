"""The table of bad input: what is done to a good project, and the message that must come."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.project import DATA
from tests.faults import MESSAGE, Breaking, file, instead
from tests.files import run_scripts, snapshot


def data(old: str, new: str) -> Breaking:
    return file(DATA, old, new)


def whole(path: str, content: bytes) -> Breaking:
    return lambda root: (root / path).write_bytes(content)


def special(path: str) -> Breaking:
    return instead(path, os.mkfifo)


def without(path: str) -> Breaking:
    return lambda root: (root / path).unlink()


BAD: dict[str, tuple[Breaking, str]] = {
    "missing file": (without(DATA), f"{DATA}:1: no such file"),
    "empty file": (whole(DATA, b""), f"{DATA}:1: the file is empty"),
    "not UTF-8": (
        whole(DATA, b"roles: \xff"),
        f"{DATA}:1: not UTF-8: byte 0xff at place 8 of the line; save the file as UTF-8",
    ),
    "broken YAML": (data("roles:\n  baker:", "roles: [\n  baker:"), f"{DATA}:4: not valid YAML"),
    "duplicate key": (
        data("    plural: Bakers\n", "    plural: Bakers\n    plural: Bakery\n"),
        f"{DATA}:6: roles.baker.plural: duplicate key 'plural'",
    ),
    "a number for a date": (
        data("reviewed: 2026-11-01", "reviewed: 86400"),
        ".reviewed: is '86400', not a date of this century; write it as YYYY-MM-DD",
    ),
    "a date that no archive holds": (
        data("{date: 2026-11-02,", "{date: 9999-12-31,"),
        "changes.0.date: is '9999-12-31', not a date of this century",
    ),
    "an address that nothing can take apart": (
        data("https://example.com/bread", "https://[bread"),
        "sources.book.url: is 'https://[bread', not a web address; write it as https://host/path",
    ),
    "markup in a page's description": (
        file("docs/about.md", "# About\n", '---\ndescription: A "><b>\n---\n# About\n'),
        'docs/about.md:2: description: holds " and < and >, which the head of a page cannot;',
    ),
    "front matter that nothing can read": (
        file("docs/about.md", "# About\n", "---\ntitle: A: B\n---\n# About\n"),
        "docs/about.md:2: not valid YAML: mapping values are not allowed in this context; "
        "put the value in quotes, for it holds a colon",
    ),
    "a day that no calendar has": (
        file("docs/about.md", "# About\n", "---\ndate: 2026-13-45\n---\n# About\n"),
        "docs/about.md:2: front matter that is not valid YAML",
    ),
    "front matter without its lines": (
        file("docs/about.md", "# About\n", 'description: "><b>\n\n# About\n'),
        "docs/about.md:1: front matter without lines of '---' around it; put them around it",
    ),
    "a key with a space at its end": (
        data("    plural: Bakers\n", '    plural: Bakers\n    "plural ": Bakery\n'),
        f"{DATA}:6: roles.baker: the key 'plural ' with space around it; remove the space",
    ),
    "a key over two lines": (
        data("    plural: Bakers\n", '    plural: Bakers\n    "a\\nb": x\n'),
        f"{DATA}:6: roles.baker: a key that contains a tab, a line break or a no-break space; "
        "put an ordinary space in its place, or remove it",
    ),
    "a key that colors the terminal": (
        data("    plural: Bakers\n", '    plural: Bakers\n    "a\\e[31mb": x\n'),
        f"{DATA}:6: roles.baker: a key that contains the invisible character U+001B",
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
        f"{DATA}:17: roles.baker.sources.0: unknown source 'bok'; did you mean 'book'?",
    ),
    "missing cell": (
        data("      baker:\n        claim: At night.", "      bakr:\n        claim: At night."),
        "dimensions.hours.cells: no cell for role 'baker'; add one",
    ),
    "claim too long": (
        data("That the bread is good.", "x" * 141),
        "dimensions.focus.cells.baker.claim: has 141 characters, at most 140 fit; shorten by 1",
    ),
    "ways of asking for nothing": (
        file("docs/data/search.yml", "  roles/baker/: [", "  roles/backer/: ["),
        "docs/data/search.yml:13: asks.roles/backer/: unknown id or address 'roles/backer/'; "
        "did you mean 'roles/baker/'?",
    ),
    "a part that is not there": (
        without("docs/data/search.yml"),
        "docs/data/comparison.yml:273: files.0: no such file 'search.yml'; restore it",
    ),
    "no settings": (
        without("edition.yml"),
        "edition.yml:1: no such file; restore it, or write one with 'name: Your name' in it",
    ),
    "a part named twice": (
        data("  - search.yml", "  - search.yml\n  - search.yml"),
        "docs/data/comparison.yml:274: files.1: is named twice; name it once",
    ),
    "a part outside of the folder": (
        data("  - search.yml", "  - ../search.yml"),
        "files.0: leads out of the folder; name a file in it",
    ),
    "parts that are no list": (
        data("files:\n  - search.yml", "files: search.yml"),
        "files: is no list of files; write '- part.yml'",
    ),
    "a part that is a list": (
        whole("docs/data/search.yml", b"- a\n"),
        "docs/data/search.yml:1: is a list where a map is expected; write 'key: value' lines",
    ),
    "an entry in two parts": (
        file("docs/data/search.yml", "synonyms:", "parties:\n  guild: {name: Gild}\nsynonyms:"),
        f"docs/data/search.yml:15: parties.guild: stands in {DATA}:33 already; "
        "remove or rename one of the two",
    ),
    "a special file": (
        special("docs/data/search.yml"),
        "docs/data/search.yml:1: is not an ordinary file; replace it by one",
    ),
    "a witness without a source": (
        data(
            "says: The baker sets it., sources: [{id: book}]}\n      - {lead: guild",
            "says: The baker sets it., sources: []}\n      - {lead: guild",
        ),
        "activities.set-the-price.witnesses.1.sources: has too few entries; give at least 1",
    ),
    "id not kebab-case": (
        data("  flour:\n", "  Wheat_flour:\n"),
        "glossary.Wheat_flour: 'Wheat_flour' is not a kebab-case id; write 'wheat-flour'",
    ),
    "hidden character": (
        data("At night.", "At\u202enight."),
        "dimensions.hours.cells.baker.claim: contains the invisible character U+202E; remove it",
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
        file("mkdocs.yml", "  - our-oven.md\n", ""),
        "docs/our-oven.md:1: not in the navigation; add it to mkdocs.yml, under 'nav', outside of",
    ),
    "no navigation": (without("mkdocs.yml"), "mkdocs.yml:1: no such file; restore it"),
    "page not UTF-8": (
        whole("docs/about.md", b"\xff"),
        "docs/about.md:1: not UTF-8: byte 0xff at place 1 of the line; save",
    ),
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
        "docs/about.md:7: nothing fills region 'x'; use one of license",
    ),
    "region twice": (
        file("docs/dimensions/focus.md", "cell:shop-keeper", "cell:baker"),
        "docs/dimensions/focus.md:36: region 'cell:baker' appears twice; remove one",
    ),
    "region never ends": (
        file("docs/compare.md", "<!-- generated:end table -->\n", ""),
        "region 'table' never ends; add '<!-- generated:end table -->' below",
    ),
}


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


@pytest.mark.slow
@pytest.mark.parametrize("name", ["missing file", "broken YAML", "missing cell"])
def test_bad_input_on_the_real_command_line(project: Path, name: str) -> None:
    spoil, expected = BAD[name]
    spoil(project)
    before = snapshot(project)
    for command in ("check", "write", "build", "publish"):
        done = run_scripts("--root", str(project), command)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        assert expected in done.stderr or command == "publish"
    assert snapshot(project) == before


def test_a_region_edited_by_hand_is_shown_and_mended(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = snapshot(project)
    file("docs/dimensions/focus.md", "\nThat the bread is sold. ", "\nBy hand. ")(project)
    line = (
        (project / "docs/dimensions/focus.md").read_text("utf-8").split("\nBy hand.")[0].count("\n")
    )
    stale = f"docs/dimensions/focus.md:{line + 2}: generated text is stale; run 'make write'"
    assert main(["--root", str(project), "check"]) == 1
    assert capsys.readouterr().err.splitlines() == [stale]
    assert main(["--root", str(project), "check", "--diff"]) == 1
    error = capsys.readouterr().err.splitlines()
    assert "-By hand. ([Shop law](../sources.md#law))" in error
    assert "+That the bread is sold. ([Shop law](../sources.md#law))" in error
    assert error[-1] == stale
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


def test_publish_without_a_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "publish"]) == 1
    assert capsys.readouterr().err.endswith("site:1: holds no built site; run 'make build'\n")
