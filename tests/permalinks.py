"""Every address that was ever published, in permalinks.txt: the list only grows.

`python -m tests.permalinks` adds the addresses of the site built in site/.
"""

from __future__ import annotations

from pathlib import Path

from tests.building import ROOT
from tests.pages import addresses

LIST = Path(__file__).with_suffix(".txt")


def listed() -> set[str]:
    return set(LIST.read_text(encoding="utf-8").split()) if LIST.exists() else set()


def main(site: Path = ROOT / "site") -> None:
    every = listed() | addresses(site)
    LIST.write_text("".join(f"{address}\n" for address in sorted(every)), encoding="utf-8")


if __name__ == "__main__":
    main()
