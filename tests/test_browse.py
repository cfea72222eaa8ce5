"""Linking, menus, home: what readers do with a mouse, a thumb or a keyboard on any page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from scripts.model import Comparison


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def test_open_folds_are_open_after_a_reload(page: Page, server: str) -> None:
    page.goto(f"{server}combining-roles/")
    folds = page.locator("article details:not(#cite)")
    folds.nth(1).locator("summary").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => sessionStorage.length > 0")
    page.reload()
    expect(folds.nth(1)).to_have_attribute("open", "")
    assert folds.nth(0).get_attribute("open") is None


def test_link_controls_copy_the_full_address_and_say_so(page: Page, server: str) -> None:
    page.goto(f"{server}roles/product-owner/")
    page.get_by_role("link", name="Copy link to Profile").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert (
        page.evaluate("navigator.clipboard.readText()") == f"{server}roles/product-owner/#profile"
    )
    row = page.locator("tr#scope a.copy")
    row.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => navigator.clipboard.readText().then(text => text.endsWith('#scope'))"
    )
    for link in (page.locator("a.headerlink").first, row):
        box = link.bounding_box()
        assert box
        assert box["width"] >= 24
        assert box["height"] >= 24


def test_copying_works_where_no_clipboard_may_be_written(page: Page, server: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(f"{server}roles/product-owner/")
    page.get_by_role("link", name="Copy link to Profile").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("#profile")


def test_signs_of_links_are_not_copied(page: Page, server: str) -> None:
    page.goto(f"{server}compare/")
    for selector in ("h1", "#focus"):
        page.evaluate(
            """(selector) => {
              getSelection().selectAllChildren(document.querySelector(selector));
              document.execCommand("copy");
            }""",
            selector,
        )
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied and "#" not in copied and "Why" not in copied


def test_search_opens_before_it_can_answer(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    held: list[Route] = []
    page.route("**/assets/search.*.js", lambda route: held.append(route))
    page.goto(f"{server}glossary/")
    field = page.locator("#search [name=q]")
    page.get_by_role("button", name="Search").click()
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    page.keyboard.type("scope creep")
    expect(page.locator("#search [role=status]")).to_have_text("Searching …")
    held.pop().continue_()
    expect(page.locator("[role=option] b").first).to_have_text("Scope creep")
    page.close()


def test_menu_by_keyboard(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{server}glossary/")
    menu = page.get_by_role("button", name="Menu")
    panel = page.locator("#menu")
    expect(panel).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(panel.locator("[aria-current=page]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(menu).to_be_focused()
    # Who leaves it by Tab closes it; what leads on within the page does so too.
    page.keyboard.press("Enter")
    panel.locator("a").last.focus()
    page.keyboard.press("Tab")
    expect(panel).to_be_hidden()
    page.get_by_role("button", name="On this page").click()
    page.locator("#toc a", has_text="Sprint planning").click()
    expect(page.locator("#toc")).to_be_hidden()
    expect(page.locator("#sprint-planning")).to_be_in_viewport()
    page.close()


def test_the_page_beneath_the_menu_stays(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{server}glossary/")
    page.get_by_role("button", name="Menu").click()
    page.mouse.move(100, 400)
    page.mouse.wheel(0, 2000)
    page.evaluate("new Promise((done) => setTimeout(done, 200))")
    assert page.evaluate("scrollY") == 0
    page.close()


@pytest.mark.parametrize("broken", ["menu", "toc", "tables"])
def test_one_feature_that_fails_stops_no_other(browser: Browser, server: str, broken: str) -> None:
    """Each in turn meets a page that makes it throw."""
    traps = {
        "menu": "window.matchMedia = () => { throw new Error('menu') }",
        "toc": "window.requestAnimationFrame = () => { throw new Error('toc') }",
        "tables": "Element.prototype.setAttribute = new Proxy(Element.prototype.setAttribute, {"
        " apply(target, self, [name, value]) {"
        " if (value === 'rowgroup') throw new Error('tables');"
        " return Reflect.apply(target, self, [name, value]); } })",
    }
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(traps[broken])
    page.goto(f"{server}roles/product-owner/#scope")
    expect(page.locator("tr#scope")).to_be_in_viewport()
    page.keyboard.press("/")
    page.keyboard.type("scrum master")
    expect(page.locator("[role=option] b").first).to_have_text("Scrum master")
    assert broken in errors
    page.close()


def test_no_control_shows_that_cannot_work_without_scripts(
    browser: Browser, server: str, told: Comparison
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("compare/", "who-does-what/", ""):
        page.goto(server + path)
        assert page.locator("article :is(button, select, input):visible").count() == 0
        assert page.locator(":is(.find, .colors):visible").count() == 0
        expect(page.get_by_role("navigation", name="Find")).to_contain_text("needs JavaScript")
    page.goto(f"{server}compare/")
    assert page.locator("table.matrix thead [data-role]:visible").count() == len(told.roles)
    assert page.locator("table.matrix tbody tr:visible").count() == len(told.dimensions)
    context.close()


def test_home_answers_on_the_first_screen_of_a_phone(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 412, "height": 800})
    page.goto(server)
    for shown in (".lead", ".ask:has([name=q])", "#asked", "#asked ~ * li >> nth=1"):
        expect(page.locator(shown).first).to_be_in_viewport(ratio=1)


def test_home_asks_the_search(page: Page, server: str) -> None:
    page.goto(server)
    page.get_by_label("Your question").fill("who owns the roadmap")
    page.keyboard.press("Enter")
    page.wait_for_url("**/who-does-what/own-the-product-roadmap/")


def test_a_miss_of_the_search_can_be_reported(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    page.keyboard.press("/")
    page.keyboard.type("who owns the <b>roadmap")
    expect(page.locator("#search-list[aria-busy=false] [role=option]").first).to_be_visible()
    page.keyboard.press("Enter")
    asked = page.locator(".answered")
    expect(asked).to_contain_text("You searched for “who owns the <b>roadmap”. Did this answer?")
    address = asked.get_by_role("link").get_attribute("href") or ""
    assert "title=Search%3A+who+owns+the+%3Cb%3Eroadmap" in address
    page.locator(".page-footer summary").focus()
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if asked.get_by_role("link").evaluate("link => link === document.activeElement"):
            break
    expect(asked.get_by_role("link")).to_be_focused()
    page.reload()  # asked once, on the page opened from the search
    expect(asked).to_have_count(0)


def test_an_answer_that_nobody_read_for_a_year_says_so(page: Page, server: str) -> None:
    old = page.locator("summary .old")
    page.clock.set_fixed_time("2026-12-01")
    page.goto(f"{server}who-does-what/set-the-price/")
    page.mouse.move(200, 200)
    expect(page.locator(".sources .back").first).to_be_attached()
    expect(old).to_have_count(0)
    page.clock.set_fixed_time("2029-01-01")
    page.reload()
    page.mouse.move(300, 300)
    expect(old.first).to_have_text(" · sources last read more than a year ago")
