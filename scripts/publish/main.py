"""The steps, in order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts import moves
from scripts.model import Comparison
from scripts.problems import DataError, Problem
from scripts.publish import (
    assets,
    duties,
    feed,
    headers,
    icons,
    lean,
    lens,
    licenses,
    open_data,
    previews,
    redirects,
    references,
    relative,
    search,
    structured,
    take_along,
    tooltips,
    twins,
    works,
)
from scripts.publish.site import BuiltSite


def publish(
    comparison: Comparison,
    root: Path,
    site: Path,
    environ: Mapping[str, str],
    *,
    draft: bool = False,
    offline: bool = False,
) -> None:
    """Make the site that a builder left in `site` ready to be served.

    A `draft`, shown while it is written, and pages opened as files (`offline`) get only what their
    readers see: pictures for link previews would slow it down, and a policy would shut out live
    reload. Raises DataError where something cannot be done; build anew then.
    """
    built = BuiltSite(site)
    if 'http-equiv="Content-Security-Policy"' in built.home.text:
        problem = Problem(site.as_posix(), 1, "", "is published already", "build it anew first")
        raise DataError([problem])
    served = not (draft or offline)
    clean(comparison, built)
    # What changes texts stands above, what reads trees below: so each page is parsed once.
    search.write(comparison, built, offline)
    duties.write(comparison, built, offline)
    lens.write(comparison, built, offline)
    feed.write(comparison, built)
    open_data.write(comparison, built)
    if served:
        machines(comparison, built)
    redirects.write(built, moves.read(root, built.by_url))
    if offline:
        for page in built.documents:
            page.text = relative.link_to_files(page.text)
    if served:
        works.write(built)
    assets.clear(built)
    licenses.write(built)
    if not draft:
        headers.add_policy(built, root, offline)
        for page in built.documents:
            page.text = lean.squeeze(page.text)
    built.save()


def clean(comparison: Comparison, built: BuiltSite) -> None:
    """Pages as readers want them: links that work anywhere, references as numbers, no clutter."""
    for page in built.pages:
        page.text = relative.make_relative(page.text, page.url)
    references.write(comparison, built)
    for page in built.documents:
        page.text = tooltips.dedupe(lean.minify(page.text))


def machines(comparison: Comparison, built: BuiltSite) -> None:
    """What others make of a page: a picture in a chat, an answer in a search, text to read out."""
    previews.draw(comparison, built)
    icons.draw(built, comparison.edition)
    structured.describe(comparison, built)
    twins.write(comparison, built)
    take_along.write(comparison, built)
