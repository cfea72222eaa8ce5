"""Check the links that lead out of the site: one request at a time per host, and politely.

Not part of the suite, which uses no network. `make links` prints one line per link that failed,
`path:line: address: what happened`, and exits with status 1 if any did.
"""

from __future__ import annotations

import re
import string
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

ADDRESS = re.compile(r"https?://[^\s<>\"'`)\]}]+")
FILES = ("docs/data/comparison.yml", "docs/*.md", "docs/*/*.md", "*.md", "overrides/**/*.html")
# Reserved names that stand for an address still to be set.
PLACEHOLDERS = re.compile(r"(^|\.)example\.(org|com)$")
AGENT = "Mozilla/5.0 (compatible; link check of Product Management vs. Other Roles)"
PAUSE = 1.0  # seconds between two requests to one host
# The host answers, and only refuses programs: no reason to think that the page is gone.
REFUSED = frozenset({401, 403, 405, 406, 429, 503, 999})


class Link(NamedTuple):
    """An address, and the first place that uses it."""

    address: str
    path: str
    line: int


def links(root: Path) -> list[Link]:
    """Every address that leads out, once, in the order of files."""
    found: dict[str, Link] = {}
    for pattern in FILES:
        for file in sorted(root.glob(pattern)):
            lines = file.read_text(encoding="utf-8").splitlines()
            for number, line in enumerate(lines, 1):
                for match in ADDRESS.findall(line):
                    address = match.rstrip(".,;:")
                    if not PLACEHOLDERS.search(_host(address)) and "{{" not in address:
                        path = file.relative_to(root).as_posix()
                        found.setdefault(address, Link(address, path, number))
    return list(found.values())


def _host(address: str) -> str:
    """The host of an address; "" where nothing can tell."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def ask(address: str) -> str | None:
    """What is wrong with an address, or None; a HEAD request first, then a GET."""
    plain = quote(address, safe=string.punctuation)  # letters beyond ASCII as browsers send them
    for method in ("HEAD", "GET"):
        try:
            request = urllib.request.Request(plain, method=method, headers={"User-Agent": AGENT})
            with urllib.request.urlopen(request, timeout=20):
                return None
        except urllib.error.HTTPError as error:
            if method == "HEAD" and error.code != 404:
                continue
            return None if error.code in REFUSED else f"status {error.code}"
        except (OSError, ValueError, HTTPException) as error:
            return f"{type(error).__name__}: {getattr(error, 'reason', error)}"
    return None


def check(
    found: list[Link], request: Callable[[str], str | None] = ask, pause: float = PAUSE
) -> Iterator[str]:
    """`path:line: address: what happened` for every link that failed, in the order given."""
    hosts: Mapping[str, list[Link]] = defaultdict(list)
    for link in found:
        hosts[_host(link.address)].append(link)

    def host(members: list[Link]) -> dict[str, str | None]:
        answers = {}
        for index, link in enumerate(members):
            if index:
                time.sleep(pause)
            answers[link.address] = request(link.address)
        return answers

    results: dict[str, str | None] = {}
    with ThreadPoolExecutor(max_workers=8) as pool:
        for answers in pool.map(host, hosts.values()):
            results |= answers
    for link in found:
        if problem := results[link.address]:
            yield f"{link.path}:{link.line}: {link.address}: {problem}"
