"""Time the search from key to result, without a browser: `python -m tests.search.speed`.

Reads the records of the built site/; types some queries letter by letter, at today's number of
records and at ten times of it, and prints milliseconds of the processor for each key: what else the
machine does counts little. Needs Node.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests import building
from tests.search import score
from tests.search.fit import index

TEN = 10
TYPED = [
    "who owns the roadmap",
    "product manager vs product owner",
    "scrum mater skills",
    "what does TPM stand for",
    "acceptance criteria",
]
KEYS = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
ROUNDS = 3


def main(site: Path = building.ROOT / "site/search") -> None:
    today = index(site)
    for times in (1, TEN):
        took = worked({**today, "records": tenfold(today["records"], times)})
        print(
            f"{len(today['records']) * times:6} records: median {median(took):5.1f} ms,"
            f" p95 {quantiles(took, n=20)[-1]:5.1f} ms"
        )


def worked(given: dict[str, Any]) -> list[float]:
    """Milliseconds of the processor for each key, after a round in which the code is compiled."""
    answers = score.run({**given, "queries": KEYS * (1 + ROUNDS)})
    return [each["worked"] for each in answers[len(KEYS) :]]


def tenfold(records: list[dict[str, Any]], times: int = TEN) -> list[dict[str, Any]]:
    """So many of every record, each copy at an address of its own."""
    return [
        {**each, "address": f"copy-{n}/{each['address']}"} if n else each
        for n in range(times)
        for each in records
    ]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
