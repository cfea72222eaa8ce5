"""Claims and marks that change are noted by themselves, with what stood there before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts import revisions
from scripts.__main__ import main
from scripts.load import load
from scripts.model import Comparison, Revision
from scripts.page_rules.stubs import STUB, STUB_SOURCE
from scripts.project import DATA
from scripts.publish import feed
from scripts.render import claims
from tests.files import edit, snapshot

OLD = "  - {date: 2026-11-02, of: dimensions/focus/baker, what: claim, was: That bread is, "


@pytest.fixture
def noting(project: Path) -> Path:
    """The small project with a file for its revisions, none so far."""
    text = (project / DATA).read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if line.startswith(OLD))
    text = edit(text, f"revisions:\n{line}\n", "")
    text = edit(text, "files:\n", "files:\n  - revisions.yml\n")
    (project / DATA).write_text(text, encoding="utf-8")
    (project / revisions.FILE).write_text(revisions.text(()), encoding="utf-8")
    assert main(["--root", str(project), "write"]) == 0
    return project


def change(root: Path, old: str, new: str) -> None:
    text = (root / DATA).read_text(encoding="utf-8")
    (root / DATA).write_text(edit(text, old, new), encoding="utf-8")
    assert main(["--root", str(root), "write"]) == 0
    assert main(["--root", str(root), "check"]) == 0


def told(root: Path) -> Comparison:
    return load(root / DATA, DATA).comparison


def test_a_claim_that_changes_is_noted_once_a_day(noting: Path) -> None:
    before = snapshot(noting)
    change(noting, "claim: At night.", "claim: Before dawn.")
    change(noting, "claim: Before dawn.", "claim: Before sunrise.")
    (one,) = told(noting).revisions
    assert (one.of, one.what) == ("dimensions/hours/baker", "claim")
    assert (one.was, one.now) == ("At night.", "Before sunrise.")
    assert told(noting).changed == one.date
    page = (noting / "docs/changes.md").read_text(encoding="utf-8")
    link = "[Hours: baker](dimensions/hours.md#baker)"
    assert f"{link}: the claim was “At night” and is “Before sunrise”." in page
    change(noting, "claim: Before sunrise.", "claim: At night.")  # taken back: nothing to tell
    assert snapshot(noting) == before


def test_what_is_written_first_corrects_nothing(noting: Path) -> None:
    assert main(["--root", str(noting), "add", "activity", "sweep-the-shop"]) == 0
    path = noting / "docs/data/comparison.yml"
    text = path.read_text(encoding="utf-8")
    assert STUB in text and STUB_SOURCE in text
    text = re.sub(
        rf"(['\"]?){STUB}.*", "The baker sweeps.", text.replace(STUB_SOURCE, "bread-atlas")
    )
    path.write_text(text, encoding="utf-8")
    assert main(["--root", str(noting), "write"]) == 0
    assert told(noting).revisions == ()


def test_a_mark_that_follows_from_the_sources_is_noted(noting: Path) -> None:
    change(noting, "{lead: shop-keeper, share", "{lead: baker, share")
    found = {(each.of, each.what): each for each in told(noting).revisions}
    mark = found["activities/set-the-price", "mark"]
    assert mark.was != mark.now and "proof" in mark.was


def test_what_cannot_be_compared_is_not_noted(noting: Path) -> None:
    (noting / claims.FILE).write_text('{"dimensions/hours/baker": 1}', encoding="utf-8")
    assert main(["--root", str(noting), "write", "--force"]) == 0
    assert told(noting).revisions == ()


def test_readers_of_the_feed_are_told(noting: Path) -> None:
    change(noting, "claim: At night.", "claim: Before dawn.")
    here = told(noting)
    text = feed.feed(here, "https://example.org/", "Small")
    assert "Hours: baker: the claim was “At night” and is “Before dawn”." in text
    assert '<link href="https://example.org/dimensions/hours/#baker"/>' in text
    (one,) = here.revisions
    many = [
        one.model_copy(update={"of": f"dimensions/hours/{number}"})
        for number in range(feed._MANY + 1)
    ]
    text = feed.feed(here.model_copy(update={"revisions": tuple(many)}), "https://e.org/", "S")
    assert text.count("<entry>") == len(here.changes) + 1
    assert f"{len(many)} claims and marks changed" in text


def test_what_is_gone_is_named_without_a_link(noting: Path) -> None:
    gone = Revision.model_validate(
        {"date": "2026-11-01", "of": "activities/sift", "what": "lead", "was": "x", "now": "baker"}
    )
    here = told(noting).model_copy(update={"revisions": (gone,)})
    assert "Sift: the last word was “x” and is “Baker”." in feed.feed(here, "https://e.org/", "S")
