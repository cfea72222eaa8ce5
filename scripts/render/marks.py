"""The two marks as readers see them: words, a strip of what stands behind them, the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from scripts import addresses
from scripts.addresses import Place
from scripts.evidence import Direction, Mark
from scripts.model import Case, Comparison, Kind, Objection
from scripts.proof import Firmness, Proof
from scripts.render.site import day, who
from scripts.render.templating import fill
from scripts.render.text import article, cite, cite_html, flat, html_link, md, sentence

LEGEND = Place(addresses.ABOUT, "marks")
# One shape a kind, in the order of the strip; the words beside it say the same.
SHAPES = {
    Kind.STANDARD: "■",
    Kind.GOVERNMENT: "▲",
    Kind.RESEARCH: "●",
    Kind.SURVEY: "◆",
    Kind.REFERENCE: "▬",
    Kind.EMPLOYER: "□",
    Kind.EXPERT: "○",
    Kind.PRACTITIONER: "◇",
}
WORDS = {
    Kind.STANDARD: ("standard", "standards"),
    Kind.GOVERNMENT: ("government text", "government texts"),
    Kind.RESEARCH: ("study", "studies"),
    Kind.SURVEY: ("survey", "surveys"),
    Kind.REFERENCE: ("reference work", "reference works"),
    Kind.EMPLOYER: ("employer", "employers"),
    Kind.EXPERT: ("expert", "experts"),
    Kind.PRACTITIONER: ("practitioner", "practitioners"),
}


def kinds_in_words(proof: Proof) -> str:
    """What stands behind a verdict: "2 standards, 1 employer"."""
    return ", ".join(f"{count} {WORDS[kind][count > 1]}" for kind, count in proof.kinds)


class Strip(NamedTuple):
    """What stands behind a verdict, as shapes and in words."""

    firmness: Firmness
    shapes: str
    kinds: str


def strip(proof: Proof) -> Strip:
    shapes = "".join(SHAPES[kind] * count for kind, count in proof.kinds)
    return Strip(proof.firmness, shapes, kinds_in_words(proof))


def details(mark: Mark, page: str, reviewed: date | None, note: str | None = None) -> Markup:
    """The marks in a line with what stands behind them; it opens to what they lack, and the day."""
    reasons = []
    if mark.proof.flaws:
        reasons.append(f"Not firmer, because: {', '.join(mark.proof.flaws)}.")
    if note:
        reasons.append(sentence(note))
    return fill(
        "marks.details",
        direction=mark.direction,
        way=way(mark),
        proof=strip(mark.proof),
        reasons=" ".join(reasons),
        reviewed=reviewed,
        day=day(reviewed) if reviewed else "",
        legend=html_link("What the marks mean", LEGEND, page),
    )


def ground(proof: Proof, page: str) -> Markup:
    """How firm the ground of an answer is, where nobody is asked which way: one line."""
    legend = html_link(f"{proof.firmness.label} proof", LEGEND, page)
    return fill("marks.ground", proof=strip(proof), legend=legend)


def way(mark: Mark) -> str:
    """Which way, in words: "Depends on the framework"."""
    return mark.words.partition(" · ")[0]


def short_way(mark: Mark) -> str:
    """Which way, where there is little room: nothing where sources agree."""
    if mark.direction == Direction.AGREED:
        return ""
    if mark.direction == Direction.DEPENDS:
        return "Depends: " + ", ".join(v.label.removeprefix("the ") for v in mark.variables)
    return mark.direction.label


def where(data: Comparison, setting: str, without: str | None) -> str:
    """A setting as a reader names it: "In Scrum", "Without a product owner"."""
    if without:
        return f"Without {article(data.roles[without].name)}"
    return data.settings[setting].name


def depends(rows: Sequence[tuple[str, str]], head: tuple[str, str]) -> str:
    """On what an answer depends: a table of settings and what holds there; "" without rows."""
    first, second = head
    return fill("marks.depends", first=first, second=second, rows=rows) if rows else ""


def cases(data: Comparison, page: str, found: Iterable[Case]) -> str:
    """Where a claim changes, and what holds there."""
    rows = []
    for case in found:
        held = Markup("{} ({})").format(flat(case.claim), cite_html(data, case.sources, page))
        rows.append((where(data, case.setting, case.without), held))
    return depends(rows, ("Where it changes", "What holds there"))


def objections(data: Comparison, page: str, found: Iterable[Objection]) -> str:
    """Who says otherwise, in one paragraph; "" if nobody does."""
    said = []
    for each in found:
        prefix = f"{md(data.settings[each.setting].name)}: " if each.setting else ""
        said.append(f"{prefix}{md(each.says)} ({cite(data, each.sources, page)})")
    return f"**Against it.** {' '.join(said)}\n{{: .contested }}" if said else ""


def leader(data: Comparison, page: str, lead: str | None) -> str:
    return who(data, page, lead) if lead else "nobody in particular"
