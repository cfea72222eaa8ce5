"""Sources with their backlinks, changes, the A to Z, and what the downloads hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from scripts import addresses, entries
from scripts.addresses import Place, lower
from scripts.model import Access, Comparison, Kind, License, Revision, Source
from scripts.render.site import Site, bullets, day, in_order, letter_of, unsearched
from scripts.render.text import SEEN, md, md_link, sentence


def sources(site: Site, page: str) -> str:
    """Complete references by kind, each with every place that cites it; retired ones last."""
    data = site.comparison
    backlinks = _backlinks(site)
    blocks = []
    for kind in Kind:
        found = {id: s for id, s in data.sources.items() if s.kind == kind and not s.retired}
        if found:
            blocks.append(f"## {kind.label} {{#{kind}}}")
            blocks += _references(page, found, backlinks)
    if retired := {id: source for id, source in data.sources.items() if source.retired}:
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
            f"{md(source.year.removesuffix('.'))}. {SEEN} {md(source.seen)}{_access(source)}.{note}"
        )
        links = [md_link(label, place, page) for label, place in backlinks[id]]
        if links:
            count = f"Cited in {len(links)} place{'s' if len(links) != 1 else ''}"
            yield (
                '<details class="unsearched" markdown="1">\n'
                f"<summary>{count}</summary>\n\n{', '.join(links)}.\n\n</details>"
            )


def _backlinks(site: Site) -> dict[str, list[tuple[str, Place]]]:
    """For each source, the places that cite it: in the data first, then in prose."""
    data = site.comparison
    found: dict[str, dict[Place, str]] = {id: {} for id in data.sources}
    for path, citation in data.citations:
        place, label = _place_of_path(data, path)
        found[citation.id].setdefault(place, label)
    for id, places in site.cited.items():
        for place in places:
            found[id].setdefault(place, _label_of_place(data, place))
    return {id: [(label, place) for place, label in places.items()] for id, places in found.items()}


def _place_of_path(data: Comparison, path: tuple[str | int, ...]) -> tuple[Place, str]:
    """Where the data at a path is shown, and what to call it."""
    key, id = str(path[0]), str(path[1])
    if key == "dimensions":
        role = str(path[3])
        return addresses.cell(id, role), _cell_name(data, id, role)
    kind = next(kind for kind in entries.KINDS if kind.key == key)
    place = kind.place(data, id)
    assert place is not None, path
    return place, kind.label(data, id)


def _cell_name(data: Comparison, dimension: str, role: str) -> str:
    return f"{data.dimensions[dimension].name}: {lower(data.roles[role].name)}"


def _label_of_place(data: Comparison, place: Place) -> str:
    """What a page, or a section of it, is called where it is listed."""
    if name := addresses.FIXED_PAGES.get(place.page):
        named = place.anchor and place.page in (addresses.COMBINING, addresses.NEED_BOTH)
        if named and place.anchor in set(entries.ids(data)):
            return f"{name}: {lower(entries.label_of(data, place.anchor))}"
        return name
    stem = place.page.removesuffix(".md").rpartition("/")[2]
    if place.page == addresses.dimension_page(stem) and place.anchor in data.roles:
        return _cell_name(data, stem, place.anchor)
    if place.page in data.edition.own_pages:
        return stem.replace("-", " ").capitalize()
    return entries.label_of(data, stem)


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


def revisions(site: Site, page: str) -> str:
    """Claims and marks that changed, with what stood there before."""
    data = site.comparison
    lines = []
    for each in data.revisions:
        name, place = revised(data, each)
        shown = md_link(name, place, page) if place else md(name)
        lines.append(f"**{day(each.date)}:** {shown}: {md(was_and_is(data, each))}")
    return bullets(lines) or "None since this list began."


def revised(data: Comparison, revision: Revision) -> tuple[str, Place | None]:
    """What a revision is of, and where that stands now, if it still does."""
    kind, _, id = revision.of.partition("/")
    first, _, role = id.partition("/")
    entries_of = getattr(data, kind, {})
    if first not in entries_of or (role and role not in entries_of[first].cells):
        return id.replace("/", ", ").replace("-", " ").capitalize(), None
    if role:
        place = Place(addresses.dimension_page(first), role)
        return _cell_name(data, first, role), place
    return entries.label_of(data, first), entries.place_of(data, first)


def was_and_is(data: Comparison, revision: Revision) -> str:
    """ "the mark was “Agreed · fair proof” and is “Mostly agreed · strong proof”." """
    was, now = revision.was, revision.now
    what = {"claim": "the claim", "mark": "the mark", "lead": "the last word"}[revision.what]
    if revision.what == "lead":
        known = {*data.roles, *data.parties, *data.titles}
        was, now = (data.name_of(id) if id in known else id for id in (was, now))
    return f"{what} was “{was.rstrip('.')}” and is “{now.rstrip('.')}”."


def license(site: Site, page: str) -> str:
    """What others may do with the content and the code, and what the content was adapted from."""
    edition = site.comparison.edition
    lines = [
        f"Content: {_licensed(edition.content_license)}. Code: {_licensed(edition.code_license)}."
    ]
    if origin := edition.based_on:
        name = f"[{md(origin.name)}](<{origin.url}>)" if origin.url else md(origin.name)
        lines.append(f"Adapted from {name}, {_licensed(origin.license)}; entries were left out.")
    return "\n".join(lines)


def _licensed(license: License) -> str:
    return f"[{md(license.name)}](<{license.url}>)" if license.url else md(license.name)


def a_to_z(site: Site, page: str) -> str:
    """Everything that has an address, by the word that people look for."""
    data = site.comparison
    listed: set[tuple[str, Place]] = set()
    for kind in entries.KINDS:
        for id in kind.of(data) if kind.listed else ():
            place = kind.place(data, id)
            if place is None:
                continue
            label = kind.label(data, id)
            if kind.key == "abbreviations":
                label = data.abbreviations[id].abbr
            elif kind.key == "combinations":
                label += ": one person"
            listed.add((label, place))
            if kind.key == "roles":
                listed |= {(f"{a}: see {lower(label)}", place) for a in data.roles[id].aliases}
    blocks: list[str] = []
    lines: list[str] = []
    letter = ""
    for label, place in sorted(listed, key=lambda entry: (in_order(entry[0]), entry[1])):
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
    data = site.comparison
    cells = sum(len(dimension.cells) for dimension in data.dimensions.values())
    return bullets(
        [
            f"{len(data.roles)} roles, {len(data.dimensions)} dimensions, {cells} cells",
            f"{len(data.activities)} activities, {len(data.pairs)} pairs, "
            f"{len(data.combinations)} combinations",
            f"{len(data.titles)} titles, {len(data.abbreviations)} abbreviations, "
            f"{len(data.glossary)} terms",
            f"{len(data.disagreements)} disagreements, {len(data.sources)} sources",
        ]
    )
