"""Which sources are to be read again: by their age, and by what their own addresses answer.

A date or a version in the data is compared with the day; a newer edition is looked for where an
address holds the year of its work. What a server says of itself may be wrong, so each line asks a
human to look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from scripts.links import Answer
from scripts.load import Loaded
from scripts.model import Source
from scripts.problems import Problem

YEAR = timedelta(days=365)
# A server that dates a page to today makes it anew for everyone who asks.
_MADE_NEW = timedelta(days=2)
_NO_YEAR = "2999"  # an address that answers for this one answers for any
Ask = Callable[[str], Answer]


def due(loaded: Loaded, today: date) -> Iterator[Problem]:
    """What nobody has looked at for more than a year."""
    data = loaded.comparison
    for kind in ("dimensions", "activities"):
        for id, entry in getattr(data, kind).items():
            if entry.reviewed and today - entry.reviewed > YEAR:
                what = f"its sources were last read on {entry.reviewed}, more than a year ago"
                fix = "read them again, and write today’s date"
                yield loaded.problem((kind, id, "reviewed"), what, fix)
    for id, source in data.sources.items():
        if not source.retired and _end_of_month(source.seen) < today - YEAR:
            what = f"was last seen in {source.seen}, more than a year ago"
            yield loaded.problem(
                ("sources", id, "seen"), what, "read it again, and write this month"
            )


def _end_of_month(month: str) -> date:
    year, number = map(int, month.split("-"))
    return date(year + number // 12, number % 12 + 1, 1)


def changed(loaded: Loaded, answers: dict[str, Answer], today: date) -> Iterator[Problem]:
    """Sources whose server dates them later than they were read."""
    for id, source in loaded.comparison.sources.items():
        answer = answers.get(source.url or "")
        if source.retired or answer is None or answer.modified is None:
            continue
        if _end_of_month(source.seen) <= answer.modified < today - _MADE_NEW:
            what = f"changed on {answer.modified}, and was last read in {source.seen}"
            fix = "read it again, and write this month"
            yield loaded.problem(("sources", id, "seen"), what, fix)


def newer(loaded: Loaded, ask: Ask, today: date) -> Iterator[Problem]:
    """Sources whose address holds their year, where the same address with a later one answers."""
    for id, source in loaded.comparison.sources.items():
        if source.retired or source.superseded:
            continue
        for year in range(today.year, source.dated or today.year, -1):
            address = with_year(source, str(year))
            if address and _stands(ask, address):
                nothing = with_year(source, _NO_YEAR)
                if nothing and not _stands(ask, nothing):
                    what = f"an edition of {year} answers at {address}"
                    fix = "read it, and cite it, or write 'superseded'"
                    yield loaded.problem(("sources", id, "url"), what, fix)
                break


def with_year(source: Source, year: str) -> str | None:
    """The address of a work with another year in place of its own; None where it holds none."""
    own = str(source.dated or "")
    pattern = rf"(?<=[/_.-]){own}(?=[/_.-]|$)"
    if not own or not source.url or len(re.findall(pattern, source.url)) != 1:
        return None
    return re.sub(pattern, year, source.url)


def _stands(ask: Ask, address: str) -> bool:
    answer = ask(address)
    return answer.there and not answer.moved


def superseded(loaded: Loaded) -> int:
    """How many cited works are known to have a newer edition; their pages say so."""
    return sum(
        bool(source.superseded and not source.retired)
        for source in loaded.comparison.sources.values()
    )
