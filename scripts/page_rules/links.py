"""Every link leads to a page, a heading or a file of this site, or openly out of it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote, urlsplit

from scripts import addresses, entries, regions
from scripts.page_rules import markup
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem, suggest

# Files that a build adds and pages may link to.
PUBLISHED = frozenset(
    ("assets/licenses.txt", "changes.atom", "data/comparison.json", "llms.txt", "sitemap.xml")
)
_OUTWARD = ("http", "https", "mailto")


class Targets:
    """What there is to link to."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.by_url = {addresses.url(page): page for page in pages.full}

    def wrong(self, page: str, link: markup.Link) -> tuple[str, str] | None:
        """What is wrong with a link on a page, and how to mend it; None for a good one."""
        target = link.target
        try:
            parts = urlsplit(target)
        except ValueError:
            return f"a link that nothing can take apart: {target[:60]!r}", "write it anew"
        if parts.scheme or parts.netloc:
            if not parts.scheme:
                return f"a link without https: {target[:60]!r}", "begin it with 'https://'"
            if parts.scheme.lower() not in _OUTWARD:
                return f"a link of the kind {parts.scheme + ':'!r}", "link to a page or to https://"
            if not parts.netloc and parts.scheme != "mailto":
                return f"a link to no host: {target[:60]!r}", "write it as https://host/path"
            return None
        path, fragment = unquote(parts.path), unquote(parts.fragment)
        if link.html:
            return self._html(page, target, path, fragment)
        return self._markdown(page, target, path, fragment)

    def _markdown(self, page: str, target: str, path: str, part: str) -> tuple[str, str] | None:
        if not target:
            return "a link that leads nowhere: '()'", "write where it leads"
        if path.startswith("/"):
            meant = self.by_url.get(path.strip("/") + "/" if path.strip("/") else "")
            fix = f"write {relpath(meant, dirname(page) or '.')!r}" if meant else "name the file"
            return f"a link from the root: {target!r}", f"{fix}, as seen from this page"
        there = normpath(join(dirname(page), path)) if path else page
        if there in self.pages.full:
            return self._part(page, target, there, part)
        if there in self.pages.files:
            return None
        if f"{there}/index.md" in self.pages.full or f"{there}.md" in self.pages.full:
            return f"the link {target!r} does not name a file", "write the page's file, with .md"
        every = [*self.pages.full, *self.pages.files]
        near = get_close_matches(there, every, n=1, cutoff=0.6)
        fix = f"did you mean {relpath(near[0], dirname(page) or '.')!r}?" if near else (
            "correct it, or remove the link")  # fmt: skip
        return f"the link {target!r} leads to no file", fix

    def _html(self, page: str, target: str, path: str, part: str) -> tuple[str, str] | None:
        """Builders differ in what they take a relative link in HTML to start from."""
        if not path:
            return self._part(page, target, page, part) if part else None
        if path in (".", "./"):
            return None
        if not path.startswith("/"):
            fix = "write it from the root, as in '/roles/', or as a Markdown link"
            return f"a relative link in HTML: {target!r}", fix
        if path[1:] in self.by_url:
            return self._part(page, target, self.by_url[path[1:]], part)
        if path[1:] in self.pages.files or path[1:] in PUBLISHED:
            return None
        fix = suggest(path, [f"/{url}" for url in self.by_url])
        return f"the link {target!r} leads to no page", fix

    def _part(self, page: str, target: str, there: str, part: str) -> tuple[str, str] | None:
        if not part or part in self.pages.ids[there]:
            return None
        near = get_close_matches(part, self.pages.ids[there], n=1, cutoff=0.6)
        fix = f"did you mean '#{near[0]}'?" if near else (
            f"add {{#{part}}} to the heading that it means")  # fmt: skip
        return f"the link {target!r} leads to no heading of docs/{there}", fix


def lead_somewhere(pages: Pages) -> Iterator[Problem]:
    targets = Targets(pages)
    for page in pages.own:
        for number, line in pages.prose(page):
            for link in dict.fromkeys(markup.links(line)):
                if link.image and _host(link.target):
                    continue  # which html.py reports
                if wrong := targets.wrong(page, link):
                    yield problem(page, number, *wrong)
    yield from _generated(pages, targets)


def _host(target: str) -> str:
    """The host of an address; "" where there is none, or nothing can tell."""
    try:
        return urlsplit(target).netloc
    except ValueError:
        return ""


def _generated(pages: Pages, targets: Targets) -> Iterator[Problem]:
    """Generated links lead to pages that there are, but perhaps to a heading that nobody wrote."""
    missing: dict[tuple[str, str], list[str]] = {}
    for page, text in pages.full.items():
        lines = text.split("\n")
        spans = [(each.begin + 1, each.end) for each in regions.find(text)]
        for begin, end in spans if page in pages.own else [(0, len(lines))]:
            for line in lines[begin:end]:
                for link in markup.links(line):
                    there, part = _place(page, link, targets)
                    if there in pages.full and part and part not in pages.ids[there]:
                        missing.setdefault((there, part), []).append(page)
    for (there, part), linking in missing.items():
        what = (
            f"no heading has the id {part!r}, to which generated text of "
            f"docs/{linking[0]} links, and {len(linking) - 1} more links lead"
        )
        yield problem(there, 1, what, f"write a heading with {{#{part}}}")


def _place(page: str, link: markup.Link, targets: Targets) -> tuple[str, str]:
    """The page and part that a generated link leads to; ("", "") for one out of the site."""
    path, _, part = link.target.partition("#")
    if "://" in path or path.startswith("mailto:"):
        return "", ""
    if not path:
        return page, part
    if path.startswith("/"):
        return targets.by_url.get(path[1:], ""), part
    return normpath(join(dirname(page), path)), part


def example_queries_lead_somewhere(pages: Pages) -> Iterator[Problem]:
    """Every address that people ask for is a page, or a heading on one."""
    if not pages.full:
        return
    known = set(entries.ids(pages.loaded.comparison))
    for page, text in pages.full.items():
        url = addresses.url(page)
        known.add(url)
        for line in text.split("\n"):
            found = markup.heading(line)
            if found and found.id:
                known.add(f"{url}#{found.id}")
    for address in pages.loaded.comparison.asks:
        if address not in known:
            page, sign, _ = address.partition("#")
            near = [each for each in known if each.startswith(page + sign)] if sign else known
            fix = suggest(address, near) if near else "remove it, for its page is not here"
            yield pages.loaded.problem(("asks", address), f"unknown id or address {address!r}", fix)
