"""axe (WCAG 2.0 to 2.2 A and AA, and best practice) finds nothing, whatever is open or chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS
    )
    return [
        f"{violation['id']}: {node['html'][:160]} {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def open_page(browser: Browser, url: str, width: int, scheme: Any) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,  # axe itself is injected
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return page


def look_at(browser: Browser, server: str, paths: list[str], width: int, scheme: str) -> None:
    page = open_page(browser, server, width, scheme)
    problems = []
    for path in paths:
        page.goto(server + path)
        problems += [f"{path or 'home'}: {found}" for found in findings(page)]
    page.context.close()
    assert not problems, "\n".join(problems[:40])


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
@pytest.mark.parametrize("part", range(2))  # parts run side by side
def test_pages(
    browser: Browser, server: str, looked_at: list[str], width: int, scheme: str, part: int
) -> None:
    """Both widths and both schemes; `test_every_state` sees all four together."""
    look_at(browser, server, [*looked_at[part::2], "404.html"], width, scheme)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state(browser: Browser, server: str, width: int, scheme: str) -> None:
    page = open_page(browser, server, width, scheme)
    problems = []

    page.goto(f"{server}compare/?roles=product-owner,scrum-master,tech-lead&show=disputed")
    problems += findings(page)
    page.goto(f"{server}compare/?roles=all#decision-rights--tech-lead")
    problems += findings(page)
    page.goto(f"{server}who-does-what/?who=product-owner&group=definition&text=backlog")
    page.locator("article details summary:visible").first.click()
    problems += findings(page)

    page.goto(f"{server}roles/product-owner/")
    page.keyboard.press("/")
    page.keyboard.type("roadmap")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    problems += [f"search open: {found}" for found in findings(page)]
    page.keyboard.press("Escape")

    if width == 360:
        for panel in ("Menu", "On this page"):
            page.get_by_role("button", name=panel).click()
            problems += [f"{panel} open: {found}" for found in findings(page)]
            page.keyboard.press("Escape")
    page.goto(server)
    page.get_by_label("Your question").fill("roadmap")
    page.wait_for_selector("[role=option]")
    problems += [f"answers on home: {found}" for found in findings(page)]
    page.goto(f"{server}roles/product-owner/")
    page.locator("#cite summary").click()
    problems += [f"cite open: {found}" for found in findings(page)]
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
@pytest.mark.parametrize("path", TABLES)
def test_every_cell_is_read_with_its_row_and_column(
    page: Page, server: str, path: str, width: int
) -> None:
    """In the tree that Chromium gives to screen readers, also where rows are shown as cards."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server + path)
    page.wait_for_load_state("networkidle")
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
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
    assert tables
    for table in tables:
        head, *rows = (below(row, *CELLS) for row in below(table, "row"))
        assert rows
        assert {role(cell) for cell in head} == {"columnheader"}
        assert all(cell["name"]["value"] for cell in head)
        for row in rows:
            if [role(cell) for cell in row] == ["rowheader"]:
                assert row[0]["name"]["value"]  # the heading of a group of rows
                continue
            assert [role(cell) for cell in row] == ["rowheader", *["cell"] * (len(head) - 1)]
            assert row[0]["name"]["value"]
