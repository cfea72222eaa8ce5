"""What a page opens it closes, and no sign of Markdown is left standing as a sign.

A comment, a block of code or an element that never ends takes the rest of its page with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.page_rules import markup
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
# Up to its end; or up to what begins another, as the marker of a region does.
_COMMENT = re.compile(r"<!--.*?(?:-->|(?=<!--)|\Z)", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?=[\s/>])[^<>]*?(/?)>")
# Elements that have no end, or one that may be left out.
_NO_END = frozenset(
    {"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"}
    | {"dd", "dt", "li", "option", "p", "td", "th", "tr"}
)
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_PARAGRAPH = re.compile(r"^ {0,3}[^\s#>|<`~:{*+-]")
_REFERENCE = re.compile(r"(?<!\\)\[(\^[^\[\]]+)\](?!:)|(?<![\w\]\\])\[([^\[\]]+)\]\[([^\[\]]*)\]")
_EMPTY = re.compile(r"(?<!!)\[\s*\]\(")


def blocks(pages: Pages) -> Iterator[Problem]:
    """Comments and code end: what stands behind them is text again."""
    for page, text in pages.own.items():
        if found := _open_block(text):
            yield problem(page, *found)


def elements(pages: Pages) -> Iterator[Problem]:
    for page in pages.own:
        if found := _open_element(pages, page):
            yield problem(page, *found)


def _open_block(text: str) -> tuple[int, str, str] | None:
    """The line of a comment or a block of code that nothing ends."""
    fence, opened = "", 0
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not (found := _FENCE.match(line)):
            continue
        if fence and found[1].startswith(fence) and not found[2].strip():
            fence = ""
        elif not fence:
            fence, opened = found[1], number
    if fence:
        return opened, "a block of code that never ends", f"add a line {fence!r} under it"
    for comment in _COMMENT.finditer(text):
        if not comment[0].endswith("-->"):
            opened = text.count("\n", 0, comment.start()) + 1
            return opened, "a comment that never ends", "end it with '-->'"
    return None


def _open_element(pages: Pages, page: str) -> tuple[int, str, str] | None:
    """The line of an HTML element that nothing ends, or of an end without one."""
    opened: list[tuple[str, int]] = []
    for number, line in pages.prose(page):
        for end, name, closed in _TAG.findall(line):
            name = name.lower()
            if closed or name in _NO_END:
                continue
            if not end:
                opened.append((name, number))
            elif opened and opened[-1][0] == name:
                opened.pop()
            else:
                inner = opened[-1] if opened else None
                if inner and any(name == each for each, _ in opened):
                    return inner[1], f"a <{inner[0]}> that never ends", f"add '</{inner[0]}>'"
                return number, f"an end </{name}> of nothing", "remove it, or open it above"
    if opened:
        name, number = opened[-1]
        return number, f"a <{name}> that never ends", f"add '</{name}>' below"
    return None


def no_sign_is_left(pages: Pages) -> Iterator[Problem]:
    """A heading by a line under it, a reference to nothing, a link without words."""
    for page, text in pages.own.items():
        defined = {
            found[1].casefold()
            for line in text.split("\n")
            if (found := re.match(r"^ {0,3}\[([^\]]+)\]:", line))
        }
        before = ""
        for number, line in pages.prose(page):
            if _UNDERLINE.match(line) and _PARAGRAPH.match(before):
                what = "a heading by a line under it, which the rules do not see"
                yield problem(page, number, what, f"write '## {markup.words(before)[:40]}' instead")
            for found in _REFERENCE.finditer(line):
                if (found[1] or found[3] or found[2]).casefold() not in defined:
                    what = f"a reference to nothing: {found[0][:40]!r}"
                    yield problem(page, number, what, "write the link itself: [words](page.md)")
            if _EMPTY.search(line):
                yield problem(page, number, "a link without words", "write where it leads")
            before = line
