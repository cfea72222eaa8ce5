"""Ids and labels of their own, and sources of a kind that their address can have."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts import entries
from scripts.load import Loaded
from scripts.model import Kind
from scripts.problems import Problem

# Hosts where anybody publishes: nothing there is a standard or a government's guidance.
OPEN_HOSTS = (
    "medium.com",
    "substack.com",
    "linkedin.com",
    "wordpress.com",
    "dev.to",
    "blogspot.com",
)


def kinds_fit_addresses(loaded: Loaded) -> Iterator[Problem]:
    """A text on a host where anybody publishes is no standard and no government guidance."""
    for id, source in loaded.comparison.sources.items():
        host = urlsplit(source.url or "").hostname or ""
        anybody = any(host == each or host.endswith(f".{each}") for each in OPEN_HOSTS)
        if anybody and source.kind in (Kind.STANDARD, Kind.GOVERNMENT):
            yield loaded.problem(
                ("sources", id, "kind"),
                f"{source.kind.value!r} on {host}, where anybody publishes",
                "call it expert or practitioner, or give the address of the original",
            )


def anchors_are_unique(loaded: Loaded) -> Iterator[Problem]:
    """Things that share a page, or a name space in "see", have ids of their own."""
    data = loaded.comparison
    taken: dict[str, str] = {}
    for kind in entries.KINDS:
        if kind.key in ("sources", "abbreviations"):  # on pages of their own; beside titles only
            continue
        for id in kind.of(data):
            if id in taken:
                yield loaded.problem(
                    (kind.key, id), f"id {id!r} is taken by {taken[id]}", "choose another id"
                )
            taken.setdefault(id, kind.key)
    for id in data.abbreviations:
        if id in data.titles:
            yield loaded.problem(
                ("abbreviations", id), f"id {id!r} is taken by titles", "choose another id"
            )


def former_ids_are_free(loaded: Loaded) -> Iterator[Problem]:
    """An id that a source once had belongs to no other source."""
    data = loaded.comparison
    taken = dict.fromkeys(data.sources, "itself a source")
    for id, source in data.sources.items():
        for index, former in enumerate(source.former):
            if former in taken:
                yield loaded.problem(
                    ("sources", id, "former", index), f"{former!r} is {taken[former]}", "remove it"
                )
            taken[former] = f"a former id of {id!r}"


def one_source_one_label(loaded: Loaded) -> Iterator[Problem]:
    """Readers tell sources apart by their labels."""
    taken: dict[str, str] = {}
    for id, source in loaded.comparison.sources.items():
        if source.short in taken:
            yield loaded.problem(
                ("sources", id, "short"),
                f"label {source.short!r} is taken by {taken[source.short]!r}",
                "tell them apart, for instance by year",
            )
        taken.setdefault(source.short, id)
