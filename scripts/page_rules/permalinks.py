"""No address that was ever published vanishes: each stands, or a redirect leads on from it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import addresses, moves
from scripts.page_rules.links import PUBLISHED
from scripts.page_rules.pages import Pages
from scripts.problems import Problem

LIST = "tests/permalinks.txt"
REDIRECTS = moves.FILE


def stand(pages: Pages) -> Iterator[Problem]:
    for number, address in _gone(pages):
        fix = f"bring it back, or add a line '{address} /new-address/' to {REDIRECTS}"
        yield Problem(LIST, number, "", f"the published address {address!r} is gone", fix)


def gone(pages: Pages) -> Iterator[str]:
    """Every published address that neither stands nor leads on."""
    return (address for _, address in _gone(pages))


def _gone(pages: Pages) -> Iterator[tuple[int, str]]:
    if not pages.permalinks:
        return
    known = {f"/{addresses.url(page)}" for page in pages.full}
    for page, ids in pages.ids.items():
        url = f"/{addresses.url(page)}"
        known |= {f"{url}#{id}" for id in ids}
    known |= {f"/{file}" for file in pages.files | PUBLISHED}
    moved = {line.split()[0] for line in pages.redirects.split("\n") if line.strip()}
    for number, address in enumerate(pages.permalinks.split("\n"), 1):
        page = address.partition("#")[0]
        if address.strip() and address not in known and not moved & {address, page}:
            yield number, address
