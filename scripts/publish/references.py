"""References as small numbers, with one quiet line of sources at the end of each section.

Pages name sources in parentheses: `([NN/g 2021](../sources.md#nng-resp), page 3; [SAFe](…))`. That
reads well without this step; with it a number stands in the text, and the section's last line tells
what it refers to, in the data's words and with the work's own address. A link that is part of a
sentence stays one, and so does everything in headings and in tables that have a class.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape

from scripts import addresses
from scripts.model import Comparison, Source
from scripts.publish.site import BuiltSite
from scripts.render.text import flat

# A quoted attribute may hold ">", hence more than "[^>]*".
_REST = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
_INLINE = (
    "a|abbr|b|bdi|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u"
    "|var|wbr"
)
_VOID = frozenset({"area", "col", "embed", "hr", "input", "link", "meta", "source", "track"})
# Everything that divides a page's text: parts to leave alone, headings, and tags of blocks.
_PART = re.compile(
    rf"(?P<foot><p class=\"sources\".*?</p>)"
    rf"|(?P<apart><!--.*?-->|<(?P<outside>aside|nav|script|style|template)\b.*?</(?P=outside)>)"
    rf"|<(?P<alone>button|caption|form|pre|select|summary|svg|table(?=\s)|textarea)\b.*?</(?P=alone)>"
    rf"|<(?P<heading>h[1-6])\b{_REST}.*?</(?P=heading)>"
    rf"|<(?P<end>/?)(?!(?:{_INLINE})\b)(?P<tag>[a-zA-Z][\w-]*)(?P<more>{_REST})",
    re.DOTALL,
)
_SECTIONS = frozenset({"h1", "h2", "h3"})

# One citation: a link to a source, and where in it the claim stands. Tags and entities count as
# one character each, so that a semicolon or a bracket in them ends nothing.
_ATOM = rf"(?:[^<>&;()]|&#?\w+;|&(?!#?\w+;)|<(?!a\b|/a\b)/?[a-zA-Z]{_REST})"
_CITE = (
    r"<a\b[^>]*?\shref=\"(?P<page>[^\"#]*sources/)#(?P<id>[^\"]+)\"[^>]*>(?:(?!</?a\b).)*</a>"
    rf"(?:\s*,(?P<at>(?:{_ATOM}|;(?!\s*<a\b)|\((?:{_ATOM}|;)*+\))*+))?"
)
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _CITE)
_LIST = rf"{_UNNAMED}(?:\s*;\s*{_UNNAMED})*"
_CITED = re.compile(_CITE, re.DOTALL)
_GROUPS = re.compile(
    rf"(?:\s|&nbsp;|&#160;)*(?P<cites>\(\s*{_LIST}\s*\)(?:\s*\(\s*{_LIST}\s*\))*)"
    r"(?P<after>[.,;:!?…]*)",
    re.DOTALL,
)
_CODE = re.compile(r"(<code\b.*?</code>)", re.DOTALL)
_TAG = re.compile(rf"</?[a-zA-Z]{_REST}")
_ENDED = re.compile(r"[.!?…][”’\"')]?$")


@dataclass
class _Entry:
    """A source in the foot line of a section."""

    number: int
    id: str
    source: Source
    page: str  # the link to the page of sources
    name: str  # of the entry in the page
    places: list[str] = field(default_factory=list)  # where in the source


class _Page:
    """One page, taken apart and put together again part by part."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._parts: list[str] = []
        self._cited = 0  # sections that cite
        self._depth = 0
        self._start()

    def _start(self) -> None:
        """Begin a section: how deep it stands, and where."""
        self._entries: dict[str, _Entry] = {}
        self._level = self._depth
        self._end = len(self._parts)

    def number(self, text: str) -> str:
        """The page's text with numbers and foot lines."""
        at = 0
        for found in _PART.finditer(text):
            self._run(text[at : found.start()])
            at = found.end()
            if found["heading"] in _SECTIONS:
                self._close()
                self._parts.append(found[0])
                self._start()
            elif found["tag"]:
                self._tag(found)
            else:
                self._add(found[0], counts=not found["apart"])
        self._run(text[at:])
        self._close()
        return "".join(self._parts)

    def _add(self, part: str, counts: bool = True) -> None:
        """Take a part over; remember where the section's last line would stand now."""
        self._parts.append(part)
        self._level = min(self._level, self._depth)
        if counts and self._depth == self._level and part.strip():
            self._end = len(self._parts)

    def _tag(self, found: re.Match[str]) -> None:
        if found["tag"].lower() in _VOID or found["more"].endswith("/>"):
            self._add(found[0])
            return
        if found["end"]:
            self._depth -= 1
            left = self._depth < self._level
            # The end of what holds the section: its last line stands inside.
            self._add(found[0], counts=not left)
        else:
            self._parts.append(found[0])
            self._depth += 1

    def _run(self, text: str) -> None:
        """Take over text between two tags of blocks."""
        if "sources/#" in text:
            pieces, text = _CODE.split(text), ""
            for at, piece in enumerate(pieces):
                text += piece if at % 2 else self._numbered(piece, text)
        if text:
            self._add(text)

    def _numbered(self, text: str, before: str) -> str:
        """The text with numbers in place of citations; nothing `before` it may be missing."""

        def cite(found: re.Match[str]) -> str:
            return self._cite(found, flat(unescape(_TAG.sub("", before + text[: found.start()]))))

        return _GROUPS.sub(cite, text)

    def _cite(self, found: re.Match[str], before: str) -> str:
        """What stands in the place of citations: numbers, behind the punctuation."""
        cites = list(_CITED.finditer(found["cites"]))
        known = all(each["id"] in self._sources for each in cites)
        if not before or not known or not _balanced(found["cites"]):
            return found[0]
        entries = dict.fromkeys(self._entry(each).id for each in cites)
        after = "" if found["after"] == "." and _ENDED.search(before) else found["after"]
        numbers = " ".join(_number(self._entries[id]) for id in entries)
        return f"{after}<sup>{numbers}</sup>"

    def _entry(self, cite: re.Match[str]) -> _Entry:
        """The section's entry for what is cited, made if this is the first time."""
        id = cite["id"]
        if id not in self._entries:
            number = len(self._entries) + 1
            # The section's letter, and the number that stands in the text: what repeats packs well.
            name = f"s--{_letters(self._cited)}{number}"
            self._entries[id] = _Entry(number, id, self._sources[id], cite["page"], name)
        entry = self._entries[id]
        place = flat(unescape(_TAG.sub("", cite["at"] or "")))
        if place and place not in entry.places:
            entry.places.append(place)
        return entry

    def _close(self) -> None:
        """End a section with its sources."""
        if self._entries:
            lead = "Sources" if len(self._entries) > 1 else "Source"
            line = " · ".join(map(_listed, self._entries.values()))
            foot = f'\n<p class="sources">{lead}: {line}</p>'
            self._parts.insert(self._end or len(self._parts), foot)
            self._entries = {}
            self._cited += 1


def _letters(number: int) -> str:
    """A name for a section: a to z, then ba and so on."""
    rest, last = divmod(number, 26)
    return (_letters(rest) if rest else "") + chr(ord("a") + last)


def _balanced(text: str) -> bool:
    """Whether what would go takes no tag from what stays."""
    tags: list[str] = _TAG.findall(text)
    return 2 * sum(tag.startswith("</") for tag in tags) == len(tags)


def _number(entry: _Entry) -> str:
    return f'<a href="#{entry.name}">{entry.number}</a>'


def _listed(entry: _Entry) -> str:
    """What the foot line says of one source: its name leads to the work, its kind to our entry.

    A page holds a hundred of these, so nothing stands here that the page's script can add: what
    the links are called, and the way back to the text (overrides/components/references).
    """
    source = entry.source
    about = f"{entry.page}#{entry.id}"
    work = f'<a href="{escape(source.url or about)}">{escape(flat(source.short))}</a>'
    places = "".join(f", {escape(place)}" for place in entry.places)
    kind = f"{source.kind}, {escape(flat(source.year))}"
    if source.url:
        kind = f'<a href="{about}">{kind}</a>'
    return f'<span id="{entry.name}">{entry.number} {work}{places} ({kind})</span>'


def number(text: str, sources: Mapping[str, Source]) -> str:
    """The HTML of a page with references as numbers; without an `article`, as it is."""
    start, end = text.find("<article"), text.rfind("</article>")
    if "sources/#" not in text or not 0 <= start < end:
        return text
    start = text.index(">", start) + 1
    return text[:start] + _Page(sources).number(text[start:end]) + text[end:]


def write(comparison: Comparison, site: BuiltSite) -> None:
    """Number the references on every page but the one that lists them all."""
    for page in site.pages:
        if page.url != addresses.url(addresses.SOURCES):
            page.text = number(page.text, comparison.sources)
