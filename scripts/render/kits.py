"""Kits: what a role takes along, on one page: job ad, interview, first 30 days."""

from __future__ import annotations

from collections.abc import Iterable

from scripts import addresses, evidence
from scripts.addresses import Place, lower
from scripts.model import Comparison, Kit, Role
from scripts.render import house, marks
from scripts.render.site import Site, bullets
from scripts.render.text import article, front_matter, md, md_link, quoted, sentence

# What each part of a kit is for, under its heading on the list of kits.
_PARTS = {
    "job-ad": (
        "Write a job ad",
        "Three duties that the role really has, what belongs to another job, and the signs of an "
        "ad that mixes two:",
    ),
    "interview": (
        "Prepare an interview",
        "The questions to expect, what a good answer shows, and what to ask back:",
    ),
    "first-30-days": (
        "Begin a new job",
        "Whom to meet in the first week, what to look at, and what to have agreed after 30 days:",
    ),
}


def kit_list(site: Site, page: str) -> str:
    """Every kit, then where each has its part for an ad, an interview, and the first days."""
    data = site.comparison
    blocks = [
        bullets(
            f"{md_link(data.roles[role].name, Place(addresses.kit_page(role)), page)}: "
            f"{md(data.roles[role].summary)}"
            for role in data.kits
        )
    ]
    for part in addresses.KIT_PARTS:
        heading, says = _PARTS[part]
        links = ", ".join(
            md_link(lower(data.roles[role].name), Place(addresses.kit_page(role), part), page)
            for role in data.kits
        )
        blocks.append(f"## {heading} {{#{part}}}\n\n{says} {links}.")
    return "\n\n".join(blocks)


def kit_text(site: Site, id: str) -> str:
    """The whole page of a kit: what the role decides, then advice, on one sheet of paper."""
    data = site.comparison
    page = addresses.kit_page(id)
    role, kit = data.roles[id], data.kits[id]
    name = lower(role.name)
    blocks = [
        front_matter(
            f"{role.name} kit: job ad, interview, first 30 days",
            f"What {article(role.name)} decides and does not, three duties for the job ad, "
            "warning signs, interview questions, and the first 30 days, on one page.",
            site.file("kits", id),
            "tools",
        ),
        f"{md_link('Kits', Place(addresses.KITS), page)} › "
        f"{md_link(role.name, Place(addresses.role_page(id)), page)}\n{{: .crumb }}",
        f"# {md(role.name)}: one page {{#{id}}}",
        f"{md(role.summary)}\n{{: .verdict }}",
        f"**Not:** {md(role.denies)}",
        f"## Decides {{#decides}}\n\n{_decides(data, page, id)}",
        f"## Hands over {{#hands-over}}\n\n{_list(kit.hands_over)}",
        _job_ad(kit, role),
        _interview(kit),
        f"## The first 30 days {{#first-30-days}}\n\n{_list(kit.days)}",
        f"What stands under *Decides* follows from [sources](../about.md#sourcing); the rest of "
        f"this page is advice for {md(article(name))}.\n{{: .meta }}",
    ]
    return "\n\n".join(blocks) + "\n"


def _decides(data: Comparison, page: str, role: str) -> str:
    lines = []
    for id, activity in data.activities.items():
        if evidence.leads(data, activity).usual == role:
            link = md_link(activity.name, addresses.activity(id), page)
            words = marks.way(evidence.of_activity(data, activity)).lower()
            lines.append(f"{link} ({md(words)}){house.suffix(data, id)}")
    usual = bullets(lines) if lines else "Nothing of the list by itself: see the role’s page."
    here = house.of_role(data, page, role)
    return f"{here}\n\n**Usually:**\n\n{usual}" if here else usual


def _job_ad(kit: Kit, role: Role) -> str:
    return "\n\n".join(
        [
            f"## For the job ad {{#job-ad}}\n\nTitle: **{md(role.name)}**. Duties:",
            _list(kit.duties),
            "Leave out, because it is another job:",
            _list(kit.refuses),
            "Warning signs in an ad:",
            _list(kit.warnings),
        ]
    )


def _interview(kit: Kit) -> str:
    asked = bullets(f"{md(quoted(each.question))} {md(sentence(each.shows))}" for each in kit.asked)
    asks = bullets(md(quoted(line)) for line in kit.asks)
    return (
        f"## In the interview {{#interview}}\n\nYou will be asked:\n\n{asked}\n\n"
        f"Ask back:\n\n{asks}"
    )


def _list(lines: Iterable[str]) -> str:
    return bullets(md(line) for line in lines)
