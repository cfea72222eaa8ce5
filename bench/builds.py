"""The sites that are compared: ours, stock Material over the same pages, and bare HTML."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml
from lxml import html

from tests import building

# What a first-time user of the theme writes; and who wants the next page at once, as one document.
STOCK: Mapping[str, object] = {"name": "material"}
INSTANT = {
    **STOCK,
    "features": ["navigation.tabs", "navigation.instant", "navigation.instant.prefetch"],
}


def stock_project(target: Path, theme: Mapping[str, object] = STOCK) -> Path:
    """The same pages and navigation, with the theme as it comes: with its search."""
    building.copy_project(target)
    shutil.rmtree(target / "overrides")
    text = (building.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = yaml.safe_load(re.sub(r"!ENV \[\w+, (\"[^\"]*\")\]", r"\1", text))
    kept: Mapping[str, object] = {
        key: config[key] for key in ("site_name", "site_url", "nav", "markdown_extensions")
    }
    (target / "mkdocs.yml").write_text(
        yaml.safe_dump({**kept, "theme": dict(theme)}, sort_keys=False)
    )
    return target


def bare(site: Path, target: Path) -> None:
    """The same text by hand: what stands in the page's main part, without style or script."""
    for file in sorted(site.rglob("index.html")):
        tree = html.parse(file).getroot()
        article = tree.find(".//article")
        if article is None:
            continue
        body = html.tostring(article, encoding="unicode")
        title = tree.findtext(".//title") or ""
        page = target / file.relative_to(site)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="viewport" content="width=device-width">{body}',
            encoding="utf-8",
        )
