"""Settle a fight: the list, and a page for each argument that people have."""

from __future__ import annotations

from markupsafe import Markup

from scripts import addresses, evidence
from scripts.addresses import Place
from scripts.model import Activity, Comparison, Fight, Group
from scripts.render import activities, house, marks, tools
from scripts.render.site import Site, bullets, next_step, see, unsearched, who, whos
from scripts.render.templating import fill
from scripts.render.text import (
    SEE_ALSO,
    cite,
    first_sentence,
    front_matter,
    links_line,
    md,
    md_link,
)

FIRST = 6  # that home shows
NONE = "No fight is settled here yet."
LEAST = 5  # words; an end in fewer, such as "No.", needs the next sentence


def fight_list(site: Site, page: str) -> str:
    """Every fight, with its end in the line, under the kind of work that it is about."""
    data = site.comparison
    lines: dict[Group, list[str]] = {group: [] for group in Group}
    for id, fight in data.fights.items():
        link = md_link(fight.name, Place(addresses.fight_page(id)), page)
        about = data.activities[fight.activities[0]].group
        sides = " ".join(fight.roles)
        lines[about].append(
            f'<span id="{id}" data-who="{sides}"></span>**{link}** {md(_end(fight.answer))}'
        )
    blocks = [
        f"## {group.label} {{#{group}}}\n\n{bullets(some)}" for group, some in lines.items() if some
    ]
    return "\n\n".join([_controls(data), *blocks]) if blocks else NONE


def _end(answer: str) -> str:
    """The first sentence; after one such as "No." the next one, too."""
    first = first_sentence(answer)
    rest = answer[len(first) :].strip()
    return first if len(first.split()) > LEAST or not rest else f"{first} {first_sentence(rest)}"


def _controls(data: Comparison) -> Markup:
    """What chooses among them: words, and who is on either side."""
    sides = {id for fight in data.fights.values() for id in fight.roles}
    named = [(id, data.name_of(id)) for id in (*data.roles, *data.parties) if id in sides]
    return fill("forms.fight_controls", sides=named)


def first_fights(site: Site, page: str) -> str:
    """The first fights, each with the first sentence of its end."""
    data = site.comparison
    lines = []
    for id, fight in list(data.fights.items())[:FIRST]:
        link = md_link(fight.name, Place(addresses.fight_page(id)), page)
        lines.append(f"**{link}** {md(first_sentence(fight.answer))}")
    return unsearched(bullets(lines)) if lines else NONE


def page_text(site: Site, id: str) -> str:
    """The whole page of a fight."""
    data = site.comparison
    page = addresses.fight_page(id)
    fight = data.fights[id]
    first = data.activities[fight.activities[0]]
    mark = evidence.of_activity(data, first)
    leader = (
        f"**Last word:** {who(data, page, fight.lead)}.\n{{: .lastword }}" if fight.lead else ""
    )
    blocks = [
        front_matter(fight.name, fight.answer, site.file("fights", id)),
        f"{md_link('Settle a fight', Place(addresses.SETTLE), page)}\n{{: .crumb }}",
        f"# {md(fight.name)} {{#{id}}}",
        f"{md(fight.answer)}\n{{: .verdict }}",
        leader,
        house.blocks(data, page, fight.activities),
        marks.details(mark, page, first.reviewed),
        *next_step(fight.monday, fight.say, "On Monday"),
        tools.lens(),
        _dependence(data, page, fight, first),
        f"**When stuck.** {md(fight.stuck)}",
        f"**Ask first.** {md(fight.heard)}",
        f"**Between:** {whos(data, page, fight.roles)}.",
        tools.take_along(data, fight.activities),
        _proof(data, page, fight),
        *_see(data, page, fight),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _dependence(data: Comparison, page: str, fight: Fight, first: Activity) -> str:
    """The conditions of the fight itself; and, where somebody has the last word as usual, the
    settings in which somebody else has."""
    cases = activities.conditions(fight.depends)
    if not fight.lead:
        return marks.depends(cases, activities.DEPENDS)
    return activities.dependence(data, page, first, cases)


def _proof(data: Comparison, page: str, fight: Fight) -> str:
    """The activities that it rests on, each with its marks and what is said for the usual lead."""
    lines = []
    for id in fight.activities:
        activity = data.activities[id]
        link = md_link(activity.name, addresses.activity(id), page)
        words = evidence.of_activity(data, activity).words
        lines.append(f"{link} ({md(words.lower())}){_said(data, page, activity)}")
    return f"## Proof {{#proof}}\n\n{bullets(lines)}"


def _said(data: Comparison, page: str, activity: Activity) -> str:
    usual = evidence.leads(data, activity).usual
    for witness in activity.witnesses:
        if witness.lead == usual:
            return f": {md(witness.says)} ({cite(data, witness.sources, page)})"
    return ""


def _see(data: Comparison, page: str, fight: Fight) -> list[str]:
    links = [see(data, page, id) for id in fight.see]
    return [links_line(SEE_ALSO, links)] if links else []
