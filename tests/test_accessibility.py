"""axe (WCAG 2.0 to 2.2 A and AA, and best practice) finds nothing, whatever is open or chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.test_journeys import SETTLED

AXE = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# What colors make of a page, and what widths do; the rest is the same in both schemes, and at all
# widths but for what shows on wide screens alone, which `test_every_state` sees.
OF_COLOR = ["color-contrast", "link-in-text-block"]
OF_WIDTH = ["target-size", "scrollable-region-focusable", "region"]
RUN = """([type, values]) =>
  axe.run(document, { runOnly: { type, values }, resultTypes: ["violations"] })"""
# Chromium lays closed folds out anew whenever axe asks for a size; and axe takes them for hidden.
LAID_OUT = "details::details-content { content-visibility: visible }"


def findings(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe finds: by all rules, or by these."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    asked = ["rule", rules] if rules else ["tag", TAGS]
    found: dict[str, Any] = page.evaluate(RUN, asked)
    return [
        f"{violation['id']}: {node['html'][:160]} {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def findings_in_both_schemes(page: Page) -> list[str]:
    """On a page that is light: by all rules, and in the dark by those that look at colors."""
    found = findings(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in findings(page, OF_COLOR)]
    page.emulate_media(color_scheme="light")
    return found


def open_page(browser: Browser, width: int, scheme: Any) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,  # axe itself is injected
    )
    return context.new_page()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
@pytest.mark.parametrize("part", range(2))  # parts run side by side
def test_pages(
    browser: Browser, server: str, looked_at: list[str], width: int, scheme: str, part: int
) -> None:
    """Both widths and both schemes, folds closed and open; `test_every_state` sees all of them.
    By all rules once, where all is open."""
    page = open_page(browser, width, scheme)
    problems: list[str] = []
    for path in [*looked_at[part::2], "404.html"]:
        page.goto(server + path)
        wide = width == 1280
        if wide:
            page.add_style_tag(content=LAID_OUT)
        else:
            page.evaluate("document.querySelectorAll('details').forEach((e) => (e.open = true))")
        rules = [*OF_COLOR, *OF_WIDTH] if wide else ()
        problems += [f"{path or 'home'}: {found}" for found in findings(page, rules)]
    page.context.close()
    assert not problems, "\n".join(problems[:40])


@pytest.mark.parametrize("width", [1280, 360])
def test_every_state(browser: Browser, server: str, width: int) -> None:
    page = open_page(browser, width, "light")
    problems: list[str] = []

    def look(what: str) -> None:
        problems.extend(f"{what}: {found}" for found in findings_in_both_schemes(page))

    page.goto(f"{server}compare/?roles=product-owner,scrum-master,tech-lead&show=disputed")
    look("three roles")
    page.goto(f"{server}compare/?roles=all#decision-rights--tech-lead")
    look("all roles")
    page.goto(f"{server}who-does-what/?who=product-owner&group=definition&text=backlog")
    page.locator("article details summary:visible").first.click()
    look("activities filtered")

    page.goto(f"{server}roles/product-owner/")
    page.keyboard.press("/")
    page.keyboard.type("roadmap")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    look("search open")
    page.keyboard.press("Escape")

    if width == 360:
        for panel in ("Menu", "On this page"):
            page.get_by_role("button", name=panel).click()
            look(f"{panel} open")
            page.keyboard.press("Escape")
    page.locator("#cite summary").click()
    look("cite open")
    page.goto(server)
    page.get_by_label("Your question").fill("roadmap")
    page.wait_for_selector("[role=option]")
    look("answers on home")
    page.context.close()
    assert not problems, "\n".join(problems[:40])


CELLS = ("columnheader", "rowheader", "cell", "gridcell")
TABLES = [
    "",
    "compare/?roles=product-owner,business-analyst,scrum-master",
    "compare/?roles=all",
    "roles/product-owner/",
    "versus/product-manager-vs-project-manager/",
    "dimensions/scope/",
    "who-does-what/?who=product-owner",
    "pictures/",
]


@pytest.mark.parametrize("width", [1280, 360])
def test_every_cell_is_read_with_its_row_and_column(page: Page, server: str, width: int) -> None:
    """In the tree that Chromium gives to screen readers, also where rows are shown as cards."""
    page.set_viewport_size({"width": width, "height": 800})
    reader = page.context.new_cdp_session(page)
    for path in TABLES:
        page.goto(server + path)
        page.evaluate(SETTLED)
        nodes = reader.send("Accessibility.getFullAXTree")["nodes"]
        read_tables(nodes, path)


def read_tables(nodes: list[dict[str, Any]], path: str) -> None:
    by_id = {node["nodeId"]: node for node in nodes}

    def role(node: dict[str, Any]) -> str:
        return "" if node["ignored"] else str(node["role"]["value"])

    def below(node: dict[str, Any], *roles: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for id in node.get("childIds", []):
            child = by_id[id]
            found += [child] if role(child) in roles else below(child, *roles)
        return found

    tables = [node for node in nodes if role(node) == "table"]
    assert tables, path
    for table in tables:
        head, *rows = (below(row, *CELLS) for row in below(table, "row"))
        assert rows, path
        assert {role(cell) for cell in head} == {"columnheader"}, path
        assert all(cell["name"]["value"] for cell in head), path
        for row in rows:
            assert row[0]["name"]["value"], path
            if [role(cell) for cell in row] == ["rowheader"]:
                continue  # the heading of a group of rows
            roles = ["rowheader", *["cell"] * (len(head) - 1)]
            assert [role(cell) for cell in row] == roles, path
