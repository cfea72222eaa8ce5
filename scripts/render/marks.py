"""The two marks as readers see them: words, a strip of what stands behind them, the reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from scripts import addresses
from scripts.addresses import Place
from scripts.evidence import Direction, Mark, Proof
from scripts.model import Case, Comparison, Kind, Objection
from scripts.render.site import day, who
from scripts.render.text import article, cite, cite_html, esc, html_link, lower_first, md, sentence

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


def details(mark: Mark, page: str, reviewed: date | None, note: str | None = None) -> str:
    """The marks in a line with what stands behind them; it opens to what they lack, and the day."""
    shapes = "".join(SHAPES[kind] * count for kind, count in mark.proof.kinds)
    reasons = []
    if mark.proof.flaws:
        reasons.append(f"Not firmer, because: {', '.join(mark.proof.flaws)}.")
    if note:
        reasons.append(sentence(note))
    if reviewed:
        reasons.append(f"Sources last read on {day(reviewed)}.")
    legend = html_link("What the marks mean", Place(addresses.ABOUT, "marks"), page)
    return (
        f'<details class="marks" data-search-exclude><summary>'
        f'<span class="way {mark.direction}">{esc(way(mark))}</span> · '
        f'<span class="firm {mark.proof.firmness}">{mark.proof.firmness.label} proof</span> '
        f'<span class="strip" aria-hidden="true">{shapes}</span> '
        f'<span class="kinds">{esc(kinds_in_words(mark.proof))}</span></summary>'
        f"<p>{esc(' '.join(reasons))} {legend}.</p></details>"
    )


def ground(proof: Proof, page: str) -> str:
    """How firm the ground of an answer is, where nobody is asked which way: one line."""
    shapes = "".join(SHAPES[kind] * count for kind, count in proof.kinds)
    legend = html_link(f"{proof.firmness.label} proof", Place(addresses.ABOUT, "marks"), page)
    return (
        f'<p class="marks" data-search-exclude><span class="firm {proof.firmness}">{legend}</span> '
        f'<span class="strip" aria-hidden="true">{shapes}</span> '
        f'<span class="kinds">{esc(kinds_in_words(proof))}</span></p>'
    )


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


def where(told: Comparison, setting: str, without: str | None) -> str:
    """A setting as a reader names it: "In Scrum", "Without a product owner"."""
    if without:
        return f"Without {article(told.roles[without].name)}"
    return told.settings[setting].name


def depends(rows: Iterable[tuple[str, str]], head: tuple[str, str]) -> str:
    """On what an answer depends: a table, of HTML, of settings and what holds there; "" without
    rows."""
    lines = [f'<tr><th scope="row">{place}</th><td>{held}</td></tr>' for place, held in rows]
    if not lines:
        return ""
    first, second = head
    return "\n".join(
        [
            '<div class="depends">',
            f"<table><caption>{first}: {lower_first(second)}</caption>",
            f'<thead><tr><th scope="col">{first}</th><th scope="col">{second}</th></tr></thead>',
            "<tbody>",
            *lines,
            "</tbody></table></div>",
        ]
    )


def cases(told: Comparison, page: str, found: Iterable[Case]) -> str:
    """Where a claim changes, and what holds there."""
    return depends(
        (
            (
                esc(where(told, case.setting, case.without)),
                f"{esc(case.claim)} ({cite_html(told, case.sources, page)})",
            )
            for case in found
        ),
        ("Where it changes", "What holds there"),
    )


def objections(told: Comparison, page: str, found: Iterable[Objection]) -> str:
    """Who says otherwise, in one paragraph; "" if nobody does."""
    said = []
    for each in found:
        prefix = f"{md(told.settings[each.setting].name)}: " if each.setting else ""
        said.append(f"{prefix}{md(each.says)} ({cite(told, each.sources, page)})")
    return f"**Against it.** {' '.join(said)}\n{{: .contested }}" if said else ""


def leader(told: Comparison, page: str, lead: str | None) -> str:
    return who(told, page, lead) if lead else "nobody in particular"
