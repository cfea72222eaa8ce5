"""Edits of YAML text: they do to the text what they would do to the data, and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.edition import prose
from scripts.edition.blocks import Document
from scripts.problems import Where
from scripts.yaml_text import scalar
from tests.building import ROOT, SMALL

TEXT = """\
# What this is.
a:
  # Of x.
  x:
    name: X
    list: [one, {id: b, at: 'c, d'}, three]
  y: {p: q, r: s}
  # Of z.
  z:
    - lead: k
      in: m
      says: long text
        that goes on
    - lead: n
      says: 'it''s'

b:
- 1
- 2
c: {}
d: >-
  folded
  text
e: last
"""
FILES = [TEXT, *((SMALL / "docs/data" / n).read_text("utf-8") for n in ("comparison.yml",))]


def places(value: Any, where: Where = ()) -> Iterator[Where]:
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in items:
        yield (*where, key)
        yield from places(inner, (*where, key))


def without(data: Any, gone: set[Where]) -> Any:
    """The data without places: what a cut must give, told in another way."""
    data = copy.deepcopy(data)
    for where in sorted(gone, key=lambda each: (len(each), str(each)), reverse=True):
        inner = data
        for part in where[:-1]:
            inner = inner[part]
        inner[where[-1]] = None
    return _clean(data, gone, ())


def _clean(value: Any, gone: set[Where], where: Where) -> Any:
    if isinstance(value, dict):
        return {
            k: _clean(v, gone, (*where, k)) for k, v in value.items() if (*where, k) not in gone
        }
    if isinstance(value, list):
        return [
            _clean(v, gone, (*where, i)) for i, v in enumerate(value) if (*where, i) not in gone
        ]
    return value


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)


@settings(max_examples=30)
@given(st.sampled_from(FILES), st.data())
def test_a_cut_takes_away_what_it_is_told(text: str, data: st.DataObject) -> None:
    every = list(places(loaded(text)))
    gone = set(data.draw(st.lists(st.sampled_from(every), max_size=6)))
    outer = {each for each in gone if not any(each[:n] in gone for n in range(1, len(each)))}
    cut = Document(text).cut(outer)
    assert loaded(cut) == without(loaded(text), outer)


def test_the_first_keys_of_an_item_go_together() -> None:
    gone: set[Where] = {("a", "z", 0, "lead"), ("a", "z", 0, "in")}
    assert loaded(Document(TEXT).cut(gone)) == without(loaded(TEXT), gone)


@pytest.mark.parametrize("where", [(("a", "z", 0, "says")), ("d",), ("e",), ("a", "x", "list", 1)])
def test_a_value_is_put_in_place_of_another(where: Where) -> None:
    new = loaded(Document(TEXT).cut((), {where: scalar("New: text")}))
    for part in where:
        new = new[part]
    assert new == "New: text"


def test_comments_and_layout_stay() -> None:
    cut = Document(TEXT).cut({("a", "y"), ("a", "x", "list", 0)})
    expected = TEXT.replace("  y: {p: q, r: s}\n", "").replace("[one, ", "[")
    assert cut == expected


@pytest.mark.parametrize(
    ("where", "lines", "value"),
    [
        (("a",), "w:\n  v: 1", {"v": "1"}),
        (("c",), "w:\n  v: 1", {"v": "1"}),
        (("f",), "w:\n  v: 1", {"v": "1"}),
        (("a", "y"), "w: t", "t"),
    ],
)
def test_an_addition_stands_last(where: Where, lines: str, value: Any) -> None:
    new = loaded(Document(TEXT).add(where, lines))
    inner = new
    for part in where:
        inner = inner[part]
    assert list(inner.items())[-1] == ("w", value)
    old = loaded(TEXT)
    assert {key: new[key] for key in old if key != where[0]} == {
        key: old[key] for key in old if key != where[0]
    }


def test_what_is_added_and_cut_leaves_no_trace() -> None:
    added = Document(TEXT).add(("a",), "w:\n  v: 1\n  u: [2]")
    assert Document(added).cut({("a", "w")}) == TEXT
    assert Document(Document(TEXT).add(("b",), "- 3")).cut({("b", 2)}) == TEXT


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" ")))
def test_a_scalar_is_the_text(text: str) -> None:
    assert loaded(f"a: {scalar(text)}\n")["a"] == text


def test_sections_and_links_go() -> None:
    page = "# A\n\n## B {#b}\n\ntext\n\n### C {#c}\n\nmore\n\n## D {#d}\n\nrest\n"
    assert prose.without_sections(page, lambda h: h.id == "b") == "# A\n\n## D {#d}\n\nrest\n"

    def dead(target: str, html: bool) -> bool:
        return "gone" in target

    assert prose.unlinked("See [x](gone.md) and [y](y.md), a line.", dead) == (
        "See x and [y](y.md), a line."
    )
    assert prose.unlinked("a\n- **[x](gone.md)** Find it.\nb", dead) == "a\nb"
    assert prose.unlinked("[x](gone.md){ .more } [y](y.md){ .more }", dead) == "[y](y.md){ .more }"


def test_the_real_data_can_be_edited(tmp_path: Path) -> None:
    """Every file of the data, without one entry of each of its kinds."""
    for file in sorted((ROOT / "docs/data").rglob("*.yml")):
        text = file.read_text("utf-8")
        data = loaded(text)
        gone: set[Where] = {
            (kind, next(iter(value)) if isinstance(value, dict) else 0)
            for kind, value in data.items()
            if value
        }
        assert loaded(Document(text).cut(gone)) == without(data, gone), file
