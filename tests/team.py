"""What a reader does on the page of a team, and what it then shows."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.tools import HOSTILE

ROWS = "table.sheet tbody tr:visible"


def fragment(page: Page) -> str:
    return urlsplit(page.url).fragment


def decides(page: Page, row: str) -> str:
    chosen: str = page.locator(f"#{row} select").evaluate("list => list.selectedOptions[0].text")
    return chosen


def tick(page: Page, *roles: str) -> None:
    for role in roles:
        page.locator(".people").get_by_label(role, exact=True).check()


def pick(page: Page, row: str, column: int, *names: str) -> None:
    """Tick people in a cell; column 0 is *Does*."""
    page.locator(f"#{row} .pick").nth(column).click()
    for name in names:
        page.locator(".picker").get_by_label(name).check()
    page.keyboard.press("Escape")


def filled_in(page: Page) -> None:
    """A sheet with a bit of everything."""
    page.locator("[name=rows]").select_option("first")
    page.locator("[name=setting]").select_option("startup")
    page.locator("[name=letters]").select_option("raci")
    page.get_by_text("Others, such as").click()
    tick(page, "Product manager", "Tech lead", "Product designer", "Developers")
    page.get_by_label("Name of the Product manager").fill("Ann & Bo")
    page.get_by_label("Name of the Tech lead").fill(HOSTILE)
    page.keyboard.press("Tab")
    page.locator("#own-the-delivery-date select").select_option(label="Product designer")
    pick(page, "own-the-delivery-date", 0, "Developers")
    pick(page, "own-the-delivery-date", 2, "Product designer", "Tech lead")
    for row, note in (("own-the-delivery-date", HOSTILE), ("hire-engineers", "=HYPERLINK(1)")):
        page.locator(f"#{row} input").fill(note)
        page.keyboard.press("Tab")


def table(page: Page) -> list[str]:
    texts: list[str] = page.locator(ROWS).evaluate_all(
        "rows => rows.map(row => [row.id, ...[...row.querySelectorAll('select, button, input')]"
        ".map(field => field.selectedOptions?.[0].text ?? (field.value || field.textContent))]"
        ".join(' | '))"
    )
    return texts


def paste(page: Page, text: str) -> str:
    """What comes of a pasted table."""
    result = page.locator(".result").nth(1)
    result.evaluate("each => each.replaceChildren()")  # what comes is not what was there
    page.locator("textarea").nth(1).fill(text)
    page.get_by_role("button", name="Read it").click()
    expect(result).not_to_be_empty()
    return result.inner_text()


BASE = (
    "Task,Product manager,Engineering manager,Tech lead\nProduct roadmap,A/R,C,C\n"
    "Delivery date,C,A,R\nArchitecture,I,C,A/R\nPricing,A,I,R\nCode review,,I,A/R"
)
