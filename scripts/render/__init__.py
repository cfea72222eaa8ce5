"""The model as text: Markdown or HTML for each region, and the files of open data.

`regions(site, page)` says what a page must hold; everything else here serves it.
"""

from scripts.render.files import files
from scripts.render.pages import region_names, regions, whole_pages
from scripts.render.site import Site

__all__ = ["Site", "files", "region_names", "regions", "whole_pages"]
