"""The Markdown twins of pages: what they say, how it is escaped, where their references went."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from scripts.publish import references, twins
from scripts.publish.site import BuiltSite
from tests.test_references import SOURCES

HOME = "https://example.org/"


def shown(told: str) -> str:
    """The text that a reader of the Markdown sees."""
    tree = html.fragment_fromstring(markdown.markdown(told), create_parent=True)
    return " ".join(str(tree.text_content()).split())


def test_markdown_of_html() -> None:
    page = html.fragment_fromstring(
        """<article><h1>A * b<a class="headerlink" href="#a">#</a></h1>
        <p>See <a href="../b/#c"><strong>b</strong> [1]</a>, <code>x|y</code>.</p>
        <ul><li>one</li><li><p>two</p><ol><li>deep</li></ol></li></ul>
        <form><p>No</p></form><!-- No --><svg><text>No</text></svg>
        <table><caption>Cap</caption><tr><th>H</th><th>I</th></tr><tr><td>1 | 2</td></tr></table>
        <details><summary>More</summary>loose <em>text</em><p>block</p></details></article>"""
    )
    assert twins.markdown(page, "https://e.org/a/") == (
        "# A \\* b\n\n"
        "See [**b** \\[1\\]](https://e.org/b/#c), `x|y`.\n\n"
        "- one\n\n- two\n\n  1. deep\n\n"
        "*Cap*\n\n"
        "| H | I |\n| --- | --- |\n| 1 \\| 2 |  |\n\n"
        "**More**\n\nloose *text*\n\nblock\n"
    )


@pytest.mark.parametrize(
    "said",
    [
        "# a",
        "- b",
        "+ c",
        "1. d",
        "23) e",
        "---",
        "===",
        "&lt;img src=x&gt;",
        "~~f~~",
        "~~~ f",
        "```",
        "!",
        "2021.",
        "a-b. c) d! e+f",
        "\\\\",
        "&amp;copy;",
        "&amp;#1",
    ],
)
def test_no_text_of_a_twin_becomes_another_block_or_character(said: str) -> None:
    page = html.fromstring(f"<article><p>{said}</p><p><a href='/x(1)'>y</a></p></article>")
    told = twins.markdown(page, "https://e.org/")
    first, second = html.fragment_fromstring(markdown.markdown(told), create_parent=True)
    assert (first.tag, first.text_content()) == ("p", html.fromstring(f"<p>{said}</p>").text)
    assert second[0].get("href") == "https://e.org/x(1)"


def test_words_hold_no_backslashes() -> None:
    said = "Stand-up (v2.0), R&D = 1 + 2: in 2021. #80 - done. Ready!"
    page = html.fromstring(f"<article><p>{said.replace('&', '&amp;')}</p></article>")
    assert twins.markdown(page, "https://e.org/") == f"{said[:-1]}\\!\n"


@given(st.text(st.sampled_from("ab 1.)-+=#*_`~<>&;[](){}|!\\\n\ue000^"), max_size=12))
def test_any_text_is_shown_as_it_is(said: str) -> None:
    page = html.fromstring("<article><p>x </p></article>")
    page[0].text = f"x {said}"
    told = twins.markdown(page, "https://e.org/")
    told = re.sub(r"\\([|&^])", r"\1", told)  # which this reader knows no escape of
    assert shown(told) == " ".join(f"x {said}".replace("\ue000", "").split())


def test_references_become_footnotes() -> None:
    def cite(*ids: str) -> str:
        links = (f'<a href="../sources/#{id[:5]}">X</a>{id[5:]}' for id in ids)
        return f"({'; '.join(links)})"

    page = (
        f"<article><h1>P</h1><p>A {cite('guide', 'bound')}.</p><h2 id='s'>S</h2>"
        f"<p>B {cite('bound')}. C {cite('guide, Product Owner')}.</p></article>"
    )
    numbered = html.fromstring(references.number(page, SOURCES))
    assert twins.markdown(numbered, f"{HOME}p/") == (
        "# P\n\nA.[^1][^2]\n\n## S\n\nB.[^2] C.[^3]\n\n"
        "[^1]: [Guide](https://guide.example/) (standard, 2020)\n\n"
        "[^2]: [A &lt;b>ound&lt;/b> book](https://example.org/sources/#bound) (expert, 2001)\n\n"
        "[^3]: [Guide](https://guide.example/), Product Owner (standard, 2020)\n"
    )


def test_every_page_has_a_twin_that_says_the_same(built: BuiltSite) -> None:
    for page in built.pages:
        (link,) = page.tree.xpath("//link[@type='text/markdown']")
        assert link.get("rel").split() == ["alternate"]
        file = page.file.parent / link.get("href")
        text = file.read_text(encoding="utf-8")
        front, _, body = text.removeprefix("---\n").partition("---\n\n")
        assert f'url: "{page.canonical}"' in front
        assert re.search(rf"^# {re.escape(page.heading[:5])}", body, re.MULTILINE)
        assert "<!--" not in body and "{#" not in body and "{:" not in body
        notes = re.findall(r"^\[\^(\d+)\]: ", body, re.MULTILINE)
        assert notes == [str(number) for number in range(1, len(notes) + 1)]
        marks = set(re.findall(r"(?<!^)\[\^(\d+)\]", body, re.MULTILINE))
        assert marks == set(notes), page.url
        for target in re.findall(r"(?<!\\)\]\(([^)\s]*)\)", body):
            assert re.match(r"https?://", target), (page.url, target)
        assert len(text) < len(page.text)


def test_the_list_for_machines(site: Path, built: BuiltSite) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    title, summary, *_ = text.split("\n\n")
    assert title.startswith("# ") and summary.startswith("> ")
    linked = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): \S", text, re.MULTILINE)
    assert sorted(linked) == sorted(page.canonical + twins.FILE for page in built.pages)
    assert all((site / address.removeprefix(HOME)).is_file() for address in linked)
