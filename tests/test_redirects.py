"""Old addresses: what `redirects.txt` may say, and where a reader who has one ends up."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts import moves
from scripts.__main__ import main
from scripts.problems import DataError
from scripts.publish import headers, redirects
from scripts.publish.site import BuiltPage, BuiltSite
from tests.server import serving

HOME = "https://example.org/"
PAGES = {"", "page/"}


@pytest.fixture
def small(tmp_path: Path) -> BuiltSite:
    """A site of two pages."""
    body = '<h1>Home</h1><h2 id="new">New</h2><table><tr id="row"><th>R</th></tr></table>'
    for path, article in {"": body, "page/": '<h1>Page</h1><h2 id="part">Part</h2>'}.items():
        file = tmp_path / path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f'<head><meta charset="utf-8"><link rel="canonical" href="{HOME}{path}"></head>'
        file.write_text(f"<!doctype html><html>{head}<body><article>{article}</article></body>")
    return BuiltSite(tmp_path)


def move(site: BuiltSite, text: str) -> None:
    (site.root / moves.FILE).write_text(text, encoding="utf-8")
    redirects.write(site, moves.read(site.root, site.by_url))


@pytest.mark.parametrize("prefix", ["/", "/repo/"])
def test_old_addresses_lead_on(small: BuiltSite, browser: Browser, prefix: str) -> None:
    move(small, "# comment\n/#old /#new\n/#old-row /#row\n/a/b/ /page/\n/c/ /page/#part\n")
    headers.add_policy(small, small.root)
    small.save()
    home = BuiltPage(small.root / "index.html", "")
    assert home.tree.xpath("//span[@id='old']/parent::h2/@id") == ["new"]
    assert home.tree.xpath("//tr[@id='row']/th/span/@id") == ["old-row"]
    moved = BuiltPage(small.root / "a/b/index.html", "a/b/")
    assert moved.canonical == f"{HOME}page/"
    assert moved.tree.xpath("//noscript/meta/@content") == ["0; url=../../page/"]
    with serving(small.root, prefix) as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}a/b/")
        page.wait_for_url(f"{address}page/")
        context.close()
        page = browser.new_page()
        ways = {
            "a/b/": "page/",
            "a/b/#part": "page/#part",
            "a/b/?roles=a,b#%zz": "page/?roles=a,b#%zz",
            "c/": "page/#part",
            "c/?q=1": "page/?q=1#part",
            "c/#other": "page/#other",
        }
        for old, new in ways.items():
            page.goto(address + old)
            page.wait_for_url(address + new)
        page.close()


def problems(text: str, pages: set[str] = PAGES) -> list[str]:
    found, wrong = moves.parse(text)
    return [str(problem) for problem in [*wrong, *moves.check(found, pages)]]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("/x/ /paeg/", "there is no page /paeg/; did you mean '/page/'?"),
        ("/page/ /", "the page /page/ still stands; remove the line"),
        ("/#a /page/#b", "/#a is a part, and leads to no part of its page; write '/#a /#…'"),
        ("/#a /", "/#a is a part, and leads to no part of its page; write '/#a /#…'"),
    ],
)
def test_lines_that_lead_nowhere(line: str, what: str) -> None:
    assert problems(f"\n{line}\n") == [f"redirects.txt:2: {what}"]


@pytest.mark.parametrize(
    "line",
    [
        "one",
        "/one/",
        "/a/ /b/ /c/",
        "/../../out/ /page/",
        "/./ /page/",
        "/404.html/ /page/",
        "/a//b/ /page/",
        "//elsewhere/ /page/",
        "/a /page/",
        "/a/?b /page/",
        '/a/#"x /page/',
        "/a/ https://else.where/",
        "/\u0430/ /page/",
    ],
)
def test_what_is_no_address_of_this_site(line: str) -> None:
    assert problems(line) == [
        f"redirects.txt:1: not two addresses: {line!r}; "
        "write '/old/ /new/' or '/page/#old /page/#new'"
    ]


def test_an_address_moves_once() -> None:
    assert problems("/a/ /page/\n/a/ /\n") == ["redirects.txt:2: /a/ is on line 1 too; remove one"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("/#a /#nwe", "/ has no part 'nwe'; did you mean 'new'?"),
        ("/gone/ /page/#aprt", "/page/ has no part 'aprt'; did you mean 'part'?"),
        ("/#new /#row", "/#new still stands; remove the line"),
    ],
)
def test_parts_are_looked_for_on_the_built_page(small: BuiltSite, line: str, what: str) -> None:
    with pytest.raises(DataError) as raised:
        move(small, line)
    assert [str(problem) for problem in raised.value.problems] == [f"redirects.txt:1: {what}"]
    assert not (small.root / "gone").exists()


def test_check_reads_the_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / moves.FILE
    file.write_bytes(b"# a\n/caf\xe9/ /\n")
    assert main(["--root", str(project), "check"]) == 1
    assert capsys.readouterr().err == (
        "redirects.txt:2: not UTF-8: byte 0xe9 at place 5 of the line; save the file as UTF-8\n"
    )
    file.write_text("/roles/ /\n/old/ /roles/\n")
    assert main(["--root", str(project), "check"]) == 1
    assert "redirects.txt:1: the page /roles/ still stands" in capsys.readouterr().err
    file.write_text("/old/ /roles/\n")
    assert main(["--root", str(project), "check"]) == 0
