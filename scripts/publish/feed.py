"""What a reader subscribes to: `changes.atom`; and what a browser's search box needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from textwrap import shorten
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from scripts import addresses
from scripts.model import Comparison, Revision
from scripts.publish.site import BuiltSite
from scripts.render.reference import revised, was_and_is
from scripts.render.templating import document
from scripts.render.text import flat

FEED = "changes.atom"
SEARCH = "opensearch.xml"
_MANY = 20  # revisions of a day, beyond which one entry stands for all


def write(comparison: Comparison, site: BuiltSite) -> None:
    """Write both, with absolute addresses; neither in a build that knows no address."""
    if site.address:
        page = site.by_url.get(addresses.url(addresses.CHANGES))
        ids = page.ids if page else frozenset[str]()
        site.write(FEED, feed(comparison, site.address, site.name, ids))
        description = site.home.meta("description")
        short = comparison.edition.short_name
        site.write(SEARCH, search(site.address, site.name, description, short))


def feed(
    comparison: Comparison, address: str, name: str, ids: Collection[str] = frozenset()
) -> str:
    """The change log as Atom, newest first; entries lead to their own place where it has an id.

    Several changes of a day get a second each, and revisions one after noon: readers take equal
    times for the same state, and other times for a new one.
    """
    page = address + addresses.url(addresses.CHANGES)
    own = comparison.edition.id
    entries = [*_changes(comparison, page, ids), *_revisions(comparison, address)]
    entries.sort(key=lambda each: each.at, reverse=True)
    shown = [
        {
            "id": _id(own, each.key),
            "title": shorten(each.text, 80, placeholder=" …"),
            "link": each.link,
            "at": f"{each.at:%FT%TZ}",
            "text": each.text,
        }
        for each in entries
    ]
    return document(
        "changes.atom",
        id=_id(own, "feed"),
        name=name,
        page=page,
        feed=address + FEED,
        updated=shown[0]["at"] if shown else "",
        entries=shown,
    )


class _Entry(NamedTuple):
    """What a reader of the feed is shown; `key` makes its id, which never changes."""

    at: datetime
    key: str
    text: str
    link: str


def _changes(comparison: Comparison, page: str, ids: Collection[str]) -> Iterator[_Entry]:
    """From the oldest on: a new entry then changes neither the number nor the id of an old one."""
    numbers: Counter[date] = Counter()
    for change in reversed(comparison.changes):
        numbers[change.date] += 1
        number = numbers[change.date]
        anchor = f"{change.date}-{number}"
        link = f"{page}#{anchor}" if anchor in ids else page
        at = datetime.combine(change.date, time()) + timedelta(seconds=number - 1)
        yield _Entry(at, f"{change.date}/{number}", flat(change.says), link)


def _revisions(comparison: Comparison, address: str) -> Iterator[_Entry]:
    """Claims and marks that changed; a day with many of them in one."""
    by_day: dict[date, list[Revision]] = {}
    for revision in reversed(comparison.revisions):
        by_day.setdefault(revision.date, []).append(revision)
    for day, all_of_day in by_day.items():
        noon = datetime.combine(day, time(12))
        if len(all_of_day) > _MANY:
            text = f"{len(all_of_day)} claims and marks changed; the page lists each."
            link = f"{address}{addresses.url(addresses.CHANGES)}#revisions"
            yield _Entry(noon, f"{day}/revisions", text, link)
            continue
        for number, each in enumerate(all_of_day):
            name, place = revised(comparison, each)
            text = f"{name}: {was_and_is(comparison, each)}"
            link = address + (_url(place) if place else addresses.url(addresses.CHANGES))
            at = noon + timedelta(seconds=number)
            yield _Entry(at, f"{day}/{each.of}/{each.what}", flat(text), link)


def _url(place: addresses.Place) -> str:
    part = f"#{place.anchor}" if place.anchor else ""
    return addresses.url(place.page) + part


def _id(edition: str, name: str) -> str:
    """An id that stays when the site moves to another address, as Atom asks."""
    return uuid5(NAMESPACE_URL, f"{edition}/changes/{name}").urn


def search(address: str, name: str, description: str, short: str) -> str:
    """The OpenSearch description: a browser can then search the site from its address bar."""
    return document(
        "opensearch.xml",
        short_name=short,
        name=name[:48],
        description=description,
        address=address,
    )
