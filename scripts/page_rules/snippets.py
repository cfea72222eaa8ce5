"""A file that a page takes in with `--8<--` exists in includes/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem, suggest

_ONE = re.compile(r"^[ \t]*-{1,}8<-{1,}[ \t]+[\"']([^\"']+)[\"']")
_MANY = re.compile(r"^[ \t]*-{1,}8<-{1,}[ \t]*$")


def exist(pages: Pages) -> Iterator[Problem]:
    for page in pages.own:
        listing = False
        for number, line in pages.prose(page):
            if _MANY.match(line):
                listing = not listing
                continue
            found = _ONE.match(line)
            name = found[1] if found else line.strip() if listing else ""
            file = re.sub(r"(?::[\w-]*)+$", "", name)
            if file and not file.startswith(";") and file not in pages.snippets:
                what = f"there is no file {file!r} in includes/"
                yield problem(page, number, what, suggest(file, pages.snippets))
