"""What this house has agreed, shown as "Here: …" beside the usual arrangement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scripts import addresses, evidence
from scripts.addresses import lower
from scripts.model import Comparison
from scripts.render.site import bullets, day, who, whos
from scripts.render.text import md, md_link, sentence

PARTS = {"decides": "decides", "does": "does it", "asked": "is asked", "told": "is told"}


def differs(data: Comparison, activity: str) -> bool:
    """Whether somebody else decides here than usually."""
    usual = evidence.leads(data, data.activities[activity]).usual
    return data.house[activity].decides != usual


def involved(data: Comparison, activity: str) -> tuple[str, ...]:
    """Everybody whom the house rule names, who decides first."""
    rule = data.house.get(activity)
    return (rule.decides, *rule.does, *rule.asked, *rule.told) if rule else ()


def part(data: Comparison, activity: str, role: str) -> str:
    """The part that a role has here, in words; "" where the house rule gives it none."""
    rule = data.house.get(activity)
    if rule is None:
        return ""
    if rule.decides == role:
        return PARTS["decides"]
    return next((PARTS[key] for key in ("does", "asked", "told") if role in getattr(rule, key)), "")


def block(data: Comparison, page: str, activity: str) -> str:
    """The whole rule in a paragraph; "" where there is none."""
    rule = data.house.get(activity)
    if rule is None:
        return ""
    # No verb after the name: that of a group, as executives, asks for another form.
    holder = who(data, page, rule.decides)
    text = [f"**Here:** the last word is with {holder}{_against(data, activity)}."]
    for names, words in (
        (rule.does, "Does it"),
        (rule.asked, "Is asked first"),
        (rule.told, "Is told"),
    ):
        if names:
            text.append(f"**{words}:** {whos(data, page, names)}.")
    if rule.note:
        text.append(md(sentence(rule.note)))
    if rule.date:
        text.append(f"Agreed on {day(rule.date)}.")
    mark = " .differs" if differs(data, activity) else ""
    return f"{' '.join(text)}\n{{: .here{mark} }}"


def _against(data: Comparison, activity: str) -> str:
    if not differs(data, activity):
        return ", as usual"
    usual = evidence.leads(data, data.activities[activity]).usual
    return f", not with {md(lower(data.name_of(usual)))} as usual" if usual else ""


class Here(NamedTuple):
    """What a cell of a table says of this house, beside what is usual."""

    words: str
    differs: bool


def cell(data: Comparison, activity: str) -> Here | None:
    """Who decides here, for a cell that tells who usually does; None without a rule."""
    rule = data.house.get(activity)
    if rule is None:
        return None
    return Here(lower(data.name_of(rule.decides)), differs(data, activity))


class Sheet(NamedTuple):
    """A rule as the script of the team's sheet reads it."""

    parts: str  # who decides, does it, is asked, is told: ids with spaces, parts with slashes
    note: str


def sheet(data: Comparison, activity: str) -> Sheet | None:
    """The rule for a row of the team's sheet; None without one."""
    rule = data.house.get(activity)
    if rule is None:
        return None
    parts = ((rule.decides,), rule.does, rule.asked, rule.told)
    return Sheet("/".join(" ".join(names) for names in parts), rule.note or "")


def plain(data: Comparison, activity: str) -> str:
    """Who decides here, as a sentence without links; "" without a rule."""
    rule = data.house.get(activity)
    if rule is None:
        return ""
    against = ", as usual" if not differs(data, activity) else ""
    return f"Here: {lower(data.name_of(rule.decides))}{against}."


def own_part(data: Comparison, activity: str, role: str) -> Here | None:
    """The part of a role here, for a cell that tells its usual part; None where nothing is said."""
    if activity not in data.house:
        return None
    different = differs(data, activity)
    words = part(data, activity, role) or ("no part" if different else "")
    return Here(words, different) if words else None


def suffix(data: Comparison, activity: str) -> str:
    """Who decides here, behind the name of an activity; "" without a rule or where it is usual."""
    if activity not in data.house or not differs(data, activity):
        return ""
    return f" (here: {md(lower(data.name_of(data.house[activity].decides)))})"


def of_role(data: Comparison, page: str, role: str) -> str:
    """What the rules of this house give to a role, for its page; "" where they give it nothing."""
    lines = []
    for id in data.house:
        if words := part(data, id, role):
            link = md_link(data.activities[id].name, addresses.activity(id), page)
            lines.append(f"{link}: {words}")
    return f"**Here:**\n\n{bullets(lines)}" if lines else ""


def blocks(data: Comparison, page: str, activities: Sequence[str]) -> str:
    """The rules on several activities, each after the name of its activity; "" without any."""
    found = []
    for id in activities:
        if text := block(data, page, id):
            name = md_link(data.activities[id].name, addresses.activity(id), page)
            found.append(f"{name}. {text}" if len(activities) > 1 else text)
    return "\n\n".join(found)
