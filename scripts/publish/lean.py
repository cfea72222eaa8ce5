"""Pages without what readers never see: indentation of templates, stray elements of the head.

White space at the start of a line reads as the line break before it does, except where it counts;
it is a third of a page. The links to the next and the previous page in the head make Firefox fetch
the next page, read or not, and against the content security policy; what built a page, and which
parts of it were generated, is nobody's concern. The theme's layout holds boxes for its script,
which no page has.
"""

from __future__ import annotations

import re

_KEPT = re.compile(
    r"(<(?:pre|textarea|script|style)\b.*?</(?:pre|textarea|script|style)>)", re.DOTALL
)
# Each begins with plain text, which is found many times faster than a choice of beginnings.
_STRAY = (
    re.compile(r'<link rel="(?:prev|next)"[^>]*>'),
    re.compile(r'<meta name="generator"[^>]*>'),
    re.compile(r"<!-- generated:[^>]*-->"),
    re.compile(r' class="no-js"(?=>)'),
    re.compile(r' xmlns="http://www\.w3\.org/2000/svg"'),
    re.compile(r'<input class="md-toggle"[^>]*>'),
    re.compile(r'<label class="md-overlay"[^>]*></label>'),
    re.compile(r'<div data-md-component="announce">\s*</div>'),
    re.compile(r' data-md-component="[a-z]+"'),
    re.compile(r'<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>'),
)


def minify(text: str) -> str:
    """The page with each line break and the white space around it as one line break."""
    for stray in _STRAY:
        text = stray.sub("", text)
    parts = _KEPT.split(text)
    parts[::2] = map(_joined, parts[::2])
    return "".join(parts)


def _joined(text: str) -> str:
    """Plain string methods: on half a megabyte of pages a pattern takes five times as long."""
    first, *lines = text.split("\n")
    if not lines:
        return text
    *lines, last = lines
    return "\n".join([first.rstrip(), *filter(None, map(str.strip, lines)), last.lstrip()])


# Around these, a line break shows nothing.
_BLOCK = (
    "article|aside|body|caption|details|dialog|div|footer|form|h[1-6]|head|header|html|li|link|main|meta"
    "|nav|noscript|ol|p|script|section|table|tbody|td|th|thead|title|tr|ul"
)
_BREAK = re.compile(rf"\n(?=</?(?:{_BLOCK})\b)")
# These end where the next begins, or what holds them ends: HTML lets them stand without an end.
_END = re.compile(r"</(?:td|th|tr|li|tbody|thead|body|html)>(?=\s*(?:<|$))")


def squeeze(text: str) -> str:
    """The page, for browsers, without line breaks and ends of elements that mean nothing to them.

    The last of all steps: what works on the text of pages may take their ends for granted.
    """
    parts = _KEPT.split(text)
    parts[::2] = (_END.sub("", _BREAK.sub("", part)) for part in parts[::2])
    return "".join(parts)
