"""The kinds of entry in the data, each described once: where its entries stand, what they are
called, other names for them, and which roles they are about.

Addresses, checks, the A to Z, backlinks, search records and structured data follow from this list.
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
    names: Callable[[Comparison, str], tuple[str, ...]] = lambda told, id: ()
    roles: Callable[[Comparison, str], tuple[str, ...]] = lambda told, id: ()
    listed: bool = True  # in the A to Z

    def of(self, told: Comparison) -> Mapping[str, Any]:
        """The entries of this kind, by id."""
        entries: Mapping[str, Any] = getattr(told, self.key)
        return entries


def _name(key: str) -> Callable[[Comparison, str], str]:
    return lambda told, id: str(getattr(told, key)[id].name)


def pair_name(told: Comparison, id: str) -> str:
    first, second = (told.roles[role].name for role in told.pairs[id].roles)
    return f"{first} vs. {lower(second)}"


def combination_name(told: Comparison, id: str) -> str:
    first, second = (told.roles[role].name for role in told.combinations[id].roles)
    return f"{first} and {lower(second)}"


def _leaders(told: Comparison, id: str) -> tuple[str, ...]:
    found = evidence.leads(told, told.activities[id])
    leaders = (found.usual or "", *found.rivals, *(who for _, who in found.elsewhere))
    return tuple(dict.fromkeys(who for who in leaders if who in told.roles))


def _party_place(told: Comparison, id: str) -> Place | None:
    see = told.parties[id].see
    return place_of(told, see) if see else None


# In the order in which an id is looked up.
KINDS: tuple[Kind, ...] = (
    Kind(
        "roles",
        "role",
        lambda told, id: Place(addresses.role_page(id)),
        _name("roles"),
        lambda told, id: (
            told.roles[id].plural,
            *told.roles[id].abbr,
            *told.roles[id].aliases,
        ),
        lambda told, id: (id,),
    ),
    Kind(
        "dimensions",
        "dimension",
        lambda told, id: Place(addresses.dimension_page(id)),
        _name("dimensions"),
    ),
    Kind(
        "activities",
        "activity",
        lambda told, id: addresses.activity(id),
        _name("activities"),
        roles=_leaders,
    ),
    Kind(
        "fights",
        "fight",
        lambda told, id: Place(addresses.fight_page(id)),
        _name("fights"),
        roles=lambda told, id: tuple(r for r in told.fights[id].roles if r in told.roles),
    ),
    Kind(
        "titles",
        "title",
        lambda told, id: Place(addresses.TITLES, id),
        _name("titles"),
        lambda told, id: (*told.titles[id].abbr, *told.titles[id].aliases),
    ),
    Kind(
        "glossary",
        "term",
        lambda told, id: Place(addresses.GLOSSARY, id),
        lambda told, id: told.glossary[id].term,
        lambda told, id: (*filter(None, [told.glossary[id].abbr]), *told.glossary[id].aliases),
    ),
    Kind(
        "disagreements",
        "disagreement",
        lambda told, id: Place(addresses.DISAGREEMENTS, id),
        _name("disagreements"),
        roles=lambda told, id: told.disagreements[id].roles,
    ),
    Kind(
        "questions",
        "question",
        lambda told, id: Place(addresses.QUESTIONS, id),
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
        lambda told, id: Place(addresses.TITLES, id),
        lambda told, id: f"What “{told.abbreviations[id].abbr}” can mean",
        lambda told, id: (told.abbreviations[id].abbr,),
        lambda told, id: tuple(m.role for m in told.abbreviations[id].meanings if m.role),
    ),
    Kind(
        "pairs",
        "pair",
        lambda told, id: Place(addresses.pair_page(id)),
        pair_name,
        roles=lambda told, id: told.pairs[id].roles,
    ),
    Kind(
        "combinations",
        "combination",
        lambda told, id: Place(addresses.COMBINING, id),
        combination_name,
        roles=lambda told, id: told.combinations[id].roles,
    ),
    Kind(
        "sources",
        "source",
        lambda told, id: addresses.source(id),
        lambda told, id: told.sources[id].short,
        listed=False,
    ),
)
# What a "see" entry may name.
LINKABLE = tuple(kind for kind in KINDS if kind.key not in ("parties", "sources"))


def kind_of(told: Comparison, id: str) -> Kind:
    """The kind that an id belongs to; raises KeyError for an unknown one."""
    for kind in KINDS:
        if id in kind.of(told):
            return kind
    raise KeyError(id)


def place_of(told: Comparison, id: str) -> Place | None:
    """Where an entry stands; None for a party that nothing explains, and for unknown ids."""
    try:
        return kind_of(told, id).place(told, id)
    except KeyError:
        return None


def label_of(told: Comparison, id: str) -> str:
    """The name under which an entry is shown; raises KeyError for an unknown id."""
    return kind_of(told, id).label(told, id)


def ids(told: Comparison) -> Iterator[str]:
    """Every id that "see" and the search's ways of asking may name."""
    for kind in LINKABLE:
        yield from kind.of(told)
