"""What a built site/ needs before it is served; the same for every site builder.

    finish(comparison, root, site, environ)

Each module adds one thing and none depends on another's; they run in the order given here,
because hashes must come after the last change to a page.
"""

from scripts.finish.main import finish

__all__ = ["finish"]
