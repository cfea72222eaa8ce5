"""Markdown and the HTML in it, as far as the rules have to understand them: lines, ids, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown.extensions.toc import slugify

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*(?:\{:?[ \t]*([^{}]*)\})?[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_COMMENT = re.compile(r"<!--(?! generated:).*?-->", re.DOTALL)
_TARGET = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))*)>?"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)")
_VALUE = r"\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)"
_TAG = re.compile(rf"<([a-zA-Z][\w-]*)((?:\s+[\w:@.-]+(?:{_VALUE})?)*)\s*/?>")
_ATTRIBUTE = re.compile(r"([\w:@.-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_HTML_ID = re.compile(r"<[a-zA-Z][^<>]*?\sid=[\"']?([^\s\"'<>]+)")
_ATTR_LIST_ID = re.compile(r"\{:?[^{}]*?#([\w:.-]+)[^{}]*\}\s*$")


class Link(NamedTuple):
    """Where a link or picture on a line leads: written in Markdown, or as an HTML attribute."""

    target: str
    html: bool
    image: bool


class Tag(NamedTuple):
    name: str
    attributes: dict[str, str | None]


def body_line(text: str) -> int:
    """The number of the first line after the front matter."""
    matter = FRONT_MATTER.match(text)
    return matter[0].count("\n") + 1 if matter else 1


def without_code(text: str) -> str:
    """The text with code and comments blanked: as many lines, and as long ones."""
    text = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    lines = text.split("\n")
    fence = ""
    for index, line in enumerate(lines):
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            lines[index] = ""
        elif opened:
            fence, lines[index] = opened[1], ""
        elif "`" in line:
            lines[index] = _CODE.sub(lambda found: " " * len(found[0]), line)
    return "\n".join(lines)


def links(line: str) -> Iterator[Link]:
    """Every link and picture on a line."""
    rest = [line]
    while rest:
        for found in _TARGET.finditer(rest.pop()):
            yield Link(found[3], False, bool(found[1]))
            if "](" in found[2]:
                rest.append(found[2])  # a picture that is a link
    if defined := _DEFINITION.match(line):
        yield Link(defined[1], False, False)
    for tag in tags(line):
        for name in ("href", "src", "srcset", "poster", "action"):
            if tag.attributes.get(name) is not None:
                image = tag.name in ("img", "source")
                yield Link(tag.attributes[name] or "", True, image)


def images_without_text(line: str) -> bool:
    """Whether a picture on the line has nothing to be read out in its place."""
    bare = any(found[1] and not found[2].strip() for found in _TARGET.finditer(line))
    return bare or any(tag.name == "img" and "alt" not in tag.attributes for tag in tags(line))


def tags(line: str) -> Iterator[Tag]:
    """Every HTML element that begins on a line."""
    if "<" not in line:
        return
    for found in _TAG.finditer(line):
        attributes: dict[str, str | None] = {}
        for each in _ATTRIBUTE.finditer(found[2]):
            value = next((value for value in each.groups()[1:] if value is not None), None)
            attributes.setdefault(each[1].lower(), value)
        yield Tag(found[1].lower(), attributes)


class Heading(NamedTuple):
    level: int
    text: str
    id: str | None


def heading(line: str) -> Heading | None:
    """The heading that a line is, its text without markup."""
    if not line.startswith("#") or not (found := HEADING.match(line)):
        return None
    named = re.search(r"#([\w:.-]+)", found[3] or "")
    return Heading(len(found[1]), words(found[2]), named[1] if named else None)


def words(text: str) -> str:
    """A line of Markdown as its words."""
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", text)
    return re.sub(r"<[^>]*>|[*`]", "", text).strip()


def ids(line: str) -> Iterator[str]:
    """The ids that a line gives, those that builders make of a heading's words included."""
    if (found := heading(line)) and found.id is None:
        yield slugify(found.text, "-")
    else:
        yield from own_ids(line)


def own_ids(line: str) -> Iterator[str]:
    """The ids that a line names."""
    if "#" in line and (listed := _ATTR_LIST_ID.search(line)):
        yield listed[1]
    if "id=" in line:
        yield from _HTML_ID.findall(line)
