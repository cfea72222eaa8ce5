"""Rules for front matter, navigation, counts and files: each fault gives its message and line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults import ABOUT, AT, Breaking, about, check_fault, file, instead, matter, new

SPARE = "{title: S, short: S, author: S, publisher: S, year: S, seen: 2026-11, kind: expert}"
DATA = "docs/data/comparison.yml"
BAD: dict[str, tuple[Breaking, str]] = {
    # Front matter
    "unclosed front matter": (
        file(ABOUT, "# About\n", "---\ntitle: A\n\n# About\n"),
        f"{ABOUT}:1: front matter that never ends; add a line '---' under its last key",
    ),
    "unknown key": (matter("titel: A"), f"{ABOUT}:2: titel: unknown key 'titel'; did you mean 't"),
    "list as description": (
        matter("title: A", "description: ['\"><script>']"),
        f"{ABOUT}:3: description: is a list where text is expected; write one line of text",
    ),
    "map as title": (matter("title: {a: b}"), f"{ABOUT}:2: title: is a map where text is expected"),
    "markup as entities": (
        matter('title: "x &quot;&gt;&lt;script&gt;"'),
        f"{ABOUT}:2: title: holds &, which the head of a page cannot; write curly quotation marks",
    ),
    "title that YAML takes for a number": (
        matter("title: 12"),
        f"{ABOUT}:2: title: is 12 to YAML, not text; put the value in quotes",
    ),
    "twice the same key": (
        matter("title: A", "title: B"),
        f"{ABOUT}:3: title: duplicate key 'title'; remove or rename one of the two",
    ),
    "unknown sheet": (matter("styles: tool"), "names 'tool', which is no sheet; did you mean"),
    "unknown part to hide": (matter("hide: [navigaton]"), "hides 'navigaton'; did you mean"),
    "markup in the site's name": (
        file("edition.yml", "name: Small", "name: 'Small \"><b>'"),
        'edition.yml:3: edition.name: holds " and < and >, which the head of a page cannot',
    ),
    # Navigation
    "navigation that is not that of the data": (
        file("mkdocs.yml", "- Baker: roles", "- Bakers: roles"),
        "mkdocs.yml:27: generated text is stale; run 'make write'",
    ),
    "navigation to no page": (
        file("mkdocs.yml", "  - our-oven.md", "  - our-oven.md\n  - our-ovens.md"),
        "nav: the navigation lists 'our-ovens.md', which is no page; did you mean 'our-oven.md'?",
    ),
    "page twice in navigation": (
        file("mkdocs.yml", "  - our-oven.md", "  - our-oven.md\n  - A: about.md"),
        "nav: 'about.md' stands in the generated lines too; remove it here",
    ),
    "the same setting twice": (
        file("mkdocs.yml", "nav:", "site_url: x\nsite_url: y\nnav:"),
        ": site_url: the setting stands on line ",
    ),
    "page of nothing": (
        new("docs/ours.md", "# Ours\n"),
        "docs/ours.md:1: a page that the data does not know; add what it describes to the data, "
        "or delete it; a page of your own is named in own-pages",
    ),
    "settings with a tab": (
        file("mkdocs.yml", "  - our-oven.md", "\t- our-oven.md"),
        ": not valid YAML: a tab at place 1 of the line; put an ordinary space",
    ),
    # Counts
    "count in words": (
        about("Thirteen neighboring roles."),
        f"{AT}a count typed by hand: 'Thirteen neighboring roles', which another entry makes "
        "wrong; write 'the neighboring roles', or leave the number to generated text",
    ),
    "count in digits": (
        about("Each of 78 activities."),
        "'Each of 78 activities', which another entry",
    ),
    "count with its better sentence": (
        about("What each of 13 roles does."),
        f"{AT}a count typed by hand: 'each of 13 roles', which another entry makes wrong; "
        "write 'every role'",
    ),
    "count over two lines": (
        new("README.md", "# Read\n\nThe twenty-four\nroles.\n"),
        "README.md:3: a count typed by hand: 'twenty-four roles', which another entry",
    ),
    "count in front matter": (matter("description: All twelve dimensions"), f"{ABOUT}:2: a count"),
    "count in settings": (
        file("mkdocs.yml", "nav:", "remote_name: 13 roles\nnav:"),
        "a count typed by hand: '13 roles'",
    ),
    # Merges, addresses and sources
    "unused source": (
        file(DATA, "sources:\n  book:", f"sources:\n  spare: {SPARE}\n  book:"),
        "sources.spare: source 'spare' is not cited; remove it",
    ),
    "retired source that is cited": (
        file(DATA, "    short: Shop law\n", "    short: Shop law\n    retired: true\n"),
        "sources.law.retired: source 'law' is cited; remove 'retired'",
    ),
    "conflict": (
        about("<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other"),
        f"{AT}a marker of a merge conflict: '<<<<<<< HEAD'; keep one of the two texts",
    ),
    "conflict in generated text": (
        file("docs/glossary.md", "### Oven {#oven}", "<<<<<<< HEAD\n### Oven {#oven}"),
        "a marker of a merge conflict",
    ),
    "conflict in the list of addresses": (
        new("tests/permalinks.txt", "/about/\n<<<<<<< HEAD\n/a/\n=======\n/b/\n>>>>>>> other\n"),
        "tests/permalinks.txt:2: a marker of a merge conflict: '<<<<<<< HEAD'; keep one",
    ),
    "conflict in redirects": (
        new("redirects.txt", "<<<<<<< HEAD\n/a/ /about/\n=======\n/b/ /about/\n>>>>>>> other\n"),
        "redirects.txt:1: a marker of a merge conflict: '<<<<<<< HEAD'; keep one",
    ),
    "conflict in the data": (
        file(DATA, "roles:", "<<<<<<< HEAD\nroles:"),
        f"{DATA}:2: a marker of a merge conflict: '<<<<<<< HEAD'; keep one of the two texts",
    ),
    "value cut by a comment": (
        file(DATA, "claim: That the bread is good.", "claim: That the bread is #1."),
        "dimensions.focus.cells.baker.claim: ' #' ends the value: the text after it is a comment; "
        "put the value in quotes",
    ),
    "published address that is gone": (
        new("tests/permalinks.txt", "/\n/about/#sourcing\n/about/#sources\n"),
        "tests/permalinks.txt:3: the published address '/about/#sources' is gone; bring it back, "
        "or add a line '/about/#sources /new-address/' to redirects.txt",
    ),
    # Files
    "pipe": (instead(ABOUT, os.mkfifo), f"{ABOUT}:1: is not an ordinary file; replace it by one"),
    "pipe in place of the data": (
        instead(DATA, os.mkfifo),
        "docs/data/comparison.yml:1: is not an ordinary file",
    ),
    "pipe in place of the settings": (
        instead("mkdocs.yml", os.mkfifo),
        "mkdocs.yml:1: is not an ordinary file",
    ),
    "pipe in place of a generated file": (
        instead("docs/data/comparison.csv", os.mkfifo),
        "docs/data/comparison.csv:1: is not an ordinary file",
    ),
    "folder in place of a page": (
        instead(ABOUT, Path.mkdir),
        f"{ABOUT}:1: is a folder where a file is expected; remove or rename it",
    ),
    "link that leads into itself": (
        lambda root: (root / "docs/loop").symlink_to("."),
        "docs/loop:1: is a link to a folder; put a copy of what it leads to in its place",
    ),
    "link to itself": (
        lambda root: (root / "docs/loop").symlink_to("loop"),
        "docs/loop:1: is a link to a folder",
    ),
    "page that links to nothing": (
        instead(ABOUT, lambda path: path.symlink_to("gone.md")),
        f"{ABOUT}:1: is a link to nothing; remove it",
    ),
    "page not UTF-8": (
        lambda root: (root / ABOUT).write_bytes("# About\n\nCafé\n".encode("latin-1")),
        f"{ABOUT}:3: not UTF-8: byte 0xe9 at place 4 of the line; save the file as UTF-8",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_reported(project: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    check_fault(project, capsys, *BAD[name])
