"""MkDocs hook for `make serve`: an edit of the data shows on the page, a broken one shows why.

Problems are logged and the last good text stays, so the server goes on serving.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).resolve().parent.parent
# MkDocs loads a hook by path, so the package around it is not importable by itself.
sys.path.insert(0, str(ROOT))

from scripts import project  # noqa: E402
from scripts.finish import finish  # noqa: E402
from scripts.load import BadData  # noqa: E402

log = logging.getLogger("mkdocs.hooks.serve")


def on_pre_build(config: MkDocsConfig) -> None:
    """Bring generated text up to date; MkDocs builds again by itself where that wrote a page."""
    try:
        project.save(ROOT, project.stale(project.read(ROOT)))
    except BadData as bad:
        for problem in bad.problems:
            log.warning(str(problem))
        log.warning("The pages show the last good data until this is mended.")


def on_post_build(config: MkDocsConfig) -> None:
    """Finish what was built, where the data can be read."""
    try:
        loaded = project.read(ROOT).loaded
    except BadData:
        return
    finish(loaded.comparison, ROOT, Path(config.site_dir), os.environ, published=False)
