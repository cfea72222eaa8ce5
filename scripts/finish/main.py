"""The steps, in order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.finish import (
    assets,
    feed,
    headers,
    lean,
    previews,
    redirects,
    relative,
    search,
    structured,
    tooltips,
    twins,
)
from scripts.finish.site import BuiltSite
from scripts.load import BadData, Problem
from scripts.model import Comparison

SHIM = "assets/search-shim.js"


def offline_page(text: str, url: str) -> str:
    """The page as it works from a folder on disk: links to files, and workers without a server."""
    up = "../" * url.count("/")
    shim = f'<script defer src="{up}{SHIM}"></script>\n</body>'
    return relative.to_files(text).replace("</body>", shim)


def finish(
    comparison: Comparison,
    root: Path,
    site: Path,
    environ: Mapping[str, str],
    *,
    published: bool = True,
    offline: bool = False,
) -> None:
    """Make the site that a builder left in `site` ready to be served.

    Pages that are not `published`, but shown while they are written or opened as files (`offline`),
    get only what their readers see: a policy would shut out live reload, and pictures for link
    previews would slow it down. Raises BadData where something cannot be done; build anew then.
    """
    built = BuiltSite(site)
    if 'http-equiv="Content-Security-Policy"' in built.home.text:
        problem = Problem(site.as_posix(), 1, "", "is finished already", "build it anew first")
        raise BadData([problem])
    for page in built.pages:
        page.text = relative.relink(page.text, page.url)
    for page in built.documents:
        page.text = tooltips.thin(lean.squeeze(page.text))
    search.replace_theme_index(built, environ.get("SEARCH_WORKER", ""))
    # Steps that change texts stand above, those that read trees below: so each is parsed once.
    search.write(comparison, built, offline)
    feed.write(comparison, built)
    if published:
        previews.draw(comparison, built)
        structured.describe(comparison, built)
        twins.write(comparison, built)
    redirects.write(built)
    if offline:
        for page in built.documents:
            page.text = offline_page(page.text, page.url)
    if published:
        assets.shrink(built)
        headers.protect(built)
    built.save()
