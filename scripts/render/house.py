"""What this house has agreed, shown as "Here: …" beside the usual arrangement."""

from __future__ import annotations

from collections.abc import Sequence

from scripts import addresses, evidence
from scripts.addresses import lower
from scripts.model import Comparison
from scripts.render.site import bullets, day, who, whos
from scripts.render.text import esc, md, md_link, sentence

PARTS = {"decides": "decides", "does": "does it", "asked": "is asked", "told": "is told"}


def differs(told: Comparison, activity: str) -> bool:
    """Whether somebody else decides here than usually."""
    usual = evidence.leads(told, told.activities[activity]).usual
    return told.house[activity].decides != usual


def involved(told: Comparison, activity: str) -> tuple[str, ...]:
    """Everybody whom the house rule names, who decides first."""
    rule = told.house.get(activity)
    return (rule.decides, *rule.does, *rule.asked, *rule.told) if rule else ()


def part(told: Comparison, activity: str, role: str) -> str:
    """The part that a role has here, in words; "" where the house rule gives it none."""
    rule = told.house.get(activity)
    if rule is None:
        return ""
    if rule.decides == role:
        return PARTS["decides"]
    return next((PARTS[key] for key in ("does", "asked", "told") if role in getattr(rule, key)), "")


def block(told: Comparison, page: str, activity: str) -> str:
    """The whole rule in a paragraph; "" where there is none."""
    rule = told.house.get(activity)
    if rule is None:
        return ""
    text = [f"**Here:** {who(told, page, rule.decides)} decides{_against(told, activity)}."]
    for names, words in (
        (rule.does, "Does it"),
        (rule.asked, "Is asked first"),
        (rule.told, "Is told"),
    ):
        if names:
            text.append(f"**{words}:** {whos(told, page, names)}.")
    if rule.note:
        text.append(md(sentence(rule.note)))
    if rule.date:
        text.append(f"Agreed on {day(rule.date)}.")
    mark = " .differs" if differs(told, activity) else ""
    return f"{' '.join(text)}\n{{: .here{mark} }}"


def _against(told: Comparison, activity: str) -> str:
    if not differs(told, activity):
        return ", as usual"
    usual = evidence.leads(told, told.activities[activity]).usual
    return f", not {md(lower(told.name_of(usual)))} as usual" if usual else ""


def cell(told: Comparison, activity: str) -> str:
    """Who decides here, for a cell of a table that tells who usually does; "" without a rule."""
    rule = told.house.get(activity)
    if rule is None:
        return ""
    mark = " differs" if differs(told, activity) else ""
    return f' <span class="here{mark}">Here: {esc(lower(told.name_of(rule.decides)))}</span>'


def own_part(told: Comparison, activity: str, role: str) -> str:
    """The part of a role here, for a cell that tells its usual part; "" where nothing is said."""
    if activity not in told.house:
        return ""
    different = differs(told, activity)
    words = part(told, activity, role) or ("no part" if different else "")
    mark = " differs" if different else ""
    return f' <span class="here{mark}">Here: {words}</span>' if words else ""


def suffix(told: Comparison, activity: str) -> str:
    """Who decides here, behind the name of an activity; "" without a rule or where it is usual."""
    if activity not in told.house or not differs(told, activity):
        return ""
    return f" (here: {md(lower(told.name_of(told.house[activity].decides)))})"


def of_role(told: Comparison, page: str, role: str) -> str:
    """What the rules of this house give to a role, for its page; "" where they give it nothing."""
    lines = []
    for id in told.house:
        if words := part(told, id, role):
            link = md_link(told.activities[id].name, addresses.activity(id), page)
            lines.append(f"{link}: {words}")
    return f"**Here:**\n\n{bullets(lines)}" if lines else ""


def blocks(told: Comparison, page: str, activities: Sequence[str]) -> str:
    """The rules on several activities, each after the name of its activity; "" without any."""
    found = []
    for id in activities:
        if text := block(told, page, id):
            name = md_link(told.activities[id].name, addresses.activity(id), page)
            found.append(f"{name}. {text}" if len(activities) > 1 else text)
    return "\n\n".join(found)
