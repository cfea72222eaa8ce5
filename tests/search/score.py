"""Score the search on the labelled queries without a browser: `python -m tests.search.score`.

Reads the records of the built site/; names of sets choose among them. Prints by class which share
of queries has a right answer first and among three; how many in scope are shown nothing; and how
many first snippets begin with the sentence that answers. Needs Node.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests import building
from tests.search import box
from tests.search.fit import index

NEAREST = "Nothing fits exactly"


@dataclass(frozen=True)
class Asked:
    """A query, and what the search shows for it."""

    query: box.Query
    items: list[dict[str, Any]]
    note: str
    took: float

    def answer(self, plainly: bool = False) -> box.Answer:
        """The addresses shown; `plainly`, only those not shown as the nearest places."""
        shown = [] if plainly and self.note.startswith(NEAREST) else self.items
        addresses = tuple(re.sub(r"\?[^#]*", "", item["address"]) for item in shown)
        return box.Answer(self.query, addresses, self.took)


def ask(queries: list[box.Query], site: Path = building.ROOT / "site/search") -> list[Asked]:
    """Ask the whole index each query."""
    return answered(queries, run({**index(site), "queries": [query.q for query in queries]}))


def answered(queries: list[box.Query], answers: list[dict[str, Any]]) -> list[Asked]:
    """The queries with what `run` gave for them."""
    return [
        Asked(query, each["items"], each.get("note", ""), each["took"])
        for query, each in zip(queries, answers, strict=True)
    ]


def run(given: dict[str, Any]) -> list[dict[str, Any]]:
    """What `ask.mjs` answers to the queries given to it with records and a vocabulary."""
    done = subprocess.run(
        ["node", Path(__file__).with_name("ask.mjs")],
        input=json.dumps(given),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=building.environment(),
    )
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def begins_with_answer(item: dict[str, Any], record: dict[str, Any]) -> bool:
    """Whether a snippet begins with the first sentence of its section, or as much as fits."""
    first = re.match(r".{,80}?[.?!](?=\s|$)|.{,80}", record.get("text", ""))
    return first is not None and "".join(item["parts"]).startswith(first[0])


def main(*names: str) -> None:
    files = [file for file in (*box.FITTED, *box.HELD_OUT) if not names or file.stem in names]
    records = {each["address"]: each for each in index(building.ROOT / "site/search")["records"]}
    took = []
    for file in files:
        asked = ask(box.queries(file))
        took += [each.took for each in asked]
        print(file.stem)
        for kind, score in box.by_class([each.answer() for each in asked]).items():
            print(f"  {kind:15} {score.count:4}   {score.first:.3f} / {score.three:.3f}")
        some = [each for each in asked if each.query.accept]
        none = [each for each in asked if not each.query.accept]
        silent = sum(not each.items for each in some)
        noted = sum(each.note.startswith(NEAREST) for each in some)
        plain = sum(not each.answer(plainly=True).shown for each in none)
        firsts = [each.items[0] for each in some if each.items]
        told = [item for item in firsts if item["address"].split("?")[0] in records]
        begins = sum(begins_with_answer(i, records[i["address"].split("?")[0]]) for i in told)
        print(f"  in scope: {silent} shown nothing, {noted} the nearest places, of {len(some)}")
        print(f"  no answer: {plain} of {len(none)} shown nothing as an answer")
        print(f"  first snippets that begin with the answer: {begins} of {len(told)}")
    if len(took) > 20:
        print(f"milliseconds: median {median(took):.1f}, p95 {quantiles(took, n=20)[-1]:.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
