"""Marked regions: what is wrong with markers is said, and nothing outside them ever changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts import regions
from scripts.regions import RegionError, find, handwritten, replace


def begin(name: str) -> str:
    return f"<!-- generated:begin {name} -->"


def end(name: str) -> str:
    return f"<!-- generated:end {name} -->"


PAGE = "\n".join(["# Title", begin("a"), "old", end("a"), "by hand", begin("b:c"), end("b:c"), ""])


def test_regions_are_found_in_order() -> None:
    assert [(each.name, each.begin, each.end) for each in find(PAGE)] == [
        ("a", 1, 3),
        ("b:c", 5, 6),
    ]


def test_replace_fills_what_it_is_given_and_leaves_the_rest() -> None:
    new = replace(PAGE, {"b:c": "one\n\ntwo\n"})
    filled = [begin("b:c"), "", "one", "", "two", "", end("b:c")]
    assert new == PAGE.replace(f"{begin('b:c')}\n{end('b:c')}", "\n".join(filled))


def test_handwritten_lines_keep_their_numbers() -> None:
    assert list(handwritten(PAGE)) == [(1, "# Title"), (5, "by hand"), (8, "")]


@pytest.mark.parametrize(
    ("lines", "line", "what"),
    [
        ([begin("a"), end("a"), begin("a"), end("a")], 3, "region 'a' appears twice"),
        (["x", begin("a"), "y"], 2, "region 'a' never ends"),
        ([begin("a"), begin("b"), end("b"), end("a")], 2, "region 'b' begins inside region 'a'"),
        ([end("a")], 1, "region 'a' ends without beginning"),
        ([begin("a"), end("b")], 2, "region 'b' ends without beginning"),
        (["<!-- generated:begin -->"], 1, "malformed region marker '<!-- generated:begin -->'"),
        ([f"  {begin('a')}"], 1, "malformed region marker"),
        ([f"{begin('a')} x"], 1, "malformed region marker"),
        (["<!--Generated:begin a-->"], 1, "malformed region marker"),
        (["<!-- generated: begin a -->"], 1, "malformed region marker"),
        ([begin("a b")], 1, "malformed region marker"),
    ],
)
def test_wrong_markers(lines: list[str], line: int, what: str) -> None:
    with pytest.raises(RegionError) as error:
        find("\n".join(lines))
    assert error.value.line == line
    assert error.value.what.startswith(what)
    assert error.value.fix


def test_a_missing_region() -> None:
    with pytest.raises(RegionError, match="region 'z' is missing; add the lines"):
        replace(PAGE, {"z": "text"})


# Whatever people and data write: any line but one that looks like a marker.
lines = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n")).filter(
    lambda line: "generated" not in line.lower()
)
texts = st.lists(lines, max_size=4).map("\n".join)
names = st.from_regex(r"[a-z]+(:[a-z-]+)?", fullmatch=True)


@given(before=texts, old=texts, new=texts, after=texts, name=names)
def test_replace_changes_only_its_region_and_only_once(
    before: str, old: str, new: str, after: str, name: str
) -> None:
    page = "\n".join([before, begin(name), old, end(name), after])
    once = replace(page, {name: new})
    assert once.startswith(f"{before}\n{begin(name)}\n")
    assert once.endswith(f"\n{end(name)}\n{after}")
    assert replace(once, {name: new}) == once
    outside = "\n".join(line for _, line in handwritten(once))
    assert outside == f"{before}\n{after}"


@given(page=texts)
def test_a_page_without_regions_stays_as_it_is(page: str) -> None:
    assert replace(page, {}) == page


def test_regions_in_yaml_have_no_blank_lines() -> None:
    text = "a:\n# generated:begin x\n  - old\n# generated:end x\nb: 1\n"
    new = regions.replace(text, {"x": "  - one\n  - two\n"}, regions.YAML)
    assert new == text.replace("  - old", "  - one\n  - two")
    assert [line for _, line in regions.handwritten(new, regions.YAML)] == ["a:", "b: 1", ""]
