"""Typing into the search box while answers are on their way, late, or cannot be had."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.search import box
from tests.search.keys import FIELD, RESULT, STATUS, active, search_for, settled

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "product <b>owner</b> & scrum 'master' \"quoted\"",
    "(((([[[[", "^.*$ \\d+ (?<x>a)", "title:owner^10 +scrum -master ~2 *",
    "product owner " * 215,
    "x" * 3000, "🧑‍💼 vs 🧑‍💻", "产品经理 プロダクト 제품", "مدير المنتج",
    "__proto__", "constructor", "toString valueOf hasOwnProperty", "\0 \ufffd \u202e",
    "' OR 1=1 --", "%00%3Cscript%3E", "null", "0",
]  # fmt: skip


def test_text_that_no_key_typed_is_searched_for(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    page.locator(".find").click()
    page.evaluate("document.execCommand('insertText', false, 'scrum master')")
    settled(page, "scrum master")
    page.evaluate("document.execCommand('selectAll'); document.execCommand('delete')")
    expect(page.locator(RESULT)).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text("")


def test_a_composition_is_waited_for(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    search_for(page, "scrum")
    page.evaluate(
        f"""() => {{
          const box = document.querySelector("{FIELD}");
          box.dispatchEvent(new CompositionEvent("compositionstart"));
          box.value = "scrum master";
          box.dispatchEvent(new InputEvent("input", {{ isComposing: true }}));
          for (const key of ["ArrowDown", "Enter"]) {{
            box.dispatchEvent(new KeyboardEvent("keydown", {{ key, isComposing: true }}));
          }}
        }}"""
    )
    expect(page.locator("#search-list")).to_have_attribute("data-query", "scrum")
    # Safari tells of the Enter that ended it afterwards.
    page.evaluate(
        f"""() => {{
          const box = document.querySelector("{FIELD}");
          box.dispatchEvent(new CompositionEvent("compositionend"));
          box.dispatchEvent(new KeyboardEvent("keydown", {{ key: "Enter", keyCode: 229 }}));
        }}"""
    )
    settled(page, "scrum master")
    assert page.url == f"{server}glossary/"


def test_better_results_leave_the_reader_where_they_are(page: Page, server: str) -> None:
    """The rest of the index comes late, when somebody is among the results already."""
    held: list[Route] = []
    page.route("**/search/rest.json", lambda route: held.append(route))
    page.goto(server + "glossary/")
    page.keyboard.press("/")
    asked = "product manager success metrics"
    page.keyboard.type(asked)
    expect(page.locator("#search-list")).to_have_attribute("data-query", asked)
    expect(page.locator(RESULT).nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    was = page.locator(RESULT).evaluate_all("all => all.map((each) => each.href)")
    held.pop().continue_()
    expect(page.locator("#search-list")).to_have_attribute("aria-busy", "false")
    assert active(page) == 1
    assert page.locator(RESULT).evaluate_all("all => all.map((each) => each.href)") == was


def test_enter_waits_for_the_answer(page: Page, server: str) -> None:
    held: list[Route] = []
    page.route("**/search/records.json", lambda route: held.append(route))
    page.goto(f"{server}glossary/")
    page.keyboard.press("/")
    page.keyboard.type("who owns the roadmap")
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_have_text("Searching …")
    held.pop().continue_()
    page.wait_for_url(f"{server}who-does-what/own-the-product-roadmap/")


@pytest.mark.parametrize("part", ["assets/search.*.js", "assets/worker.*.js", "search/*.json"])
def test_what_cannot_be_loaded_is_said_and_tried_again(
    browser: Browser, server: str, part: str
) -> None:
    page = browser.new_page()  # not the fixture: Chromium tells of what failed on the console
    page.route(f"**/{part}", lambda route: route.abort())
    page.goto(f"{server}glossary/")
    page.keyboard.press("/")
    page.keyboard.type("scrum master")
    expect(page.locator(STATUS)).to_have_text("Search could not be loaded.")
    expect(page.locator("#search .covers a", has_text="A to Z")).to_be_visible()
    page.unroute(f"**/{part}")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(f"{RESULT} b").first).to_have_text("Scrum master")
    expect(page.locator("#search .covers")).to_be_hidden()
    page.close()


def test_hostile_queries_do_no_harm(page: Page, server: str) -> None:
    page.goto(server)
    answers = box.ask(page, [box.Query(text, "hostile", ()) for text in HOSTILE])
    assert len(answers) == len(HOSTILE)
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    assert page.locator(f"{RESULT} :is(script, img, iframe, b b)").count() == 0
    (after,) = box.ask(page, [box.Query("scrum master", "exact", ("roles/scrum-master/",))])
    assert after.place == 1


def test_only_the_newest_query_is_answered(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    search_for(page, "s")
    page.evaluate(
        f"""() => {{
          const box = document.querySelector("{FIELD}");
          for (const query of ["sc", "pizza recipe", "  ", "scrum master"]) {{
            box.value = query;
            box.dispatchEvent(new InputEvent("input"));
          }}
        }}"""
    )
    settled(page, "scrum master")
    assert page.locator(RESULT).first.evaluate("link => link.pathname") == "/roles/scrum-master/"
