"""Sections of built pages: every heading with an id, and the text up to the next one.

Read from the built HTML, so every site builder gives the same. Citations, links to more and copies
of text that stands elsewhere are left out. A label before a paragraph ("Varies.", "Example.") is
kept apart from it, as it says nothing without the layout of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from scripts.publish.site import BuiltPage
from scripts.render.text import ALSO, ALSO_CALLED, MORE, SEE_ALSO, flat

# Classes of what is found elsewhere, or by its section's heading.
UNSEARCHED = {
    "ask",
    "controls",
    "marks",
    "page-footer",
    "picture",
    "signs",
    "sources",
    "table",
    "unsearched",
}
HEADINGS = {"h1", "h2", "h3", "h4"}
BLOCKS = {"p", "li", "td", "th", "dt", "dd", "blockquote", "figcaption", "div", "br"}
# A summary only says what opens; raised numbers are those of sources.
SILENT = {"script", "style", "summary", "sup"}

# Marks in the text while walking: where a citation stood, where a block ends, a label.
CITED, BLOCK_END, LABELED, LABEL_END = "\0", "\1", "\2", "\3"
CITATIONS = re.compile(rf"\s*\([^(){BLOCK_END}]*{CITED}[^()]*\)|Sources?: {CITED}[^{BLOCK_END}]*")
# Paragraphs of links to more, and of names that the record has anyway.
LINKS = re.compile(rf"({'|'.join((SEE_ALSO, MORE, ALSO_CALLED, ALSO))}): ")
LABEL = re.compile(rf"{LABELED}([^{LABEL_END}]*){LABEL_END}")

# What a heading says, without the link to itself.
HEADING = etree.XPath(".//text()[not(parent::a[@class='headerlink'])]")


class Paragraph(NamedTuple):
    """What a block of a page says, and the label in bold type before it, if any."""

    label: str
    text: str


@dataclass(frozen=True)
class Section:
    """A heading with an id, and the paragraphs up to the next one."""

    address: str
    title: str
    page: str
    paragraphs: tuple[Paragraph, ...]


def sections(page: BuiltPage) -> Iterator[Section]:
    """Every searchable section of a page."""
    title = heading = anchor = ""
    parts: list[str] = []
    for kind, value in _walk(page.main):
        if kind == "text":
            parts.append(value)
            continue
        if heading:
            yield _section(page.url, anchor, heading, title, parts)
        heading, parts = value, []
        if kind == "h1":
            title, anchor = value, ""
        else:
            anchor = kind
    if heading:
        yield _section(page.url, anchor, heading, title, parts)


def _section(url: str, anchor: str, heading: str, page: str, parts: list[str]) -> Section:
    text = CITATIONS.sub("", "".join(parts)).replace(CITED, "")
    paragraphs = (_paragraph(block) for block in text.split(BLOCK_END))
    kept = tuple(each for each in paragraphs if each.text and not LINKS.match(each.text))
    return Section(url + (f"#{anchor}" if anchor else ""), heading, page, kept)


def _paragraph(block: str) -> Paragraph:
    """A block and the label before it: bold type that ends like a sentence, or all of it."""
    block = block.strip()
    label = LABEL.match(block)
    if label and (label[1].endswith(".") or label.end() == len(block)):
        return Paragraph(flat(label[1]), flat(_plain(block[label.end() :])))
    return Paragraph("", flat(_plain(block)))


def _plain(block: str) -> str:
    return block.replace(LABELED, "").replace(LABEL_END, "")


def _excluded(element: etree._Element) -> bool:
    """Whether an element repeats what has a section elsewhere, or is no text to read."""
    hidden = element.get("hidden") is not None
    return hidden or not UNSEARCHED.isdisjoint(element.get("class", "").split())


def _walk(element: etree._Element) -> Iterator[tuple[str, str]]:
    """("h1" or the heading's id, heading) and ("text", text), in order; excluded parts left out."""
    for child in element.iterchildren():
        if isinstance(child.tag, str):
            if child.tag in HEADINGS and (child.get("id") or child.tag == "h1"):
                label = "".join(HEADING(child))
                yield ("h1" if child.tag == "h1" else child.get("id", ""), flat(label))
            elif "/sources/#" in f"/{child.get('href', '')}":
                yield "text", CITED
            elif child.tag not in SILENT and not _excluded(child):
                yield from _inside(child)
        if child.tail:
            yield "text", child.tail


def _inside(element: etree._Element) -> Iterator[tuple[str, str]]:
    if element.tag == "strong":
        yield "text", LABELED
    if element.text:
        yield "text", element.text
    yield from _walk(element)
    if element.tag == "strong":
        yield "text", LABEL_END
    if element.tag in BLOCKS:
        yield "text", BLOCK_END
