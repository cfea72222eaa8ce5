"""The rules behind both marks, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from scripts import evidence
from scripts.evidence import Direction, Vote
from scripts.load import load
from scripts.model import Citation, Comparison, Rating, Variable
from scripts.project import DATA
from scripts.proof import STRICT, Firmness, proof_of
from tests.building import ROOT, SMALL


def vote(value: str, *publishers: str, where: str = "", accountable: bool = False) -> Vote:
    return Vote(where, value, frozenset(publishers), accountable)


@pytest.mark.parametrize(
    ("votes", "usual", "direction"),
    [
        ([vote("pm", "A")], "pm", Direction.AGREED),
        ([vote("pm", "A"), vote("pm", "B", where="scrum")], "pm", Direction.AGREED),
        # Two of three publishers are most of them, in one setting.
        ([vote("pm", "A", "B"), vote("po", "C")], "pm", Direction.MOSTLY),
        # One author's word alone makes no setting differ; two make it, or a text that binds.
        ([vote("pm", "A", "B"), vote("po", "C", where="scrum")], "pm", Direction.MOSTLY),
        ([vote("pm", *"ABE"), vote("po", "C", "D", where="scrum")], "pm", Direction.DEPENDS),
        (
            [vote("pm", "A", "B"), vote("po", "C", where="scrum", accountable=True)],
            "pm",
            Direction.DEPENDS,
        ),
        # Seven in ten say the same, whatever the setting.
        (
            [vote("pm", *"ABCDEFG"), vote("po", *"HIJ", where="scrum")],
            "pm",
            Direction.MOSTLY,
        ),
        ([vote("pm", "A", "C"), vote("po", "B", "D", where="scrum")], "", Direction.DEPENDS),
        # In one setting, neither has most publishers.
        ([vote("pm", "A"), vote("po", "B")], "", Direction.CONTESTED),
        (
            [vote("pm", "A", "B"), vote("po", "C", where="scrum"), vote("em", "D", where="scrum")],
            "pm",
            Direction.CONTESTED,
        ),
        # A publisher counts once, however many of its texts speak.
        ([vote("pm", "A"), vote("pm", "A"), vote("po", "B")], "pm", Direction.CONTESTED),
        ([vote("", "A", "B")], "", Direction.OPEN),
    ],
)
def test_which_way(votes: list[Vote], usual: str, direction: Direction) -> None:
    assert evidence.usual_value(votes) == usual or direction == Direction.CONTESTED
    assert evidence.direction(votes, usual)[0] == direction


def test_the_more_settings_the_more_usual() -> None:
    votes = [vote("pm", "A"), vote("po", "B"), vote("po", "B", where="scrum")]
    assert evidence.usual_value(votes) == "po"
    assert evidence.usual_value(votes[:2]) == ""


Sources = Callable[..., Comparison]


@pytest.fixture
def told() -> Sources:
    """The small data with other sources, each `(publisher, kind, changes)`."""
    small = load(SMALL / DATA, DATA).comparison

    def make(*sources: tuple[str, str, dict[str, Any]]) -> Comparison:
        data = small.model_dump(mode="json", by_alias=True, exclude_none=True)
        base = {"title": "T", "author": "A", "year": "2020", "seen": "2026-11"}
        for number, (publisher, kind, changes) in enumerate(sources):
            own = {"short": f"S{number}", "publisher": publisher, "kind": kind}
            data["sources"][f"s{number}"] = {**base, **own, **changes}
        return Comparison.parse(data)

    return make


NONE = f"no {STRICT}"
ONE = f"only one kind of {STRICT}"
FIRM: list[tuple[str, str, dict[str, Any]]] = [
    ("A", "standard", {}),
    ("B", "research", {}),
    ("C", "employer", {}),
]


@pytest.mark.parametrize(
    ("sources", "firmness", "flaws"),
    [
        (FIRM, "strong", ()),
        ([("A", "standard", {}), ("B", "expert", {}), ("C", "employer", {})], "fair", (ONE,)),
        (FIRM[:2], "fair", ("two publishers",)),
        ([("A", "standard", {}), ("B", "expert", {})], "fair", ("two publishers", ONE)),
        ([("A", "expert", {}), ("B", "expert", {}), ("C", "employer", {})], "thin", (NONE,)),
        # Two standards are one kind of text; two texts of one publisher are one voice.
        ([("A", "standard", {}), ("B", "standard", {}), *FIRM[2:]], "fair", (ONE,)),
        ([("A", "standard", {}), ("A", "research", {})], "thin", ("one publisher", ONE)),
        # Undated, superseded or second hand, it is no primary text.
        *(
            ([("A", "standard", change), *FIRM[1:]], "fair", (ONE,))
            for change in (
                {"year": "n.d."},
                {"year": "2009"},
                {"superseded": "x"},
                {"read": "secondary"},
            )
        ),
        # What holds for all of them takes a grade away.
        (
            [(name, "standard", {"year": "2010"}) for name in "ABC"],
            "thin",
            (NONE, "older than ten years"),
        ),
        (
            [
                ("A", "survey", {"country": "GB"}),
                ("B", "government", {"country": "GB"}),
                ("C", "expert", {"country": "GB"}),
            ],
            "fair",
            ("one country",),
        ),
        (
            [("A", "research", {"read": "secondary"}), ("B", "expert", {"read": "secondary"})],
            "thin",
            ("two publishers", NONE, "known through other works"),
        ),
    ],
)
def test_how_firm(
    told: Sources, sources: list[tuple[str, str, dict[str, Any]]], firmness: str, flaws: Any
) -> None:
    comparison = told(*sources)
    citations = [Citation(id=f"s{number}") for number in range(len(sources))]
    proof = proof_of(comparison, citations)
    assert proof.firmness == Firmness(firmness)
    assert proof.flaws == flaws


def test_claims_cases_and_combinations() -> None:
    small = load(SMALL / DATA, DATA).comparison
    focus, hours = (small.dimensions[id].cells for id in ("focus", "hours"))
    assert evidence.of_claim(small, focus["baker"]).words == "Agreed · thin proof"
    assert evidence.of_claim(small, focus["shop-keeper"]).direction == Direction.CONTESTED
    depends = evidence.of_claim(small, hours["baker"])
    assert depends.direction == Direction.DEPENDS
    assert depends.variables == (Variable.COMPANY,)
    assert depends.words.startswith("Depends on the kind of company · ")
    both = small.combinations["baker-and-shop-keeper"]
    assert evidence.rating_of(small, both) == Rating.AVOID  # as many say each: the careful one


def test_parts_in_an_activity() -> None:
    small = load(SMALL / DATA, DATA).comparison
    found = evidence.leads(small, small.activities["set-the-price"])
    assert found.usual == "baker"
    parts = {who: found.part(who) for who in ("baker", "shop-keeper", "guild", "miller", "x")}
    assert parts == {
        "baker": "lead",
        "shop-keeper": "claim",
        "guild": "elsewhere",
        "miller": "share",
        "x": "",
    }
    assert found.everyone == ("baker", "shop-keeper", "guild", "miller")


@pytest.mark.content
def test_no_label_says_the_same_of_nearly_everything() -> None:
    """A mark that stands on most of what there is tells nothing."""
    comparison = load(ROOT / DATA, DATA).comparison
    cells = [cell for row in comparison.dimensions.values() for cell in row.cells.values()]
    activities = comparison.activities.values()
    for marks in (
        [evidence.of_claim(comparison, cell) for cell in cells],
        [evidence.of_activity(comparison, activity) for activity in activities],
    ):
        for labels in (
            Counter(mark.direction.value for mark in marks),
            Counter(mark.proof.firmness.value for mark in marks),
        ):
            label, count = labels.most_common(1)[0]
            assert count <= 0.45 * labels.total(), (label, count)
