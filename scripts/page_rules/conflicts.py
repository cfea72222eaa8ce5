"""No marks of a merge that nobody finished; they hide every other problem of their file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import moves
from scripts.page_rules import permalinks
from scripts.page_rules.pages import Pages
from scripts.problems import Problem

_BEGIN = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)")


def markers(pages: Pages) -> Iterator[Problem]:
    texts = {
        **{f"docs/{page}": text for page, text in pages.own.items()},
        **{"mkdocs.yml": pages.config or "", **pages.documents},
        **{moves.FILE: pages.redirects, permalinks.LIST: pages.permalinks},
    }
    for path, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            if _BEGIN.match(line):
                what = f"a marker of a merge conflict: {line[:40]!r}"
                fix = "keep one of the two texts, and remove the lines <<<<<<<, ======= and >>>>>>>"
                yield Problem(path, number, "", what, fix)
                break
