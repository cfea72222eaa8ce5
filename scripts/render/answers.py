"""Disagreements, questions and the glossary."""

from __future__ import annotations

from scripts import evidence
from scripts.model import Topic
from scripts.render import marks
from scripts.render.site import Site, bullets, letter_of, next_step, see
from scripts.render.text import cite, md


def disagreements(site: Site, page: str) -> str:
    """Every disagreement: the short answer, what to do, then the sides."""
    told = site.comparison
    blocks = []
    for id, each in told.disagreements.items():
        sides = [f"{md(side.says)} ({cite(told, side.sources, page)})" for side in each.sides]
        blocks.append(f"## {md(each.name)} {{#{id}}}")
        blocks.append(f"{md(each.answer)}\n{{: .verdict }}")
        said = [citation for side in each.sides for citation in side.sources]
        blocks.append(marks.ground(evidence.proof(told, said), page))
        blocks.append(f"**Advice.** {md(each.advice)}\n{{: .advice }}")
        blocks.append(f"**Why people disagree.**\n\n{bullets(sides)}")
        blocks.append(
            f"See also: {', '.join(see(told, page, o) for o in (*each.roles, *each.see))}."
        )
    return "\n\n".join(blocks)


def questions(site: Site, page: str) -> str:
    """Every question under its topic, with the short answer and where the long one stands."""
    told = site.comparison
    blocks = []
    for topic in Topic:
        members = {id: each for id, each in told.questions.items() if each.topic == topic}
        if members:
            blocks.append(f"## {topic.label} {{#{topic}}}")
        for id, each in members.items():
            links = ", ".join(see(told, page, other) for other in each.see)
            blocks.append(f"### {md(each.name)} {{#{id}}}")
            blocks.append(f"{md(each.answer)} ({cite(told, each.sources, page)})")
            blocks.append(marks.ground(evidence.proof(told, each.sources), page))
            blocks += next_step(each.advice, None)
            blocks.append(f"More: {links}.")
    return "\n\n".join(blocks)


def terms(site: Site, page: str) -> str:
    """Every term under its letter."""
    told = site.comparison
    blocks = []
    letter = ""
    for id in sorted(told.glossary, key=lambda id: _alphabetical(told.glossary[id].term)):
        term = told.glossary[id]
        first, anchor = letter_of(term.term)
        if first != letter:
            letter = first
            blocks.append(f"## {letter} {{#{anchor}}}")
        abbr = f" ({term.abbr})" if term.abbr else ""
        blocks.append(f"### {md(term.term + abbr)} {{#{id}}}")
        sources = f" ({cite(told, term.sources, page)})" if term.sources else ""
        blocks.append(md(term.says) + sources)
        facts = []
        if term.aliases:
            facts.append(f"Also: {md(', '.join(term.aliases))}.")
        if term.see:
            facts.append(f"See {', '.join(see(told, page, other) for other in term.see)}.")
        if facts:
            blocks.append(" ".join(facts))
    return "\n\n".join(blocks)


def _alphabetical(name: str) -> tuple[str, str]:
    """By the letter under which a name is listed, then by the name."""
    return letter_of(name)[0], name.casefold()
