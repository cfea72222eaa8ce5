"""Rules that the data and the pages must keep: one function each, yielding problems.

The types in `model` say what a single field may hold; the rules here see more than one field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import pairwise

import yaml

from scripts import addresses, regions
from scripts.load import Loaded, Problem, Where, suggest
from scripts.model import Combination, Comparison, Pair

Rule = Callable[[Loaded], Iterator[Problem]]
FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
BARE_MATTER = re.compile(r" {0,3}[\w-]+:\s")  # which MkDocs reads as well
HEADING = re.compile(r"^#{1,6} .*\{#([\w-]+)[^}]*\}\s*$")
CITATION = re.compile(r"sources\.md#([\w-]+)")


def check_data(loaded: Loaded) -> Iterator[Problem]:
    """Every problem within the data."""
    for rule in DATA_RULES:
        yield from rule(loaded)


def every_role_on_every_dimension(loaded: Loaded) -> Iterator[Problem]:
    told = loaded.comparison
    for id, dimension in told.dimensions.items():
        where = ("dimensions", id, "cells")
        for role in told.roles:
            if role not in dimension.cells:
                yield loaded.problem(where, f"no cell for role {role!r}", "add one")
        for role in dimension.cells:
            if role not in told.roles:
                mend = suggest(role, told.roles)
                yield loaded.problem((*where, role), f"unknown role {role!r}", mend)
        known = [role for role in dimension.cells if role in told.roles]
        if known != [role for role in told.roles if role in dimension.cells]:
            yield loaded.problem(
                where, "cells are not in the order of roles", "order them as under 'roles'"
            )


def known_references(loaded: Loaded) -> Iterator[Problem]:
    """Every id that the data mentions exists, and is of the kind that its place asks for."""
    told = loaded.comparison
    actors = [*told.roles, *told.parties, *told.titles]
    linkable = [
        *told.roles,
        *told.dimensions,
        *told.activities,
        *told.titles,
        *told.glossary,
        *told.disagreements,
        *told.questions,
        *told.abbreviations,
        *told.pairs,
        *told.combinations,
    ]

    def known(where: Where, id: str, kind: str, among: Collection[str]) -> Iterator[Problem]:
        if id not in among:
            yield loaded.problem(where, f"unknown {kind} {id!r}", suggest(id, among))

    for path, citation in told.citations:
        yield from known(path, citation.id, "source", told.sources)
    for id, role in told.roles.items():
        for ring in ("daily", "often", "rarely"):
            for index, who in enumerate(getattr(role.circle, ring)):
                at: Where = ("roles", id, "circle", ring, index)
                yield from known(at, who, "role, party or title", actors)
    for id, party in told.parties.items():
        if party.see:
            yield from known(("parties", id, "see"), party.see, "place", linkable)
    for id, activity in told.activities.items():
        at = ("activities", id)
        yield from known((*at, "lead"), activity.lead, "role, party or title", actors)
        for part in ("share", "claim"):
            for index, who in enumerate(getattr(activity, part)):
                yield from known((*at, part, index), who, "role, party or title", actors)
        for index, case in enumerate(activity.settings):
            here = (*at, "settings", index)
            yield from known((*here, "in"), case.setting, "setting", told.settings)
            yield from known((*here, "lead"), case.lead, "role, party or title", actors)
            if case.without:
                yield from known((*here, "without"), case.without, "role", told.roles)
        for index, view in enumerate(activity.views):
            yield from known((*at, "views", index, "who"), view.who, "role, party or title", actors)
    for index, step in enumerate(told.launch):
        yield from known(("launch", index, "activity"), step.activity, "activity", told.activities)
    joints: Mapping[str, Mapping[str, Pair | Combination]] = {
        "pairs": told.pairs,
        "combinations": told.combinations,
    }
    for kind, entries in joints.items():
        for id, entry in entries.items():
            for index, who in enumerate(entry.roles):
                yield from known((kind, id, "roles", index), who, "role", told.roles)
    for id, abbreviation in told.abbreviations.items():
        for index, meaning in enumerate(abbreviation.meanings):
            at = ("abbreviations", id, "meanings", index)
            if meaning.role:
                yield from known((*at, "role"), meaning.role, "role", told.roles)
            if meaning.title:
                yield from known((*at, "title"), meaning.title, "title", told.titles)
    for id, title in told.titles.items():
        for index, who in enumerate(title.near):
            yield from known(("titles", id, "near", index), who, "role, party or title", actors)
    for id, disagreement in told.disagreements.items():
        for index, who in enumerate(disagreement.roles):
            yield from known(("disagreements", id, "roles", index), who, "role", told.roles)
        for index, other in enumerate(disagreement.see):
            yield from known(("disagreements", id, "see", index), other, "place", linkable)
    for id, question in told.questions.items():
        for index, other in enumerate(question.see):
            yield from known(("questions", id, "see", index), other, "place", linkable)
    for id, term in told.glossary.items():
        for index, other in enumerate(term.see):
            yield from known(("glossary", id, "see", index), other, "place", linkable)


def reasons(loaded: Loaded) -> Iterator[Problem]:
    """A reason stands exactly where sources do not agree."""
    told = loaded.comparison
    judged = [
        *((("dimensions", d, "cells", r), c) for d, dimension in told.dimensions.items()
          for r, c in dimension.cells.items()),
        *((("activities", id), each) for id, each in told.activities.items()),
        *((("combinations", id), each) for id, each in told.combinations.items()),
        *((("titles", id), each) for id, each in told.titles.items()),
    ]  # fmt: skip
    for where, each in judged:
        if each.agreement == "settled" and each.because is not None:
            yield loaded.problem(
                (*where, "because"), "a reason where the sources agree", "remove it"
            )
        if each.agreement != "settled" and each.because is None:
            yield loaded.problem(
                where, f"{each.agreement} without a reason", "add 'because', or say 'settled'"
            )


def parts_of_an_activity(loaded: Loaded) -> Iterator[Problem]:
    """One part a role; every rival claim is told by a view; the odd setting names its role."""
    told = loaded.comparison
    for id, activity in told.activities.items():
        at = ("activities", id)
        everyone = [activity.lead, *activity.share, *activity.claim]
        for who in sorted({who for who in everyone if everyone.count(who) > 1}):
            yield loaded.problem(at, f"{who!r} has two parts", "keep one of lead, share, claim")
        views = {view.who for view in activity.views}
        for who in activity.claim:
            if who not in views:
                yield loaded.problem(
                    (*at, "claim"), f"no view tells the claim of {who!r}", "add one to 'views'"
                )
        if activity.agreement == "disputed" and not activity.views:
            yield loaded.problem(at, "disputed without views", "add the rival claims to 'views'")
        for index, case in enumerate(activity.settings):
            if (case.without is not None) != (case.setting == "without"):
                yield loaded.problem(
                    (*at, "settings", index),
                    "'without' and the setting do not match",
                    "give 'without: ROLE' exactly where 'in: without' stands",
                )


def one_meaning_each(loaded: Loaded) -> Iterator[Problem]:
    """A meaning of an abbreviation is a role, a title or a name: exactly one of them."""
    for id, abbreviation in loaded.comparison.abbreviations.items():
        for index, meaning in enumerate(abbreviation.meanings):
            if sum(map(bool, (meaning.role, meaning.title, meaning.name))) != 1:
                yield loaded.problem(
                    ("abbreviations", id, "meanings", index),
                    "a meaning needs exactly one of role, title, name",
                    "keep one",
                )


def pairs_are_named_for_their_roles(loaded: Loaded) -> Iterator[Problem]:
    told = loaded.comparison
    for kind, joint in (("pairs", "-vs-"), ("combinations", "-and-")):
        entries: Mapping[str, Pair | Combination] = getattr(told, kind)
        seen: dict[frozenset[str], str] = {}
        for id, entry in entries.items():
            roles = entry.roles
            if id != joint.join(roles):
                yield loaded.problem(
                    (kind, id), "the id does not name its roles", f"call it {joint.join(roles)!r}"
                )
            if frozenset(roles) in seen or roles[0] == roles[1]:
                yield loaded.problem((kind, id), "these roles are paired already", "remove one")
            seen[frozenset(roles)] = id


def nothing_unused(loaded: Loaded) -> Iterator[Problem]:
    """Parties and settings that nothing mentions; unused sources are found with the pages."""
    told = loaded.comparison
    used: set[str] = set()
    for role in told.roles.values():
        used.update(role.circle.daily, role.circle.often, role.circle.rarely)
    for activity in told.activities.values():
        used.update((activity.lead, *activity.share, *activity.claim))
        used.update(view.who for view in activity.views)
        used.update(case.lead for case in activity.settings)
    for id in told.parties:
        if id not in used:
            yield loaded.problem(("parties", id), f"party {id!r} is not used", "remove it")
    settings = {case.setting for each in told.activities.values() for case in each.settings}
    for id in told.settings:
        if id not in settings:
            yield loaded.problem(("settings", id), f"setting {id!r} is not used", "remove it")


def anchors_are_unique(loaded: Loaded) -> Iterator[Problem]:
    """Things that share a page, or a name space in "see", have ids of their own."""
    told = loaded.comparison
    taken: dict[str, str] = {}
    kinds = (
        "roles",
        "parties",
        "dimensions",
        "activities",
        "titles",
        "glossary",
        "disagreements",
        "questions",
    )
    for kind in kinds:
        for id in getattr(told, kind):
            if id in taken:
                yield loaded.problem(
                    (kind, id), f"id {id!r} is taken by {taken[id]}", "choose another id"
                )
            taken.setdefault(id, kind)
    for id in told.abbreviations:
        if id in told.titles:
            yield loaded.problem(
                ("abbreviations", id), f"id {id!r} is taken by titles", "choose another id"
            )


def one_source_one_label(loaded: Loaded) -> Iterator[Problem]:
    """Readers tell sources apart by their labels."""
    taken: dict[str, str] = {}
    for id, source in loaded.comparison.sources.items():
        if source.short in taken:
            yield loaded.problem(
                ("sources", id, "short"),
                f"label {source.short!r} is taken by {taken[source.short]!r}",
                "tell them apart, for instance by year",
            )
        taken.setdefault(source.short, id)


def changes_newest_first(loaded: Loaded) -> Iterator[Problem]:
    for index, (newer, older) in enumerate(pairwise(loaded.comparison.changes)):
        if older.date > newer.date:
            yield loaded.problem(
                ("changes", index + 1), "newer than the entry above", "put the newest first"
            )


DATA_RULES: tuple[Rule, ...] = (
    every_role_on_every_dimension,
    known_references,
    reasons,
    parts_of_an_activity,
    one_meaning_each,
    pairs_are_named_for_their_roles,
    nothing_unused,
    anchors_are_unique,
    one_source_one_label,
    changes_newest_first,
)


# Pages


def check_pages(loaded: Loaded, pages: Mapping[str, str], nav: str) -> Iterator[Problem]:
    """Every problem between the data and the hand-written pages.

    `pages` maps each Markdown file below docs/ to its text; `nav` is the text of mkdocs.yml.
    """
    yield from missing_and_orphan_pages(loaded.comparison, pages)
    yield from pages_in_navigation(pages, nav)
    yield from sources_known_and_used(loaded, pages)
    yield from asks_lead_somewhere(loaded, pages)
    yield from titles_are_plain(pages)


def titles_are_plain(pages: Mapping[str, str]) -> Iterator[Problem]:
    """Templates write titles and descriptions into the head as they are, so these hold no markup.

    MkDocs passes over front matter that it cannot read, and with it over the page's title.
    """
    for page, text in pages.items():
        path = f"docs/{page}"
        matter = FRONT_MATTER.match(text)
        if not matter:
            if BARE_MATTER.match(text):
                what = "front matter without lines of '---' around it"
                yield Problem(path, 1, "", what, "put them around it")
            continue
        try:
            told = yaml.safe_load(matter[1]) or {}
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 2 if mark else 2
            what = "front matter that is not valid YAML"
            yield Problem(path, line, "", what, "put values with a colon in quotes")
            continue
        if not isinstance(told, dict):
            yield Problem(path, 2, "", "front matter that is no map", "write 'key: value' lines")
            continue
        for key, value in told.items():
            if isinstance(value, str) and (bad := set('<>"') & set(value)):
                what = f"holds {' and '.join(sorted(bad))}, which the head of a page cannot"
                line = matter[1].count("\n", 0, max(0, matter[1].find(f"{key}:"))) + 2
                yield Problem(path, line, str(key), what, "write curly quotation marks, or words")


def missing_and_orphan_pages(told: Comparison, pages: Mapping[str, str]) -> Iterator[Problem]:
    due = addresses.pages(told)
    for page in due:
        if page not in pages:
            yield Problem(
                f"docs/{page}", 1, "", "the page is missing", "copy the page of a neighbor"
            )
    for page in pages:
        if page not in due:
            mend = "add what it describes to the data, or delete it"
            yield Problem(f"docs/{page}", 1, "", "a page that the data does not know", mend)


def pages_in_navigation(pages: Mapping[str, str], nav: str) -> Iterator[Problem]:
    listed = set(re.findall(r"[\w/-]+\.md\b", nav))
    for page in pages:
        if page not in listed:
            yield Problem(f"docs/{page}", 1, "", "not in the navigation", "add it to mkdocs.yml")


def sources_known_and_used(loaded: Loaded, pages: Mapping[str, str]) -> Iterator[Problem]:
    told = loaded.comparison
    used = {citation.id for _, citation in told.citations}
    for page, text in pages.items():
        for number, line in regions.handwritten(text):
            for id in CITATION.findall(line):
                used.add(id)
                if id not in told.sources:
                    mend = suggest(id, told.sources)
                    yield Problem(f"docs/{page}", number, "", f"unknown source {id!r}", mend)
    for id in told.sources:
        if id not in used:
            yield loaded.problem(("sources", id), f"source {id!r} is not cited", "remove it")


def asks_lead_somewhere(loaded: Loaded, pages: Mapping[str, str]) -> Iterator[Problem]:
    """Every address that people ask for is a page, or a heading with that id on one."""
    known = set()
    for page, text in pages.items():
        url = addresses.url(page)
        known.add(url)
        headings = filter(None, map(HEADING.match, text.split("\n")))
        known |= {f"{url}#{found[1]}" for found in headings}
    for address in loaded.comparison.asks:
        if address not in known:
            mend = suggest(address, known)
            yield loaded.problem(("asks", address), f"unknown address {address!r}", mend)
