"""Picture each kind of page: 360, 768, 1280 px, light and dark, and as printed.

`python -m tests.screenshots` reads the built site/ and writes build/screenshots/.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import chromium
from tests.server import serving

KINDS = {
    "home": "",
    "compare": "compare/?roles=product-owner,business-analyst,scrum-master",
    "compare-all": "compare/?roles=all",
    "dimension": "dimensions/decision-rights/",
    "passage": "dimensions/decision-rights/#product-owner",
    "role": "roles/product-owner/",
    "versus": "versus/product-manager-vs-project-manager/",
    "who-does-what": "who-does-what/?who=product-owner",
    "activity": "who-does-what/#order-the-product-backlog",
    "combining": "combining-roles/",
    "titles": "titles/#pm",
    "questions": "questions/",
    "disagreements": "disagreements/",
    "glossary": "glossary/",
    "sources": "sources/",
    "pictures": "pictures/",
    "about": "about/",
    "missing": "404.html",
    "search": "glossary/?q=who+owns+the+roadmap",
    "answers": "?q=who+owns+the+roadmap",
}


def main(root: Path = Path(), only: frozenset[str] = frozenset()) -> None:
    out = root / "build/screenshots"
    out.mkdir(parents=True, exist_ok=True)
    with serving(root / "site") as base, sync_playwright() as playwright:
        browser = chromium(playwright)
        for width in (360, 768, 1280):
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme=scheme,
                    reduced_motion="reduce",
                )
                page = context.new_page()
                for name, path in KINDS.items():
                    if only and name not in only:
                        continue
                    page.goto(base + path)
                    if "?q=" in path:
                        page.locator("[role=option]").first.wait_for()
                    page.evaluate("document.fonts.ready")
                    page.screenshot(path=out / f"{name}-{width}-{scheme}.png")
                context.close()
        page = browser.new_page()
        for name, path in KINDS.items():
            if not only or name in only:
                page.goto(base + path)
                page.pdf(path=out / f"{name}.pdf", format="A4", print_background=True)
        browser.close()
    print(f"pictures are in {out}")


if __name__ == "__main__":
    import sys

    main(only=frozenset(sys.argv[1:]))
