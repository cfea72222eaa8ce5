"""The whole comparison as one file, for programs: made with the site, since it repeats the data."""

from __future__ import annotations

from scripts.model import Comparison
from scripts.publish.site import BuiltSite
from scripts.render.files import json_text

FILE = "data/comparison.json"


def write(comparison: Comparison, site: BuiltSite) -> None:
    site.write(FILE, json_text(comparison))
