"""Who does what: the table of activities, and a page for each activity."""

from __future__ import annotations

from collections.abc import Sequence

from scripts import addresses, evidence
from scripts.addresses import Place, lower
from scripts.evidence import Leads
from scripts.model import Activity, Citation, Comparison, Group
from scripts.render import house, marks, tables, tools
from scripts.render.site import Site, bullets, next_step, see, unsearched, who, who_html, whos
from scripts.render.text import (
    cite,
    cite_html,
    esc,
    front_matter,
    html_link,
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


def controls(site: Site, page: str) -> str:
    """Filters for the table; shown only where scripts run."""
    told = site.comparison
    roles = "".join(
        f'<option value="{id}">{esc(role.name)}</option>' for id, role in told.roles.items()
    )
    groups = "".join(f'<option value="{group}">{group.label}</option>' for group in Group)
    settings = "".join(
        f'<option value="{id}">{esc(setting.name)}</option>'
        for id, setting in told.settings.items()
        if id != "without"
    )
    return (
        '<form class="controls" id="activity-controls" data-search-exclude>\n'
        '<label>Find in table <input type="search" name="text" autocomplete="off"></label>\n'
        f'<label>Role <select name="who"><option value="">any</option>{roles}</select></label>\n'
        '<label>Kind of work <select name="group"><option value="">any</option>'
        f"{groups}</select></label>\n"
        '<label>Setting <select name="in"><option value="">as usual</option>'
        f"{settings}</select></label>\n"
        '<label><input type="checkbox" name="disputed"> Only contested</label>\n'
        '<button type="reset">Show all</button>\n<p class="status"></p>\n</form>'
    )


def table(site: Site, page: str) -> str:
    """Every activity, a row each, under its kind of work."""
    told = site.comparison
    rows = [
        '<thead><tr><th scope="col">Activity</th><th scope="col">Last word</th>'
        '<th scope="col">Elsewhere</th><th scope="col">Takes part</th>'
        '<th scope="col">Sources</th></tr></thead>'
    ]
    for group in Group:
        members = {id: each for id, each in told.activities.items() if each.group == group}
        if not members:
            continue
        rows.append(
            f'<tbody id="{group}"><tr class="group"><th scope="rowgroup" colspan="5">'
            f"{group.label}</th></tr>"
        )
        rows += [_row(told, page, id, each) for id, each in members.items()]
        rows.append("</tbody>")
    return tables.region("Who does what: every activity", "activities choose", rows)


def _row(told: Comparison, page: str, id: str, activity: Activity) -> str:
    found = evidence.leads(told, activity)
    mark = evidence.of_activity(told, activity)
    elsewhere = [
        f'<span data-in="{setting}" data-lead="{leader}">{esc(told.settings[setting].name)}: '
        f"{esc(lower(told.name_of(leader)))}</span>"
        for setting, leader in found.elsewhere
        if setting != "without"
    ]
    elsewhere += [f"<span>{esc(lower(told.name_of(each)))}</span>" for each in found.rivals]
    usual = esc(told.name_of(found.usual)) if found.usual else "No usual lead"
    involved = dict.fromkeys((*found.everyone, *house.involved(told, id)))
    link = html_link(activity.name, addresses.activity(id), page)
    return (
        f'<tr id="{id}" data-group="{activity.group}" data-who="{" ".join(involved)}"'
        f' data-way="{mark.direction}">'
        f'<th scope="row" id="row--{id}">{link}{tables.link_to(id, "row")}</th>'
        f'<td data-label="Last word">{usual}{house.cell(told, id)}</td>'
        f'<td data-label="Elsewhere">{"; ".join(elsewhere) or "–"}</td>'
        f'<td data-label="Takes part">{tables.names(told, found.shares)}</td>'
        f'<td data-label="Sources" class="{mark.direction}">{esc(mark.words)}</td></tr>'
    )


def page_text(site: Site, id: str) -> str:
    """The whole page of an activity."""
    told = site.comparison
    page = addresses.activity_page(id)
    activity = told.activities[id]
    found = evidence.leads(told, activity)
    mark = evidence.of_activity(told, activity)
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
        house.block(told, page, id),
        last_word(told, page, found),
        marks.details(mark, page, activity.reviewed),
        dependence(told, page, activity),
        *advice(activity),
        tools.take_along(),
        f"**Example.** {md(activity.example)}",
        _sources(told, page, activity),
        *_elsewhere_on_the_site(told, page, id),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def last_word(told: Comparison, page: str, found: Leads) -> str:
    """Who decides, who claims to, who takes part, in one line."""
    parts = [f"**Last word:** {who(told, page, found.usual) if found.usual else 'no usual lead'}."]
    if found.rivals:
        parts.append(f"**Claimed by:** {whos(told, page, found.rivals)}.")
    if found.shares:
        parts.append(f"**Takes part:** {whos(told, page, found.shares)}.")
    return " ".join(parts) + "\n{: .lastword }"


def advice(activity: Activity) -> list[str]:
    """What to do, what to say, where it goes when stuck."""
    lines = next_step(activity.advice, activity.say)
    if activity.stuck:
        lines.append(f"**When stuck.** {md(activity.stuck)}")
    return lines


def dependence(
    told: Comparison, page: str, activity: Activity, conditions: Sequence[tuple[str, str]] = ()
) -> str:
    """Who has the last word as usual, under what conditions and in which settings somebody else."""
    found = evidence.leads(told, activity)
    places: dict[str, dict[str, None]] = {}
    proof: dict[str, list[Citation]] = {}
    for witness in activity.witnesses:
        if witness.setting is None or (witness.setting, witness.lead) not in found.elsewhere:
            continue
        assert witness.lead is not None
        place = marks.where(told, witness.setting, witness.without)
        places.setdefault(witness.lead, {})[place] = None
        proof.setdefault(witness.lead, []).extend(witness.sources)
    rows = []
    for leader, names in places.items():
        first, *rest = names
        where = ", ".join([first, *(lower_first(name) for name in rest)])
        link = who_html(told, page, leader)
        rows.append((esc(where), f"{link} ({cite_html(told, proof[leader], page)})"))
    if rows and found.usual:
        rows.insert(0, ("Usually", f"<strong>{who_html(told, page, found.usual)}</strong>"))
    return marks.depends([*conditions, *rows], DEPENDS)


def _sources(told: Comparison, page: str, activity: Activity) -> str:
    """What each source says, a line a witness."""
    lines = []
    for witness in activity.witnesses:
        leader = told.name_of(witness.lead) if witness.lead else "Nobody in particular"
        setting = ""
        if witness.setting:
            setting = f", {lower_first(marks.where(told, witness.setting, witness.without))}"
        said = f"{md(witness.says)} ({cite(told, witness.sources, page)})"
        lines.append(f"**{md(leader + setting)}:** {said}")
    return f"## What the sources say {{#sources}}\n\n{bullets(lines)}"


def _elsewhere_on_the_site(told: Comparison, page: str, id: str) -> list[str]:
    """Fights, disagreements and cells that speak of the activity."""
    links = [
        see(told, page, each)
        for kind in (told.fights, told.disagreements)
        for each, entry in kind.items()
        if id in (*getattr(entry, "activities", ()), *entry.see)
    ]
    links += [see(told, page, each) for each, entry in told.questions.items() if id in entry.see]
    for dimension, row in told.dimensions.items():
        for role, cell in row.cells.items():
            if id in cell.activities:
                label = f"{row.name}: {lower(told.roles[role].name)}"
                links.append(md_link(label, addresses.cell(dimension, role), page))
    return [f"See also: {', '.join(links)}."] if links else []


def role_activities(site: Site, page: str, role: str) -> str:
    """What a role leads, claims, leads in some settings, and takes part in."""
    told = site.comparison
    heads = {
        "lead": "Usually has the last word",
        "claim": "Claims it, against others",
        "elsewhere": "Leads in some settings",
        "share": "Takes part",
    }
    parts: dict[str, list[str]] = {part: [] for part in heads}
    for id, activity in told.activities.items():
        found = evidence.leads(told, activity)
        part = found.part(role)
        if not part:
            continue
        link = md_link(activity.name, addresses.activity(id), page)
        if part == "lead" and found.rivals:
            rivals = ", ".join(lower(told.name_of(each)) for each in found.rivals)
            link += f" (claimed by {md(rivals)})"
        elif part in ("claim", "elsewhere") and found.usual:
            link += f" (usually {md(lower(told.name_of(found.usual)))})"
        parts[part].append(link + house.suffix(told, id))
    blocks = [own] if (own := house.of_role(told, page, role)) else []
    blocks += [f"**{heads[part]}:**\n\n{bullets(links)}" for part, links in parts.items() if links]
    return unsearched("\n\n".join(blocks) or "No activity of the list is usually this role’s.")
