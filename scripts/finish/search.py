"""The search index: one record per section of the built pages, with what people call it.

Read from the built HTML, so every site builder gives the same index. The worker (`search/`)
fetches `search/records.json` on first use; the theme's own index is emptied, because a theme
that is not told otherwise fetches it with every page.

A record holds no more than an answer needs: `address`, `title`, `page` (its title), `kind`,
`text`, and where the data has them `names` (what it is called), `asks` (how people ask for it),
`roles` and `dimension`. Citations and copies of text that stands elsewhere are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from scripts import addresses
from scripts.addresses import Place, lower
from scripts.finish.site import BuiltPage, BuiltSite
from scripts.model import Comparison
from scripts.render.text import flat

RECORDS = "search/records.json"
# The same as a classic script: pages opened as files may load scripts, but fetch nothing.
RECORDS_SCRIPT = "search/records.js"
THEME_INDEX = "search/search_index.json"
HEADINGS = {"h1", "h2", "h3", "h4"}
BLOCKS = {"p", "li", "td", "th", "dt", "dd", "summary", "blockquote", "figcaption", "div", "br"}

# Sections that only list what stands elsewhere: found by their heading, not by the copy below it.
COPIES = re.compile(
    r"(roles/.+/#(profile|neighbors|activities)|(|roles/|dimensions/|versus/)(#.*)?|titles/)$"
)
# Not even by their heading: letters of the alphabet, and lists of everything.
LETTERS = re.compile(r"(a-to-z|glossary)/#letter-.$")
PICTURES = addresses.url(addresses.PICTURES)

# Where a citation stood: the links go while walking, and their brackets and lists with them here.
CITED, BLOCK_END = "\0", "\1"
CITATIONS = re.compile(rf"\s*\([^(){BLOCK_END}]*{CITED}[^()]*\)|Sources?: {CITED}[^{BLOCK_END}]*")


@dataclass(frozen=True)
class Section:
    """A heading with an id, and the text up to the next one."""

    address: str
    title: str
    page: str
    text: str


def write(comparison: Comparison, site: BuiltSite, worker: str, offline: bool = False) -> None:
    """Write the records; empty the theme's index if the site's own worker stands in its place."""
    found = {"vocabulary": vocabulary(comparison), "records": records(comparison, site)}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    _save(site.root / RECORDS, text)
    if offline:
        _save(site.root / RECORDS_SCRIPT, f"searchRecords={text}")
    theme = site.root / THEME_INDEX
    if worker and (site.root / worker).is_file() and theme.is_file():
        config = json.loads(theme.read_text(encoding="utf-8"))["config"]
        _save(theme, json.dumps({"config": config, "docs": []}))


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def records(comparison: Comparison, site: BuiltSite) -> list[dict[str, object]]:
    """One record a section that says something of its own, or that the data knows."""
    known = _known(comparison)
    found: list[dict[str, object]] = []
    for page in site.pages:
        for section in sections(page):
            more = known.get(section.address)
            if more is None:
                says = section.text or COPIES.match(section.address) or page.url == PICTURES
                if not says or LETTERS.match(section.address):
                    continue
                more = {"kind": "section"}
            text = "" if COPIES.match(section.address) else section.text
            record = {
                "address": section.address,
                "title": section.title,
                "page": section.page,
                "text": text,
                **more,
            }
            found.append({key: value for key, value in record.items() if value})
    return found


def sections(page: BuiltPage) -> Iterator[Section]:
    """Every searchable section of a page."""
    title = ""
    heading, anchor = "", ""
    parts: list[str] = []

    def done() -> Section:
        address = page.url + (f"#{anchor}" if anchor else "")
        return Section(address, heading, title, flat("".join(parts)))

    for kind, value in _walk(page.main):
        if kind == "text":
            parts.append(value)
            continue
        if heading:
            yield done()
        heading, parts = value, []
        if kind == "h1":
            title, anchor = value, ""
        else:
            anchor = kind
    if heading:
        yield done()


def _walk(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """("h1" or the heading's id, heading) and ("text", text), in order; excluded parts left out."""
    for child in element.iterchildren():
        if isinstance(child.tag, str):
            if child.tag in HEADINGS and (child.get("id") or child.tag == "h1"):
                label = flat(child.text_content().replace("¶", ""))
                yield ("h1" if child.tag == "h1" else child.get("id", ""), label)
            elif child.get("data-search-exclude") is None and child.tag not in ("script", "style"):
                if child.tag in BLOCKS:
                    yield "text", " "
                if child.text:
                    yield "text", child.text
                yield from _walk(child)
                if child.tag in BLOCKS:
                    yield "text", " "
        if child.tail:
            yield "text", child.tail


def _known(told: Comparison) -> dict[str, dict[str, object]]:
    """What the data says about each address: kind, roles, dimension, and what people type."""
    found: dict[str, dict[str, object]] = {}

    def add(place: Place, kind: str, names: list[str], **more: object) -> None:
        found[place.address] = {"kind": kind, "names": names, **more}

    for id, role in told.roles.items():
        names = [role.name, role.plural, *role.abbr, *role.aliases]
        add(Place(addresses.role_page(id)), "role", names, roles=[id])
    for id, dimension in told.dimensions.items():
        names = [dimension.name, *dimension.asks]
        add(Place(addresses.dimension_page(id)), "dimension", names, dimension=id)
        for role_id in dimension.cells:
            names = [f"{told.roles[role_id].name} {lower(dimension.name)}"]
            place = addresses.cell(id, role_id)
            add(place, "passage", names, roles=[role_id], dimension=id)
    for id, activity in told.activities.items():
        names = [activity.name, *activity.asks]
        involved = [who for who in (activity.lead, *activity.claim) if who in told.roles]
        add(addresses.activity(id), "activity", names, roles=involved)
    for id, pair in told.pairs.items():
        add(Place(addresses.pair_page(id)), "pair", list(pair.asks), roles=list(pair.roles))
    for id, combination in told.combinations.items():
        roles = list(combination.roles)
        add(Place(addresses.COMBINING, id), "combination", list(combination.asks), roles=roles)
    for id, abbreviation in told.abbreviations.items():
        names = [abbreviation.abbr, *abbreviation.asks]
        roles = [meaning.role for meaning in abbreviation.meanings if meaning.role]
        add(Place(addresses.TITLES, id), "abbreviation", names, roles=roles)
    for id, title in told.titles.items():
        names = [title.name, *title.abbr, *title.aliases, *title.asks]
        add(Place(addresses.TITLES, id), "title", names)
    for id, each in told.disagreements.items():
        names = [each.name, *each.asks]
        add(Place(addresses.DISAGREEMENTS, id), "disagreement", names, roles=list(each.roles))
    for id, question in told.questions.items():
        add(Place(addresses.QUESTIONS, id), "question", [question.name, *question.asks])
    for id, term in told.glossary.items():
        names = [term.term, *filter(None, [term.abbr]), *term.aliases]
        add(Place(addresses.GLOSSARY, id), "term", names)
    for id, source in told.sources.items():
        add(addresses.source(id), "source", [source.short, source.title])
    return found


def vocabulary(told: Comparison) -> dict[str, object]:
    """What the query language knows: roles and dimensions by all their names, abbreviations."""
    return {
        "roles": {
            id: {
                "name": role.name,
                "plural": role.plural,
                "abbr": role.abbr,
                "aliases": role.aliases,
            }
            for id, role in told.roles.items()
        },
        "dimensions": {
            id: {"name": dimension.name, "asks": dimension.asks}
            for id, dimension in told.dimensions.items()
        },
        "abbreviations": {
            each.abbr: [
                meaning.role or meaning.title for meaning in each.meanings if not meaning.name
            ]
            for each in told.abbreviations.values()
        },
    }
