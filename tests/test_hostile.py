"""Hostile text in every field of the data: none of it becomes markup."""

from __future__ import annotations

import contextlib
import copy
import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement
from markdown import Markdown
from pydantic import ValidationError

from scripts import regions, render
from scripts.addresses import generated_pages, pages
from scripts.load import loads
from scripts.model import Comparison, Record
from scripts.problems import DataError, Where
from scripts.render import text
from tests.building import SMALL
from tests.markdown import rendered, renderer

# What ends in no full stop, because sentences get one.
HOSTILE = [
    "a|b || c | d",
    "a\n\n# b\n\n- c\n1. d\n\n    e",
    "<b onclick=x>y</b><script>alert(1)</script>",
    "</td></tr></table></div></details>x",
    "<!-- generated:end row --> <!-- x",
    "<![CDATA[x]]> <?php x ?> ]]> </p>",
    '<div markdown="1">x</div> <a href="//x">',
    "**b** __c__ *d* _e_ `f` ``g`` ~~h~~ ^i^ ==j==",
    "[a](http://x.y) ![b](c.png) [d][e] [f]",
    "[a](javascript:alert) javascript:alert(1)",
    "<http://x.y> http://x.y www.x.y me@x.y",
    "{{ a }} {% b %} ${c} {#d} {# e #} <%= f %>",
    "a {: .b #c onclick=d }",
    "{: #a } {.b} { #c .d }",
    "\"a\" 'b' &quot; &#39; ' onclick='x' \" x=\"y",
    "&lt;b&gt; &#60;b&#62; &amp; &copy; &x",
    "*[Baker]: a *[HTML]: b",
    "[^1]: a [^1] [b]: http://x.y 'z'",
    "# a", "## b ##", "> c", "- d", "* e", "+ f", "1. g", "1) h", ": i", "--- j", "=== k",
    "```\na\n```", "~~~ b", "    code", "\tcode", "- [ ] task", "!!! note", '??? "x"', "/// z",
    '--8<-- "mkdocs.yml"', ";--8<-- x", "--8<--", "::: x",
    "\\*a\\* \\<b\\> \\", "a\\\nb", "$x$ $$y$$ \\(z\\)", ":smile: :fontawesome-x:",
    "wzxhzdk:0 klzzwxh:0001 STXamp", "%s %d {0} {x} %(y)s", "`", "*", "_", "[", "]", "<", "&", "|",
]  # fmt: skip


def texts(value: Any, at: Where = ()) -> Iterator[Where]:
    """The place of every text in plain data."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*at, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*at, index))
    elif isinstance(value, str):
        yield at


def filled(data: Any, places: Iterable[Where], text: str) -> Any:
    """Plain data with the text in each of the places."""
    data = copy.deepcopy(data)
    for *path, last in places:
        inner = data
        for part in path:
            inner = inner[part]
        inner[last] = text
    return data


def plain(comparison: Comparison) -> Any:
    return comparison.model_dump(mode="json", by_alias=True, exclude_none=True)


@pytest.fixture(scope="module")
def free(small: Comparison) -> list[Where]:
    """Where the types accept any text: not ids, choices, dates, addresses."""
    found = []
    for place in texts(plain(small)):
        with contextlib.suppress(ValidationError):
            Comparison.parse(filled(plain(small), [place], "Any text!"))
            if place[0] != "edition":  # no renderer puts a setting into a page
                found.append(place)
    return found


def with_text(comparison: Comparison, free: list[Where], text: str) -> render.Site:
    """The comparison with one text in every field; terms without tooltips, which have a test."""
    data = filled(plain(comparison), free, text)
    for term in data["glossary"].values():
        term["common"] = True
    return render.Site(Comparison.parse(data), {})


def test_the_small_data_has_every_field(small: Comparison) -> None:
    """So that no field goes without hostile text."""
    empty: set[tuple[str, str]] = set()
    given: set[tuple[str, str]] = set()

    def visit(value: object) -> None:
        if isinstance(value, Record):
            for name in type(value).model_fields:
                item = getattr(value, name)
                (given if item else empty).add((type(value).__name__, name))
                visit(item)
        elif isinstance(value, Mapping):
            for item in value.values():
                visit(item)
        elif isinstance(value, tuple):
            for item in value:
                visit(item)

    visit(small)
    assert empty - given == set()


@pytest.fixture(scope="module")
def markdown(tmp_path_factory: pytest.TempPathFactory) -> Markdown:
    root = tmp_path_factory.mktemp("tooltips")
    (root / "includes").mkdir()
    (root / "includes/abbreviations.md").touch()
    return renderer(root)


def elements(tree: HtmlElement) -> list[tuple[str, str]]:
    """Every element with its attributes, and the text after its start and its end; no case."""
    return [
        (_start(element).casefold(), text.flat(f"{element.text} | {element.tail}").casefold())
        for element in tree.iter()
    ]


def _start(element: HtmlElement) -> str:
    attributes = [f"{name}={value}" for name, value in sorted(element.attrib.items())]
    return " ".join([str(element.tag), *attributes])


def whole_text(site: render.Site, page: str) -> str:
    """A page as `write` would leave it, without front matter."""
    if page in (made := render.whole_pages(site)):
        return made[page].split("---\n", 2)[2]
    written = (SMALL / "docs" / page).read_text(encoding="utf-8")
    return regions.replace(written, render.regions(site, page))


Elements = list[tuple[str, str]]


def site_with(
    small: Comparison, free: list[Where], markdown: Markdown, said: str
) -> dict[str, Elements]:
    """The elements of every page of the comparison with one text in every field."""
    site = with_text(small, free, said)
    return {
        page: elements(rendered(markdown, whole_text(site, page)))
        for page in (*pages(small), *generated_pages(small))
    }


@pytest.fixture(scope="module")
def known() -> dict[str, dict[str, Elements]]:
    """Sites with harmless texts, as `site_with` gives them."""
    return {}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_becomes_markup(
    small: Comparison,
    free: list[Where],
    markdown: Markdown,
    known: dict[str, dict[str, Elements]],
    hostile: str,
) -> None:
    """The page is the page with a harmless text, but for the text: as it is, in each place."""
    shown = text.flat(hostile)
    # The same first letter, because the alphabetical pages group and sort by it.
    harmless = f"{shown[0] if shown[0].isalpha() else '0'}xyzzy"
    if harmless not in known:
        known[harmless] = site_with(small, free, markdown, harmless)
    site = site_with(small, free, markdown, hostile)
    for page, like in known[harmless].items():
        expected = [
            tuple(part.replace(harmless.casefold(), shown.casefold()) for part in element)
            for element in like
        ]
        wrong = [pair for pair in zip(expected, site[page], strict=False) if pair[0] != pair[1]]
        assert not wrong, (page, *wrong[0])
        assert len(expected) == len(site[page]), page


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_tooltip_becomes_markup(small: Comparison, tmp_path: Path, hostile: str) -> None:
    data = plain(small)
    data["glossary"]["flour"]["says"] = hostile
    data["glossary"]["oven"] |= {"term": hostile, "says": "Hot.", "common": False}
    (tmp_path / "includes").mkdir()
    (tmp_path / "includes/abbreviations.md").write_text(
        render.files(Comparison.parse(data))["includes/abbreviations.md"], encoding="utf-8"
    )
    tree = rendered(renderer(tmp_path), "Flour is here.")
    (paragraph, *_toc) = tree
    assert tree.text_content().strip() == "Flour is here."
    (tooltip,) = paragraph
    assert (tooltip.tag, dict(tooltip.attrib)) == ("abbr", {"title": text.flat(hostile)})


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a_b_c*d*e/~f~^g^==h==",
        "https://example.com/?a=b&c=d&lt;e&amp;f#g:~:text=h",
        "https://example.com/(a)[b]{.c}{#d}|e|$f$",
        "https://example.com/javascript:alert(1)",
    ],
)
def test_addresses_arrive_unchanged(small: Comparison, markdown: Markdown, url: str) -> None:
    data = plain(small)
    data["sources"]["book"]["url"] = url
    site = render.Site(Comparison.parse(data), {})
    tree = rendered(markdown, render.regions(site, "sources.md")["sources"])
    links = [link.get("href", "") for link in tree.iter("a")]
    assert [link for link in links if link.startswith("http")] == [url]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//example.com",
        "https://a b",
        'https://a"onclick=x',
        "https://a<b>",
        "https://a\\b",
        "https://a\nb",
        "vbscript:x",
    ],
)
def test_other_addresses_are_refused(small: Comparison, url: str) -> None:
    data = plain(small)
    data["sources"]["book"]["url"] = url
    with pytest.raises(ValidationError):
        Comparison.parse(data)


# Marks that reorder letters or hide between them, and control characters.
REORDERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
INVISIBLE = "\u200b\u2060\ufeff\u0007\u001b\u007f\u0085\u00ad\ue000"


@pytest.mark.parametrize("hidden", [*REORDERING, *INVISIBLE], ids=lambda char: f"U+{ord(char):04X}")
def test_hidden_characters_are_refused_in_every_field(
    small: Comparison, free: list[Where], hidden: str
) -> None:
    data = filled(plain(small), free, f"a{hidden}b")
    with pytest.raises(DataError) as bad:
        loads(json.dumps(data, indent=0), "x.json")
    told = {problem.where for problem in bad.value.problems if "invisible" in problem.what}
    assert told == {".".join(map(str, place)) for place in free}


def test_csv_has_one_row_a_cell_and_runs_nothing(small: Comparison, free: list[Where]) -> None:
    changed = with_text(small, free, "=HYPERLINK(1)").comparison
    text_of_csv = render.files(changed)["docs/data/comparison.csv"].removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text_of_csv)))
    assert [(row["role"], row["dimension"]) for row in rows] == [
        ("baker", "focus"),
        ("shop-keeper", "focus"),
        ("baker", "hours"),
        ("shop-keeper", "hours"),
    ]
    assert {row["claim"] for row in rows} == {"'=HYPERLINK(1)"}
    assert rows[0]["sources"] == "book law"
    assert rows[0]["address"] == "dimensions/focus/#baker"
