"""The model as text: Markdown or HTML for each region, and the files of open data.

`regions(site, page)` says what a page must hold; everything else here serves it.
"""

from scripts.render.files import files
from scripts.render.pages import Site, region_names, regions

__all__ = ["Site", "files", "region_names", "regions"]
