"""Your team's agreement: filled in, edited, checked, shared, compared, taken out and back in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.team import BASE, ROWS, decides, filled_in, fragment, paste, pick, table, tick
from tests.test_accessibility import findings, open_page
from tests.tools import HOSTILE, opened, sticking_out, weight


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with opened(browser, f"{server}team/") as page:
        page.locator("[name=rows]").select_option("first")
        yield page


def test_the_sheet_opens_filled_with_what_is_usual(page: Page) -> None:
    rows = page.locator("table.sheet tbody tr")
    first = rows.locator("visible=true")
    page.locator("[name=rows]").select_option("dozen")
    assert first.count() == 12
    page.locator("[name=rows]").select_option("first")
    assert 12 < first.count() < rows.count()
    for row in first.all()[:5]:
        lead = row.get_attribute("data-lead")
        if lead:
            assert row.locator("select").input_value() == lead
    page.locator("[name=rows]").select_option("all")
    assert first.count() == rows.count()
    assert fragment(page)


def test_a_setting_changes_the_rows_that_depend_on_it_and_no_other(page: Page) -> None:
    page.locator("[name=rows]").select_option("all")
    before = dict(line.split(" | ")[:2] for line in table(page))
    page.locator("[name=setting]").select_option("scrum")
    after = dict(line.split(" | ")[:2] for line in table(page))
    changed = {row for row in after if after[row] != before[row]}
    depends = page.locator("table.sheet tbody tr[data-elsewhere*='scrum:']")
    assert changed == set(depends.evaluate_all("rows => rows.map(row => row.id)"))
    assert changed
    row = page.locator("#order-the-product-backlog, #decide-which-features-to-build").last
    expect(row.locator("td").first).to_contain_text("in Scrum; else")


def test_what_nobody_touched_follows_and_what_was_edited_stays(page: Page) -> None:
    page.locator("#own-the-delivery-date select").select_option(label="Tech lead")
    tick(page, "Product manager", "Scrum master")
    assert decides(page, "own-the-delivery-date") == "Tech lead"
    assert decides(page, "decide-the-architecture") == "nobody"
    usually = page.locator("#decide-the-architecture td").first
    expect(usually).to_contain_text("(not there)")


def test_who_takes_over_where_a_role_is_missing(page: Page) -> None:
    page.locator("[name=rows]").select_option("all")
    for row in page.locator("table.sheet tr[data-without]:not([data-without=''])").all():
        absent, taker = str(row.get_attribute("data-without")).split(" ")[0].split(":")
        ticked = page.locator(f".people input[value={taker}]")
        if ticked.is_visible():  # a role, and no party
            break
    assert row.get_attribute("data-lead") == absent
    ticked.check()
    assert row.locator("select").input_value() == taker


def test_a_link_from_another_page_brings_its_rows_setting_and_team(page: Page, server: str) -> None:
    page.goto(f"{server}settle/date-or-scope/?in=startup&team=product-manager,tech-lead")
    link = page.get_by_role("link", name="Put it into your team’s agreement")
    expect(link).to_have_attribute("href", re.compile(r"in=startup&team=product-manager,tech-lead"))
    link.click()
    expect(page.locator(ROWS)).to_have_count(1)
    assert page.locator("[name=setting]").input_value() == "startup"
    expect(page.locator("details.there")).not_to_have_attribute("open", "")
    page.locator(f"{ROWS} input").fill("ours")
    page.keyboard.press("Tab")
    assert urlsplit(page.url).query == "" and fragment(page).startswith("a=1")
    page.goto(f"{server}team/?rows={HOSTILE},__proto__&in={HOSTILE}&team=constructor")
    expect(page.locator(ROWS)).to_have_count(12)


def test_a_title_ticks_what_it_means_here(page: Page) -> None:
    title = page.locator("[name=title]")
    for typed, name in (
        ("CEO", "Executives"),
        ("engineering lead", "Tech lead"),
        ("account manager", "Account manager"),  # usually has a part in nothing
    ):
        title.fill(typed)
        title.press("Enter")
        expect(page.get_by_label(f"Name of the {name}")).to_be_focused()
    title.fill("PM")
    title.press("Enter")
    expect(page.locator(".toast")).to_contain_text("“PM” can mean product manager")
    title.fill(HOSTILE)
    title.press("Enter")
    expect(page.locator(".toast")).to_contain_text("is not known here")
    assert page.locator(".people :checked").count() == 3
    page.reload()
    expect(page.get_by_label("Account manager", exact=True)).to_be_checked()


def test_a_row_is_left_out_and_brought_back(page: Page) -> None:
    before = table(page)
    page.locator("#set-the-price select").select_option("out")
    expect(page.locator("#set-the-price")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('table.sheet select')")
    assert len(table(page)) == len(before) - 1
    whole = page.url
    page.goto("about:blank")
    page.goto(whole)
    expect(page.locator("#set-the-price")).to_be_hidden()
    page.get_by_role("button", name="Bring back").click()
    assert table(page) == before


def test_emptying_the_sheet_can_be_undone(page: Page) -> None:
    filled_in(page)
    seen = table(page)
    page.get_by_role("button", name="Empty the sheet").click()
    assert {line.split(" | ")[1] for line in table(page)} == {"nobody"}
    page.go_back()
    assert table(page) == seen


def test_checks_name_each_rule(page: Page) -> None:
    found = page.locator(".findings")
    tick(page, "Product manager", "Tech lead", "Engineering manager")
    page.get_by_role("button", name="Empty the sheet").click()
    expect(found).to_contain_text("Nobody decides")
    rows = page.locator(ROWS).evaluate_all("rows => rows.map(row => row.id)")
    for row in rows:
        page.locator(f"#{row} select").select_option("product-manager")
    expect(found).to_contain_text("Product manager decides more than half of what is decided")
    expect(found).not_to_contain_text("Nobody decides")
    pick(page, rows[0], 0, "Tech lead")
    expect(found).to_contain_text("does not do the work, and asks nobody")
    pick(page, rows[0], 1, "Engineering manager")
    expect(found).not_to_contain_text("asks nobody")
    paste(
        page,
        f"Activity,Decides,Does,Is asked,Is told,Note,Why\nx,Tech lead; Developers,,,,,/{rows[0]}/",
    )
    expect(found).to_contain_text("More than one person decides (1)")
    expect(found).to_contain_text("A group decides, and nobody in it is named (1)")
    found.get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.matches('table.sheet select')")


def test_hostile_text_in_every_field_stays_text(page: Page) -> None:
    page.locator("[name=guess]").check()
    page.locator("[name=by]").fill(HOSTILE)
    tick(page, "Product manager")
    page.get_by_label("Name of the Product manager").fill(HOSTILE)
    page.locator("#own-the-delivery-date input").fill(HOSTILE)
    page.keyboard.press("Tab")
    table_text = f"{HOSTILE},{HOSTILE}\nx,A\n{HOSTILE},A"
    paste(page, table_text)
    paste(page, f"| {HOSTILE} | PM |\n| --- | --- |\n| {HOSTILE} | {HOSTILE} |\n| y | A |")
    page.locator("textarea").first.fill(f"{page.url}\n{page.url}&x={HOSTILE}")
    page.get_by_role("button", name="Compare", exact=True).click()
    assert page.locator("article :is(img, script)").count() == 0


def test_with_the_keyboard_alone(page: Page) -> None:
    page.locator("#own-the-delivery-date select").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".picker")).to_be_visible()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    cell = page.locator("#own-the-delivery-date .pick").first
    expect(cell).to_be_focused()
    expect(cell).not_to_have_text("–")


def test_on_paper_the_sheet_takes_one_page(page: Page) -> None:
    filled_in(page)
    page.locator("[name=rows]").select_option("dozen")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the sheet").click()
    page.emulate_media(media="print")
    expect(page.locator(".on-paper")).to_contain_text("Setting: In a startup · Team: ")
    note = page.locator("#own-the-delivery-date td[data-note]")
    printed = "cell => getComputedStyle(cell, '::after').content"
    assert "<img" in note.evaluate(printed)  # whole, where the field would cut it off
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) == 1
    assert re.search(rb"/MediaBox \[0 0 84[12]", paper)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, server: str, width: int, scheme: Any
) -> None:
    page = open_page(browser, width, scheme)
    page.goto(f"{server}team/")
    problems = findings(page)
    filled_in(page)
    page.locator("[name=guess]").check()
    paste(page, BASE.replace("A/R", "Q"))
    problems += findings(page)
    page.locator("[name=guess]").uncheck()
    page.locator("#own-the-delivery-date .pick").first.click()
    problems += findings(page)
    page.context.close()
    assert not problems


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_is_wider_than_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    filled_in(page)
    paste(page, BASE)
    wide = sticking_out(page)
    assert wide == []


def test_without_scripts_it_is_a_sheet_to_print(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}team/")
    row = page.locator("#own-the-delivery-date")
    expect(row.locator("td").first).not_to_be_empty()
    assert page.locator("table.sheet select").count() == 0
    context.close()


def test_the_page_is_light_and_its_script_stands_on_it_alone(page: Page, server: str) -> None:
    costs = weight(page, f"{server}team/")
    assert sum(costs.values()) <= 70_000, costs
    assert any("/assets/team." in url for url in costs)
    assert not any("/assets/team." in url for url in weight(page, f"{server}who-does-what/"))
