"""Rules for what pages hold: each fault gives its message, with path and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.page_rules.ids import RESERVED
from tests.building import ROOT
from tests.faults import ABOUT, AT, PIXEL, Breaking, about, check_fault, file, matter, new

BAD: dict[str, tuple[Breaking, str]] = {
    "controls without their script": (
        file("docs/who-does-what.md", "script: assets/filter.js\n", ""),
        "docs/who-does-what.md:1: controls without the script that they work by; "
        "write 'script: assets/filter.js' into the front matter",
    ),
    # Links
    "dead link": (
        about("[x](glosary.md)"),
        f"{AT}the link 'glosary.md' leads to no file; did you mean 'glossary.md'?",
    ),
    "dead link to another folder": (
        file("docs/roles/baker.md", "# Baker\n", "# Baker\n\n[x](../roles/shop-keper.md)\n"),
        "docs/roles/baker.md:3: the link '../roles/shop-keper.md' leads to no file; "
        "did you mean 'shop-keeper.md'?",
    ),
    "dead anchor": (
        about("[x](glossary.md#flower)"),
        f"{AT}the link 'glossary.md#flower' leads to no heading of docs/glossary.md; "
        "did you mean '#flour'?",
    ),
    "dead anchor on the page itself": (
        about("[x](#nothing-like-it)"),
        f"{AT}the link '#nothing-like-it' leads to no heading of docs/about.md; "
        "add {#nothing-like-it} to the heading that it means",
    ),
    "dead link in HTML": (
        about('<a href="/roles/backer/">x</a>'),
        f"{AT}the link '/roles/backer/' leads to no page; did you mean '/roles/baker/'?",
    ),
    "dead anchor in HTML": (
        about('<a href="/glossary/#flower">x</a>'),
        f"{AT}the link '/glossary/#flower' leads to no heading of docs/glossary.md; did you",
    ),
    "relative link in HTML": (
        about('<a href="glossary/">x</a>'),
        f"{AT}a relative link in HTML: 'glossary/'; write it from the root",
    ),
    "link from the root in Markdown": (
        about("[x](/roles/baker/)"),
        f"{AT}a link from the root: '/roles/baker/'; write 'roles/baker.md', as seen from",
    ),
    "link to a folder": (
        about("[x](roles/)"),
        f"{AT}the link 'roles/' does not name a file; write the page's file, with .md",
    ),
    "link by a script": (about("[x](javascript:alert)"), f"{AT}a link of the kind 'javascript:';"),
    "link by a definition": (about("[x][y]\n\n[y]: gone.md"), f"{ABOUT}:9: the link 'gone.md'"),
    "missing image": (about("![An oven](oven.png)"), f"{AT}the link 'oven.png' leads to no file;"),
    "missing image in HTML": (
        about('<img src="/oven.png" alt="An oven">'),
        f"{AT}the link '/oven.png' leads to no page;",
    ),
    "heading that generated links need": (
        file("docs/dimensions/focus.md", "## Baker {#baker}", "## Baking {#baking}"),
        "docs/dimensions/focus.md:1: no heading has the id 'baker', to which generated text of",
    ),
    # HTML and pictures
    "image of another host": (
        about("![An oven](https://example.com/oven.png)"),
        f"{AT}a picture of another host: 'https://example.com/oven.png'; put the file below docs/",
    ),
    "image without alt": (about(f"![]({PIXEL[5:]})"), f"{AT}a picture without a text in its place"),
    "image without alt in HTML": (
        about('<img src="/pixel.png">'),
        f"{AT}a picture without a text in its place; say what it shows",
    ),
    "script in a page": (about("<script>alert(1)</script>"), f"{AT}a <script> in a page; remove"),
    "handler in a page": (
        about('<b onclick="alert(1)">x</b>'),
        f"{AT}a handler 'onclick' in <b>; remove it",
    ),
    "snippet that is not there": (
        about('--8<-- "abbreviation.md"'),
        f"{AT}there is no file 'abbreviation.md' in includes/; did you mean 'abbreviations.md'?",
    ),
    # What is opened and never ends, or left as a sign
    "comment that never ends": (about("<!-- To do"), f"{AT}a comment that never ends; end it with"),
    "code that never ends": (
        about("~~~\nx"),
        f"{AT}a block of code that never ends; add a line '~~~' under it",
    ),
    "element that never ends": (
        about("<div>\n\nx"),
        f"{AT}a <div> that never ends; add '</div>' below",
    ),
    "element that never begins": (about("x</details>"), f"{AT}an end </details> of nothing;"),
    "reference to nothing": (about("[x][y]"), f"{AT}a reference to nothing: '[x][y]'; write the"),
    "footnote to nothing": (about("Bread.[^1]"), f"{AT}a reference to nothing: '[^1]'; write"),
    "link without words": (about("[](glossary.md)"), f"{AT}a link without words; write where"),
    "heading by a line under it": (
        about("By hand\n======="),
        f"{ABOUT}:8: a heading by a line under it, which the rules do not see; write '## By hand'",
    ),
    "style in an element": (
        about('<b style="color:red">x</b>'),
        f"{AT}a style in <b>, which the site's policy shuts out; write a class, with its rule in",
    ),
    "empty page": (
        lambda root: (root / ABOUT).write_text("", encoding="utf-8"),
        f"{ABOUT}:1: no title; add a line '# Title' under the front matter",
    ),
    # Headings and ids
    "no title": (file(ABOUT, "# About\n", ""), f"{ABOUT}:1: no title; add a line '# Title'"),
    "two titles": (about("# More"), f"{AT}a second title; the first is on line 1; begin the line"),
    "level left out": (
        about("#### Deep {#deep}"),
        f"{AT}a heading of level 4 under one of level 2; begin the line with '###'",
    ),
    "heading without id": (
        about("## By hand"),
        f"{AT}the heading 'By hand' has no id; end the line with {{#by-hand}}",
    ),
    "heading that is not the name": (
        file("docs/dimensions/focus.md", "## Baker {#baker}", "## Bakers {#baker}"),
        "the heading 'Bakers' is not the name of 'baker'; write 'Baker', or change the name in",
    ),
    "title that is not the name": (
        file("docs/roles/baker.md", "# Baker\n", "# The baker\n"),
        "docs/roles/baker.md:1: the heading 'The baker' is not the name of 'baker'; write 'Baker'",
    ),
    "the same id twice": (
        about("## More {#sourcing}"),
        f"{AT}the id 'sourcing' stands on line 5 too; choose another id",
    ),
    "the id of a generated heading": (
        file("docs/glossary.md", "# Glossary\n", "# Glossary\n\n## Flour {#flour}\n"),
        "docs/glossary.md:3: the id 'flour' stands in region 'terms' too; choose another id",
    ),
    "an id of the templates": (
        about("## Cite {#cite}"),
        f"{AT}the id 'cite' is one that the site's own templates use; choose another id",
    ),
    "an id of the templates in the data": (
        file("docs/data/comparison.yml", "  oven:\n    term:", "  letter-o:\n    term:"),
        "glossary.letter-o: the id 'letter-o' is one that the site's own templates use;",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_reported(project: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    check_fault(project, capsys, *BAD[name])


GOOD: dict[str, Breaking] = {
    "links": about(
        "[a](glossary.md#flour), [b](#sourcing), [c](data/comparison.yml), [d](https://x.org/a_(b)),"
        ' ![An oven](pixel.png "Old"), <a href="/roles/baker/#focus">e</a>, [f](mailto:a@x.org)'
    ),
    "code": about("`[x](gone.md)` and ``<script>``\n\n```\n# [x](gone.md)\n<script>\n```\n"),
    "comment": about("<!-- [x](gone.md)\n\n# no title -->"),
    "few and other things": about("Two roles, 5 minutes, 13 loaves, version 1.13 roles."),
    "front matter": matter('title: "A: B"', "description: Plain, “curly”", "hide: [toc]"),
    "line ends of Windows": lambda root: [
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        for path in [*(root / "docs").rglob("*.*"), root / "mkdocs.yml"]
        if path.suffix != ".png"
    ],
    "byte order mark": lambda root: (root / ABOUT).write_bytes(
        b"\xef\xbb\xbf" + (root / ABOUT).read_bytes()
    ),
    "an address that moved": lambda root: [
        new("tests/permalinks.txt", "/about/#sources\n")(root),
        new("redirects.txt", "/about/#sources /about/#sourcing\n")(root),
    ],
}


@pytest.mark.parametrize("name", GOOD)
def test_what_is_no_fault(project: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (project / PIXEL).write_bytes(b"\x89PNG\r\n\x1a\n")
    GOOD[name](project)
    assert main(["--root", str(project), "check"]) == 0, capsys.readouterr().err


def test_one_cause_gives_one_message(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that cannot be read is not also said to be missing, untitled and unlisted."""
    (project / ABOUT).write_bytes(b"\xff")
    file("docs/glossary.md", "# Glossary", "<<<<<<< HEAD\n# Glossary")(project)
    assert main(["--root", str(project), "check"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_ids_of_templates_and_scripts_are_reserved() -> None:
    used = set()
    for path in (ROOT / "overrides").rglob("*"):
        if path.suffix in (".html", ".js") and not path.name.startswith("search-"):
            text = path.read_text(encoding="utf-8")
            used |= set(re.findall(r"\bid=\"([\w-]+)\"|\bbyId\(\"([\w-]+)\"\)", text))
    ids = {one or other for one, other in used}
    assert "cite" in ids
    assert [id for id in sorted(ids) if not RESERVED.fullmatch(id)] == []


def test_a_renamed_role(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`write` renames it in generated text, and `check` names every line that still has the old."""
    file("docs/data/comparison.yml", "name: Shop keeper\n", "name: Grocer\n")(project)
    assert main(["--root", str(project), "write"]) == 0
    capsys.readouterr()
    assert main(["--root", str(project), "check"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert sorted(line.split(":")[0] for line in told) == [
        "docs/combining-roles.md",
        "docs/dimensions/focus.md",
        "docs/dimensions/hours.md",
        "docs/roles/shop-keeper.md",
        "docs/versus/baker-vs-shop-keeper.md",
    ]
    assert all("Grocer'" in line or "grocer'" in line for line in told)
    assert "- Grocer: roles/shop-keeper.md" in (project / "mkdocs.yml").read_text("utf-8")
