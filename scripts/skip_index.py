"""MkDocs hook for `make build`: spare the theme its search index where ours takes its place.

Reading all pages for it is a sixth of the build, and `finish` would only delete it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # so that a builder of another name can run it
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Ask the theme to leave the page out, as a page's front matter could."""
    if config.extra["search_worker"]:
        page.meta["search"] = {"exclude": True}
