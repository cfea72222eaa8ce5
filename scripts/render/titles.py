"""Job titles next door, and what letters can mean."""

from __future__ import annotations

from scripts import entries, evidence
from scripts.render import marks, settled
from scripts.render.site import Site, bullets, whos
from scripts.render.text import ALSO_CALLED, cite, md, md_link, sentence


def abbreviations(site: Site, page: str) -> str:
    data = site.comparison
    blocks = []
    for id, abbreviation in data.abbreviations.items():
        lines = []
        for meaning in abbreviation.meanings:
            named = meaning.role or meaning.title
            if named is None:
                name = md(meaning.name or "")
            else:
                place = entries.place_of(data, named)
                assert place is not None
                name = md_link(entries.label_of(data, named), place, page)
            sources = cite(data, meaning.sources, page)
            lines.append(f"**{name}:** {md(sentence(meaning.setting))} ({sources})")
        blocks.append(f"### {md(abbreviation.abbr)} {{#{id}}}")
        blocks.append(f"{bullets(lines)}\n\n{md(abbreviation.advice)}")
    return "\n\n".join(blocks)


def titles(site: Site, page: str) -> str:
    data = site.comparison
    blocks = []
    for id, title in data.titles.items():
        also = [*title.abbr, *title.aliases]
        blocks.append(f"### {md(title.name)} {{#{id}}}")
        blocks.append(f"{md(title.says)} ({cite(data, title.sources, page)})")
        blocks.append(marks.details(evidence.of_claim(data, title), page, None, title.note))
        blocks.append(marks.cases(data, page, title.cases))
        blocks.append(marks.objections(data, page, title.objections))
        blocks += settled.blocks(data, page, title)
        facts = []
        if also:
            facts.append(f"**{ALSO_CALLED}:** {md(', '.join(also))}.")
        if title.near:
            facts.append(f"**Next to:** {whos(data, page, title.near)}.")
        blocks.append(" ".join(facts))
    return "\n\n".join(filter(None, blocks))
