"""Only what pages ask for: what a builder copied of its theme, and of our sources, goes again.

The site's own styles and scripts are bundled before the build (`scripts/bundle.mjs`), with a hash
of their content in their names, so they may be cached for good.
"""

from __future__ import annotations

import re
import shutil

from scripts.publish.site import BuiltSite

HASHED = re.compile(r"\.[0-9A-Z]{8}\.(?:js|css)$")

_LEFTOVERS = ("components", "assets/images", "assets/javascripts", "assets/stylesheets")


def clear(site: BuiltSite) -> None:
    """Remove the theme's styles, scripts and pictures, and the sources of our own."""
    for name in _LEFTOVERS:
        shutil.rmtree(site.root / name, ignore_errors=True)
    (site.root / "search.json").unlink(missing_ok=True)  # that of Zensical’s own search
