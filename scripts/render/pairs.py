"""Pairs of roles, and two roles in one person."""

from __future__ import annotations

from scripts import addresses, entries, evidence
from scripts.addresses import Place, lower
from scripts.render import marks, tables, tools
from scripts.render.site import Site, bullets, next_step
from scripts.render.text import cite, md, md_link


def pair_list(site: Site, page: str) -> str:
    """Every pair, under each of its two roles."""
    told = site.comparison
    blocks = []
    for role in told.roles:
        pairs = told.pairs_of(role)
        if not pairs:
            continue
        lines = [
            md_link(entries.pair_name(told, id), Place(addresses.pair_page(id)), page)
            for id in pairs
        ]
        blocks.append(f"## {md(told.roles[role].name)} {{#{role}}}\n\n{bullets(lines)}")
    return "\n\n".join(blocks)


def difference(site: Site, page: str, id: str) -> str:
    """The sentence that settles the pair, how firm it is, what to do and say when they collide."""
    told = site.comparison
    pair = told.pairs[id]
    blocks = [
        f"{md(pair.difference)} ({cite(told, pair.sources, page)})\n{{: .verdict }}",
        marks.ground(evidence.proof(told, pair.sources), page),
        *next_step(pair.advice, pair.say),
        tools.take_along(),
    ]
    return "\n\n".join(blocks)


def side_by_side(site: Site, page: str, id: str) -> str:
    told = site.comparison
    label = f"{entries.pair_name(told, id)} on every dimension"
    return tables.matrix(told, told.pairs[id].roles, page, label)


def pair_activities(site: Site, page: str, id: str) -> str:
    """The activities that the two argue over, and those that the data lists besides."""
    told = site.comparison
    pair = told.pairs[id]
    shared = {*tables.shared(told, pair.roles), *pair.also}
    if not shared:
        first, second = (lower(told.roles[role].name) for role in pair.roles)
        return f"No activity of the list has both {md(first)} and {md(second)} in it."
    listed = [activity for activity in told.activities if activity in shared]
    return tables.shared_activities(told, pair.roles, listed, page)


def combination_table(site: Site, page: str) -> str:
    return tables.combinations(site.comparison, page)


def combination(site: Site, page: str, id: str) -> str:
    """The rating and the answer, the conflict of interest, and who says so."""
    told = site.comparison
    both = told.combinations[id]
    rating = evidence.rating_of(told, both)
    said = []
    for each in both.witnesses:
        setting = f"{md(told.settings[each.setting].name)}: " if each.setting else ""
        label = f"*{each.rating.label}.* " if each.rating != rating else ""
        said.append(f"{label}{setting}{md(each.says)} ({cite(told, each.sources, page)})")
    return "\n\n".join(
        [
            f"**{rating.label}.** {md(both.verdict)}\n{{: .verdict .{rating} }}",
            marks.details(evidence.of_combination(told, both), page, None),
            f"**Conflict of interest.** {md(both.conflict)}",
            bullets(said),
        ]
    )
