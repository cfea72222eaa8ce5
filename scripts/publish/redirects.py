"""Old addresses lead to new ones, without a server's help and without scripts.

A page that is gone becomes a small page that sends its reader on, to the same part and with the
same query; a part that got a new name keeps the old one, as an empty anchor where it now begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import relpath

from markupsafe import Markup

from scripts.moves import FILE, Move
from scripts.problems import DataError, Problem, suggest
from scripts.publish.site import BuiltPage, BuiltSite
from scripts.render.templating import document

# Runs before the refresh, which drops query and part. The same on every such page: one hash.
FOLLOW = (
    'const to=new URL(document.querySelector("a").href);'
    "to.search=location.search;"
    "if(location.hash)to.hash=location.hash;"
    "location.replace(to)"
)


def write(site: BuiltSite, moves: Iterable[Move]) -> None:
    """Make every old address lead on; raises DataError for a part that is not as the line says."""
    problems: list[Problem] = []
    for move in moves:
        target = site.by_url[move.to_page]
        if move.to_part and move.to_part not in target.ids:
            fix = suggest(move.to_part, sorted(target.ids))
            what = f"/{move.to_page} has no part {move.to_part!r}"
            problems.append(Problem(FILE, move.line, "", what, fix))
        elif move.part in target.ids:
            what = f"/{move.page}#{move.part} still stands"
            problems.append(Problem(FILE, move.line, "", what, "remove the line"))
        elif move.part:
            target.text = rename(target.text, move.part, move.to_part)
        else:
            page = forward(move, target)
            file = site.root / move.page / "index.html"
            site.documents.append(BuiltPage(file, move.page, page))
    if problems:
        raise DataError(problems)


def rename(text: str, old: str, new: str) -> str:
    """The page with an anchor by the old name at the start of the part by the new one."""
    id = rf'[^>]*?\sid="{re.escape(new)}"[^>]*>'
    # In a row, an anchor may stand only in a cell; in a list of details, only after its summary.
    start = re.compile(rf"<(?:tr{id}\s*<t[hd]\b[^>]*>|details{id}\s*<summary\b[^>]*>|[a-z]\w*{id})")
    anchor = f'<span class="was" id="{old}"></span>'
    return start.sub(lambda found: found[0] + anchor, text, count=1)


def forward(move: Move, target: BuiltPage) -> str:
    """A page that sends its reader on; by a relative link, so that any sub-path serves."""
    path = relpath(f"/{move.to_page}", f"/{move.page}") + "/"
    here = path + (f"#{move.to_part}" if move.to_part else "")
    return document(
        "moved.html",
        title=target.heading,
        canonical=target.canonical or here,
        target=here,
        script=Markup(FOLLOW),
    )
