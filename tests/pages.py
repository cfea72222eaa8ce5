"""A built site as its readers meet it: pages, the ids on them, where their links lead."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://example.org/"
REPOSITORY_URL = "https://example.org/repository"
UNKNOWN = "no/such/page/"
# Not at the root of its host, so that a link that climbs too high is seen to leave the site.
HERE = "http://site/below/a/path/"
MISSING = "404.html"
FRAMES = "embed/"
# What a page loads or leads to, by element.
LINKS = {"a": "href", "area": "href", "link": "href", "script": "src", "img": "src",
         "source": "src", "iframe": "src", "use": "href", "form": "action"}  # fmt: skip
ADDRESSED = {"h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "dt"}


@cache
def trees(site: Path) -> dict[str, HtmlElement]:
    """Every HTML file by address: "" for home, "roles/x/", "404.html"."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): html.parse(
            file, html.HTMLParser(encoding="utf-8")
        ).getroot()
        for file in sorted(site.rglob("*.html"))
    }


def pages(site: Path) -> dict[str, HtmlElement]:
    """The pages that readers browse: neither redirects nor frames nor the 404 page."""
    return {
        address: tree
        for address, tree in trees(site).items()
        if address != MISSING and redirect(tree) is None and not address.startswith(FRAMES)
    }


def kind(address: str) -> str:
    """Pages below one folder are of one kind; each page beside the folders is of its own."""
    return address.partition("/")[0]


def longest_of_each_kind(site: Path) -> set[str]:
    """Addresses: of each kind the longest page, and the one that leads to the others."""
    size = {address: (site / address / "index.html").stat().st_size for address in pages(site)}
    kinds: dict[str, list[str]] = {}
    for address in size:
        kinds.setdefault(kind(address), []).append(address)
    longest = {max(alike, key=lambda each: size[each]) for alike in kinds.values()}
    return longest | {f"{name}/" for name in kinds if f"{name}/" in size}


def changed_pages(site: Path, most: int = 8) -> set[str]:
    """Addresses of pages whose Markdown the last commit or the working tree changed, evenly chosen
    where they are more than `most`."""
    command = ["git", "diff", "--name-only", "HEAD~1", "--", "docs"]
    changed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.split()
    own = {
        path.removeprefix("docs/").removesuffix(".md").removesuffix("index").rstrip("/") + "/"
        for path in changed
        if path.endswith(".md")
    }
    there = sorted(own & pages(site).keys())
    return set(there[:: max(1, -(-len(there) // most))])


def redirect(tree: HtmlElement, part: str = "") -> str | None:
    """Where a redirect page leads, or where it leads for one of its former parts."""
    for meta in tree.iter("meta"):
        if meta.get("http-equiv", "").lower() == "refresh":
            own = [link.get("href") for link in tree.iter("a") if part and link.get("id") == part]
            return own[0] if own else meta.get("content", "").partition("url=")[2]
    return None


def article(tree: HtmlElement) -> HtmlElement:
    (found,) = tree.iter("article")
    return found


@cache
def ids(tree: HtmlElement) -> Counter[str]:
    return Counter(element.get("id", "") for element in tree.iter() if element.get("id"))


def links(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter(*LINKS):
        target = element.get(LINKS[str(element.tag)])
        if target is not None:
            yield target


def broken(site: Path, address: str, target: str) -> bool:
    """Whether a link on the page at an address leads nowhere on this site; others are not tried."""
    target = target.strip()
    if target.startswith(SITE_URL) and not target.startswith(REPOSITORY_URL):
        target = target.removeprefix(SITE_URL[:-1])
    if target.startswith("/") and not target.startswith("//"):
        target = urljoin(HERE, target.lstrip("/"))
    # The page for missing addresses is shown at any depth.
    full = urljoin(urljoin(HERE, UNKNOWN if address == MISSING else address), target)
    parts = urlsplit(full)
    if parts.netloc != urlsplit(HERE).netloc:
        return parts.scheme not in ("http", "https", "mailto", "data")
    path = unquote(full.split("#")[0].split("?")[0].removeprefix(HERE))
    return not resolves(site, MISSING if path == UNKNOWN else path, unquote(parts.fragment))


@cache
def resolves(site: Path, path: str, fragment: str = "") -> bool:
    """Whether an address and fragment lead to something, if need be over a redirect."""
    found = trees(site).get(path)
    if found is None:
        return not fragment and path not in trees(site) and (site / path).is_file()
    onward = redirect(found, fragment)
    if onward is not None:
        there, _, part = urljoin(HERE + path, onward).removeprefix(HERE).partition("#")
        return resolves(site, there, part or fragment)
    return not fragment or fragment in ids(found)


def broken_links(site: Path) -> list[str]:
    """`page: link` for every link that leads nowhere, in every HTML file."""
    return [
        f"{address or 'home'}: {target}"
        for address, tree in trees(site).items()
        for target in sorted(set(links(tree)))
        if broken(site, address, target)
    ]


FILES = (
    "changes.atom",
    "data/comparison.csv",
    "data/comparison.json",
    "data/comparison.schema.json",
    "llms.txt",
    "sitemap.xml",
)


def addresses(site: Path) -> set[str]:
    """Every address that the site promises: its pages, what has an id in what they say, and the
    files that programs read."""
    found = {f"/{file}" for file in FILES if (site / file).is_file()}
    for address, tree in pages(site).items():
        found.add(f"/{address}")
        for element in article(tree).iter(*ADDRESSED):
            if element.get("id"):
                found.add(f"/{address}#{element.get('id')}")
    return found
