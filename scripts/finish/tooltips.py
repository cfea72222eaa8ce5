"""Fewer tooltips: one definition a section, and none where it would be in the way.

Markdown marks every occurrence of a term with `<abbr title="…">`: thousands, which readers of all
kinds have to sit through. What stays is the first of each definition between two headings. The
page's text does not change; only tags go.
"""

from __future__ import annotations

import re

# A tooltip in one of these would cover a control, repeat a name, or break a short line.
QUIET = frozenset({"a", "button", "caption", "figcaption", "label", "option", "summary", "title"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
QUIET_CLASS = "agreement"

# Scripts and comments are matched whole, so that nothing in them passes for a tag. A quoted
# attribute may hold ">", hence the alternatives. `p` is here for its class.
_NAMES = "|".join(sorted({"abbr", "p"} | QUIET | HEADINGS))
_TAG = re.compile(
    rf"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>"
    rf"|<(?P<end>/?)(?P<name>{_NAMES})\b(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
_TITLE = re.compile(r'\btitle="([^"]*)"')
_CLASS = re.compile(r'\bclass="([^"]*)"')


def thin(text: str) -> str:
    """The page with all but the useful tooltips taken out."""
    if "<abbr" not in text:
        return text
    seen: set[str] = set()
    quiet: list[str] = []  # the open elements in which no tooltip may stand
    kept: list[bool] = []  # for each open abbr, whether its tag stays

    def judge(found: re.Match[str]) -> str:
        name = (found["name"] or "").lower()
        if not name:
            return found[0]
        if name == "abbr":
            if found["end"]:
                return found[0] if not kept or kept.pop() else ""
            title = _TITLE.search(found["attributes"])
            stays = title is None or not (quiet or title[1] in seen)
            if title and stays:
                seen.add(title[1])
            kept.append(stays)
            return found[0] if stays else ""
        if found["end"]:
            if quiet and quiet[-1] == name:
                quiet.pop()
        elif name in HEADINGS:
            seen.clear()
            quiet.append(name)
        elif name in QUIET or (name == "p" and _is_quiet(found["attributes"])):
            quiet.append(name)
        return found[0]

    return _TAG.sub(judge, text)


def _is_quiet(attributes: str) -> bool:
    classes = _CLASS.search(attributes)
    return classes is not None and QUIET_CLASS in classes[1].split()
