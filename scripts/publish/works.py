"""The addresses of the works that a long page names, in a file beside it.

Where a page names a hundred works, their addresses are a sixth of what it weighs, and few readers
follow one. There, a name in the foot line leads to the work's entry on the page of sources, which
has the address; with the first sign of use the page's script reads this file and has each name lead
to the work itself, its kind to the entry, as on shorter pages (overrides/components/references).
"""

from __future__ import annotations

import json
import re
from html import unescape

from scripts.publish.site import BuiltSite

FILE = "works.json"
MANY = 50

# As references.py writes it: the number, the work, where in it, its kind, which leads to the entry.
_ENTRY = re.compile(
    r'(?P<start><span id="s--\w+">\d+ )<a href="(?P<work>[^"]*)">(?P<name>[^<]*)</a>(?P<at>[^<]*)'
    r'(?:<a href="(?P<entry>[^"]*)">(?P<kind>[^<]*)</a>\))?(?=[^<]*</span>)'
)


def set_aside(text: str) -> tuple[str, list[str | None]]:
    """The page without the addresses of works, and these in order; None where a work has none."""
    works: list[str | None] = []

    def lead_to_entry(found: re.Match[str]) -> str:
        works.append(unescape(found["work"]) if found["entry"] else None)
        if not found["entry"]:
            return found[0]
        start, name, at, entry, kind = found.group("start", "name", "at", "entry", "kind")
        return f'{start}<a href="{entry}">{name}</a>{at}{kind})'

    return _ENTRY.sub(lead_to_entry, text), works


def write(site: BuiltSite) -> None:
    """Set them aside on every page that names many."""
    for page in site.pages:
        text, works = set_aside(page.text)
        if len(works) > MANY:
            page.text = text.replace("<article ", "<article data-works ", 1)
            site.write(
                f"{page.url}{FILE}", json.dumps(works, ensure_ascii=False, separators=(",", ":"))
            )
