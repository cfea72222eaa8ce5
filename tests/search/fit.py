"""Fit the weights of `search/silence.js` to the queries that may be tuned for.

`python -m tests.search.fit` reads the records of the built site/ and prints the weights, and what
each threshold keeps and hides. Needs Node.
"""

from __future__ import annotations

import json
import subprocess
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tests import building
from tests.search import box

TUNED = (box.TUNED, box.WIDER, box.STORIES, box.EARLIER)


def main(site: Path = building.ROOT / "site/search") -> None:
    first, rest = (json.loads((site / f"{name}.json").read_text()) for name in ("records", "rest"))
    asked = [query for file in TUNED for query in box.queries(file)]
    given = {
        "queries": [{"q": query.q, "accept": query.accept} for query in asked],
        "records": [whole(*parts) for parts in zip_longest(first["records"], rest.pop("records"))],
        "vocabulary": rest,
    }
    script = Path(__file__).with_suffix(".mjs")
    environment = building.environment()
    subprocess.run(
        ["node", script], input=json.dumps(given), text=True, check=True, env=environment
    )


def whole(first: dict[str, Any] | None, rest: dict[str, Any]) -> dict[str, Any]:
    """A record from its two parts; sources come whole with the second."""
    if first is None:
        return rest
    return first | {"text": first["text"] + rest["text"], "asks": first["asks"] + rest["asks"]}


if __name__ == "__main__":
    main()
