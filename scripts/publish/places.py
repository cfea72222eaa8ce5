"""What the data holds about an address: the kind of its entry, its names, whom it is about.

The search tells kinds apart by this, and by nothing that a heading happens to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts import addresses, entries, evidence
from scripts.addresses import Place
from scripts.model import Activity, Combination, Comparison, Title


@dataclass(frozen=True)
class Known:
    """One entry of the data, as the search sees it."""

    kind: str
    id: str = ""
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    dimension: str = ""
    marks: str = ""
    mark: str = ""


Places = Iterator[tuple[Place, Known]]


def known_places(comparison: Comparison) -> dict[str, Known]:
    """Every entry by its address."""
    return {
        place.address: known
        for part in (_entries(comparison), _cells(comparison), _sections(comparison))
        for place, known in part
    }


def _entries(data: Comparison) -> Places:
    for kind in entries.KINDS:
        for id, entry in kind.of(data).items() if kind.key != "parties" else ():
            place = kind.place(data, id)
            assert place is not None, id
            yield (
                place,
                Known(
                    kind.name,
                    id,
                    kind.names(data, id),
                    kind.roles(data, id),
                    id if kind.key == "dimensions" else "",
                    _last_word(data, entry) if isinstance(entry, Activity) else "",
                    _mark(data, entry),
                ),
            )


def _cells(data: Comparison) -> Places:
    for id, dimension in data.dimensions.items():
        for role, cell in dimension.cells.items():
            mark = evidence.of_claim(data, cell).words
            known = Known("passage", roles=(role,), dimension=id, mark=mark)
            yield addresses.cell(id, role), known


def _sections(data: Comparison) -> Places:
    """Sections that every role has, on its own page and where needs are explained."""
    for id in data.roles:
        page = addresses.role_page(id)
        yield Place(page, "not"), Known("not", roles=(id,))
        yield Place(page, "tell"), Known("tell", roles=(id,))
        yield Place(addresses.NEED_BOTH, id), Known("need", roles=(id,))
    yield from _kits(data)


def _kits(data: Comparison) -> Places:
    """Kits and their parts, which are asked for like a dimension of a role."""
    for part in addresses.KIT_PARTS if data.kits else ():
        yield Place(addresses.KITS, part), Known("dimension", dimension=part)
    for id in data.kits:
        page = addresses.kit_page(id)
        yield Place(page), Known("kit", roles=(id,))
        for part in addresses.KIT_PARTS:
            yield Place(page, part), Known("kit", roles=(id,), dimension=part)


def _mark(data: Comparison, entry: object) -> str:
    """The verdict in words, where the data has one."""
    match entry:
        case Activity():
            return evidence.of_activity(data, entry).words
        case Combination():
            return evidence.rating_of(data, entry).label
        case Title():
            return evidence.of_claim(data, entry).words
    return ""


def _last_word(data: Comparison, activity: Activity) -> str:
    """Who leads, claims and shares an activity, as its page says it."""
    found = evidence.leads(data, activity)
    parts = {
        "Last word": [found.usual] if found.usual else [],
        "Claimed by": found.rivals,
        "Takes part": found.shares,
    }
    return " ".join(
        f"{label}: {', '.join(addresses.lower(data.name_of(id)) for id in ids)}."
        for label, ids in parts.items()
        if ids
    )


def named_in(anchor: str, data: Comparison) -> tuple[str, ...]:
    """The roles that an anchor names, in its order: `hired-as-scrum-master-managing-the-team`."""
    at = {id: f"-{anchor}-".find(f"-{id}-") for id in data.roles}
    longest = [id for id in at if at[id] >= 0 and not any(_within(id, o) for o in at if at[o] >= 0)]
    return tuple(sorted(longest, key=lambda id: at[id]))


def _within(id: str, other: str) -> bool:
    return id != other and f"-{id}-" in f"-{other}-"
