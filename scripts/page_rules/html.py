"""HTML in pages: nothing runs, nothing comes from another host, every picture has words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.page_rules import markup
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem

_RUNS = frozenset({"script", "iframe", "object", "embed", "base", "meta", "link", "style"})
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_OPENS = re.compile(r"<(/?[a-zA-Z][\w-]*)")


def nothing_runs(pages: Pages) -> Iterator[Problem]:
    """The site's policy shuts scripts of pages out, so one would only do nothing, unseen."""
    for page in pages.own:
        for number, line in pages.prose(page):
            for name in dict.fromkeys(found.lower() for found in _OPENS.findall(line)):
                if name in _RUNS:
                    fix = "remove it; scripts and styles belong to overrides/"
                    yield problem(page, number, f"a <{name}> in a page", fix)
            for tag in markup.tags(line):
                for attribute in tag.attributes:
                    if attribute.startswith("on") and len(attribute) > 2:
                        what = f"a handler {attribute!r} in <{tag.name}>"
                        fix = "remove it; scripts belong to overrides/"
                        yield problem(page, number, what, fix)
                if "style" in tag.attributes:
                    what = f"a style in <{tag.name}>, which the site's policy shuts out"
                    yield problem(page, number, what, "write a class, with its rule in overrides/")


def nothing_from_other_hosts(pages: Pages) -> Iterator[Problem]:
    """Readers' browsers ask no other host for anything."""
    for page in pages.own:
        for number, line in pages.prose(page):
            for link in markup.links(line):
                if link.image and _HOST.match(link.target):
                    what = f"a picture of another host: {link.target[:60]!r}"
                    fix = "put the file below docs/, if its license allows, and link to that"
                    yield problem(page, number, what, fix)


def pictures_have_words(pages: Pages) -> Iterator[Problem]:
    for page in pages.own:
        for number, line in pages.prose(page):
            if markup.images_without_text(line):
                fix = "say what it shows: ![The roles as a circle](circle.svg)"
                yield problem(page, number, "a picture without a text in its place", fix)
