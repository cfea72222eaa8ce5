"""The search index: one record per section of the built pages, with what people call it.

The worker (`search/`) fetches it on first use: `search/records.json`, of each record the beginning
of its text and the first ways of asking, which is enough to answer most queries; and then
`search/rest.json`, with the vocabulary.

A record says all that the search needs to know about a section, so that nothing has to be guessed
from English headings in the browser (`search/records.js` declares the same as a type): `address`,
`title` (stands alone), `page` (its title, unless its own record tells), `kind`, `text`, and where
the data has them `names` (what it is called), `asks` (how people ask for it), `roles`,
`dimension`, `marks` (who leads, shares and claims, in words), `mark` (the verdict) and `later`
(rare words that it says further down). The first sentence of a text is the one that answers.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from scripts import addresses
from scripts.addresses import url
from scripts.model import Comparison
from scripts.publish.digest import shortened
from scripts.publish.places import Known, known_places, named_in
from scripts.publish.sections import Section, sections
from scripts.publish.site import BuiltSite
from scripts.render.text import SEEN

RECORDS = "search/records.json"
REST = "search/rest.json"
BEGINNING = 110  # characters: the sentence that answers, of most
FIRST_ASKS = 1
# All as a classic script: pages opened as files may load scripts, but fetch nothing.
RECORDS_SCRIPT = "search/records.js"

# Sections that only list what stands elsewhere: found by their heading, not by the copy below it.
COPIES = re.compile(r"(roles/.+/#(profile|neighbors|activities)|(versus/)?#.+|roles/|dimensions/)$")
# Not even by their heading: letters of the alphabet, and lists of everything.
LETTERS = re.compile(r"(a-to-z|glossary)/#letter-.$")
# "Hired as a scrum master, managing the team": what a role's title turned out to be.
MISTITLED = re.compile(r"titles/#hired-as-")
PICTURES = url(addresses.PICTURES)
LAYOUT = 3  # sections with the same label: it belongs to the layout, not to what is said
# A page of its own that answers one question: its sections are parts of the one answer.
WHOLE = {"activity", "fight"}

# Kinds that few look for by name: they come whole, with the rest.
SELDOM = {"section", "source"}

Record = dict[str, Any]


def write(comparison: Comparison, site: BuiltSite, offline: bool = False) -> None:
    """Write the records; the vocabulary comes with the second part."""
    found = records(comparison, site)
    words = vocabulary(comparison)
    if offline:
        _save(site.root / RECORDS_SCRIPT, f"searchRecords={_json({'records': found, **words})}")
    found.sort(key=lambda record: record["kind"] in SELDOM)
    parts = [divided(record) for record in _briefly(found)]
    _save(site.root / RECORDS, _json({"records": [first for first, _ in parts if first]}))
    _save(site.root / REST, _json({"records": [rest for _, rest in parts], **words}))


def _briefly(found: list[Record]) -> list[Record]:
    """Records without the title of their page, where the record of the page has it."""
    pages = {each["address"]: each["page"] for each in found if "#" not in each["address"]}

    def known(record: Record) -> bool:
        page, section = record["page"], "#" in record["address"]
        return bool(page == (pages.get(_page(record)) if section else record["title"]))

    return [
        {key: value for key, value in each.items() if key != "page" or not known(each)}
        for each in found
    ]


def _page(record: Record) -> str:
    return str(record["address"].partition("#")[0])


def vocabulary(comparison: Comparison) -> dict[str, Any]:
    """What people say for the words of the site, and what they ask that it does not answer."""
    return {"synonyms": comparison.synonyms, "unanswered": comparison.unanswered}


def ways_of_asking(comparison: Comparison, address: str, known: Known) -> list[str]:
    """How people ask for what stands at an address."""
    return [*comparison.asks.get(known.id, ()), *comparison.asks.get(address, ())]


def divided(record: Record) -> tuple[Record, Record]:
    """What a record needs to be found in most cases, and the rest of its text and asks."""
    if record["kind"] in SELDOM:
        return {}, record
    text, asks = record.get("text", ""), record.get("asks", [])
    at = len(text)
    if at > BEGINNING:
        at = text.rfind(" ", 0, BEGINNING) + 1 or BEGINNING  # whole words
    first = {**record, "text": text[:at], "asks": asks[:FIRST_ASKS]}
    later = first.pop("later", "")
    rest = {"text": text[at:], "asks": asks[FIRST_ASKS:]}
    return first, rest | ({"later": later} if later else {})


def records(comparison: Comparison, site: BuiltSite) -> list[Record]:
    """One record for each section with text of its own, or that stands for an entry."""
    known = known_places(comparison)
    found = list(_found(comparison, site, known))
    titles = Counter(section.title for section, _ in found)
    labels = Counter(paragraph.label for section, _ in found for paragraph in section.paragraphs)
    layout = {label for label, count in labels.items() if count >= LAYOUT}
    data = [
        {
            "address": section.address,
            "title": _title(section, titles[section.title] > 1),
            "page": section.page,
            **_entry(comparison, section.address, what),
            **_text(section, what, layout),
        }
        for section, what in found
    ]
    return shortened(data)


def _found(
    comparison: Comparison, site: BuiltSite, known: Mapping[str, Known]
) -> Iterator[tuple[Section, Known]]:
    for page in site.pages:
        head = known.get(page.url)
        whole = bool(head and head.kind in WHOLE)
        for section in _joined(sections(page), known) if whole else sections(page):
            what = known.get(section.address) or _unlisted(comparison, section, head)
            if what:
                yield section, what


def _joined(parts: Iterator[Section], known: Mapping[str, Known]) -> list[Section]:
    """The sections of a page as one, but for those that have an entry of their own."""
    first, *others = parts
    own = [section for section in others if section.address in known]
    rest = chain.from_iterable(each.paragraphs for each in others if each not in own)
    return [replace(first, paragraphs=(*first.paragraphs, *rest)), *own]


def _unlisted(comparison: Comparison, section: Section, head: Known | None) -> Known | None:
    """A section that no entry stands for; nothing if it only lists what stands elsewhere."""
    page, _, anchor = section.address.partition("#")
    says = section.paragraphs or COPIES.match(section.address) or page == PICTURES
    if not says or LETTERS.match(section.address):
        return None
    named = named_in(anchor, comparison)
    if MISTITLED.match(section.address):
        return Known("mistitled", roles=named[:1])
    if page == url(addresses.NEED_BOTH) and len(named) == 2:
        return Known("both", roles=named)
    about = head.roles if head and anchor else ()
    return Known("section", roles=about or (named if anchor in comparison.roles else ()))


def _title(section: Section, shared: bool) -> str:
    """A heading that says on its own what it heads: with its page, if it heads several sections."""
    if not shared or "#" not in section.address or section.title == section.page:
        return section.title
    if section.page.endswith("?"):
        return f"{section.page} {section.title}"
    return f"{section.page}: {addresses.lower(section.title)}"


def _entry(comparison: Comparison, address: str, known: Known) -> Record:
    fields = {
        "kind": known.kind,
        "names": list(known.names),
        "asks": ways_of_asking(comparison, address, known),
        "roles": list(known.roles),
        "dimension": known.dimension,
        "marks": known.marks,
        "mark": known.mark,
    }
    return {key: value for key, value in fields.items() if value}


def _text(section: Section, known: Known, layout: set[str]) -> Record:
    """What a section says, without what its record says anyway and without labels of the layout."""
    if COPIES.match(section.address):
        return {}
    said = (
        text if not label or label in layout else f"{label} {text}"
        for label, text in section.paragraphs
        if text != known.marks
    )
    text = " ".join(said)
    if known.kind == "source":
        text = text.partition(f" {SEEN} ")[0]  # when it was read, and where it is cited
    return {"text": text} if text else {}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
