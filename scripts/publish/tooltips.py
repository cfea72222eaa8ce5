"""Fewer tooltips: one definition a section, and none where it would be in the way.

Markdown marks every occurrence of a term with `<abbr title="…">`: thousands, which readers of all
kinds have to sit through. What stays is the first of each definition between two headings. The
page's text does not change; only tags go. A section that is the definition needs no tooltip for it.
"""

from __future__ import annotations

import re

# A quoted attribute may hold ">", hence more than "[^>]*".
_ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*"
# What matters here is matched whole, for none of it nests in its own kind: scripts, in which
# nothing is a tag; elements in which a tooltip would cover a control, repeat a name or break a
# short line; and the tooltips everywhere else.
_PART = re.compile(
    rf"<!--.*?-->"
    rf"|<(?P<raw>script|style|textarea)\b.*?</(?P=raw)>"
    rf"|<(?P<heading>h[1-6])\b.*?</(?P=heading)>"
    rf"|<(?P<quiet>a|button|caption|figcaption|label|option|summary|title)\b.*?</(?P=quiet)>"
    rf"|<abbr\b(?P<attributes>{_ATTRIBUTES})>(?P<text>.*?)</abbr>",
    re.DOTALL,
)
_ABBR = re.compile(rf"<abbr\b{_ATTRIBUTES}>|</abbr>")
_TITLE = re.compile(r'\btitle="([^"]*)"')
# A heading that is the term itself, or ends with it in parentheses.
_DEFINES = re.compile(
    rf"<h[1-6]\b[^>]*>(?:[^<>]*\()?<abbr\b(?P<attributes>{_ATTRIBUTES})>[^<>]*</abbr>\)?"
    rf"(?:<a\b[^>]*>[^<>]*</a>)?</h"
)


def dedupe(text: str) -> str:
    """The page with all but the useful tooltips taken out."""
    if "<abbr" not in text:
        return text
    seen: set[str] = set()

    def judge(found: re.Match[str]) -> str:
        part = found[0]
        if found["text"] is not None:
            title = _TITLE.search(found["attributes"])
            if title is None or title[1] not in seen:
                seen.add(title[1] if title else "")
                return part
            return found["text"]
        if found["heading"]:
            seen.clear()
            defined = _DEFINES.match(part)
            seen.update(_TITLE.findall(defined["attributes"]) if defined else ())
        return part if found["raw"] or part.startswith("<!--") else _ABBR.sub("", part)

    return _PART.sub(judge, text)
