"""Job titles next door, and what letters can mean."""

from __future__ import annotations

from scripts import entries, evidence
from scripts.render import marks
from scripts.render.site import Site, bullets, whos
from scripts.render.text import cite, md, md_link, sentence


def abbreviations(site: Site, page: str) -> str:
    told = site.comparison
    blocks = []
    for id, abbreviation in told.abbreviations.items():
        lines = []
        for meaning in abbreviation.meanings:
            named = meaning.role or meaning.title
            if named is None:
                name = md(meaning.name or "")
            else:
                place = entries.place_of(told, named)
                assert place is not None
                name = md_link(entries.label_of(told, named), place, page)
            sources = cite(told, meaning.sources, page)
            lines.append(f"**{name}:** {md(sentence(meaning.setting))} ({sources})")
        blocks.append(f"### {md(abbreviation.abbr)} {{#{id}}}")
        blocks.append(f"{bullets(lines)}\n\n{md(abbreviation.advice)}")
    return "\n\n".join(blocks)


def titles(site: Site, page: str) -> str:
    told = site.comparison
    blocks = []
    for id, title in told.titles.items():
        also = [*title.abbr, *title.aliases]
        blocks.append(f"### {md(title.name)} {{#{id}}}")
        blocks.append(f"{md(title.says)} ({cite(told, title.sources, page)})")
        blocks.append(marks.details(evidence.of_claim(told, title), page, None, title.note))
        blocks.append(marks.cases(told, page, title.cases))
        blocks.append(marks.objections(told, page, title.objections))
        facts = []
        if also:
            facts.append(f"**Also called:** {md(', '.join(also))}.")
        if title.near:
            facts.append(f"**Next to:** {whos(told, page, title.near)}.")
        blocks.append(" ".join(facts))
    return "\n\n".join(filter(None, blocks))
