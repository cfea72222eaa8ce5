"""A built site as files: its pages, read once, changed in memory and saved together."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path

from lxml import etree

from scripts.problems import DataError, Problem
from scripts.render.text import flat


class BuiltPage:
    """An HTML file of the site.

    `url` is the directory it answers for, below the root ("" for home), or the file's own path
    if it is not an index. `text` is what will be served: steps change it, `BuiltSite.save` writes
    it. `tree` is the same, parsed; it does not show what `add_to_head` adds.
    """

    def __init__(self, file: Path, url: str, text: str | None = None) -> None:
        self.file = file
        self.url = url
        self._text = file.read_text(encoding="utf-8") if text is None else text

    @property
    def text(self) -> str:
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.__dict__.pop("tree", None)

    @cached_property
    def tree(self) -> etree._Element:
        return etree.fromstring(self.text, etree.HTMLParser())

    @property
    def main(self) -> etree._Element:
        """The element that holds what the page says: the theme's only `article`."""
        (article,) = self.tree.iter("article")
        return article

    @cached_property
    def heading(self) -> str:
        """The page's main heading, as text."""
        for heading in self.main.iter("h1"):
            own = heading.xpath(".//text()[not(parent::a[contains(@class, 'headerlink')])]")
            return flat("".join(own))
        return self.title

    @cached_property
    def title(self) -> str:
        """What the page calls itself in previews, without the name of the site."""
        return self.meta("og:title") or flat(self.tree.findtext(".//title") or "")

    def meta(self, name: str) -> str:
        """The content of a `<meta>` by its name or property; "" where there is none."""
        found = self.tree.xpath("head/meta[@name=$name or @property=$name]/@content", name=name)
        return flat(found[0]) if found else ""

    @cached_property
    def canonical(self) -> str:
        """The page's address on the web; "" without a site_url."""
        found = self.tree.xpath("head/link[@rel='canonical']/@href")
        return str(found[0]) if found else ""

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every fragment that leads somewhere on this page."""
        return frozenset(map(str, self.tree.xpath("//@id")))

    def add_to_head(self, markup: str, first: bool = False) -> None:
        """Put elements at the end of the head, or right after the character set."""
        if first:
            start = self._text.index(">", self._text.index("<meta charset")) + 1
        else:
            start = self._text.index("</head>")
        self._text = self._text[:start] + markup + self._text[start:]


class BuiltSite:
    """The folder that a builder filled."""

    def __init__(self, root: Path) -> None:
        if not (root / "index.html").is_file():
            problem = Problem(root.as_posix(), 1, "", "holds no built site", "run 'make build'")
            raise DataError([problem])
        self.root = root
        self.documents = [
            BuiltPage(file, self._url(file)) for file in sorted(self.root.rglob("*.html"))
        ]

    def _url(self, file: Path) -> str:
        path = file.relative_to(self.root).as_posix()
        return path.removesuffix("index.html") if file.name == "index.html" else path

    @cached_property
    def pages(self) -> tuple[BuiltPage, ...]:
        """Every page that readers browse, by address; neither the 404 page nor redirects."""
        return tuple(
            page
            for page in self.documents
            if page.file.name == "index.html" and "<article" in page.text
        )

    @cached_property
    def by_url(self) -> dict[str, BuiltPage]:
        return {page.url: page for page in self.pages}

    @property
    def home(self) -> BuiltPage:
        return self.by_url[""]

    @property
    def address(self) -> str:
        """Where the site stands on the web, with its slash; "" without a site_url."""
        return self.home.canonical

    @property
    def name(self) -> str:
        return self.home.meta("og:site_name") or self.home.heading

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file of the site that is not a page."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def write_data(self, name: str, data: object, offline: bool) -> None:
        """Write what a script asks for on first use: as data, or, for pages that are opened as
        files and may fetch nothing, as a script that leaves it under its name."""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        if offline:
            self.write(f"assets/{name}.js", f"{name}={text}\n")
        else:
            self.write(f"assets/{name}.json", text)

    def save(self) -> None:
        """Write every page as it now stands; let every server read all that was built."""
        for page in self.documents:
            page.file.parent.mkdir(parents=True, exist_ok=True)
            page.file.write_text(page.text, encoding="utf-8")
        for path in (self.root, *self.root.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
