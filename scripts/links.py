"""Check the links that lead out of the site: one request at a time per host, and politely.

Not part of the suite, which uses no network. `make links` prints one line for each that failed or
moved, `path:line: address: what happened; what to do`; `watch` adds the sources to be read again.
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
from datetime import date
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, NamedTuple
from urllib.parse import quote, urlsplit
from urllib.request import Request

from scripts.problems import Problem

ADDRESS = re.compile(r"https?://[^\s<>\"'`)\]}]+")
FILES = (
    "docs/data/*.yml",
    "docs/data/*/*.yml",
    "docs/*.md",
    "docs/*/*.md",
    "*.md",
    "overrides/**/*.html",
)
# Reserved names that stand for an address still to be set.
PLACEHOLDERS = re.compile(r"(^|\.)example\.(org|com)$")
AGENT = "Mozilla/5.0 (compatible; link check)"
PAUSE = 1.0  # seconds between two requests to one host
# The host answers, and only refuses programs: no reason to think that the page is gone.
REFUSED = frozenset({401, 403, 405, 406, 429, 503, 999})
FOR_GOOD = frozenset({301, 308})


class Link(NamedTuple):
    """An address, and the first place that uses it."""

    address: str
    path: str
    line: int


class Answer(NamedTuple):
    """What an address answers."""

    wrong: str | None = None  # what is wrong with it
    moved: str | None = None  # the address to which it leads for good
    modified: date | None = None  # when its server says that it changed
    there: bool = False  # whether a page came, and no refusal


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


class _Hops(urllib.request.HTTPRedirectHandler):
    """Follows redirects, and remembers their kind."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        self.codes.append(code)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def ask(address: str) -> Answer:
    """What an address answers; a HEAD request first, then a GET."""
    plain = quote(address, safe=string.punctuation)  # letters beyond ASCII as browsers send them
    for method in ("HEAD", "GET"):
        hops = _Hops()
        try:
            request = Request(plain, method=method, headers={"User-Agent": AGENT})
            with urllib.request.build_opener(hops).open(request, timeout=20) as response:
                moved = _moved(plain, response.url, hops.codes)
                return Answer(None, moved, _day(response.headers.get("Last-Modified")), there=True)
        except urllib.error.HTTPError as error:
            if method == "HEAD" and error.code != 404:
                continue
            return Answer(None if error.code in REFUSED else f"status {error.code}")
        except (OSError, ValueError, HTTPException) as error:
            return Answer(f"{type(error).__name__}: {getattr(error, 'reason', error)}")
    return Answer()


def _moved(asked: str, answered: str, codes: list[int]) -> str | None:
    """Where a page stands now for good; not where it only leads to for today."""
    same = answered.rstrip("/") == asked.rstrip("/")
    return answered if codes and not same and set(codes) <= FOR_GOOD else None


def _day(header: str | None) -> date | None:
    try:
        return parsedate_to_datetime(header).date() if header else None
    except ValueError:
        return None


def answers(
    found: list[Link], request: Callable[[str], Answer] = ask, pause: float = PAUSE
) -> dict[str, Answer]:
    """What each address answers; a host is asked one thing at a time."""
    hosts: Mapping[str, list[Link]] = defaultdict(list)
    for link in found:
        hosts[_host(link.address)].append(link)

    def host(members: list[Link]) -> dict[str, Answer]:
        answers = {}
        for index, link in enumerate(members):
            if index:
                time.sleep(pause)
            answers[link.address] = request(link.address)
        return answers

    results: dict[str, Answer] = {}
    with ThreadPoolExecutor(max_workers=8) as pool:
        for answers in pool.map(host, hosts.values()):
            results |= answers
    return results


def dead(found: list[Link], answers: Mapping[str, Answer]) -> Iterator[Problem]:
    """Every address that failed, in the order given."""
    for link in found:
        if wrong := answers[link.address].wrong:
            fix = "look for where it went, or for an archived copy"
            yield Problem(link.path, link.line, link.address, wrong, fix)


def moved(found: list[Link], answers: Mapping[str, Answer]) -> Iterator[Problem]:
    """Every address that leads to another one for good."""
    for link in found:
        if new := answers[link.address].moved:
            yield Problem(link.path, link.line, link.address, "moved for good", f"write {new}")
