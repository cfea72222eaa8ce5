"""Pages without what readers never see: indentation of templates, stray elements of the head.

White space at the start of a line reads as the line break before it does, except where it counts;
it is a third of a page. The links to the next and the previous page in the head make Firefox fetch
the next page, read or not, and against the content security policy; what built a page is nobody's
concern.
"""

from __future__ import annotations

import re

_INDENT = re.compile(
    r"(?P<kept><(?P<name>pre|textarea|script|style)\b.*?</(?P=name)>)|\s*\n\s*", re.DOTALL
)
_STRAY = re.compile(r'<link rel="(?:prev|next)"[^>]*>|<meta name="generator"[^>]*>')


def squeeze(text: str) -> str:
    """The page with each line break and the white space around it as one line break."""
    return _INDENT.sub(lambda found: found["kept"] or "\n", _STRAY.sub("", text))
