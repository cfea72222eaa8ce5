"""What readers take away: a team's sheet, the questions that tell which job it is, kits by role."""

from __future__ import annotations

from collections.abc import Iterable

from scripts import addresses, entries, evidence
from scripts.addresses import Place, lower
from scripts.evidence import Leads
from scripts.model import Activity, Comparison, Kit, Role
from scripts.render import marks, tables
from scripts.render.site import Site, bullets
from scripts.render.text import article, esc, front_matter, html_link, md, md_link, quoted, sentence

PARTS = ("Decides", "Does", "Is asked", "Is told")
WITHOUT = "without"
# Of the parties, those that are a single person; the others are groups, and a group decides badly.
ONE_PERSON = frozenset(
    {
        "sponsor",
        "senior-responsible-owner",
        "portfolio-manager",
        "release-train-engineer",
        "senior-user",
        "incident-commander",
        "release-manager",
    }
)


# How an answer is taken along, and what the button says.
FORMS = {"sentence": "Sentence", "markdown": "Markdown", "chat": "Chat line", "row": "Table row"}


def take_along() -> str:
    """Buttons that copy the answer of a page; what they copy, the script reads from the page."""
    buttons = "".join(
        f'<button type="button" data-take="{form}">{label}</button>'
        for form, label in FORMS.items()
    )
    return (
        '<form class="controls take" aria-label="Copy this answer" data-search-exclude>'
        f"<span>Copy this answer as</span> {buttons}</form>"
    )


# What tables of duties call those for whom the data holds no other name.
ALSO = {
    "product-designer": ("designer", "UX"),
    "developers": ("dev", "devs", "dev team", "development team", "engineer", "engineers"),
    "customers": ("client", "clients"),
    "executives": ("CEO", "leadership", "management", "founder", "founders", "executive"),
    "pmo": ("PMO",),
    "quality-engineers": ("QA", "QA engineer", "tester", "testers", "quality assurance"),
    "sponsor": ("sponsor", "project sponsor", "program sponsor"),
    "customer-support": ("support",),
    "legal-and-compliance": ("legal", "compliance"),
    "senior-responsible-owner": ("SRO",),
}


def contested(told: Comparison) -> list[str]:
    """The activities that teams argue over: the first of each fight, in the order of fights."""
    return list(dict.fromkeys(fight.activities[0] for fight in told.fights.values()))


def team_sheet(site: Site, page: str) -> str:
    """A sheet to fill in, by hand or with the script: the contested activities, then all others."""
    told = site.comparison
    first = contested(told)
    head = "".join(f'<th scope="col">{part}</th>' for part in PARTS)
    rows = [
        f'<thead><tr><th scope="col">Activity</th><th scope="col">Usually</th>{head}'
        '<th scope="col">Note</th></tr></thead>',
        "<tbody>",
    ]
    for id in [*first, *(id for id in told.activities if id not in first)]:
        activity = told.activities[id]
        found = evidence.leads(told, activity)
        usual = esc(lower(told.name_of(found.usual))) if found.usual else "no usual lead"
        cells = "".join(f'<td data-label="{part}"></td>' for part in (*PARTS, "Note"))
        rows.append(
            f'<tr id="{id}" data-first="{int(id in first)}" data-lead="{found.usual or ""}"'
            f' data-shares="{" ".join(found.shares)}" data-rivals="{" ".join(found.rivals)}"'
            f' data-elsewhere="{_elsewhere(found)}" data-without="{_without(activity, found)}"'
            f' data-words="{esc(evidence.of_activity(told, activity).words)}">'
            f'<th scope="row">{html_link(activity.name, addresses.activity(id), page)}</th>'
            f'<td data-label="Usually">{usual}</td>{cells}</tr>'
        )
    rows.append("</tbody>")
    return tables.region("Who decides what on our team", "sheet", rows)


def _elsewhere(found: Leads) -> str:
    """Who leads in a named setting instead: `scrum:product-owner …`."""
    return " ".join(f"{at}:{who}" for at, who in found.elsewhere if at != WITHOUT)


def _without(activity: Activity, found: Leads) -> str:
    """Who takes over from whom, where the latter is not there: `scrum-master:tech-lead …`."""
    return " ".join(
        dict.fromkeys(
            f"{witness.without}:{witness.lead}"
            for witness in activity.witnesses
            if witness.without and (WITHOUT, witness.lead) in found.elsewhere
        )
    )


def names(site: Site, page: str) -> str:
    """What roles, parties, titles and settings are called, for the script, which knows only ids."""
    told = site.comparison
    actors = [
        *(
            _option(id, each.name, "role", (*_called(each), *ALSO.get(id, ())))
            for id, each in told.roles.items()
        ),
        *(_option(id, each.name, _kind(id), ALSO.get(id, ())) for id, each in told.parties.items()),
    ]
    parties = {each.name for each in told.parties.values()}
    actors += [
        _option(id, each.name, "title", (*each.abbr, *each.aliases))
        for id, each in told.titles.items()
        if each.name not in parties
    ]
    settings = [
        f'<option value="{id}">{esc(each.name)}</option>'
        for id, each in told.settings.items()
        if id != WITHOUT
    ]
    return (
        f'<div hidden data-search-exclude>\n<datalist id="roles">{"".join(actors)}</datalist>\n'
        f'<datalist id="settings">{"".join(settings)}</datalist>\n</div>'
    )


def _called(role: Role) -> tuple[str, ...]:
    return (role.plural, *role.abbr, *role.aliases)


def _kind(party: str) -> str:
    return "person" if party in ONE_PERSON else "group"


def _option(id: str, name: str, kind: str, other: Iterable[str]) -> str:
    called = esc("|".join(other))
    also = f' data-names="{called}"' if called else ""
    return f'<option value="{id}" data-kind="{kind}"{also}>{esc(name)}</option>'


def which_job(site: Site, page: str) -> str:
    """The questions, each with whose work a yes points to; the script adds them up."""
    told = site.comparison
    lines = []
    for sign in told.which_job:
        activity = told.activities[sign.activity]
        found = evidence.leads(told, activity)
        elsewhere = " ".join(dict.fromkeys(r for _, r in found.elsewhere if r in told.roles))
        link = html_link(activity.name, addresses.activity(sign.activity), page)
        whose = esc(_whose(told, found))
        lines.append(
            f'<li data-activity="{sign.activity}" data-usual="{found.usual or ""}"'
            f' data-elsewhere="{elsewhere}">'
            f'<span class="question">{esc(sign.question)}</span> '
            f'<span class="answer">Usually the work of {whose}: {link}.</span></li>'
        )
    return "\n".join(
        ['<ol class="signs" data-search-exclude>', *lines, "</ol>", _known(told, page)]
    )


def _whose(told: Comparison, found: Leads) -> str:
    if not found.usual:
        return "nobody in particular"
    name = told.name_of(found.usual)
    group = found.usual in told.parties and _kind(found.usual) == "group"
    return f"the {lower(name)}" if group else article(name)


def _known(told: Comparison, page: str) -> str:
    """What the script chooses from: every role, the pages that tell two of them apart, and every
    activity that one of them leads."""
    led = ""
    for id, activity in told.activities.items():
        found = evidence.leads(told, activity)
        elsewhere = [who for _, who in found.elsewhere]
        if {found.usual, *elsewhere} & told.roles.keys():
            led += (
                f'<li data-activity="{id}" data-usual="{found.usual or ""}"'
                f' data-elsewhere="{" ".join(elsewhere)}">'
                f"{html_link(activity.name, addresses.activity(id), page)}</li>"
            )
    roles = "".join(
        f'<li data-role="{id}" data-names="{esc("|".join(_called(role)))}">'
        f"{html_link(role.name, Place(addresses.role_page(id)), page)}</li>"
        for id, role in told.roles.items()
    )
    pairs = "".join(
        f'<li data-roles="{" ".join(pair.roles)}">'
        f"{html_link(entries.pair_name(told, id), Place(addresses.pair_page(id)), page)}</li>"
        for id, pair in told.pairs.items()
    )
    return (
        f'<div hidden data-search-exclude>\n<ul class="job-roles">{roles}</ul>\n'
        f'<ul class="job-pairs">{pairs}</ul>\n<ul class="job-work">{led}</ul>\n</div>'
    )


def kit_list(site: Site, page: str) -> str:
    told = site.comparison
    return bullets(
        f"{md_link(told.roles[role].name, Place(addresses.kit_page(role)), page)}: "
        f"{md(told.roles[role].summary)}"
        for role in told.kits
    )


def kit_text(site: Site, id: str) -> str:
    """The whole page of a kit: what the role decides, then advice, on one sheet of paper."""
    told = site.comparison
    page = addresses.kit_page(id)
    role, kit = told.roles[id], told.kits[id]
    name = lower(role.name)
    blocks = [
        front_matter(
            f"{role.name} kit: job ad, interview, first 30 days",
            f"What {article(role.name)} decides and does not, three duties for the job ad, "
            "warning signs, interview questions, and the first 30 days, on one page.",
            site.file("kits", id),
        ),
        f"{md_link('Kits', Place(addresses.KITS), page)} › "
        f"{md_link(role.name, Place(addresses.role_page(id)), page)}\n{{: .crumb }}",
        f"# {md(role.name)}: one page {{#{id}}}",
        f"{md(role.summary)}\n{{: .verdict }}",
        f"**Not:** {md(role.denies)}",
        f"## Decides {{#decides}}\n\n{_decides(told, page, id)}",
        f"## Hands over {{#hands-over}}\n\n{_list(kit.hands_over)}",
        _job_ad(kit, role),
        _interview(kit),
        f"## The first 30 days {{#first-30-days}}\n\n{_list(kit.days)}",
        f"What stands under *Decides* follows from [sources](../about.md#sourcing); the rest of "
        f"this page is advice for {md(article(name))}.\n{{: .meta }}",
    ]
    return "\n\n".join(blocks) + "\n"


def _decides(told: Comparison, page: str, role: str) -> str:
    lines = []
    for id, activity in told.activities.items():
        if evidence.leads(told, activity).usual == role:
            link = md_link(activity.name, addresses.activity(id), page)
            words = marks.way(evidence.of_activity(told, activity)).lower()
            lines.append(f"{link} ({md(words)})")
    return bullets(lines) if lines else "Nothing of the list by itself: see the role’s page."


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
