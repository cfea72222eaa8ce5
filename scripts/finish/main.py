"""The steps, in order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.finish import search
from scripts.finish.site import BuiltSite
from scripts.model import Comparison


def finish(comparison: Comparison, root: Path, site: Path, environ: Mapping[str, str]) -> None:
    """Make the site that a builder left in `site` ready to be served."""
    built = BuiltSite(site)
    search.write(comparison, built, environ.get("SEARCH_WORKER", ""))
