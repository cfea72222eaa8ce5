"""Links from the root of the site, as generated HTML has them, made relative to their page.

So the same files serve at the root of a host, below a sub-path, and from a folder on disk.
"""

from __future__ import annotations

import re

_ROOTED = re.compile(r' (href|action)="/(?!/)')


def make_relative(text: str, url: str) -> str:
    """The page's HTML with relative links; `url` is its directory, such as `roles/x/`."""
    return _ROOTED.sub(f' \\1="{"../" * url.count("/") or "./"}', text)


_FOLDER = re.compile(r'(?P<start> (?:href|action)=")(?P<path>\.{1,2}(?:/\.\.)*|[^":?#]*/)(?=["?#])')


def link_to_files(text: str) -> str:
    """The page's HTML with links to folders made links to their files, which no server finds."""

    def file(found: re.Match[str]) -> str:
        return f"{found['start']}{found['path'].rstrip('/')}/index.html"

    return _FOLDER.sub(file, text)
