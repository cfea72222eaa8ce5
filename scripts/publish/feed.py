"""What a reader subscribes to: `changes.atom`; and what a browser's search box needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from html import escape
from textwrap import shorten
from uuid import NAMESPACE_URL, uuid5

from scripts import addresses
from scripts.model import Comparison
from scripts.publish.site import BuiltSite
from scripts.render.text import flat

FEED = "changes.atom"
SEARCH = "opensearch.xml"


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

    Several changes of a day get a second each: readers take equal times for the same state.
    """
    page = address + addresses.url(addresses.CHANGES)
    own = comparison.edition.id
    entries: list[str] = []
    numbers: Counter[date] = Counter()
    updated = ""
    # From the oldest on: a new entry then changes neither the number nor the id of an old one.
    for change in reversed(comparison.changes):
        numbers[change.date] += 1
        number = numbers[change.date]
        updated = f"{datetime.combine(change.date, time()) + timedelta(seconds=number - 1):%FT%TZ}"
        anchor = f"{change.date}-{number}"
        link = f"{page}#{anchor}" if anchor in ids else page
        text = flat(change.says)
        entries.append(
            f"<entry>"
            f"<id>{_id(own, f'{change.date}/{number}')}</id>"
            f"<title>{escape(shorten(text, 80, placeholder=' …'))}</title>"
            f'<link href="{escape(link)}"/>'
            f"<published>{updated}</published>"
            f"<updated>{updated}</updated>"
            f'<content type="text">{escape(text)}</content>'
            f"</entry>\n"
        )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<id>{_id(own, 'feed')}</id>\n"
        f"<title>{escape(name)}: changes</title>\n"
        f"<author><name>{escape(name)}</name></author>\n"
        f'<link href="{escape(page)}"/>\n'
        f'<link rel="self" type="application/atom+xml" href="{escape(address + FEED)}"/>\n'
        f"<updated>{updated}</updated>\n"
        f"{''.join(reversed(entries))}</feed>\n"
    )


def _id(edition: str, name: str) -> str:
    """An id that stays when the site moves to another address, as Atom asks."""
    return uuid5(NAMESPACE_URL, f"{edition}/changes/{name}").urn


def search(address: str, name: str, description: str, short: str) -> str:
    """The OpenSearch description: a browser can then search the site from its address bar."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(short)}</ShortName>\n"
        f"<LongName>{escape(name[:48])}</LongName>\n"
        f"<Description>{escape(description)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Image type="image/svg+xml">{escape(address)}assets/favicon.svg</Image>\n'
        f'<Url type="text/html" template="{escape(address)}?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
