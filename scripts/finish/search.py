"""The search index: one record per section of the built pages, with what people call it.

Read from the built HTML, so every site builder gives the same index. The worker (`search/`)
fetches it on first use: `search/records.json`, of each record the beginning of its text and the
first ways of asking, which is enough to answer most queries; and then `search/rest.json`, with the
data's synonyms and what nothing answers.

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
from typing import Any

from lxml import etree

from scripts import addresses
from scripts.addresses import Place
from scripts.finish.site import BuiltPage, BuiltSite
from scripts.model import Comparison
from scripts.render.text import flat

RECORDS = "search/records.json"
REST = "search/rest.json"
BEGINNING = 200  # characters: what a result shows, and a little more
FIRST_ASKS = 5
# All as a classic script: pages opened as files may load scripts, but fetch nothing.
RECORDS_SCRIPT = "search/records.js"
THEME_INDEX = "search/search_index.json"
UNSEARCHED = {"table", "picture", "controls", "chooser", "ask", "page-actions", "unsearched"}
FORM = '<form class="md-search__form"'
HEADINGS = {"h1", "h2", "h3", "h4"}
BLOCKS = {"p", "li", "td", "th", "dt", "dd", "summary", "blockquote", "figcaption", "div", "br"}

# Sections that only list what stands elsewhere: found by their heading, not by the copy below it.
COPIES = re.compile(r"(roles/.+/#(profile|neighbors|activities)|(versus/)?#.+|roles/|dimensions/)$")
# Not even by their heading: letters of the alphabet, and lists of everything.
LETTERS = re.compile(r"(a-to-z|glossary)/#letter-.$")
# "Hired as a scrum master, managing the team": what a role's title turned out to be.
MISTITLED = re.compile(r"titles/#hired-as-")
PICTURES = addresses.url(addresses.PICTURES)

# Where a citation stood: the links go while walking, and their brackets and lists with them here.
CITED, BLOCK_END = "\0", "\1"
CITATIONS = re.compile(rf"\s*\([^(){BLOCK_END}]*{CITED}[^()]*\)|Sources?: {CITED}[^{BLOCK_END}]*")
# Paragraphs of links to more, and of names that the record has anyway.
LINKS = re.compile(rf"(?<={BLOCK_END})\s*(See also|More|Also called|Also): [^{BLOCK_END}]*")

# What a heading says, without the link to itself.
LABEL = etree.XPath(".//text()[not(parent::a[@class='headerlink'])]")

Record = dict[str, Any]


@dataclass(frozen=True)
class Section:
    """A heading with an id, and the text up to the next one."""

    address: str
    title: str
    page: str
    text: str


def replace_theme_index(site: BuiltSite, worker: str) -> None:
    """Keep pages from asking for the theme's index, if the site's own worker stands in its place.

    The theme fetches its index with every page that has a form of this name.
    """
    if worker and worker in site.home.text:
        for page in site.documents:
            page.text = page.text.replace(f'{FORM} name="search"', FORM)
        (site.root / THEME_INDEX).unlink(missing_ok=True)


def write(comparison: Comparison, site: BuiltSite, offline: bool = False) -> None:
    """Write the records; the vocabulary comes with the second part."""
    found = records(comparison, site)
    vocabulary = {"synonyms": comparison.synonyms, "unanswered": comparison.unanswered}
    if offline:
        whole = {"records": found, **vocabulary}
        _save(site.root / RECORDS_SCRIPT, f"searchRecords={_json(whole)}")
    # Few look for a source by name: sources come whole, with the rest.
    found.sort(key=lambda record: record["kind"] == "source")
    parts = [divided(record) for record in found]
    _save(site.root / RECORDS, _json({"records": [first for first, _ in parts if first]}))
    rest = {"records": [rest for _, rest in parts], **vocabulary}
    _save(site.root / REST, _json(rest))


def divided(record: Record) -> tuple[Record, Record]:
    """What a record needs to be found in most cases, and the rest of its text and asks."""
    if record["kind"] == "source":
        return {}, record
    text, asks = record.get("text", ""), record.get("asks", [])
    at = len(text)
    if at > BEGINNING:
        at = text.rfind(" ", 0, BEGINNING) + 1 or BEGINNING  # whole words
    first = {**record, "text": text[:at], "asks": asks[:FIRST_ASKS]}
    return first, {"text": text[at:], "asks": asks[FIRST_ASKS:]}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def records(comparison: Comparison, site: BuiltSite) -> list[Record]:
    """One record a section that says something of its own, or that the data knows."""
    known = _known(comparison)
    found: list[Record] = []
    for page in site.pages:
        for section in sections(page):
            more = known.get(section.address)
            if more is None:
                says = section.text or COPIES.match(section.address) or page.url == PICTURES
                if not says or LETTERS.match(section.address):
                    continue
                more = {"kind": "mistitled" if MISTITLED.match(section.address) else "section"}
            text = "" if COPIES.match(section.address) else section.text
            if more["kind"] == "source":
                text = text.partition(" Seen ")[0]  # when it was read, and where it is cited
            record = {
                "address": section.address,
                "title": section.title,
                "page": section.page,
                "text": text,
                **more,
                "asks": [*more.get("asks", ()), *comparison.asks.get(section.address, ())],
            }
            found.append({key: value for key, value in record.items() if value or key == "address"})
    return found


def sections(page: BuiltPage) -> Iterator[Section]:
    """Every searchable section of a page."""
    title = ""
    heading, anchor = "", ""
    parts: list[str] = []

    def done() -> Section:
        address = page.url + (f"#{anchor}" if anchor else "")
        text = LINKS.sub("", CITATIONS.sub("", "".join(parts)))
        text = text.replace(CITED, "").replace(BLOCK_END, " ")
        return Section(address, heading, title, flat(text))

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


def _excluded(element: etree._Element) -> bool:
    """Whether an element repeats what has a section elsewhere.

    Builders take `data-search-exclude` for themselves, and one takes it out of the page; hence
    the classes too.
    """
    return element.get("data-search-exclude") is not None or not UNSEARCHED.isdisjoint(
        element.get("class", "").split()
    )


def _walk(element: etree._Element) -> Iterator[tuple[str, str]]:
    """("h1" or the heading's id, heading) and ("text", text), in order; excluded parts left out."""
    for child in element.iterchildren():
        if isinstance(child.tag, str):
            if child.tag in HEADINGS and (child.get("id") or child.tag == "h1"):
                label = "".join(LABEL(child))
                yield ("h1" if child.tag == "h1" else child.get("id", ""), flat(label))
            elif "/sources/#" in f"/{child.get('href', '')}":
                yield "text", CITED
            elif child.tag not in ("script", "style") and not _excluded(child):
                if child.text:
                    yield "text", child.text
                yield from _walk(child)
                if child.tag in BLOCKS:
                    yield "text", BLOCK_END
        if child.tail:
            yield "text", child.tail


def _known(told: Comparison) -> dict[str, dict[str, Any]]:
    """What the data says about each address: kind, names, how people ask, roles, dimension."""
    found: dict[str, dict[str, Any]] = {}

    def add(
        place: Place,
        kind: str,
        names: Iterable[str] = (),
        asks: Iterable[str] = (),
        roles: Iterable[str] = (),
        dimension: str = "",
    ) -> None:
        found[place.address] = {
            "kind": kind,
            "names": list(names),
            "asks": list(asks),
            "roles": [id for id in roles if id in told.roles],
            "dimension": dimension,
        }

    for id, role in told.roles.items():
        names = [role.plural, *role.abbr, *role.aliases]
        add(Place(addresses.role_page(id)), "role", names, roles=[id])
        add(Place(addresses.role_page(id), "not"), "not", roles=[id])
        add(Place(addresses.NEED_BOTH, id), "need", roles=[id])
    for id, dimension in told.dimensions.items():
        page = Place(addresses.dimension_page(id))
        add(page, "dimension", asks=dimension.asks, dimension=id)
        for role_id in dimension.cells:
            add(addresses.cell(id, role_id), "passage", roles=[role_id], dimension=id)
    for id, activity in told.activities.items():
        involved = [who for who in (activity.lead, *activity.claim) if who]
        add(addresses.activity(id), "activity", asks=activity.asks, roles=involved)
    for id, pair in told.pairs.items():
        add(Place(addresses.pair_page(id)), "pair", asks=pair.asks, roles=pair.roles)
    for id, both in told.combinations.items():
        place = Place(addresses.COMBINING, id)
        add(place, "combination", asks=both.asks, roles=both.roles)
    for id, abbreviation in told.abbreviations.items():
        meant = [meaning.role for meaning in abbreviation.meanings if meaning.role]
        place = Place(addresses.TITLES, id)
        add(place, "abbreviation", [abbreviation.abbr], abbreviation.asks, meant)
    for id, title in told.titles.items():
        names = [*title.abbr, *title.aliases]
        add(Place(addresses.TITLES, id), "title", names, title.asks)
    for id, each in told.disagreements.items():
        add(Place(addresses.DISAGREEMENTS, id), "disagreement", asks=each.asks, roles=each.roles)
    for id, question in told.questions.items():
        add(Place(addresses.QUESTIONS, id), "question", asks=question.asks)
    for id, term in told.glossary.items():
        names = [*filter(None, [term.abbr]), *term.aliases]
        add(Place(addresses.GLOSSARY, id), "term", names, term.asks)
    for id in told.sources:
        add(addresses.source(id), "source")
    return found
