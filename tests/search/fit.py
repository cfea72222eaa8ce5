"""Fit `search/weights.js` to the labelled queries: `make fit`, or `python -m tests.search.fit`.

Reads the records of the built site/ and prints how the fit holds on sets that it has not seen; with
`--without`, also what each feature earns; with `--misses`, which queries it does not answer first.
Needs Node.
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tests import building
from tests.search import box

WEIGHTS = building.ROOT / "search/weights.js"


def main(*flags: str, site: Path = building.ROOT / "site/search") -> None:
    script = Path(__file__).with_suffix(".mjs")
    subprocess.run(
        ["node", script, WEIGHTS, *flags],
        input=json.dumps({**index(site), "sets": [labelled(file) for file in box.FITTED]}),
        text=True,
        check=True,
        env=building.environment(),
    )


def labelled(file: Path) -> dict[str, Any]:
    queries = [
        {"q": query.q, "class": query.kind, "accept": query.accept} for query in box.queries(file)
    ]
    return {"name": file.stem, "queries": queries}


def index(site: Path) -> dict[str, Any]:
    """The whole index: its records, and the vocabulary."""
    first, rest = (json.loads((site / f"{name}.json").read_text()) for name in ("records", "rest"))
    pairs = zip_longest(first["records"], rest.pop("records"))
    return {"records": [whole(*parts) for parts in pairs], "vocabulary": rest}


def whole(first: dict[str, Any] | None, rest: dict[str, Any]) -> dict[str, Any]:
    """A record from its two parts; sources and sections come whole with the second."""
    if first is None:
        return rest
    return (
        first | rest | {"text": first["text"] + rest["text"], "asks": first["asks"] + rest["asks"]}
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
