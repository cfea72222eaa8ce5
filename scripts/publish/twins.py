"""For people who ask a machine: every page as Markdown beside it, and `llms.txt` to find them.

Made from the built page, not from its source, so that links are addresses, generated tables are
Markdown tables, and every site builder gives the same.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from dataclasses import replace

from html_to_markdown import ConversionOptions, convert
from lxml import etree

from scripts import addresses
from scripts.model import Comparison
from scripts.publish.site import BuiltPage, BuiltSite

FILE = "index.md"
LIST = "llms.txt"
LINK = f'<link rel="alternate" type="text/markdown" href="{FILE}">\n'

_OPTIONS = ConversionOptions(
    bullets="-",
    compact_tables=True,
    escape_asterisks=True,
    escape_underscores=True,
    escape_misc=True,
    expand_abbreviations=False,
    extract_metadata=False,
    hidden_content="all",  # scripts show what is hidden at first
    exclude_selectors=[
        *("aside", "button", "form", "nav", "p.sources", "script", "style", "svg", "template")
    ],
)
# Of the list for machines, in the order of what people come for.
_SECTIONS = (
    addresses.SETTLE,
    addresses.WHO_DOES_WHAT,
    addresses.VERSUS,
    addresses.ROLES,
    addresses.DIMENSIONS,
    addresses.KITS,
)
# Links that only repeat their own heading's address are controls, not content.
_CONTROLS = frozenset({"copy", "headerlink"})
# The converter puts a backslash before whatever could mean something somewhere, and not every
# Markdown lets one escape "<", "&" and "~". So these go through it as characters of no meaning,
# but for those at the start of a text, which might begin a list or a heading.
_SHOWN = {
    **{each: each for each in "-.)=+#>&[^]"},
    **{"<": "&lt;", "&;": "&amp;", "~": "&#126;", "!": "\\!"},
}
_HIDDEN = {char: chr(0xE000 + at) for at, char in enumerate(_SHOWN)}
_RESTORED = str.maketrans({_HIDDEN[char]: shown for char, shown in _SHOWN.items()})
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BEGINNING = re.compile(r"\s*(?:\d+[.)]|[-+#]+|>)")
_SPECIAL = re.compile(r"(?P<entity>&(?=#|\w+;))|[-.)=+#<>&~]|!$")


def write(comparison: Comparison, site: BuiltSite) -> None:
    """Put a Markdown twin beside every page and tell its head of it; list all in `llms.txt`."""
    for page in site.pages:
        site.write(page.url + FILE, twin(page, comparison.changed.isoformat()))
        page.add_to_head(LINK)
    site.write(LIST, listing(site))


def twin(page: BuiltPage, changed: str) -> str:
    """The page as Markdown, with front matter."""
    front = {
        "title": page.title,
        "description": page.meta("description"),
        "url": page.canonical,
        "date": changed,
    }
    # JSON's strings are YAML's too.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", "", markdown(page.main, page.canonical)])


def listing(site: BuiltSite) -> str:
    """`llms.txt` as llmstxt.org has it: what the site is, then its pages by section."""
    sections: dict[str, list[BuiltPage]] = {"Answers": []}
    for section in _SECTIONS:
        index = site.by_url.get(addresses.url(section))
        sections[index.heading if index else addresses.url(section)] = [
            page for page in site.pages if page.url.startswith(addresses.url(section))
        ]
    # Not what answers a question, but what an answer rests on; to be skipped if time is short.
    reference = set(
        map(
            addresses.url,
            (
                addresses.ABOUT,
                addresses.A_TO_Z,
                addresses.CHANGES,
                addresses.DATA,
                addresses.SOURCES,
            ),
        )
    )
    placed = {page.url for pages in sections.values() for page in pages} | reference
    sections["Answers"] = [page for page in site.pages if page.url not in placed]
    sections["Optional"] = [page for page in site.pages if page.url in reference]
    parts = [f"# {site.name}", f"> {site.home.meta('description')}"]
    parts.append(
        "Every page here is Markdown; without `index.md` the same address is the page for people. "
        f"The whole comparison as data: {site.address}data/comparison.json"
    )
    for title, pages in sections.items():
        if pages:
            lines = [
                f"- [{_plain(page.heading)}]({page.canonical or page.url}{FILE}): "
                f"{_plain(page.meta('description'))}"
                for page in pages
            ]
            parts += [f"## {_plain(title)}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def markdown(element: etree._Element, base: str) -> str:
    """What an element says as Markdown; relative links are resolved against `base`."""
    element = deepcopy(element)
    for each in element.iter():
        if isinstance(each.tag, str) and _CONTROLS & set(each.get("class", "").split()):
            each[:] = []
            each.tag, each.text = "span", " "
        elif isinstance(each.tag, str) and each.tag not in ("code", "pre"):
            each.text = _masked(each.text)
        each.tail = _masked(each.tail)
    element.extend(_footnotes(element))
    source = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    found = convert(source, replace(_OPTIONS, base_url=base or None))
    return (found.content or "").strip().translate(_RESTORED) + "\n"


def _plain(text: str) -> str:
    """Text on one line of Markdown, that shows exactly the text."""
    return re.sub(r"[\\`*_\[\]<>&~|]", r"\\\g<0>", text)


def _masked(text: str | None) -> str | None:
    """Text that the converter leaves alone where no escape is called for."""
    if not text:
        return text
    text = re.sub(r"\s+", " ", _PRIVATE.sub("", text))
    begun = _BEGINNING.match(text)
    at = begun.end() if begun else 0
    return text[:at] + _SPECIAL.sub(
        lambda found: _HIDDEN["&;" if found["entity"] else found[0]], text[at:]
    )


def _footnotes(element: etree._Element) -> list[etree._Element]:
    """Turn numbered references into footnotes, and return their texts.

    Numbers start anew in each section of a page, footnotes do not: one for each place in a source.
    """
    notes: dict[str, etree._Element] = {}
    marks: dict[str, str] = {}
    for entry in element.xpath(".//p[@class='sources']/span"):
        work, *about = entry.iterchildren("a")
        for link in about:  # the kind of source leads to the entry of the source, here it is told
            work.tail = f"{work.tail or ''}{link.text}{link.tail or ''}"
        key = f"{work.get('href')} {work.tail}"
        if key not in notes:
            notes[key] = etree.Element("p")
            notes[key].append(work)
            notes[key].text = f"{_mark(len(notes))}: "
        marks[f"#{entry.get('id')}"] = _mark(list(notes).index(key) + 1)
    for reference in element.xpath(".//sup[a[starts-with(@href, '#s--')]]"):
        found = [marks[link.get("href")] for link in reference.iterchildren("a")]
        reference[:] = []
        reference.text = "".join(found)
    return list(notes.values())


def _mark(number: int) -> str:
    return f"{_HIDDEN['[']}{_HIDDEN['^']}{number}{_HIDDEN[']']}"
