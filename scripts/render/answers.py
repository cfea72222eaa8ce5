"""Disagreements, questions and the glossary."""

from __future__ import annotations

from scripts.model import Topic
from scripts.proof import proof_of
from scripts.render import marks, settled
from scripts.render.site import Site, bullets, in_order, letter_of, see
from scripts.render.text import ALSO, MORE, SEE_ALSO, cite, links_line, md


def disagreements(site: Site, page: str) -> str:
    """Every disagreement: the short answer, what to do, then the sides."""
    data = site.comparison
    blocks = []
    for id, each in data.disagreements.items():
        sides = [f"{md(side.says)} ({cite(data, side.sources, page)})" for side in each.sides]
        blocks.append(f"## {md(each.name)} {{#{id}}}")
        blocks.append(f"{md(each.answer)}\n{{: .verdict }}")
        said = [citation for side in each.sides for citation in side.sources]
        blocks.append(marks.ground(proof_of(data, said), page))
        blocks += settled.bounds(data, page, each)
        blocks.append(f"**Advice.** {md(each.advice)}\n{{: .advice }}")
        blocks.append(f"**Why people disagree.**\n\n{bullets(sides)}")
        others = [o for o in (*each.roles, *each.see) if o not in each.activities]
        blocks.append(links_line(SEE_ALSO, [see(data, page, other) for other in others]))
    return "\n\n".join(filter(None, blocks))


def questions(site: Site, page: str) -> str:
    """Every question under its topic, with the short answer and where the long one stands."""
    data = site.comparison
    blocks = []
    for topic in Topic:
        members = {id: each for id, each in data.questions.items() if each.topic == topic}
        if members:
            blocks.append(f"## {topic.label} {{#{topic}}}")
        for id, each in members.items():
            others = [other for other in each.see if other not in each.activities]
            links = [see(data, page, other) for other in others]
            blocks.append(f"### {md(each.name)} {{#{id}}}")
            blocks.append(f"{md(each.answer)} ({cite(data, each.sources, page)})")
            blocks.append(marks.ground(proof_of(data, each.sources), page))
            blocks += settled.blocks(data, page, each)
            blocks.append(links_line(MORE, links) if links else "")
    return "\n\n".join(filter(None, blocks))


def terms(site: Site, page: str) -> str:
    """Every term under its letter."""
    data = site.comparison
    blocks = []
    letter = ""
    for id in sorted(data.glossary, key=lambda id: in_order(data.glossary[id].term)):
        term = data.glossary[id]
        first, anchor = letter_of(term.term)
        if first != letter:
            letter = first
            blocks.append(f"## {letter} {{#{anchor}}}")
        abbr = f" ({term.abbr})" if term.abbr else ""
        blocks.append(f"### {md(term.term + abbr)} {{#{id}}}")
        sources = f" ({cite(data, term.sources, page)})" if term.sources else ""
        blocks.append(md(term.says) + sources)
        blocks += settled.blocks(data, page, term)
        facts = []
        if term.aliases:
            facts.append(f"{ALSO}: {md(', '.join(term.aliases))}.")
        others = [other for other in term.see if other not in term.activities]
        if others:
            facts.append(f"See {', '.join(see(data, page, other) for other in others)}.")
        if facts:
            blocks.append(" ".join(facts))
    return "\n\n".join(filter(None, blocks))
