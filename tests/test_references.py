"""References as numbers: what becomes one, what stays a link, and the line that tells of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from playwright.sync_api import Page, expect

from scripts.model import Source
from scripts.publish import references, works
from scripts.publish.site import BuiltSite

COMMON = {"author": "A", "publisher": "P", "seen": "2026-11"}
SOURCES = {
    "guide": Source.model_validate(
        {**COMMON, "title": "G", "short": "Guide", "year": "2020", "kind": "standard"}
        | {"url": "https://guide.example/"}
    ),
    "study": Source.model_validate(
        {**COMMON, "title": "S", "short": "R&D “study”", "year": "n.d.", "kind": "research"}
        | {"url": "https://study.example/?a=1&b=2"}
    ),
    "bound": Source.model_validate(
        {**COMMON, "title": "B", "short": "A <b>ound</b> book", "year": "2001", "kind": "expert"}
    ),
}
GUIDE = '<a href="../sources/#guide">Somebody 2020</a>'
STUDY = '<a href="../sources/#study">A study</a>'
BOUND = '<a href="../sources/#bound">A book</a>'


def number(article: str) -> html.HtmlElement:
    """The page with references numbered, which a second run leaves as it is."""
    text = references.number(f"<article><h1>P</h1>{article}</article>", SOURCES)
    assert references.number(text, SOURCES) == text
    tree = html.fromstring(text)
    assert isinstance(tree, html.HtmlElement)
    ids = [str(id) for id in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    for link in tree.xpath("//sup/a"):
        assert link.get("href")[1:] in ids
    return tree


def said(article: str) -> list[str]:
    """The blocks of the page below its heading, as text."""
    return [each.text_content() for each in number(article)[1:]]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"A ({GUIDE}).", "A.1"),
        (f"A ({GUIDE}), b.", "A,1 b."),
        (f"A. ({GUIDE})", "A.1"),
        (f"A etc. ({GUIDE}).", "A etc.1"),
        (f"“A?” ({GUIDE}). B", "“A?”1 B"),
        (f"A ({GUIDE}) b ({GUIDE}, page 2; {STUDY}).", "A1 b.1 2"),
        (f"A ({GUIDE}) ({STUDY}) b", "A1 2 b"),
        (f"A ({GUIDE}; {GUIDE}) b", "A1 b"),
        (f"A&nbsp;({GUIDE}): b", "A:1 b"),
        (f"<em>A ({GUIDE}).</em>", "A.1"),
        (f"A ({GUIDE}, part (b; c), R&amp;D; <abbr title='x; (y'>z</abbr>) b", "A1 b"),
        (f"A (<a href='x'>b</a>) c ({GUIDE})", "A (b) c1"),
    ],
)
def test_citations_in_parentheses_become_numbers(written: str, shown: str) -> None:
    for block in ("p", "li", "dd"):
        assert said(f"<{block}>{written}</{block}>")[0] == shown


@pytest.mark.parametrize(
    "left",
    [
        f"{GUIDE} says so.",
        f"A (see {GUIDE}).",
        f"A ({GUIDE} and others).",
        f"A ({GUIDE}, with <a href='../x/'>more</a>).",
        f"A ({GUIDE}, (b (c))).",
        f"A ({GUIDE}",
        f"({GUIDE}) B",
        f"<em>A ({GUIDE}, b</em>) c",
        "A (<a href='../sources/#gone'>Gone</a>).",
        "A (<a data-href='../sources/#guide' href='x'>No</a>).",
        f"A (<code>({GUIDE})</code>).",
    ],
)
def test_what_is_part_of_a_sentence_stays(left: str) -> None:
    page = f"<article><h1>P</h1><p>{left}</p></article>"
    assert references.number(page, SOURCES) == page


@pytest.mark.parametrize(
    "tag", ["h2", "table class='x'", "pre", "summary", "caption", "button", "aside", "svg", "form"]
)
def test_places_apart_are_left_alone(tag: str) -> None:
    page = f"<article><h1>P</h1><{tag}>A ({GUIDE}).</{tag.split()[0]}></article>"
    assert references.number(page, SOURCES) == page


def test_a_section_ends_with_its_sources() -> None:
    top, first, second, inner, last = (
        f"<p>Top ({GUIDE}).</p>",
        f"<p>One ({STUDY}, page 2). Two ({GUIDE}). Three ({STUDY}, page 3; {STUDY}, page 2).</p>",
        f"<details><summary>S</summary><ul><li>In ({BOUND}).</li></ul></details>",
        "<h4>Deeper</h4><p>More</p>",
        f"<h3 id='b'>B</h3><p>End ({GUIDE}).</p><aside>Page</aside>",
    )
    page = number(f"{top}<h2 id='a'>A</h2>{first}{second}{inner}{last}")
    assert [each.tag for each in page] == (
        "h1 p p h2 p details h4 p p h3 p p aside".split()  # noqa: SIM905
    )
    feet = page.xpath("p[@class='sources']")
    assert [foot.text_content() for foot in feet] == [
        "Source: 1 Guide (standard, 2020)",
        "Sources: 1 R&D “study”, page 2, page 3 (research, n.d.)"
        " · 2 Guide (standard, 2020) · 3 A <b>ound</b> book (expert, 2001)",
        "Source: 1 Guide (standard, 2020)",
    ]
    links = feet[1].xpath(".//a/@href")
    assert links == [
        "https://study.example/?a=1&b=2",
        "../sources/#study",
        "https://guide.example/",
        "../sources/#guide",
        "../sources/#bound",
    ]


def test_a_number_tells_what_it_stands_for() -> None:
    page = number(f"<h2 id='a'>A</h2><p>A ({STUDY}).</p>")
    (link,) = page.xpath("//sup/a")
    assert link.get("href") == "#s--a1"
    assert page.get_element_by_id("s--a1").text_content().startswith("1 R&D")


def test_tables_without_a_class_are_text() -> None:
    table = f"<tr><th>In</th></tr><tr><td>A ({GUIDE})</td><td>B ({STUDY}).</td></tr>"
    page = number(f"<div class='depends'><table>{table}</table></div>")
    assert page.xpath("count(.//td/sup)") == 2
    assert [each.tag for each in page] == ["h1", "div", "p"]
    classed = f"<article><table class='x'>{table}</table></article>"
    assert references.number(classed, SOURCES) == classed


def test_a_section_in_a_box_ends_in_it_or_behind() -> None:
    boxed = number(f"<div><h2 id='a'>A</h2><p>A ({GUIDE}).</p></div><h2 id='b'>B</h2>")
    assert [each.tag for each in boxed[1]] == ["h2", "p", "p"]
    left = number(f"<div><h2 id='a'>A</h2><p>A ({GUIDE}).</p></div><p>B ({STUDY}).</p>")
    assert [each.tag for each in left] == ["h1", "div", "p", "p"]


def test_pages_without_an_article_stay() -> None:
    page = f"<main><p>A ({GUIDE}).</p></main>"
    assert references.number(page, SOURCES) == page


_PIECES = [GUIDE, STUDY, "(", ")", ";", ", ", "a.", "&amp;", "<!-- ( -->", "<table class='x'>"]
_TAGS = [f"<{end}{tag}>" for tag in ("p", "li", "em", "div") for end in ("", "/")]
_piece = st.sampled_from([*_PIECES, *_TAGS, "<h2 id='a'>A</h2>"])


@given(st.lists(_piece, max_size=14).map("".join))
def test_whatever_stands_on_a_page_every_source_stays_named(body: str) -> None:
    page = f"<article>{body}</article>"
    once = references.number(page, SOURCES)
    assert references.number(once, SOURCES) == once
    for source in ("guide", "study"):
        assert (f"sources/#{source}" in page) == (f"sources/#{source}" in once)
    opened, closed = (len(re.findall(f"<{end}(?:em|div|li)>", once)) for end in ("", "/"))
    assert opened == len(re.findall(r"<(?:em|div|li)>", page))
    assert closed == len(re.findall(r"</(?:em|div|li)>", page))


def test_a_number_leads_to_its_source_and_back(page: Page, server: str) -> None:
    page.goto(f"{server}roles/product-owner/")
    page.locator("article sup a").first.click()
    page.get_by_role("link", name="Source 1").first.wait_for()
    page.locator(".sources :target, .sources span").first.locator(".back").click()
    page.locator("sup a:target").wait_for()


def test_a_long_page_leaves_the_addresses_of_works_to_a_file() -> None:
    page = references.number(
        f"<article><p>A ({GUIDE}, page 2; {BOUND}; {STUDY}).</p></article>", SOURCES
    )
    text, found = works.set_aside(page)
    assert found == ["https://guide.example/", None, "https://study.example/?a=1&b=2"]
    assert "example/" not in text and works.set_aside(text)[0] == text
    before, after = (html.fragment_fromstring(each) for each in (page, text))
    assert before.text_content() == after.text_content()
    assert after.xpath("//p[@class='sources']//a/@href") == [
        f"../sources/#{id}" for id in ("guide", "bound", "study")
    ]


def test_names_on_a_long_page_lead_to_works_as_on_a_short_one(page: Page, server: str) -> None:
    """Before any sign of use, and where the file is not to be had, to our entry."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    name = page.locator(".sources a:not(.back)")
    kind = page.locator(".sources > span").first.locator("a").last
    page.goto(f"{server}dimensions/focus/", wait_until="networkidle")
    assert not [each for each in asked if each.endswith(works.FILE)]
    entry = name.first.get_attribute("href")
    assert entry and entry.startswith("../../sources/#")
    said = page.locator(".sources").first.text_content()
    page.mouse.move(200, 200)
    expect(name.first).to_have_attribute("href", re.compile("^https://"))
    expect(kind).to_have_attribute("href", entry)
    expect(kind).to_have_attribute("aria-label", re.compile(": about the source "))
    assert page.locator(".sources").first.text_content() == said

    page.route(f"**/{works.FILE}", lambda route: route.fulfill(body="gone"))
    page.reload()
    page.mouse.move(210, 200)
    expect(page.locator(".sources .back").first).to_be_attached()
    expect(name.first).to_have_attribute("href", entry)


def test_the_real_pages_hold_numbers_and_name_each_source_once_a_section(site: Path) -> None:
    numbers = 0
    for page in BuiltSite(site).pages:
        if page.url == "sources/":
            continue
        said = re.sub(r'<p class="sources">.*?</p>', "", page.text, flags=re.DOTALL)
        assert not re.search(r"\(<a [^>]*sources/#", said), page.url
        for foot in page.main.xpath(".//p[@class='sources']"):
            labels = foot.xpath("span/a[1]")
            assert len({label.text for label in labels}) == len(labels)
        for reference in page.main.xpath(".//sup/a"):
            numbers += 1
            assert reference.get("href")[1:] in page.ids
    assert numbers
