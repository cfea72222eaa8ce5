"""Sources with their backlinks, changes, the A to Z, and what the downloads hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from scripts import addresses, entries
from scripts.addresses import Place, lower
from scripts.model import Access, Comparison, Kind, Source
from scripts.render.site import Site, bullets, day, letter_of, unsearched
from scripts.render.text import md, md_link, sentence


def sources(site: Site, page: str) -> str:
    """Complete references by kind, each with every place that cites it; retired ones last."""
    told = site.comparison
    backlinks = _backlinks(site)
    blocks = []
    for kind in Kind:
        found = {id: s for id, s in told.sources.items() if s.kind == kind and not s.retired}
        if found:
            blocks.append(f"## {kind.label} {{#{kind}}}")
            blocks += _references(page, found, backlinks)
    if retired := {id: source for id, source in told.sources.items() if source.retired}:
        blocks.append("## No longer cited {#no-longer-cited}")
        blocks += _references(page, retired, backlinks)
    return "\n\n".join(blocks)


def _references(
    page: str, found: Mapping[str, Source], backlinks: Mapping[str, list[tuple[str, Place]]]
) -> Iterator[str]:
    """A heading, the reference and the places that cite it, for each source by its author."""
    for id in sorted(found, key=lambda id: (found[id].author.lower(), found[id].year, id)):
        source = found[id]
        title = f"*{md(source.title)}*"
        if source.url:
            title = f"[{title}](<{source.url.replace('&', '&amp;')}>)"
        publisher = "" if source.publisher == source.author else f"{md(source.publisher)}, "
        note = f" {md(sentence(source.note))}" if source.note else ""
        yield f"### {md(source.short)} {{#{id}}}"
        former = "".join(f'<span id="{each}"></span>' for each in source.former)
        yield (
            f"{former}{md(source.author)}: {title}. {publisher}"
            f"{md(source.year.removesuffix('.'))}. Seen {md(source.seen)}{_access(source)}.{note}"
        )
        links = [md_link(label, place, page) for label, place in backlinks[id]]
        if links:
            count = f"Cited in {len(links)} place{'s' if len(links) != 1 else ''}"
            yield (
                '<details class="unsearched" markdown="1" data-search-exclude>\n'
                f"<summary>{count}</summary>\n\n{', '.join(links)}.\n\n</details>"
            )


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
    key, id = str(path[0]), str(path[1])
    if key == "dimensions":
        role = str(path[3])
        return addresses.cell(id, role), _cell_name(told, id, role)
    kind = next(kind for kind in entries.KINDS if kind.key == key)
    place = kind.place(told, id)
    assert place is not None, path
    return place, kind.label(told, id)


def _cell_name(told: Comparison, dimension: str, role: str) -> str:
    return f"{told.dimensions[dimension].name}: {lower(told.roles[role].name)}"


# What hand-written pages are called where they cite a source.
PAGES = {
    addresses.HOME: "Home",
    addresses.COMPARE: "Roles side by side",
    addresses.DIMENSIONS: "Dimensions",
    addresses.ROLES: "Roles",
    addresses.VERSUS: "All pairs",
    addresses.WHO_DOES_WHAT: "Who does what",
    addresses.COMBINING: "Combining roles",
    addresses.NEED_BOTH: "Do we need both?",
    addresses.TITLES: "Titles and abbreviations",
    addresses.DISAGREEMENTS: "Where the sources disagree",
    addresses.QUESTIONS: "Questions people ask",
    addresses.SETTLE: "Settle a fight",
    addresses.TEAM: "Your team’s agreement",
    addresses.WHICH_JOB: "Which job is this?",
    addresses.KITS: "Kits",
    addresses.GLOSSARY: "Glossary",
    addresses.DATA: "Data",
    addresses.ABOUT: "About",
    addresses.CHANGES: "Changes",
    addresses.PICTURES: "Pictures",
}


def _label_of_place(told: Comparison, place: Place) -> str:
    """What a page, or a section of it, is called where it is listed."""
    if place.page in PAGES:
        named = place.anchor and place.page in (addresses.COMBINING, addresses.NEED_BOTH)
        if named and place.anchor in set(entries.ids(told)):
            return f"{PAGES[place.page]}: {lower(entries.label_of(told, place.anchor))}"
        return PAGES[place.page]
    stem = place.page.removesuffix(".md").rpartition("/")[2]
    if place.page == addresses.dimension_page(stem) and place.anchor in told.roles:
        return _cell_name(told, stem, place.anchor)
    if place.page in told.edition.own_pages:
        return stem.replace("-", " ").capitalize()
    return entries.label_of(told, stem)


def _access(source: Source) -> str:
    """How it was read, where not itself, and what has taken its place."""
    words = "" if source.read == Access.ITSELF else f", {source.read.label}"
    return words + (f", superseded by {md(source.superseded)}" if source.superseded else "")


def changes(site: Site, page: str) -> str:
    """The change log; each entry has an id of its day and its number on that day, oldest 1."""
    lines = []
    days = Counter(change.date for change in site.comparison.changes)
    for change in site.comparison.changes:
        id = f"{change.date.isoformat()}-{days[change.date]}"
        days[change.date] -= 1
        lines.append(f'<span id="{id}"></span>**{day(change.date)}:** {md(change.says)}')
    return bullets(lines)


def a_to_z(site: Site, page: str) -> str:
    """Everything that has an address, by the word that people look for."""
    told = site.comparison
    listed: set[tuple[str, Place]] = set()
    for kind in entries.KINDS:
        for id in kind.of(told) if kind.listed else ():
            place = kind.place(told, id)
            if place is None:
                continue
            label = kind.label(told, id)
            if kind.key == "abbreviations":
                label = told.abbreviations[id].abbr
            elif kind.key == "combinations":
                label += ": one person"
            listed.add((label, place))
            if kind.key == "roles":
                listed |= {(f"{a}: see {lower(label)}", place) for a in told.roles[id].aliases}
    blocks: list[str] = []
    lines: list[str] = []
    letter = ""
    for label, place in sorted(listed, key=lambda entry: (entry[0].casefold(), entry[1])):
        first, anchor = letter_of(label)
        if first != letter:
            if lines:
                blocks.append(bullets(lines))
            letter, lines = first, []
            blocks.append(f"## {letter} {{#{anchor}}}")
        lines.append(md_link(label[0].upper() + label[1:], place, page))
    if lines:
        blocks.append(bullets(lines))
    return unsearched("\n\n".join(blocks))


def download_counts(site: Site, page: str) -> str:
    told = site.comparison
    cells = sum(len(dimension.cells) for dimension in told.dimensions.values())
    return bullets(
        [
            f"{len(told.roles)} roles, {len(told.dimensions)} dimensions, {cells} cells",
            f"{len(told.activities)} activities, {len(told.pairs)} pairs, "
            f"{len(told.combinations)} combinations",
            f"{len(told.titles)} titles, {len(told.abbreviations)} abbreviations, "
            f"{len(told.glossary)} terms",
            f"{len(told.disagreements)} disagreements, {len(told.sources)} sources",
        ]
    )
