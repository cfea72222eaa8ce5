"""Who does what: the table of activities, and a page for each activity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from scripts import addresses, evidence
from scripts.addresses import Place, lower
from scripts.evidence import Leads, Mark
from scripts.model import WITHOUT, Activity, Citation, Comparison, Condition, Group
from scripts.render import house, marks, tables, tools
from scripts.render.site import Site, bullets, next_step, see, unsearched, who, who_html, whos
from scripts.render.templating import fill
from scripts.render.text import (
    SEE_ALSO,
    cite,
    cite_html,
    front_matter,
    links_line,
    lower_first,
    md,
    md_link,
)

DEPENDS = ("On what it depends", "Last word")


def legend(site: Site, page: str) -> str:
    """What the words in the table mean, right above it."""
    two_marks = md_link("the two marks", Place(addresses.ABOUT, "marks"), page)
    return bullets(
        [
            "**Last word:** who leads by most publishers, each counted once.",
            "**Elsewhere:** who leads in a named setting instead, or claims to.",
            "**Takes part:** does part of the work or has a say, without the last word.",
            f"**Sources:** {two_marks}, which way the sources point and how firm they are.",
        ]
    )


def controls(site: Site, page: str) -> Markup:
    """Filters for the table."""
    data = site.comparison
    return fill(
        "forms.activity_controls",
        roles=[(id, role.name) for id, role in data.roles.items()],
        groups=[(group, group.label) for group in Group],
    )


class Row(NamedTuple):
    """A row of the table of activities."""

    id: str
    link: Markup
    involved: Sequence[str]
    usual: str
    rule: house.Here | None
    elsewhere: Sequence[tuple[str, str, str]]  # setting and leader, or "" twice; what to say
    shares: str
    mark: Mark


def table(site: Site, page: str) -> Markup:
    """Every activity, a row each, under its kind of work."""
    data = site.comparison
    groups = []
    for group in Group:
        members = {id: each for id, each in data.activities.items() if each.group == group}
        if members:
            groups.append((group, [_row(data, page, *member) for member in members.items()]))
    return fill("tables.activities", groups=groups)


def _row(data: Comparison, page: str, id: str, activity: Activity) -> Row:
    found = evidence.leads(data, activity)
    elsewhere = [
        (setting, leader, f"{data.settings[setting].name}: {lower(data.name_of(leader))}")
        for setting, leader in found.elsewhere
        if setting != WITHOUT
    ]
    return Row(
        id,
        tables.activity_link(data, id, page),
        tuple(dict.fromkeys((*found.everyone, *house.involved(data, id)))),
        data.name_of(found.usual) if found.usual else "No usual lead",
        house.cell(data, id),
        (*elsewhere, *(("", "", lower(data.name_of(each))) for each in found.rivals)),
        ", ".join(map(data.name_of, found.shares)),
        evidence.of_activity(data, activity),
    )


def page_text(site: Site, id: str) -> str:
    """The whole page of an activity."""
    data = site.comparison
    page = addresses.activity_page(id)
    activity = data.activities[id]
    found = evidence.leads(data, activity)
    mark = evidence.of_activity(data, activity)
    index = Place(addresses.WHO_DOES_WHAT, activity.group)
    blocks = [
        front_matter(
            f"{activity.name}: who has the last word",
            activity.answer,
            site.file("activities", id),
        ),
        f"{md_link('Who does what', Place(addresses.WHO_DOES_WHAT), page)} › "
        f"{md_link(activity.group.label, index, page)}\n{{: .crumb }}",
        f"# {md(activity.name)} {{#{id}}}",
        f"{md(activity.answer)}\n{{: .verdict }}",
        house.block(data, page, id),
        last_word(data, page, found),
        marks.details(mark, page, activity.reviewed),
        *next_step(activity.advice, activity.say),
        tools.lens(),
        dependence(data, page, activity, conditions(activity.depends)),
        f"**When stuck.** {md(activity.stuck)}" if activity.stuck else "",
        tools.take_along(data, [id]),
        f"**Example.** {md(activity.example)}",
        _sources(data, page, activity),
        *_elsewhere_on_the_site(data, page, id),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def last_word(data: Comparison, page: str, found: Leads) -> str:
    """Who decides, who claims to, who takes part, in one line."""
    parts = [f"**Last word:** {who(data, page, found.usual) if found.usual else 'no usual lead'}."]
    if found.rivals:
        parts.append(f"**Claimed by:** {whos(data, page, found.rivals)}.")
    if found.shares:
        parts.append(f"**Takes part:** {whos(data, page, found.shares)}.")
    return " ".join(parts) + "\n{: .lastword }"


def conditions(found: Iterable[Condition]) -> list[tuple[str, str]]:
    """What decides besides the setting, as rows of the table of dependence."""
    return [(each.when, each.then) for each in found]


def dependence(
    data: Comparison, page: str, activity: Activity, cases: Sequence[tuple[str, str]] = ()
) -> str:
    """Who has the last word as usual, under what conditions and in which settings somebody else."""
    found = evidence.leads(data, activity)
    places: dict[str, dict[str, None]] = {}
    proof: dict[str, list[Citation]] = {}
    for witness in activity.witnesses:
        if witness.setting is None or (witness.setting, witness.lead) not in found.elsewhere:
            continue
        assert witness.lead is not None
        place = marks.where(data, witness.setting, witness.without)
        places.setdefault(witness.lead, {})[place] = None
        proof.setdefault(witness.lead, []).extend(witness.sources)
    rows = []
    for leader, names in places.items():
        first, *rest = names
        where = ", ".join([first, *(lower_first(name) for name in rest)])
        link = who_html(data, page, leader)
        cites = cite_html(data, proof[leader], page)
        rows.append((where, Markup("{} ({})").format(link, cites)))
    if rows and found.usual and not cases:
        usual = who_html(data, page, found.usual)
        rows.insert(0, ("Usually", Markup("<strong>{}</strong>").format(usual)))
    return marks.depends([*cases, *rows], DEPENDS)


def _sources(data: Comparison, page: str, activity: Activity) -> str:
    """What each source says, a line a witness."""
    lines = []
    for witness in activity.witnesses:
        leader = data.name_of(witness.lead) if witness.lead else "Nobody in particular"
        setting = ""
        if witness.setting:
            setting = f", {lower_first(marks.where(data, witness.setting, witness.without))}"
        said = f"{md(witness.says)} ({cite(data, witness.sources, page)})"
        lines.append(f"**{md(leader + setting)}:** {said}")
    return f"## What the sources say {{#sources}}\n\n{bullets(lines)}"


def _elsewhere_on_the_site(data: Comparison, page: str, id: str) -> list[str]:
    """Fights, disagreements, questions and cells that speak of the activity."""
    links = [
        see(data, page, each)
        for kind in (data.fights, data.disagreements, data.questions)
        for each, entry in kind.items()
        if id in (*getattr(entry, "activities", ()), *entry.see)
    ]
    for dimension, row in data.dimensions.items():
        for role, cell in row.cells.items():
            if id in cell.activities:
                label = f"{row.name}: {lower(data.roles[role].name)}"
                links.append(md_link(label, addresses.cell(dimension, role), page))
    return [links_line(SEE_ALSO, links)] if links else []


def role_activities(site: Site, page: str, role: str) -> str:
    """What a role leads, claims, leads in some settings, and takes part in."""
    data = site.comparison
    heads = {
        "lead": "Usually has the last word",
        "claim": "Claims it, against others",
        "elsewhere": "Leads in some settings",
        "share": "Takes part",
    }
    parts: dict[str, list[str]] = {part: [] for part in heads}
    for id, activity in data.activities.items():
        found = evidence.leads(data, activity)
        part = found.part(role)
        if not part:
            continue
        link = md_link(activity.name, addresses.activity(id), page)
        if part == "lead" and found.rivals:
            rivals = ", ".join(lower(data.name_of(each)) for each in found.rivals)
            link += f" (claimed by {md(rivals)})"
        elif part in ("claim", "elsewhere") and found.usual:
            link += f" (usually {md(lower(data.name_of(found.usual)))})"
        parts[part].append(link + house.suffix(data, id))
    blocks = [own] if (own := house.of_role(data, page, role)) else []
    blocks += [f"**{heads[part]}:**\n\n{bullets(links)}" for part, links in parts.items() if links]
    return unsearched("\n\n".join(blocks) or "No activity of the list is usually this role’s.")
