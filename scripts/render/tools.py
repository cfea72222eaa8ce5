"""What readers take away: a team's sheet, the questions that tell which job it is, kits by role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from scripts import addresses, entries, evidence
from scripts.addresses import Place, lower
from scripts.evidence import Leads
from scripts.model import WITHOUT, Activity, Comparison, PartyForm, Role
from scripts.render import house, tables
from scripts.render.site import Site
from scripts.render.templating import fill
from scripts.render.text import article, html_link

PARTS = ("Decides", "Does", "Is asked", "Is told")
# How an answer is taken along, and what the button says.
FORMS = {"sentence": "Sentence", "markdown": "Markdown", "chat": "Chat line", "row": "Table row"}


def take_along(data: Comparison, rows: Sequence[str] = ()) -> Markup:
    """Buttons that copy the answer of a page; what they copy, the script reads from the page. The
    activities that it rests on open in the team's sheet."""
    there = rows and addresses.is_due(data, addresses.TEAM)
    agreement = f"/{addresses.url(addresses.TEAM)}?rows={','.join(rows)}" if there else ""
    return fill("forms.take_along", forms=list(FORMS.items()), agreement=agreement)


def lens() -> Markup:
    """What opens the choice of a setting and of who is there."""
    return fill("forms.lens")


def contested(data: Comparison) -> list[str]:
    """The activities that teams argue over: the first of each fight, in the order of fights."""
    return list(dict.fromkeys(fight.activities[0] for fight in data.fights.values()))


class Row(NamedTuple):
    """A row of the sheet, and what the script reads of it: ids, with spaces between."""

    id: str
    link: Markup
    usual: str
    first: int
    lead: str
    shares: str
    rivals: str
    elsewhere: str
    without: str
    words: str
    rule: house.Here | None
    here: house.Sheet | None


def team_sheet(site: Site, page: str) -> Markup:
    """A sheet to fill in, by hand or with the script: the contested activities, then all others."""
    data = site.comparison
    first = contested(data)
    rows = []
    for id in [*first, *(id for id in data.activities if id not in first)]:
        activity = data.activities[id]
        found = evidence.leads(data, activity)
        rows.append(
            Row(
                id,
                tables.activity_link(data, id, page),
                lower(data.name_of(found.usual)) if found.usual else "no usual lead",
                int(id in first),
                found.usual or "",
                " ".join(found.shares),
                " ".join(found.rivals),
                _elsewhere(found),
                _without(activity, found),
                evidence.of_activity(data, activity).words,
                house.cell(data, id),
                house.sheet(data, id),
            )
        )
    return fill("tables.team_sheet", parts=list(PARTS), rows=rows)


def _elsewhere(found: Leads) -> str:
    """Who leads in a named setting instead: `scrum:product-owner …`."""
    return " ".join(f"{at}:{who}" for at, who in found.elsewhere if at != WITHOUT)


def _without(activity: Activity, found: Leads) -> str:
    """Who takes over from whom, where the latter is not there: `scrum-master:tech-lead …`."""
    return " ".join(f"{absent}:{who}" for absent, who in evidence.stand_ins(activity, found))


def names(site: Site, page: str) -> Markup:
    """What roles, parties, titles and settings are called, for the script, which knows only ids."""
    data = site.comparison
    actors: list[tuple[str, str, str, Sequence[str]]] = [
        (id, each.name, "role", (*_called(each), *each.labels)) for id, each in data.roles.items()
    ]
    actors += [(id, each.name, each.form, each.labels) for id, each in data.parties.items()]
    parties = {each.name for each in data.parties.values()}
    actors += [
        (id, each.name, "title", (*each.abbr, *each.aliases))
        for id, each in data.titles.items()
        if each.name not in parties
    ]
    settings = [(id, each.name) for id, each in data.settings.items() if id != WITHOUT]
    return fill("forms.names", actors=actors, settings=settings)


def _called(role: Role) -> tuple[str, ...]:
    return (role.plural, *role.abbr, *role.aliases)


class Work(NamedTuple):
    """An activity as the questions know it."""

    activity: str
    link: Markup
    usual: str
    elsewhere: Sequence[str]
    question: str = ""
    whose: str = ""
    rule: house.Here | None = None


def which_job(site: Site, page: str) -> Markup:
    """The questions, each with whose work a yes points to, and what the script chooses from: every
    role, the pages that tell two of them apart, and every activity that one of them leads."""
    data = site.comparison
    return fill(
        "forms.which_job",
        signs=_signs(data, page),
        roles=[
            (id, _called(role), tables.role_link(data, id, page)) for id, role in data.roles.items()
        ],
        pairs=[
            (
                pair.roles,
                html_link(entries.pair_name(data, id), Place(addresses.pair_page(id)), page),
            )
            for id, pair in data.pairs.items()
        ],
        work=_led(data, page),
    )


def _signs(data: Comparison, page: str) -> list[Work]:
    signs = []
    for sign in data.which_job:
        found = evidence.leads(data, data.activities[sign.activity])
        elsewhere = dict.fromkeys(role for _, role in found.elsewhere if role in data.roles)
        link = tables.activity_link(data, sign.activity, page)
        whose = _whose(data, found)
        usual = found.usual or ""
        rule = house.cell(data, sign.activity)
        signs.append(Work(sign.activity, link, usual, tuple(elsewhere), sign.question, whose, rule))
    return signs


def _led(data: Comparison, page: str) -> list[Work]:
    """Every activity that a role leads."""
    work = []
    for id, activity in data.activities.items():
        found = evidence.leads(data, activity)
        elsewhere = [who for _, who in found.elsewhere]
        if {found.usual, *elsewhere} & data.roles.keys():
            link = tables.activity_link(data, id, page)
            work.append(Work(id, link, found.usual or "", elsewhere))
    return work


def _whose(data: Comparison, found: Leads) -> str:
    if not found.usual:
        return "nobody in particular"
    name = data.name_of(found.usual)
    party = data.parties.get(found.usual)
    person = party is None or party.form == PartyForm.PERSON
    return article(name) if person else f"the {lower(name)}"
