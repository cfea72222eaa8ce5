"""A built site as files: its pages, read once, and where to put more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import html


@dataclass(frozen=True)
class BuiltPage:
    """A page as built; `url` is its directory below the root, "" for home, "404.html" for that."""

    file: Path
    url: str

    @cached_property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.text)

    @property
    def main(self) -> html.HtmlElement:
        """The element that holds what the page says: the theme's only `article`."""
        (article,) = self.tree.iter("article")
        return article


class BuiltSite:
    """The folder that a builder filled."""

    def __init__(self, root: Path) -> None:
        if not (root / "index.html").is_file():
            raise FileNotFoundError(f"{root} holds no built site; run 'make build'")
        self.root = root

    @cached_property
    def pages(self) -> tuple[BuiltPage, ...]:
        """Every page that readers browse, by address; not the 404 page."""
        return tuple(self._pages())

    def _pages(self) -> Iterator[BuiltPage]:
        for file in sorted(self.root.rglob("index.html")):
            url = file.parent.relative_to(self.root).as_posix()
            page = BuiltPage(file, "" if url == "." else f"{url}/")
            if next(page.tree.iter("article"), None) is not None:  # else a redirect
                yield page
