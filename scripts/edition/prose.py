"""Edits of the hand-written text of pages: sections, markers and links of what is not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from scripts import regions
from scripts.page_rules import markup

_LINK = re.compile(
    r"(?P<image>!?)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\((?P<target>(?:[^\s()]|\([^\s()]*\))+)\)"
    r"(?P<attributes>\{[^{}]*\})?"
)
_ANCHOR = re.compile(r"<a\b[^>]*\bhref=[\"'](?P<target>[^\"']*)[\"'][^>]*>(?P<label>.*?)</a>")
_SHORT = 200  # characters: a paragraph that long exists for more than its links


def without_sections(text: str, goes: Callable[[markup.Heading], bool]) -> str:
    """The text without the sections whose heading `goes`, down to the next of their level."""
    lines = text.split("\n")
    kept: list[str] = []
    below = 0  # the level of a heading whose section goes
    for number, heading in headings(text):
        line = lines[number]
        if heading and (not below or heading.level <= below):
            below = heading.level if heading.level > 1 and goes(heading) else 0
        if not below:
            kept.append(line)
    return _spaced("\n".join(kept))


def headings(text: str) -> Iterator[tuple[int, markup.Heading | None]]:
    """Every line by its number, with the heading that it is: hand-written, outside of code."""
    bare = markup.without_code(text)
    own = {number for number, _ in regions.handwritten(bare)}
    for number, line in enumerate(bare.split("\n")):
        yield number, markup.heading(line) if number + 1 in own else None


def without_regions(text: str, due: Collection[str]) -> str:
    """The text without the regions that nothing fills."""
    lines = text.split("\n")
    for region in reversed(regions.find(text)):
        if region.name not in due:
            del lines[region.begin : region.end + 1]
    return _spaced("\n".join(lines))


def regions_of(text: str, heading: markup.Heading) -> tuple[str, ...]:
    """The names of the regions in the section of a heading."""
    lines = without_sections(text, lambda each: each == heading)
    left = {region.name for region in regions.find(lines)}
    return tuple(each.name for each in regions.find(text) if each.name not in left)


def unlinked(text: str, dead: Callable[[str, bool], bool]) -> str:
    """The text without links that are dead: a button or an item of a list that is little more than
    such a link goes as a whole, elsewhere the words stay."""
    own = {number for number, _ in regions.handwritten(markup.without_code(text))}
    kept = []
    for number, line in enumerate(text.split("\n"), 1):
        if number not in own or not ("](" in line or "<a " in line):
            kept.append(line)
            continue
        changed = _unlinked(line, dead)
        if changed is not None:
            kept.append(changed)
    return _spaced("\n".join(kept))


def _unlinked(line: str, dead: Callable[[str, bool], bool]) -> str | None:
    links = list(_LINK.finditer(line))
    gone = [found for found in links if dead(found["target"], False)]
    anchors = [found for found in _ANCHOR.finditer(line) if dead(found["target"], True)]
    if not gone and not anchors:
        return line
    others = [
        found for found in links if found not in gone and "sources.md#" not in found["target"]
    ]
    item = re.match(r"\s*(?:[-*+]|\d+\.)\s+(?:\*\*)?\[", line)
    if gone and not others and len(markup.words(line)) < _SHORT and (item or _is_pointer(line)):
        return None
    for found in reversed(gone):
        button = found["attributes"] and ".more" in found["attributes"]
        line = line[: found.start()] + ("" if button else found["label"]) + line[found.end() :]
    line = _ANCHOR.sub(
        lambda found: found["label"] if dead(found["target"], True) else found[0], line
    )
    return (
        re.sub(r"(?<=\S) {2,}", " ", line).rstrip().removeprefix(" " if line[1:2] == "[" else "")
        if line.strip()
        else None
    )


def _is_pointer(line: str) -> bool:
    """Whether a line does little more than to lead somewhere else."""
    words = markup.words(_LINK.sub("", line))
    return len(words) < 60 and not line.startswith("#")


def paragraphs(text: str, stays: Callable[[str], bool]) -> str:
    """The text with only those hand-written paragraphs, items and lines that may stay."""
    own = {number for number, _ in regions.handwritten(text)}
    body = markup.body_line(text)
    kept = []
    for number, line in enumerate(text.split("\n"), 1):
        structure = not line.strip() or line.startswith(("#", "<", "{:")) or number < body
        if number not in own or structure or stays(line):
            kept.append(line)
    return _spaced("\n".join(kept))


def _spaced(text: str) -> str:
    """No more than one blank line in a row."""
    return re.sub(r"\n{3,}", "\n\n", text)
