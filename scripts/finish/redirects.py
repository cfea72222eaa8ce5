"""Old addresses lead to new ones, without a server's help and without scripts.

- A page that is gone becomes a small page that sends its reader on, to the same part if it can.
- A part that got a new name on its page keeps the old one: an empty anchor where it now begins.
- A part that went to another page leaves a line behind, which shows only to who asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from posixpath import relpath

from scripts import load
from scripts.finish.site import BuiltPage, BuiltSite
from scripts.load import BadData, Problem

FILE = Path(__file__).with_name("redirects.txt")
SHOWN = "scripts/finish/redirects.txt"

# Runs before the refresh, which drops the fragment. The same on every such page: one hash.
_FOLLOW = (
    "let part='';try{part=decodeURIComponent(location.hash.slice(1))}catch{}"
    "const link=document.getElementById(part)||document.querySelector('a');"
    "location.replace(link.id||link.hash?link.href:link.href+location.hash)"
)


@dataclass(frozen=True)
class Address:
    """A page's directory below the root, and a part of it ("" for the whole)."""

    page: str
    part: str = ""

    def __str__(self) -> str:
        return f"/{self.page}" + (f"#{self.part}" if self.part else "")

    def from_(self, page: str) -> str:
        """A relative link to this address, so that any sub-path serves."""
        path = relpath(f"/{self.page}", f"/{page}")
        return ("./" if path == "." else f"{path}/") + (f"#{self.part}" if self.part else "")


@dataclass(frozen=True)
class Move:
    line: int
    old: Address
    new: Address


def write(site: BuiltSite, text: str | None = None) -> None:
    """Make every old address lead on; raises BadData for one that cannot."""
    moves, problems = read(FILE.read_text(encoding="utf-8") if text is None else text)
    problems += check(moves, site)
    if problems:
        raise BadData(problems)
    gone: dict[str, list[Move]] = {}
    for move in moves:
        page = site.by_url.get(move.old.page)
        if page is None:
            gone.setdefault(move.old.page, []).append(move)
        elif move.old.page == move.new.page:
            page.text = rename(page.text, move.old.part, move.new.part)
        else:
            page.text = leave(page.text, move, site.by_url[move.new.page])
    for url, moved in gone.items():
        file = site.root / url / "index.html"
        site.documents.append(BuiltPage(file, url, forward(url, moved, site)))


def read(text: str) -> tuple[list[Move], list[Problem]]:
    """The lines of the file; what is wrong with any of them."""
    moves: list[Move] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        found = [re.fullmatch(r"/((?:[\w.-]+/)*)(?:#([\w:.-]+))?", word) for word in words]
        if len(found) != 2 or not all(found):
            problems.append(
                _problem(number, f"not two addresses: {line!r}", "write '/old/#part /new/#part'")
            )
            continue
        old, new = (Address(match[1], match[2] or "") for match in found if match)
        moves.append(Move(number, old, new))
    return moves, problems


def check(moves: list[Move], site: BuiltSite) -> Iterator[Problem]:
    """Every old address is gone and said once; every new one stands."""
    seen: dict[Address, int] = {}
    addresses = [f"/{url}" for url in site.by_url]
    for move in moves:
        old, new = move.old, move.new
        if old in seen:
            yield _problem(move.line, f"{old} is on line {seen[old]} too", "remove one")
        seen[old] = move.line
        target = site.by_url.get(new.page)
        if target is None:
            mend = load.suggest(f"/{new.page}", addresses)
            yield _problem(move.line, f"there is no page /{new.page}", mend)
        elif new.part and new.part not in target.ids:
            mend = load.suggest(new.part, sorted(target.ids))
            yield _problem(move.line, f"/{new.page} has no part {new.part!r}", mend)
        source = site.by_url.get(old.page)
        if source and not old.part:
            yield _problem(move.line, f"the page {old} still stands", "remove the line")
        elif source and old.part in source.ids:
            yield _problem(move.line, f"{old} still stands", "remove the line")
        elif source and old.page == new.page and not new.part:
            yield _problem(move.line, f"{new} names no part", "name the part to lead to")
    for page in {move.old.page for move in moves if move.old.page not in site.by_url}:
        if Address(page) not in seen:
            line = min(move.line for move in moves if move.old.page == page)
            yield _problem(line, f"the page /{page} is gone", f"add a line for /{page} itself")


def _problem(line: int, what: str, mend: str) -> Problem:
    return Problem(SHOWN, line, "", what, mend)


def rename(text: str, old: str, new: str) -> str:
    """The page with an anchor by the old name at the start of the part by the new one."""
    id = rf'[^>]*?\sid="{re.escape(new)}"[^>]*>'
    # In a row, an anchor may stand only in a cell; in a list of details, only after its summary.
    start = re.compile(rf"<(?:tr{id}\s*<t[hd]\b[^>]*>|details{id}\s*<summary\b[^>]*>|[a-z]{id})")
    anchor = f'<span class="was" id="{old}"></span>'
    return start.sub(lambda found: found[0] + anchor, text, count=1)


def leave(text: str, move: Move, target: BuiltPage) -> str:
    """The page with a line at the end of what it says, for who asks for the part that left."""
    link = f'<a href="{move.new.from_(move.old.page)}">{escape(_name(target, move.new.part))}</a>'
    line = (
        f'<p class="moved" id="{move.old.part}" data-search-exclude>This part is now: {link}.</p>'
    )
    head, end, tail = text.rpartition("</article>")
    return f"{head}{line}\n{end}{tail}"


def forward(url: str, moves: list[Move], site: BuiltSite) -> str:
    """A page that sends its reader on."""
    (whole,) = (move.new for move in moves if not move.old.part)
    target = site.by_url[whole.page]
    here = whole.from_(url)
    title = escape(target.heading)
    parts = "".join(
        f'<li><a id="{move.old.part}" href="{move.new.from_(url)}">'
        f"{escape(_name(site.by_url[move.new.page], move.new.part))}</a></li>\n"
        for move in moves
        if move.old.part
    )
    canonical = escape(target.canonical or here)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Moved: {title}</title>
<link rel="canonical" href="{canonical}">
<noscript><meta http-equiv="refresh" content="0; url={here}"></noscript>
</head>
<body>
<main>
<h1>This page has moved</h1>
<p>It is now at <a href="{here}">{title}</a>.</p>
{f"<ul>{parts}</ul>" if parts else ""}
</main>
<script>{_FOLLOW}</script>
</body>
</html>
"""


def _name(page: BuiltPage, part: str) -> str:
    """What a page or a part of it is called: the heading with that id, or the page's own."""
    for element in page.tree.xpath("//*[@id=$id]", id=part) if part else ():
        if element.tag in ("h2", "h3", "h4"):
            own = element.xpath(".//text()[not(parent::a)]")
            return " ".join("".join(own).split())
    return page.heading
