"""Light and dark: the system's choice, a reader's own, and where it holds."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import chromium_path

BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(18, 23, 20)"


def shows(page: Page, color: str) -> None:
    page.wait_for_function(f"() => {BACKGROUND} === '{color}'")


def test_colors_are_those_of_the_system_until_others_are_chosen(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(color_scheme="dark", viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(server)
    shows(page, DARK)
    page.emulate_media(color_scheme="light")
    shows(page, LIGHT)
    page.get_by_role("button", name="Switch to light mode").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Switch to dark mode")).to_be_focused()
    page.keyboard.press("Enter")
    shows(page, DARK)
    # What was chosen holds on other pages, from their first paint on, whatever the system says.
    page.route("**/assets/*.js", lambda route: route.abort())
    page.goto(f"{server}glossary/")
    shows(page, DARK)
    page.unroute("**/assets/*.js")
    page.reload()
    page.get_by_role("button", name="Switch to system preference").click()
    shows(page, LIGHT)
    context.close()


@pytest.mark.parametrize(
    "storage",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('none') } })",
        "localStorage.setItem('product-roles:colors', 'not a color')",
        "localStorage.setItem('product-roles:colors', '{\"index\": 7}')",
    ],
)
def test_colors_follow_the_system_where_nothing_sound_is_kept(
    browser: Browser, server: str, storage: str
) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(storage)
    page.goto(server)
    shows(page, DARK)
    page.get_by_role("button", name="Switch to light mode").click()
    shows(page, LIGHT)
    assert not said
    context.close()


def test_colors_chosen_elsewhere_hold_here_too(page: Page, server: str) -> None:
    page.goto(server)
    other = page.context.new_page()
    other.goto(f"{server}glossary/")
    for name in ("Switch to light mode", "Switch to dark mode"):
        other.get_by_role("button", name=name).click()
    shows(page, DARK)
    expect(page.get_by_role("button", name="Switch to system preference")).to_be_visible()


def test_back_shows_the_colors_chosen_meanwhile(browser: Browser, server: str) -> None:
    keeping = browser.browser_type.launch(
        executable_path=chromium_path(),
        args=["--no-sandbox", "--disable-gpu"],
        # Playwright switches off what keeps a page as it was left.
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page = keeping.new_page()
    page.goto(f"{server}compare/")
    page.evaluate(
        "addEventListener('pageshow', (event) => document.body.dataset.kept = event.persisted)"
    )
    page.locator(".tabs a", has_text="Reference").click()
    page.wait_for_url("**/about/")
    for name in ("Switch to light mode", "Switch to dark mode"):
        page.get_by_role("button", name=name).click()
    page.evaluate("history.back()")
    expect(page.locator("body")).to_have_attribute("data-kept", "true")
    shows(page, DARK)
    keeping.close()


def test_the_page_reads_where_inline_scripts_are_blocked(browser: Browser, server: str) -> None:
    """As behind a proxy that changes a blank: the policy then lets none of them run."""
    page = browser.new_page(color_scheme="dark")

    def alter(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("<script>{const", "<script> {const")
        route.fulfill(response=answer, body=body)

    page.route(f"{server}compare/", alter)
    page.goto(f"{server}compare/")
    shows(page, DARK)
    expect(page.locator("table.matrix thead [data-role]:visible")).to_have_count(2)
    page.get_by_role("button", name="All roles").click()
    assert page.locator("table.matrix thead [data-role]:visible").count() > 4
    page.close()
