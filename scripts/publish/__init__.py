"""What a built site/ needs before it is served; the same for every site builder.

    publish(comparison, root, site, environ)

`clean` pages for readers, `search` and `machines` for those who ask, `assets` small, and `headers`
last, because hashes must come after the last change to a page. Each module adds one thing; none
depends on what another adds but `twins`, which reads the numbers of `references`.
"""

from scripts.publish.main import publish

__all__ = ["publish"]
