"""Citations drawn by seed, to check each against its source: `python -m bench.truth SEED N`.

Prints, for every citation drawn, where it stands, the sentence that it is to carry, who leads
where the data says so, and the source with its address. Reading the source is left to a person.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.content import handwritten
from scripts.load import load
from scripts.model import Citation, Comparison
from scripts.project import DATA

# How much of a draw each part of the site gets; the parts that say most about who leads come first.
SHARES = {
    "witnesses": 28,
    "cells": 24,
    "prose": 18,
    "reference": 12,
    "titles": 6,
    "combinations": 6,
    "fights": 3,
    "kits": 3,
}
PARTS = {
    "activities": "witnesses",
    "dimensions": "cells",
    "combinations": "combinations",
    "titles": "titles",
    "abbreviations": "titles",
    "roles": "kits",  # a kit opens with the role's own sentence, the only one on it with sources
    "pairs": "reference",
    "disagreements": "reference",
    "questions": "reference",
    "glossary": "reference",
}
SAYING = ("says", "claim", "answer", "difference", "summary", "setting")
LINK = re.compile(r"\[[^\]]*\]\((?:\.\./)*sources\.md#([\w-]+)\)")
SENTENCE = re.compile(r"(?<=[.?!:])\s+(?=[A-Z*“])")


class Drawn(NamedTuple):
    """One citation, and what it is to carry."""

    part: str
    place: str
    says: str
    source: str
    at: str | None


def main() -> None:
    """Draw and print, by the seed and the number that the command line gives."""
    given = argparse.ArgumentParser(prog="python -m bench.truth", description=__doc__)
    given.add_argument("seed", type=int, help="the same seed draws the same citations")
    given.add_argument("count", type=int, help="how many to draw")
    asked = given.parse_args()
    data = load(Path(DATA), DATA).comparison
    for number, each in enumerate(draw(data, Path(), asked.seed, asked.count), 1):
        source = data.sources[each.source]
        print(f"{number}. [{each.part}] {each.place}\n   {each.says}")
        at = f", at {each.at}" if each.at else ""
        print(f"   {each.source}{at}: {source.author}, {source.title}, {source.year}")
        print(f"   {source.url or 'no address'} (read: {source.read.value})\n")


def draw(data: Comparison, root: Path, seed: int, count: int) -> list[Drawn]:
    """`count` citations, of every part its share; the same for the same seed and text."""
    pools: dict[str, list[Drawn]] = {part: [] for part in SHARES}
    for each in (*_of_data(data), *_of_fights(data), *_of_prose(data, root)):
        pools[each.part].append(each)
    chance = random.Random(seed)
    drawn: list[Drawn] = []
    given = 0
    for part, pool in pools.items():
        given += SHARES[part]
        wanted = round(count * given / sum(SHARES.values())) - len(drawn)
        drawn += chance.sample(pool, min(wanted, len(pool)))
    return drawn


def _of_data(data: Comparison) -> Iterator[Drawn]:
    for path, citation in data.citations:
        place = ".".join(map(str, path[:-2]))
        yield Drawn(PARTS[str(path[0])], place, _said(data, path), *_source(citation))


def _of_fights(data: Comparison) -> Iterator[Drawn]:
    """A fight has no sources of its own: it is drawn with what carries its activities."""
    for id, fight in data.fights.items():
        for activity in fight.activities:
            for witness in data.activities[activity].witnesses:
                says = f"{fight.answer} | {activity}, {witness.lead}: {witness.says}"
                for citation in witness.sources:
                    yield Drawn("fights", f"fights.{id}", says, *_source(citation))


def _of_prose(data: Comparison, root: Path) -> Iterator[Drawn]:
    """Every citation in the hand-written text, with the sentence before it."""
    for page, text in handwritten(root, data):
        for line in text.splitlines():
            for found in SENTENCE.split(line):
                for link in LINK.finditer(found):
                    yield Drawn("prose", page, found.strip(), link[1], None)


def _said(data: Comparison, path: Sequence[str | int]) -> str:
    """The sentence that a citation at this path is to carry, with who leads in which setting."""
    record: object = data
    for key in path[:-2]:
        record = _inside(record, key)
    facts = [f"{name}: {value}" for name in ("lead", "rating", "setting")
             if (value := getattr(record, name, None)) is not None]  # fmt: skip
    says = next(str(getattr(record, name)) for name in SAYING if hasattr(record, name))
    return f"{says} ({', '.join(facts)})" if facts else says


def _inside(record: object, key: str | int) -> object:
    if isinstance(record, dict | tuple):
        return record[key]  # type: ignore[index]
    return getattr(record, str(key).replace("-", "_"))


def _source(citation: Citation) -> tuple[str, str | None]:
    return citation.id, citation.at


if __name__ == "__main__":
    main()
