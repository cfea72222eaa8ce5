"""Renderers: exact text, and nothing from the data ever becomes markup.

The exact text of every region on two roles and two dimensions stands in tests/fixtures/small/docs;
test_write.py holds the renderers to it. Here are the pieces, and hostile text in every field.
"""

from __future__ import annotations

import json

import pytest

from scripts.addresses import Place, lower
from scripts.model import Comparison, Edition
from scripts.problems import Problem
from scripts.publish.relative import make_relative
from scripts.render import text
from scripts.render.files import _spreadsheet_safe, json_text
from scripts.render.site import in_order, letter_of

# Pieces


@pytest.mark.parametrize(
    ("data", "markdown"),
    [
        ("plain words, with (marks); it's fine!", "plain words, with (marks); it's fine!"),
        ("a\n  b\tc", "a b c"),
        ("a|b", "a&#124;b"),
        ("<b>&amp;", "&#60;b&#62;&#38;amp;"),
        ("*x* _y_ `z`", "&#42;x&#42; &#95;y&#95; &#96;z&#96;"),
        ("[x](y)", "&#91;x&#93;(y)"),
        ("{{ x }} {: .y }", "&#123;&#123; x &#125;&#125; &#123;: .y &#125;"),
        ("- x", "&#45; x"),
        ("12. x", "&#49;&#50;. x"),
        ("2020 x", "2020 x"),
        ("# x", "&#35; x"),
    ],
)
def test_markdown_escapes(data: str, markdown: str) -> None:
    assert text.md(data) == markdown


def test_html_escapes() -> None:
    assert text.esc("<a href=\"x\">'&'\n</a>") == (
        "&lt;a href=&quot;x&quot;&gt;&#x27;&amp;&#x27; &lt;/a&gt;"
    )


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Product owner", "product owner"),
        ("PMO", "PMO"),
        ("UX designer", "UX designer"),
        ("X", "x"),
    ],
)
def test_names_inside_a_sentence(name: str, inside: str) -> None:
    assert lower(name) == inside


def test_small_words() -> None:
    assert text.article("Engineering manager") == "an engineering manager"
    assert text.article("UX designer") == "a UX designer"
    assert text.sentence("it depends") == "It depends."
    assert text.sentence("Does it?") == "Does it?"
    assert text.listing(["a"]) == "a"
    assert text.listing(["a", "b"], "or") == "a or b"
    assert text.listing(["a", "b", "c"]) == "a, b, and c"


@pytest.mark.parametrize(
    ("place", "markdown", "relative", "address"),
    [
        (Place("roles/x.md", "y"), "../roles/x.md#y", "../../roles/x/#y", "roles/x/#y"),
        (Place("dimensions/z.md"), "z.md", "../../dimensions/z/", "dimensions/z/"),
        (Place("dimensions/index.md"), "index.md", "../../dimensions/", "dimensions/"),
        (Place("index.md"), "../index.md", "../../", ""),
        (Place("dimensions/a.md", "b"), "#b", "#b", "dimensions/a/#b"),
    ],
)
def test_links(place: Place, markdown: str, relative: str, address: str) -> None:
    source = "dimensions/a.md"
    assert place.markdown(source) == markdown
    finished = make_relative(f' href="{place.html(source)}"', "dimensions/a/")
    assert finished == f' href="{relative}"'
    assert place.address == address


def test_links_from_home_and_to_other_hosts() -> None:
    assert make_relative('<a href="/x/#y">', "") == '<a href="./x/#y">'
    assert make_relative('<a href="//host/x/">', "a/") == '<a href="//host/x/">'


def test_citations(small: Comparison) -> None:
    assert text.cite(small, small.dimensions["focus"].cells["baker"].sources, "index.md") == (
        "[Bread book](sources.md#book), page 2; [Shop law](sources.md#law)"
    )


# Open data


def test_json_holds_all_of_the_data_but_the_vocabulary(small: Comparison) -> None:
    data = json.loads(json_text(small))
    assert small.asks and small.synonyms and small.unanswered
    assert data.pop("version") == 2
    assert data.pop("verdicts")["activities/set-the-price"] == {
        "direction": "contested",
        "firmness": "thin",
        "words": "Contested · thin proof",
        "lead": "baker",
        "rivals": ["shop-keeper"],
        "shares": ["miller"],
    }
    vocabulary: dict[str, object] = {"asks": {}, "synonyms": {}, "unanswered": ()}
    vocabulary["revisions"], vocabulary["edition"] = (), Edition()
    cited = {id: each for id, each in small.sources.items() if not each.retired}
    assert cited.keys() < small.sources.keys()
    vocabulary["sources"] = cited
    assert Comparison.parse(data) == small.model_copy(update=vocabulary)


def test_a_quotation_mark_is_no_letter() -> None:
    """Else the digits come twice, and with them the id of their heading."""
    names = ["“Ready” state", "2-pizza team", "Alpha", "röle", "“9” lives"]
    assert sorted(names, key=in_order) == [
        "2-pizza team",
        "“9” lives",
        "Alpha",
        "“Ready” state",
        "röle",
    ]
    assert letter_of("“Ready” state") == ("R", "letter-r")
    assert letter_of("“") == ("0–9", "letter-0-9")


def test_a_name_of_a_file_is_printed_on_one_line() -> None:
    assert str(Problem("docs/a\x1b\nb.md", 1, "", "x", "y")) == r"docs/a\x1b\nb.md:1: x; y"


def test_a_formula_typed_in_full_width_is_text() -> None:
    assert _spreadsheet_safe("＝1+1") == "'＝1+1"
