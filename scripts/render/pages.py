"""What each page of docs/ must hold: `regions(site, page)`, one function per region."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from scripts import addresses
from scripts.addresses import Place, combination_name, lower, pair_name
from scripts.model import Activity, Combination, Comparison, Group, Kind, Topic
from scripts.render import pictures, tables
from scripts.render.text import (
    RATING,
    article,
    cite,
    esc,
    md,
    md_link,
    sentence,
    verdict,
)

GROUPS = {
    Group.DIRECTION: "Direction",
    Group.DISCOVERY: "Discovery",
    Group.DEFINITION: "Definition",
    Group.DELIVERY: "Delivery",
    Group.TECHNOLOGY_AND_PEOPLE: "Technology and people",
    Group.MARKET: "Market",
}
KINDS = {
    Kind.STANDARD: "Standards and guides",
    Kind.GOVERNMENT: "Government frameworks",
    Kind.RESEARCH: "Research",
    Kind.REFERENCE: "Reference works and occupational data",
    Kind.EMPLOYER: "Employers’ own handbooks",
    Kind.SURVEY: "Surveys",
    Kind.EXPERT: "Named experts",
    Kind.PRACTITIONER: "Practitioners and secondary works",
}


@dataclass(frozen=True)
class Site:
    """The comparison, and which places in the hand-written prose cite which source."""

    comparison: Comparison
    cited: Mapping[str, tuple[Place, ...]]


Region = Callable[[Site, str], str]


def regions(site: Site, page: str) -> dict[str, str]:
    """The text of every region that a page must have, by name."""
    return {name: render(site, page) for name, render in _expected(site.comparison, page).items()}


def region_names(comparison: Comparison, page: str) -> tuple[str, ...]:
    """The names of the regions that a page must have."""
    return tuple(_expected(comparison, page))


def _expected(comparison: Comparison, page: str) -> dict[str, Region]:
    if page in _FIXED:
        expected = dict(_FIXED[page])
        if page == addresses.COMBINING:
            for id in comparison.combinations:
                expected[f"combination:{id}"] = partial(combination, id=id)
        return expected
    for id in comparison.dimensions:
        if page == addresses.dimension_page(id):
            return {
                "row": partial(dimension_row, id=id),
                **{
                    f"cell:{role}": partial(cell, dimension=id, role=role)
                    for role in comparison.roles
                },
            }
    for id in comparison.roles:
        if page == addresses.role_page(id):
            return {
                "profile": partial(profile, role=id),
                "neighbors": partial(neighbors, role=id),
                "activities": partial(role_activities, role=id),
            }
    for id in comparison.pairs:
        if page == addresses.pair_page(id):
            return {
                "difference": partial(difference, id=id),
                "side-by-side": partial(side_by_side, id=id),
                "shared-activities": partial(pair_activities, id=id),
            }
    return {}


# Home


def chooser(site: Site, page: str) -> str:
    """The first role against every other: as links, and as a list to choose from on a phone."""
    told = site.comparison
    first = next(iter(told.roles))
    links, options = [], []
    for id, pair in told.pairs_of(first).items():
        other = next(role for role in pair.roles if role != first)
        name = esc(lower(told.roles[other].name))
        href = Place(addresses.pair_page(id)).html(page)
        links.append(f'<li><a href="{href}">{name}</a></li>')
        options.append(f"<option>{esc(told.roles[first].name)} vs. {name}</option>")
    return "\n".join(
        [
            '<form class="ask choosing" data-search-exclude>',
            f'<select aria-label="Two roles">{"".join(options)}</select>',
            "<button>Go</button>",
            "</form>",
            '<ul class="chooser" data-search-exclude>',
            *links,
            "</ul>",
        ]
    )


def differences(site: Site, page: str) -> str:
    return tables.first_differences(site.comparison, page)


def counts(site: Site, page: str) -> str:
    """How much there is, in one sentence."""
    told = site.comparison
    return (
        f"{len(told.roles)} roles on {len(told.dimensions)} dimensions, "
        f"{len(told.activities)} activities, {len(told.pairs)} pairs, "
        f"{len(told.sources)} sources."
    )


def _day(date: object) -> str:
    return f"{date:%B} {date.day}, {date:%Y}"  # type: ignore[attr-defined]


# Compare and dimensions


def compare(site: Site, page: str) -> str:
    told = site.comparison
    return tables.matrix(
        told, list(told.roles), page, "Roles side by side, dimension by dimension", "matrix choose"
    )


def compare_controls(site: Site, page: str) -> str:
    """Up to four roles to put side by side; shown only where scripts run."""
    options = "".join(
        f'<option value="{id}">{esc(role.name)}</option>'
        for id, role in site.comparison.roles.items()
    )
    selects = "\n".join(
        f'<label>{label} <select name="role"><option value="">–</option>{options}</select></label>'
        for label in ("First role", "Second role", "Third role", "Fourth role")
    )
    return (
        '<form class="controls" id="compare-controls" data-search-exclude>\n'
        f'<fieldset class="roles">\n<legend>Roles side by side</legend>\n{selects}\n'
        '<div><button type="button">Swap</button>\n'
        '<button type="button" aria-pressed="false">All roles</button></div>\n</fieldset>\n'
        "<fieldset>\n<legend>Dimensions</legend>\n"
        '<label>Order <select name="order"><option value="listed">as listed</option>'
        '<option value="different">most different wording first</option></select></label>\n'
        '<label><input type="checkbox" name="disputed"> Only where sources dispute</label>\n'
        '</fieldset>\n<p class="status"></p>\n</form>'
    )


def dimension_row(site: Site, page: str, id: str) -> str:
    reviewed = _day(site.comparison.dimensions[id].reviewed)
    table = tables.row(site.comparison, id, page)
    return f"{table}\n\nLast reviewed on {reviewed}.\n{{: .agreement }}"


def cell(site: Site, page: str, dimension: str, role: str) -> str:
    """A passage's head: the claim, how far sources agree, and the sources."""
    told = site.comparison.dimensions[dimension].cells[role]
    return (
        f"{md(told.says)}\n{{: .claim }}\n\n"
        f"{verdict(site.comparison, told)} Sources: "
        f"{cite(site.comparison, told.sources, page)}.\n{{: .agreement .{told.agreement} }}"
    )


def dimension_list(site: Site, page: str) -> str:
    return _bullets(
        f"{md_link(dimension.name, Place(addresses.dimension_page(id)), page)}: "
        f"{md(dimension.question)}"
        for id, dimension in site.comparison.dimensions.items()
    )


# Roles


def role_list(site: Site, page: str) -> str:
    return _bullets(
        f"{md_link(role.name, Place(addresses.role_page(id)), page)}: {md(role.summary)}"
        for id, role in site.comparison.roles.items()
    )


def profile(site: Site, page: str, role: str) -> str:
    """What the role answers for and what not, its reach at a glance, then a line per dimension."""
    told = site.comparison.roles[role]
    reach = pictures.reach(told)
    daily = ", ".join(_who(site.comparison, page, who) for who in told.circle.daily)
    names = ", ".join((*told.abbr, *told.aliases))
    facts = [
        f"**In one sentence:** {md(told.summary)}",
        f"**Not:** {md(told.denies)}",
        f"**Looks ahead:** {md(reach.ahead)}. **Answers for:** {md(reach.wide)}. "
        f"**Meets daily:** {daily}.",
    ]
    if names:
        facts.append(f"**Other words for it, some of them loose:** {md(names)}.")
    facts.append(f"Sources: {cite(site.comparison, told.sources, page)}.\n{{: .agreement }}")
    facts.append(tables.profile(site.comparison, role, page))
    return "\n\n".join(facts)


def neighbors(site: Site, page: str, role: str) -> str:
    """The pairs that a role takes part in, with the difference."""
    found = site.comparison.pairs_of(role)
    lines = []
    for id, pair in found.items():
        other = next(other for other in pair.roles if other != role)
        name = site.comparison.roles[other].name
        link = md_link(name, Place(addresses.pair_page(id)), page)
        lines.append(f"{link}: {md(pair.difference)}")
    return _searchless(_bullets(lines)) if lines else "No pair with this role is compared yet."


def role_activities(site: Site, page: str, role: str) -> str:
    """What a role leads, shares, and claims against others."""
    told = site.comparison
    parts: dict[str, list[str]] = {"lead": [], "share": [], "claim": []}
    for id, activity in told.activities.items():
        link = md_link(activity.name, addresses.activity(id), page)
        if activity.lead == role:
            rivals = [lower(told.name_of(who)) for who in activity.claim]
            parts["lead"].append(link + (f" (claimed by {md(', '.join(rivals))})" * bool(rivals)))
        elif role in activity.claim:
            leader = lower(told.name_of(activity.lead))
            parts["claim"].append(f"{link} (usually led by {md(leader)})")
        elif role in activity.share:
            parts["share"].append(link)
    heads = {"lead": "Usually leads", "share": "Shares", "claim": "Also claims, against others"}
    blocks = [f"**{heads[part]}:**\n\n{_bullets(links)}" for part, links in parts.items() if links]
    empty = "No activity of the list is usually this role’s."
    return _searchless("\n\n".join(blocks) or empty)


# Pairs


def pair_list(site: Site, page: str) -> str:
    """Every pair; grouped by the role that comes first."""
    told = site.comparison
    blocks = []
    for role in told.roles:
        pairs = {id: pair for id, pair in told.pairs.items() if pair.roles[0] == role}
        if not pairs:
            continue
        lines = [
            md_link(pair_name(told, id), Place(addresses.pair_page(id)), page)
            for id, pair in pairs.items()
        ]
        blocks.append(f"## {md(told.roles[role].name)} {{#{role}}}\n\n{_bullets(lines)}")
    return "\n\n".join(blocks)


def difference(site: Site, page: str, id: str) -> str:
    told = site.comparison.pairs[id]
    return (
        f"{md(told.difference)}\n{{: .claim }}\n\n"
        f"Sources: {cite(site.comparison, told.sources, page)}.\n{{: .agreement }}"
    )


def side_by_side(site: Site, page: str, id: str) -> str:
    told = site.comparison
    roles = told.pairs[id].roles
    return tables.matrix(told, roles, page, f"{pair_name(told, id)} on every dimension")


def pair_activities(site: Site, page: str, id: str) -> str:
    told = site.comparison
    roles = told.pairs[id].roles
    if not tables.shared(told, roles):
        first, second = (lower(told.roles[role].name) for role in roles)
        return f"No activity of the list usually involves both {md(first)} and {md(second)}."
    return tables.shared_activities(told, roles, page)


# Activities


def marks(site: Site, page: str) -> str:
    """What the words in the table mean, right above it."""
    return _bullets(
        [
            "**Usually leads:** the one who answers for the result in most of the sources we read; "
            "one role or party, never two.",
            "**Shares:** does part of the work or has a say, without answering for it.",
            "**Also claims it:** at least one source names this role as the leader instead.",
            "**Settled, varies, disputed:** sources agree; it depends on the setting; sources "
            "contradict each other. The section of the activity says which and who.",
        ]
    )


def activity_table(site: Site, page: str) -> str:
    return tables.activities(site.comparison, page)


def activity_controls(site: Site, page: str) -> str:
    """Filters for the table and the sections below it; shown only where scripts run."""
    told = site.comparison
    roles = "".join(
        f'<option value="{id}">{esc(role.name)}</option>' for id, role in told.roles.items()
    )
    groups = "".join(f'<option value="{group}">{name}</option>' for group, name in GROUPS.items())
    return (
        '<form class="controls" id="activity-controls" data-search-exclude>\n'
        f'<label>Role <select name="who"><option value="">any</option>{roles}</select></label>\n'
        '<label>Kind of work <select name="group"><option value="">any</option>'
        f"{groups}</select></label>\n"
        '<label>Words <input type="search" name="text" autocomplete="off"></label>\n'
        '<label><input type="checkbox" name="disputed"> Only disputed</label>\n'
        '<button type="reset">Show all</button>\n<p class="status"></p>\n</form>'
    )


def activities(site: Site, page: str) -> str:
    """A section per group, and in it one per activity."""
    told = site.comparison
    blocks = []
    for group, name in GROUPS.items():
        members = {id: a for id, a in told.activities.items() if a.group == group}
        if members:
            blocks.append(f"## {name} {{#{group}}}")
            blocks.extend(_activity(told, page, id, each) for id, each in members.items())
    return "\n\n".join(blocks)


def _activity(told: Comparison, page: str, id: str, activity: Activity) -> str:
    def names(ids: Iterable[str]) -> str:
        return ", ".join(_who(told, page, who) for who in ids)

    parts = [f"**Usually leads:** {names([activity.lead])}."]
    if activity.share:
        parts.append(f"**Shares:** {names(activity.share)}.")
    if activity.claim:
        parts.append(f"**Also claims it:** {names(activity.claim)}.")
    blocks = [
        f"### {md(activity.name)} {{#{id}}}",
        f"{md(activity.answer)} ({cite(told, activity.sources, page)})\n{{: .claim }}",
        " ".join(parts),
        f"{verdict(told, activity)}\n{{: .agreement .{activity.agreement} }}",
        f"**Example.** {md(activity.example)}",
    ]
    details = []
    if activity.views:
        lines = [
            f"{_who(told, page, view.who)}: {md(view.says)} ({cite(told, view.sources, page)})"
            for view in activity.views
        ]
        details.append(f"**Who claims it**\n\n{_bullets(lines)}")
    if activity.settings:
        lines = []
        for case in activity.settings:
            where = told.settings[case.setting].name
            if case.without:
                where = f"Without {article(told.roles[case.without].name)}"
            leader = _who(told, page, case.lead)
            lines.append(
                f"{md(where)}, {leader} leads: {md(case.says)} ({cite(told, case.sources, page)})"
            )
        details.append(f"**Where it changes**\n\n{_bullets(lines)}")
    if details:
        inner = "\n\n".join(details)
        blocks.append(
            '<details markdown="1">\n<summary>Settings, rival claims and their sources</summary>'
            f"\n\n{inner}\n\n</details>"
        )
    return "\n\n".join(blocks)


def _who(told: Comparison, page: str, id: str) -> str:
    """A role or party, linked where it has a place of its own."""
    place = addresses.place_of(told, id)
    name = lower(told.name_of(id))
    return md_link(name, place, page) if place else md(name)


# Combinations


def combination_table(site: Site, page: str) -> str:
    return tables.combinations(site.comparison, page)


def combination(site: Site, page: str, id: str) -> str:
    told: Combination = site.comparison.combinations[id]
    return (
        f"**{RATING[told.rating]}.** {md(told.verdict)}\n{{: .claim .{told.rating} }}\n\n"
        f"**Conflict of interest.** {md(told.conflict)}\n\n"
        f"{verdict(site.comparison, told)} Sources: {cite(site.comparison, told.sources, page)}."
        f"\n{{: .agreement .{told.agreement} }}"
    )


# Titles


def abbreviations(site: Site, page: str) -> str:
    told = site.comparison
    blocks = []
    for id, abbreviation in told.abbreviations.items():
        lines = []
        for meaning in abbreviation.meanings:
            named = meaning.role or meaning.title
            if named is None:
                name = md(meaning.name or "")
            else:
                place = addresses.place_of(told, named)
                assert place is not None
                name = md_link(addresses.label_of(told, named), place, page)
            sources = cite(told, meaning.sources, page)
            lines.append(f"**{name}:** {md(sentence(meaning.setting))} ({sources})")
        blocks.append(f"### {md(abbreviation.abbr)} {{#{id}}}")
        blocks.append(f"{_bullets(lines)}\n\n{md(abbreviation.advice)}")
    return "\n\n".join(blocks)


def titles(site: Site, page: str) -> str:
    told = site.comparison
    blocks = []
    for id, title in told.titles.items():
        also = [*title.abbr, *title.aliases]
        near = ", ".join(_who(told, page, role) for role in title.near)
        blocks.append(f"### {md(title.name)} {{#{id}}}")
        blocks.append(md(title.says))
        blocks.append(
            f"{verdict(told, title)} Sources: {cite(told, title.sources, page)}."
            f"\n{{: .agreement .{title.agreement} }}"
        )
        facts = []
        if also:
            facts.append(f"**Also called:** {md(', '.join(also))}.")
        if near:
            facts.append(f"**Next to:** {near}.")
        if facts:
            blocks.append(" ".join(facts))
    return "\n\n".join(blocks)


# Disagreements


def disagreements(site: Site, page: str) -> str:
    told = site.comparison
    blocks = []
    for id, each in told.disagreements.items():
        sides = [f"{md(side.says)} ({cite(told, side.sources, page)})" for side in each.sides]
        blocks.append(f"## {md(each.name)} {{#{id}}}")
        blocks.append(_bullets(sides))
        blocks.append(f"**At work:** {md(each.at_work)}")
        see = [_see(told, page, other) for other in (*each.roles, *each.see)]
        blocks.append(f"See also: {', '.join(see)}.")
    return "\n\n".join(blocks)


def _see(told: Comparison, page: str, id: str) -> str:
    place = addresses.place_of(told, id)
    assert place is not None, id
    return md_link(addresses.label_of(told, id), place, page)


# Questions

TOPICS = {
    Topic.DIFFERENCE: "What is the difference?",
    Topic.NEED: "Do we need both?",
    Topic.COMBINE: "Can one person do both?",
    Topic.OWN: "Who owns it?",
    Topic.CAREER: "My job and my career",
}


def questions(site: Site, page: str) -> str:
    """Every question under its topic, with the short answer and where the long one stands."""
    told = site.comparison
    blocks = []
    for topic, name in TOPICS.items():
        members = {id: each for id, each in told.questions.items() if each.topic == topic}
        if members:
            blocks.append(f"## {name} {{#{topic}}}")
        for id, each in members.items():
            see = ", ".join(_see(told, page, other) for other in each.see)
            blocks.append(f"### {md(each.name)} {{#{id}}}")
            blocks.append(f"{md(each.answer)} ({cite(told, each.sources, page)})")
            blocks.append(f"More: {see}.")
    return "\n\n".join(blocks)


# Glossary, sources, changes, index


def terms(site: Site, page: str) -> str:
    """Every term under its letter."""
    told = site.comparison
    blocks = []
    letter = ""
    for id in sorted(told.glossary, key=lambda id: told.glossary[id].term.lower()):
        term = told.glossary[id]
        first = term.term[0].upper() if term.term[0].isalpha() else "0–9"
        if first != letter:
            letter = first
            blocks.append(f"## {letter} {{#letter-{letter.lower().replace('–', '-')}}}")
        abbr = f" ({term.abbr})" if term.abbr else ""
        blocks.append(f"### {md(term.term + abbr)} {{#{id}}}")
        sources = f" ({cite(told, term.sources, page)})" if term.sources else ""
        blocks.append(md(term.says) + sources)
        facts = []
        if term.aliases:
            facts.append(f"Also: {md(', '.join(term.aliases))}.")
        if term.see:
            facts.append(f"See {', '.join(_see(told, page, other) for other in term.see)}.")
        if facts:
            blocks.append(" ".join(facts))
    return "\n\n".join(blocks)


def sources(site: Site, page: str) -> str:
    """Complete references by kind, each with every place that cites it."""
    told = site.comparison
    backlinks = _backlinks(site)
    blocks = []
    for kind, name in KINDS.items():
        found = {id: source for id, source in told.sources.items() if source.kind == kind}
        if not found:
            continue
        blocks.append(f"## {name} {{#{kind}}}")
        for id in sorted(found, key=lambda id: (found[id].author.lower(), found[id].year, id)):
            source = found[id]
            title = f"*{md(source.title)}*"
            if source.url:
                title = f"[{title}](<{source.url.replace('&', '&amp;')}>)"
            publisher = "" if source.publisher == source.author else f"{md(source.publisher)}, "
            note = f" {md(sentence(source.note))}" if source.note else ""
            blocks.append(f"### {md(source.short)} {{#{id}}}")
            blocks.append(
                f"{md(source.author)}: {title}. {publisher}{md(source.year.removesuffix('.'))}."
                f" Seen {md(source.seen)}.{note}"
            )
            links = [md_link(label, place, page) for label, place in backlinks[id]]
            count = f"Cited in {len(links)} place{'s' if len(links) != 1 else ''}"
            blocks.append(
                '<details class="unsearched" markdown="1" data-search-exclude>\n'
                f"<summary>{count}</summary>\n\n"
                f"{', '.join(links)}.\n\n</details>"
            )
    return "\n\n".join(blocks)


def _backlinks(site: Site) -> dict[str, list[tuple[str, Place]]]:
    """For each source, the places that cite it: in the data first, then in prose."""
    told = site.comparison
    found: dict[str, dict[Place, str]] = {id: {} for id in told.sources}
    for path, citation in told.citations:
        place, label = _place_of_path(told, path)
        found[citation.id].setdefault(place, label)
    for id, places in site.cited.items():
        for place in places:
            found[id].setdefault(place, _label_of_place(told, place))
    return {id: [(label, place) for place, label in places.items()] for id, places in found.items()}


def _place_of_path(told: Comparison, path: tuple[str | int, ...]) -> tuple[Place, str]:
    """Where the data at a path is shown, and what to call it."""
    kind, id = str(path[0]), str(path[1])
    if kind == "dimensions":
        role = str(path[3])
        name = f"{told.dimensions[id].name}: {lower(told.roles[role].name)}"
        return addresses.cell(id, role), name
    place = addresses.place_of(told, id)
    assert place is not None, path
    return place, addresses.label_of(told, id)


def _label_of_place(told: Comparison, place: Place) -> str:
    folder, _, stem = place.page.removesuffix(".md").rpartition("/")
    name = stem
    if folder == "dimensions" and stem in told.dimensions:
        name = told.dimensions[stem].name
        if place.anchor in told.roles:
            return f"{name}: {lower(told.roles[place.anchor].name)}"
    elif folder == "roles" and stem in told.roles:
        name = told.roles[stem].name
    elif folder == "versus" and stem in told.pairs:
        name = pair_name(told, stem)
    elif place.page == addresses.COMBINING and place.anchor in told.combinations:
        return combination_name(told, place.anchor)
    else:
        name = stem.replace("-", " ").capitalize()
    return name


def changes(site: Site, page: str) -> str:
    return _bullets(
        f"**{_day(change.date)}:** {md(change.says)}" for change in site.comparison.changes
    )


def a_to_z(site: Site, page: str) -> str:
    """Everything that has an address, by the word that people look for."""
    told = site.comparison
    entries: list[tuple[str, Place]] = []
    for id, role in told.roles.items():
        entries.append((role.name, Place(addresses.role_page(id))))
        entries += [(f"{alias}: see {lower(role.name)}", Place(addresses.role_page(id)))
                    for alias in role.aliases]  # fmt: skip
    for id, dimension in told.dimensions.items():
        entries.append((dimension.name, Place(addresses.dimension_page(id))))
    for id, activity in told.activities.items():
        entries.append((activity.name, addresses.activity(id)))
    for id in told.pairs:
        entries.append((pair_name(told, id), Place(addresses.pair_page(id))))
    for id in told.combinations:
        entries.append(
            (f"{combination_name(told, id)}: one person", Place(addresses.COMBINING, id))
        )
    for id, abbreviation in told.abbreviations.items():
        entries.append((abbreviation.abbr, Place(addresses.TITLES, id)))
    for id, title in told.titles.items():
        entries.append((title.name, Place(addresses.TITLES, id)))
    for id, each in told.disagreements.items():
        entries.append((each.name, Place(addresses.DISAGREEMENTS, id)))
    for id, question in told.questions.items():
        entries.append((question.name, Place(addresses.QUESTIONS, id)))
    for id, term in told.glossary.items():
        entries.append((term.term, Place(addresses.GLOSSARY, id)))
    blocks: list[str] = []
    lines: list[str] = []
    letter = ""
    for label, place in sorted(set(entries), key=lambda entry: (entry[0].casefold(), entry[1])):
        first = label[0].upper() if label[0].isalpha() else "0–9"
        if first != letter:
            if lines:
                blocks.append(_bullets(lines))
            letter, lines = first, []
            blocks.append(f"## {letter} {{#letter-{letter.lower().replace('–', '-')}}}")
        lines.append(md_link(label[0].upper() + label[1:], place, page))
    if lines:
        blocks.append(_bullets(lines))
    return _searchless("\n\n".join(blocks))


def download_counts(site: Site, page: str) -> str:
    told = site.comparison
    cells = sum(len(dimension.cells) for dimension in told.dimensions.values())
    return _bullets(
        [
            f"{len(told.roles)} roles, {len(told.dimensions)} dimensions, {cells} cells",
            f"{len(told.activities)} activities, {len(told.pairs)} pairs, "
            f"{len(told.combinations)} combinations",
            f"{len(told.titles)} titles, {len(told.abbreviations)} abbreviations, "
            f"{len(told.glossary)} terms",
            f"{len(told.disagreements)} disagreements, {len(told.sources)} sources",
        ]
    )


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _searchless(block: str) -> str:
    """Text that is shown here but found elsewhere: kept out of the search index."""
    return f'<div class="unsearched" markdown="1" data-search-exclude>\n\n{block}\n\n</div>'


_FIXED: dict[str, dict[str, Region]] = {
    addresses.HOME: {"chooser": chooser, "differences": differences, "counts": counts},
    addresses.COMPARE: {"controls": compare_controls, "table": compare},
    addresses.DIMENSIONS: {"dimensions": dimension_list},
    addresses.ROLES: {"roles": role_list},
    addresses.VERSUS: {"pairs": pair_list},
    addresses.WHO_DOES_WHAT: {
        "marks": marks,
        "controls": activity_controls,
        "table": activity_table,
        "activities": activities,
    },
    addresses.COMBINING: {"combinations": combination_table},
    addresses.NEED_BOTH: {},
    addresses.TITLES: {"abbreviations": abbreviations, "titles": titles},
    addresses.DISAGREEMENTS: {"disagreements": disagreements},
    addresses.QUESTIONS: {"questions": questions},
    addresses.GLOSSARY: {"terms": terms},
    addresses.SOURCES: {"sources": sources},
    addresses.DATA: {"counts": download_counts},
    addresses.ABOUT: {},
    addresses.CHANGES: {"changes": changes},
    addresses.A_TO_Z: {"index": a_to_z},
    addresses.PICTURES: {
        "horizons": pictures.horizons_region,
        "circles": pictures.circles_region,
        "overlap": pictures.overlap_region,
        "launch": pictures.launch_region,
    },
}
