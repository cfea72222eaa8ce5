"""Pairs of roles, and two roles in one person."""

from __future__ import annotations

from markupsafe import Markup

from scripts import addresses, entries, evidence
from scripts.addresses import Place, lower
from scripts.model import Comparison, Pair
from scripts.proof import proof_of
from scripts.render import marks, tables, tools
from scripts.render.site import Site, bullets, next_step, who_html
from scripts.render.text import cite, html_link, lower_first, md, md_link


def pair_list(site: Site, page: str) -> str:
    """Every pair, under each of its two roles."""
    data = site.comparison
    blocks = []
    for role in data.roles:
        pairs = data.pairs_of(role)
        if not pairs:
            continue
        lines = [
            md_link(entries.pair_name(data, id), Place(addresses.pair_page(id)), page)
            for id in pairs
        ]
        blocks.append(f"## {md(data.roles[role].name)} {{#{role}}}\n\n{bullets(lines)}")
    return "\n\n".join(blocks)


def difference(site: Site, page: str, id: str) -> str:
    """The sentence that settles the pair, how firm it is, what to do and say when they collide."""
    data = site.comparison
    pair = data.pairs[id]
    blocks = [
        f"{md(pair.difference)} ({cite(data, pair.sources, page)})\n{{: .verdict }}",
        marks.ground(proof_of(data, pair.sources), page),
        *next_step(pair.advice, pair.say),
        _last_words(data, page, pair),
        tools.take_along(data),
    ]
    return "\n\n".join(filter(None, blocks))


MOST = 4  # as many as fit on the first screen; the list of all stands below


def _last_words(data: Comparison, page: str, pair: Pair) -> str:
    """On what it depends: the work on which each of the two has the last word."""
    shared = {*tables.shared(data, pair.roles), *pair.also}
    rows = []
    for role in pair.roles:
        led = [
            html_link(lower_first(activity.name), addresses.activity(id), page)
            for id, activity in data.activities.items()
            if id in shared and evidence.leads(data, activity).usual == role
        ]
        if led:
            rows.append((Markup(", ").join(led[:MOST]), who_html(data, page, role)))
    return marks.depends(rows, ("On which work it depends", "Last word"))


def side_by_side(site: Site, page: str, id: str) -> str:
    data = site.comparison
    label = f"{entries.pair_name(data, id)} on every dimension"
    return tables.matrix(data, data.pairs[id].roles, page, label)


def pair_activities(site: Site, page: str, id: str) -> str:
    """The activities that the two argue over, and those that the data lists besides."""
    data = site.comparison
    pair = data.pairs[id]
    shared = {*tables.shared(data, pair.roles), *pair.also}
    if not shared:
        first, second = (lower(data.roles[role].name) for role in pair.roles)
        return f"No activity of the list has both {md(first)} and {md(second)} in it."
    listed = [activity for activity in data.activities if activity in shared]
    return f"{tools.lens()}\n\n{tables.shared_activities(data, pair.roles, listed, page)}"


def combination_table(site: Site, page: str) -> str:
    return tables.combinations(site.comparison, page)


def combination(site: Site, page: str, id: str) -> str:
    """The rating and the answer, the conflict of interest, and who says so."""
    data = site.comparison
    both = data.combinations[id]
    rating = evidence.rating_of(data, both)
    said = []
    for each in both.witnesses:
        setting = f"{md(data.settings[each.setting].name)}: " if each.setting else ""
        label = f"*{each.rating.label}.* " if each.rating != rating else ""
        said.append(f"{label}{setting}{md(each.says)} ({cite(data, each.sources, page)})")
    return "\n\n".join(
        [
            f"**{rating.label}.** {md(both.verdict)}\n{{: .verdict .{rating} }}",
            marks.details(evidence.of_combination(data, both), page, None),
            f"**Conflict of interest.** {md(both.conflict)}",
            bullets(said),
        ]
    )
