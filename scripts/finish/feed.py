"""What a reader subscribes to: `changes.atom`; and what a browser's search box needs."""

from __future__ import annotations

from collections import Counter
from html import escape
from textwrap import shorten
from uuid import NAMESPACE_URL, uuid5

from scripts import addresses
from scripts.finish.site import BuiltSite
from scripts.model import Comparison
from scripts.render.text import flat

FEED = "changes.atom"
SEARCH = "opensearch.xml"
SHORT_NAME = "PM vs. others"  # OpenSearch allows 16 characters


def write(comparison: Comparison, site: BuiltSite) -> None:
    """Write both, with absolute addresses; neither in a build that knows no address."""
    if site.address:
        site.write(FEED, feed(comparison, site.address, site.name))
        site.write(SEARCH, search(site.address, site.name, site.home.meta("description")))


def feed(comparison: Comparison, address: str, name: str) -> str:
    """The change log as Atom, newest first."""
    page = address + addresses.url(addresses.CHANGES)
    entries: list[str] = []
    numbers: Counter[str] = Counter()
    # From the oldest on: a new entry then changes neither the number nor the id of an old one.
    for change in reversed(comparison.changes):
        day = change.date.isoformat()
        numbers[day] += 1
        text = flat(change.says)
        entries.append(
            f"<entry>"
            f"<id>{_id(f'{day}/{numbers[day]}')}</id>"
            f"<title>{escape(shorten(text, 80, placeholder=' …'))}</title>"
            f'<link href="{escape(page)}"/>'
            f"<published>{day}T00:00:00Z</published>"
            f"<updated>{day}T00:00:00Z</updated>"
            f'<content type="text">{escape(text)}</content>'
            f"</entry>\n"
        )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<id>{_id('feed')}</id>\n"
        f"<title>{escape(name)}: changes</title>\n"
        f"<author><name>{escape(name)}</name></author>\n"
        f'<link href="{escape(page)}"/>\n'
        f'<link rel="self" type="application/atom+xml" href="{escape(address + FEED)}"/>\n'
        f"<updated>{comparison.changed.isoformat()}T00:00:00Z</updated>\n"
        f"{''.join(reversed(entries))}</feed>\n"
    )


def _id(name: str) -> str:
    """An id that stays when the site moves to another address, as Atom asks."""
    return uuid5(NAMESPACE_URL, f"product-management-vs-other-roles/changes/{name}").urn


def search(address: str, name: str, description: str) -> str:
    """The OpenSearch description: a browser can then search the site from its address bar."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{SHORT_NAME}</ShortName>\n"
        f"<LongName>{escape(name[:48])}</LongName>\n"
        f"<Description>{escape(description)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Image type="image/svg+xml">{escape(address)}assets/favicon.svg</Image>\n'
        f'<Url type="text/html" template="{escape(address)}?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
