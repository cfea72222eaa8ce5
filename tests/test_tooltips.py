"""Definitions: under a pointer, by keyboard, by tap."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.mark.parametrize("width", [360, 1280])
def test_definitions_show_under_the_pointer(browser: Browser, server: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640})
    page.goto(f"{server}roles/product-owner/")
    tip = page.get_by_role("tooltip")
    for term in page.locator("article p abbr").all()[:3]:
        says = term.get_attribute("title")
        term.hover()
        expect(tip).to_have_text(says or "")
        box, there = tip.bounding_box(), term.bounding_box()
        assert box and there and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= there["y"] or box["y"] >= there["y"]
        # The browser must not show it as well; and it is there again for the next time.
        assert term.get_attribute("title") is None
        assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
        tip.hover()  # one may go there, to read or select
        page.evaluate("new Promise((done) => setTimeout(done, 400))")
        expect(tip).to_be_visible()
        page.keyboard.press("Escape")
        expect(tip).to_have_count(0)
        assert term.get_attribute("title") == says
        page.mouse.move(1, 1)
    page.close()


def test_a_definition_shows_beside_the_line_under_the_pointer(
    browser: Browser, server: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{server}glossary/")
    tip, tried = page.get_by_role("tooltip"), 0
    for term in page.locator("abbr").all():
        lines = "(term) => [...term.getClientRects()].map((line) => line.toJSON())"
        if len(term.evaluate(lines)) != 2:
            continue
        term.evaluate("(term) => scrollTo(0, scrollY + term.getBoundingClientRect().top - 70)")
        first, second = term.evaluate(lines)
        page.mouse.move(second["x"] + second["width"] / 2, second["y"] + second["height"] / 2)
        expect(tip).to_be_visible()
        box = tip.bounding_box()
        assert box
        above = box["y"] + box["height"] <= first["y"]
        assert above or box["y"] >= second["y"] + second["height"]
        assert box["x"] < second["x"] + second["width"] and second["x"] < box["x"] + box["width"]
        page.keyboard.press("Escape")
        page.mouse.move(1, 1)
        tried += 1
        if tried == 3:
            break
    assert tried
    page.close()


def test_definitions_by_keyboard(page: Page, server: str) -> None:
    page.goto(f"{server}roles/product-owner/")
    page.keyboard.press("Tab")
    term = page.locator("article p abbr").first
    says = term.get_attribute("title") or ""
    page.wait_for_function("() => document.querySelector('abbr').tabIndex === 0")
    term.focus()
    expect(page.get_by_role("tooltip")).to_have_text(says)
    page.keyboard.press("Escape")
    page.locator("h1").click()
    expect(page.get_by_role("tooltip")).to_have_count(0)


def test_a_tap_shows_a_definition_and_the_next_tap_takes_it_away(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{server}roles/product-owner/")
    term = page.locator("article p abbr").first
    says = term.get_attribute("title")
    term.tap()
    expect(page.get_by_role("tooltip")).to_have_text(says or "")
    page.locator(".crumb, .path").first.tap(position={"x": 200, "y": 8})
    expect(page.get_by_role("tooltip")).to_have_count(0)
    context.close()
