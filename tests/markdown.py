"""Markdown as the site's builders render it: with the extensions of mkdocs.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from lxml import html
from markdown import Markdown
from mkdocs.config import load_config

from tests.building import ROOT


@cache
def _config() -> Any:
    return load_config(str(ROOT / "mkdocs.yml"))


def renderer(root: Path) -> Markdown:
    """A renderer that takes its snippets from the project in `root`."""
    config = _config()
    settings = {name: dict(own) for name, own in config.mdx_configs.items()}
    settings["pymdownx.snippets"]["base_path"] = [str(root / "includes")]
    return Markdown(extensions=config.markdown_extensions, extension_configs=settings)


def rendered(markdown: Markdown, text: str) -> html.HtmlElement:
    """The element tree of a page and, below it, its table of contents."""
    markdown.reset()
    body = markdown.convert(text)
    return html.fragment_fromstring(f"{body}{markdown.toc}", create_parent="main")
