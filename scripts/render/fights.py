"""Settle a fight: the list, and a page for each argument that people have."""

from __future__ import annotations

from scripts import addresses, evidence
from scripts.addresses import Place
from scripts.model import Activity, Comparison, Fight
from scripts.render import activities, house, marks, tools
from scripts.render.site import Site, bullets, see, unsearched, who, whos
from scripts.render.text import cite, esc, first_sentence, front_matter, md, md_link, quoted


def fight_list(site: Site, page: str) -> str:
    """Every fight, with its end in the line."""
    told = site.comparison
    lines = []
    for id, fight in told.fights.items():
        link = md_link(fight.name, Place(addresses.fight_page(id)), page)
        lines.append(f'<span id="{id}"></span>**{link}** {md(fight.answer)}')
    return bullets(lines) if lines else "No fight is settled here yet."


FIRST = 6


def first_fights(site: Site, page: str) -> str:
    """The first fights, each with the first sentence of its end."""
    told = site.comparison
    lines = []
    for id, fight in list(told.fights.items())[:FIRST]:
        link = md_link(fight.name, Place(addresses.fight_page(id)), page)
        lines.append(f"**{link}** {md(first_sentence(fight.answer))}")
    return unsearched(bullets(lines)) if lines else ""


def page_text(site: Site, id: str) -> str:
    """The whole page of a fight."""
    told = site.comparison
    page = addresses.fight_page(id)
    fight = told.fights[id]
    first = told.activities[fight.activities[0]]
    mark = evidence.of_activity(told, first)
    leader = f"**Last word:** {who(told, page, fight.lead)}. " if fight.lead else ""
    blocks = [
        front_matter(fight.name, fight.answer, site.file("fights", id)),
        f"{md_link('Settle a fight', Place(addresses.SETTLE), page)}\n{{: .crumb }}",
        f"# {md(fight.name)} {{#{id}}}",
        f"{md(fight.answer)}\n{{: .verdict }}",
        f"{leader}**Between:** {whos(told, page, fight.roles)}.\n{{: .lastword }}",
        house.blocks(told, page, fight.activities),
        marks.details(mark, page, first.reviewed),
        _dependence(told, page, fight, first),
        f"**On Monday.** {md(fight.monday)}\n{{: .advice }}",
        f"**Say.** {md(quoted(fight.say))}\n{{: .say }}",
        f"**Ask first.** {md(fight.heard)}",
        f"**When stuck.** {md(fight.stuck)}",
        tools.take_along(),
        _proof(told, page, fight),
        *_see(told, page, fight),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _dependence(told: Comparison, page: str, fight: Fight, first: Activity) -> str:
    """The conditions of the fight itself; and, where somebody has the last word as usual, the
    settings in which somebody else has."""
    conditions = [(esc(each.when), esc(each.then)) for each in fight.depends]
    if not fight.lead:
        return marks.depends(conditions, activities.DEPENDS)
    return activities.dependence(told, page, first, conditions)


def _proof(told: Comparison, page: str, fight: Fight) -> str:
    """The activities that it rests on, each with its marks and what is said for the usual lead."""
    lines = []
    for id in fight.activities:
        activity = told.activities[id]
        link = md_link(activity.name, addresses.activity(id), page)
        words = evidence.of_activity(told, activity).words
        lines.append(f"{link} ({md(words.lower())}){_said(told, page, activity)}")
    return f"## Proof {{#proof}}\n\n{bullets(lines)}"


def _said(told: Comparison, page: str, activity: Activity) -> str:
    usual = evidence.leads(told, activity).usual
    for witness in activity.witnesses:
        if witness.lead == usual:
            return f": {md(witness.says)} ({cite(told, witness.sources, page)})"
    return ""


def _see(told: Comparison, page: str, fight: Fight) -> list[str]:
    links = [see(told, page, id) for id in fight.see]
    return [f"See also: {', '.join(links)}."] if links else []
