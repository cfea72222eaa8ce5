"""What every renderer works on, and the small blocks that pages are built from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from scripts import entries
from scripts.addresses import Place, lower
from scripts.model import Comparison
from scripts.problems import Spot, Where
from scripts.render.text import esc, html_link, md, md_link, quoted


@dataclass(frozen=True)
class Site:
    """The comparison, which places in the hand-written prose cite which source, and in which file
    each of the data's paths stands."""

    comparison: Comparison
    cited: Mapping[str, tuple[Place, ...]]
    spots: Mapping[Where, Spot] = field(default_factory=dict)

    def file(self, *where: str) -> str:
        """The file of an entry, below docs/; empty where it is not known."""
        spot = self.spots.get(where)
        return spot.path.removeprefix("docs/") if spot else ""


_SIGNS = "“‘„«("  # before a name, and no part of its alphabetical order

# The text of a region on a page, as Markdown.
Region = Callable[[Site, str], str]


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def unsearched(block: str) -> str:
    """Text that is shown here but found elsewhere: kept out of the search index."""
    return f'<div class="unsearched" markdown="1">\n\n{block}\n\n</div>'


def who(data: Comparison, page: str, id: str) -> str:
    """A role or party inside a sentence, linked where it has a place of its own."""
    place = entries.place_of(data, id)
    name = lower(data.name_of(id))
    return md_link(name, place, page) if place else md(name)


def who_html(data: Comparison, page: str, id: str) -> Markup:
    """The same as HTML."""
    place = entries.place_of(data, id)
    name = lower(data.name_of(id))
    return html_link(name, place, page) if place else esc(name)


def whos(data: Comparison, page: str, ids: Iterable[str]) -> str:
    return ", ".join(who(data, page, id) for id in ids)


def see(data: Comparison, page: str, id: str) -> str:
    """A link to an entry under its own name; raises KeyError for an unknown id."""
    place = entries.place_of(data, id)
    label = entries.label_of(data, id)
    return md_link(label, place, page) if place else md(label)


def next_step(advice: str | None, say: str | None, label: str = "Advice") -> list[str]:
    """What to do, and a sentence to say, where the data has them."""
    lines = []
    if advice:
        lines.append(f"**{label}.** {md(advice)}\n{{: .advice }}")
    if say:
        lines.append(f"**Say.** {md(quoted(say))}\n{{: .say }}")
    return lines


def day(when: date) -> str:
    """ "November 30, 2026"."""
    return f"{when:%B} {when.day}, {when:%Y}"


def in_order(name: str) -> tuple[str, str]:
    """What to sort a name by: the letter under which it is listed, then the name."""
    return letter_of(name)[0], name.lstrip(_SIGNS).casefold()


def letter_of(name: str) -> tuple[str, str]:
    """The heading under which a name is listed, and its id: ("A", "letter-a")."""
    name = name.lstrip(_SIGNS) or name
    first = name[0].upper() if name[0].isascii() and name[0].isalpha() else "0–9"
    return first, f"letter-{first.lower().replace('–', '-')}"
