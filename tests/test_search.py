"""The search of the built site: what it answers, and what a reader does with it in a browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.search.keys import FIELD, RESULT, STATUS, active, search_for, settled

MARKED = "() => CSS.highlights.get('found')?.size > 0"


def test_nothing_is_loaded_before_first_use(page: Page, server: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    page.goto(f"{server}glossary/", wait_until="networkidle")
    assert len(set(asked)) == 3, asked  # the icon of the window is that of the header
    assert not [path for path in asked if "search" in path or "worker" in path]
    asked.clear()
    page.keyboard.press("/")
    page.keyboard.type("scope")
    expect(page.locator(RESULT).first).to_be_visible()
    expect(page.locator("#search-list")).to_have_attribute("aria-busy", "false")
    parts = sorted(
        re.sub(r"\.[0-9A-Z]{8}\.", ".", path)
        for path in asked
        if not re.search(r"use\.|works\.json", path)
    )
    assert parts == [
        "assets/search.css",
        "assets/search.js",
        "assets/worker.js",
        "search/records.json",
        "search/rest.json",
    ]
    asked.clear()
    page.keyboard.type(" creep")
    expect(page.locator(f"{RESULT} b").first).to_have_text("Scope creep")
    assert asked == []


def test_the_keyboard_alone(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    search_for(page, "who owns the roadmap")
    field = page.locator(FIELD)
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    last = page.locator(RESULT).count() - 1
    for key, at in {"ArrowDown": 0, "End": last, "Home": 0, "ArrowUp": -1}.items():
        page.keyboard.press(key)
        assert active(page) == at, key
        expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift")  # and any other key leave the reader there
    assert active(page) == 1
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"{RESULT} b").first).to_have_text("Own the product roadmap")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}who-does-what/own-the-product-roadmap/")  # and no ?h=


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_escape_gives_the_focus_back(page: Page, server: str, keys: str) -> None:
    page.goto(f"{server}glossary/")
    link = page.locator("article p a").first
    link.focus()
    page.keyboard.press(keys)
    page.keyboard.type("scrum master")
    settled(page, "scrum master")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_hidden()
    expect(link).to_be_focused()
    assert page.url == f"{server}glossary/"


def test_shortcuts_leave_other_keys_alone(page: Page, server: str) -> None:
    page.goto(f"{server}who-does-what/")
    dialog = page.locator("#search")
    for keys in ("s", "f", "Alt+/", "Control+/", "Alt+f", "Alt+k", "Control+Shift+k"):
        page.keyboard.press(keys)
        assert not dialog.is_visible(), keys
    page.locator("[name=text]").press("/")
    expect(page.locator("[name=text]")).to_have_value("/")
    assert not dialog.is_visible()
    # Where / is typed with Shift.
    page.locator("[name=text]").blur()
    page.evaluate("dispatchEvent(new Event('x'))")
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown',"
        " { key: '/', shiftKey: true, bubbles: true, cancelable: true }))"
    )
    expect(dialog).to_be_visible()
    # Whoever speaks to the browser can switch it off (WCAG 2.1.4).
    page.get_by_label("/ opens the search").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    assert not dialog.is_visible()
    page.keyboard.press("Control+k")
    expect(dialog).to_be_visible()


def test_a_query_in_the_address(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/?q=PO+vs+SM")
    expect(page.locator(f"{RESULT} b").first).to_have_text("Product owner vs. scrum master")


def test_back_shows_the_results_again(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    search_for(page, "scrum master")
    page.keyboard.press("Enter")
    page.wait_for_url("**/scrum-master/")
    page.go_back()
    expect(page.locator(FIELD)).to_have_value("scrum master")
    expect(page.locator(RESULT).first).to_be_visible()
    assert page.url.endswith("?q=scrum+master")
    page.keyboard.press("Escape")
    page.wait_for_url(f"{server}glossary/")


def test_words_of_the_followed_result_are_marked(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    search_for(page, "who owns the roadmap")
    page.keyboard.press("Enter")
    page.wait_for_url("**/who-does-what/own-the-product-roadmap/")
    page.wait_for_function(MARKED)
    marked = page.evaluate("[...CSS.highlights.get('found')].map(String)")
    said = [word.lower() for word in marked]
    assert set(said) <= {"own", "owns", "owned", "roadmap", "roadmaps"}
    assert len(said) == len(set(said))
    page.reload()
    assert not page.evaluate("CSS.highlights.has('found')")


def test_words_are_marked_once_a_page_made_ready_beforehand_is_opened(
    page: Page, server: str
) -> None:
    """Until then it has the storage of another moment."""
    page.goto(f"{server}glossary/")
    search_for(page, "who owns the roadmap")
    page.add_init_script(
        "Object.defineProperty(document, 'prerendering', { get: () => !window.opened })"
    )
    page.keyboard.press("Enter")
    page.wait_for_url("**/who-does-what/own-the-product-roadmap/")
    expect(page.locator(".sources .back").first).to_be_attached()  # what comes with use is there
    assert not page.evaluate(MARKED)
    page.evaluate("opened = true, document.dispatchEvent(new Event('prerenderingchange'))")
    page.wait_for_function(MARKED)


def test_what_others_keep_under_our_names_stops_nothing(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    for kept in ("1", "{", '{"page":"/glossary/","words":[1,{}],"query":{}}', "null", '"é"'):
        page.evaluate("kept => sessionStorage['product-roles:found'] = kept", kept)
        page.reload()
        search_for(page, "scope creep")
        expect(page.locator(f"{RESULT} b").first).to_have_text("Scope creep")


def test_a_translated_page_answers_and_says_that_it_found_nothing(page: Page, server: str) -> None:
    """Translators put elements around every text, and other words into them."""
    page.goto(f"{server}glossary/")
    page.evaluate(
        """() => {
          document.documentElement.lang = "de";
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) texts.push(walker.currentNode);
          for (const text of texts.filter((each) => each.data.trim())) {
            const put = document.createElement("font");
            text.replaceWith(put);
            put.append(`«${text.data}»`);
          }
        }"""
    )
    search_for(page, "scope creep")
    expect(page.locator(f"{RESULT} b").first).to_have_text("Scope creep")
    page.locator(FIELD).fill("pizza recipe")
    expect(page.locator("#search .covers")).to_be_visible()


def test_nothing_found_is_said(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    page.keyboard.press("/")
    page.keyboard.type("pizza recipe")
    expect(page.locator(STATUS)).to_contain_text("No answer")
    expect(page.locator(RESULT)).to_have_count(0)
    page.locator("#search .covers a", has_text="A to Z").click()
    page.wait_for_url(f"{server}a-to-z/")


def test_the_box_of_the_home_page_answers_where_it_stands(page: Page, server: str) -> None:
    page.goto(server)
    field = page.get_by_label("Your question")
    field.fill("who owns the roadmap")
    expect(page.locator(f"#answers > {RESULT} b").first).to_have_text("Own the product roadmap")
    assert not page.locator("#search").is_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#answers")).to_be_hidden()
    expect(field).to_have_value("who owns the roadmap")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#answers")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}who-does-what/own-the-product-roadmap/")
    page.go_back()
    expect(field).to_have_value("who owns the roadmap")
    expect(page.locator(f"#answers > {RESULT}").first).to_be_visible()
