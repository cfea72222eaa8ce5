"""Who does what: a list filtered by words, role and setting."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

ROWS = "table.activities tr[data-group]"


def test_filter_activities(page: Page, server: str) -> None:
    page.goto(f"{server}who-does-what/")
    total = page.locator(ROWS).count()
    visible = page.locator(f"{ROWS}:visible")
    status = page.locator("#activity-controls .status")
    expect(status).to_have_text(f"{total} of {total} activities shown.")
    page.locator("[name=who]").select_option("product-owner")
    page.locator("[name=text]").fill("backlog")
    some = visible.count()
    assert 0 < some < total
    expect(status).to_have_text(f"{some} of {total} activities shown.")
    assert "who=product-owner" in page.url
    assert "text=backlog" in page.url
    page.reload()
    expect(status).to_have_text(f"{some} of {total} activities shown.")
    expect(page.locator(".page-footer")).to_be_visible()
    # Among words, the best come first, whatever their kind of work.
    groups = page.locator("table.activities tr.group:visible")
    expect(groups).to_have_count(0)
    page.locator("[name=text]").fill("")
    assert 0 < groups.count() <= page.locator("table.activities tr.group").count()
    page.locator("[name=text]").fill("<img src=x onerror=alert(1)> (.*")
    expect(status).to_contain_text(f"0 of {total} activities shown.")
    expect(page.locator("table.activities")).to_be_hidden()
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text(f"{total} of {total} activities shown.")
    page.locator("[name=contested]").check()
    assert "show=contested" in page.url
    assert 0 < visible.count() < total


def test_words_fit_where_words_begin_and_the_name_comes_first(page: Page, server: str) -> None:
    page.goto(f"{server}who-does-what/")
    names = page.locator(f"{ROWS}:visible th")
    total = names.count()
    page.locator("[name=text]").fill("price")
    expect(names.first).to_contain_text("price")
    assert 0 < names.count() < total
    page.locator("[name=text]").fill("ivery")  # inside "delivery" only
    expect(names).to_have_count(0)
    page.get_by_role("button", name="Search the whole site").click()
    expect(page.locator("#search [name=q]")).to_have_value("ivery")


def test_a_filter_shows_its_effect_on_a_phone(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{server}who-does-what/")
    page.locator("[name=who]").select_option("product-owner")
    expect(page.locator("#activity-controls .status")).to_be_in_viewport(ratio=1)
    expect(page.locator(f"{ROWS}:visible th").first).to_be_in_viewport(ratio=1)
    # What is tapped after typing stays where it is.
    page.locator("#activity-controls [name=text]").click()
    page.keyboard.type("release")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#activity-controls .status")).to_have_text(re.compile(r"^(\d+) of \1 "))


def test_back_brings_the_words_back_too(page: Page, server: str) -> None:
    page.goto(f"{server}who-does-what/")
    page.locator("select[name=who]").select_option(index=2)
    words = page.locator("input[name=text]")
    words.fill("roadmap")
    page.evaluate("history.back()")
    expect(words).to_have_value("")
    expect(page.locator("#activity-controls .status")).to_have_text(re.compile(r"^(\d+) of \1 "))


def test_a_link_wins_over_a_filter(page: Page, server: str) -> None:
    page.goto(f"{server}who-does-what/?who=tech-lead#order-the-product-backlog")
    expect(page.locator("#order-the-product-backlog")).to_be_in_viewport()


def test_fights_are_found_by_words_and_by_who_is_on_either_side(page: Page, server: str) -> None:
    page.goto(f"{server}settle/")
    fights = page.locator("article li:has(> span[data-who]):visible")
    status = page.locator("#fight-controls .status")
    total = fights.count()
    page.locator("[name=who]").select_option("product-manager")
    page.locator("[name=with]").select_option("engineering-manager")
    some = fights.count()
    assert 0 < some < total
    expect(status).to_have_text(f"{some} of {total} fights shown.")
    for sides in fights.evaluate_all("all => all.map(li => li.firstElementChild.dataset.who)"):
        assert {"product-manager", "engineering-manager"} <= set(sides.split())
    page.locator("[name=text]").fill("date")
    expect(page.locator("article h2:visible")).to_have_count(0)
    expect(fights.first.locator("strong")).to_contain_text("date", ignore_case=True)
    page.reload()
    assert 0 < fights.count() < some
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text(f"{total} of {total} fights shown.")
    assert page.locator("article h2:visible").count() > 1
    page.goto(f"{server}settle/?text=price#date-or-scope")
    expect(page.locator("li:has(> #date-or-scope)")).to_be_in_viewport()
