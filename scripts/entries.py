"""The kinds of entry in the data, each described once: where its entries stand, what they are
called, other names for them, and which roles they are about.

Checks, the A to Z, backlinks, search records and previews follow from this list; the pages and
anchors that it names are made in `addresses`. CONTRIBUTING.md lists what else a new kind needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scripts import addresses, evidence
from scripts.addresses import Place, lower
from scripts.model import Comparison


@dataclass(frozen=True)
class Kind:
    """A kind of entry; the functions take the comparison and an id of this kind."""

    key: str  # in the data, as "roles"
    name: str  # of one, as "role"
    place: Callable[[Comparison, str], Place | None]
    label: Callable[[Comparison, str], str]
    names: Callable[[Comparison, str], tuple[str, ...]] = lambda data, id: ()
    roles: Callable[[Comparison, str], tuple[str, ...]] = lambda data, id: ()
    listed: bool = True  # in the A to Z

    def of(self, data: Comparison) -> Mapping[str, Any]:
        """The entries of this kind, by id."""
        entries: Mapping[str, Any] = getattr(data, self.key)
        return entries


def _name(key: str) -> Callable[[Comparison, str], str]:
    return lambda data, id: str(getattr(data, key)[id].name)


def pair_name(data: Comparison, id: str) -> str:
    first, second = (data.roles[role].name for role in data.pairs[id].roles)
    return f"{first} vs. {lower(second)}"


def combination_name(data: Comparison, id: str) -> str:
    first, second = (data.roles[role].name for role in data.combinations[id].roles)
    return f"{first} and {lower(second)}"


def _leaders(data: Comparison, id: str) -> tuple[str, ...]:
    found = evidence.leads(data, data.activities[id])
    leaders = (found.usual or "", *found.rivals, *(who for _, who in found.elsewhere))
    return tuple(dict.fromkeys(who for who in leaders if who in data.roles))


def _party_place(data: Comparison, id: str) -> Place | None:
    see = data.parties[id].see
    return place_of(data, see) if see else None


# In the order in which an id is looked up.
KINDS: tuple[Kind, ...] = (
    Kind(
        "roles",
        "role",
        lambda data, id: Place(addresses.role_page(id)),
        _name("roles"),
        lambda data, id: (
            data.roles[id].plural,
            *data.roles[id].abbr,
            *data.roles[id].aliases,
        ),
        lambda data, id: (id,),
    ),
    Kind(
        "dimensions",
        "dimension",
        lambda data, id: Place(addresses.dimension_page(id)),
        _name("dimensions"),
    ),
    Kind(
        "activities",
        "activity",
        lambda data, id: addresses.activity(id),
        _name("activities"),
        roles=_leaders,
    ),
    Kind(
        "fights",
        "fight",
        lambda data, id: Place(addresses.fight_page(id)),
        _name("fights"),
        roles=lambda data, id: tuple(r for r in data.fights[id].roles if r in data.roles),
    ),
    Kind(
        "titles",
        "title",
        lambda data, id: Place(addresses.TITLES, id),
        _name("titles"),
        lambda data, id: (*data.titles[id].abbr, *data.titles[id].aliases),
    ),
    Kind(
        "glossary",
        "term",
        lambda data, id: Place(addresses.GLOSSARY, id),
        lambda data, id: data.glossary[id].term,
        lambda data, id: (*filter(None, [data.glossary[id].abbr]), *data.glossary[id].aliases),
    ),
    Kind(
        "disagreements",
        "disagreement",
        lambda data, id: Place(addresses.DISAGREEMENTS, id),
        _name("disagreements"),
        roles=lambda data, id: data.disagreements[id].roles,
    ),
    Kind(
        "questions",
        "question",
        lambda data, id: Place(addresses.QUESTIONS, id),
        _name("questions"),
    ),
    Kind(
        "parties",
        "party",
        _party_place,
        _name("parties"),
        listed=False,
    ),
    Kind(
        "abbreviations",
        "abbreviation",
        lambda data, id: Place(addresses.TITLES, id),
        lambda data, id: f"What “{data.abbreviations[id].abbr}” can mean",
        lambda data, id: (data.abbreviations[id].abbr,),
        lambda data, id: tuple(m.role for m in data.abbreviations[id].meanings if m.role),
    ),
    Kind(
        "pairs",
        "pair",
        lambda data, id: Place(addresses.pair_page(id)),
        pair_name,
        roles=lambda data, id: data.pairs[id].roles,
    ),
    Kind(
        "combinations",
        "combination",
        lambda data, id: Place(addresses.COMBINING, id),
        combination_name,
        roles=lambda data, id: data.combinations[id].roles,
    ),
    Kind(
        "sources",
        "source",
        lambda data, id: addresses.source(id),
        lambda data, id: data.sources[id].short,
        listed=False,
    ),
)
# What a "see" entry may name.
LINKABLE = tuple(kind for kind in KINDS if kind.key not in ("parties", "sources"))


def kind_of(data: Comparison, id: str) -> Kind:
    """The kind that an id belongs to; raises KeyError for an unknown one."""
    for kind in KINDS:
        if id in kind.of(data):
            return kind
    raise KeyError(id)


def place_of(data: Comparison, id: str) -> Place | None:
    """Where an entry stands; None for a party that nothing explains, and for unknown ids."""
    try:
        return kind_of(data, id).place(data, id)
    except KeyError:
        return None


def label_of(data: Comparison, id: str) -> str:
    """The name under which an entry is shown; raises KeyError for an unknown id."""
    return kind_of(data, id).label(data, id)


def ids(data: Comparison) -> Iterator[str]:
    """Every id that "see" and the search's ways of asking may name."""
    for kind in LINKABLE:
        yield from kind.of(data)
