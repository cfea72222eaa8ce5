"""Two roles, or more, beside one another: chosen, linked to, printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

DIMENSIONS = 12


def columns(page: Page) -> list[str]:
    heads = page.locator("table.matrix thead [data-role]:visible")
    found: list[str] = heads.evaluate_all("cells => cells.map(cell => cell.dataset.role)")
    return found


def choose(page: Page, label: str, role: str) -> None:
    page.get_by_label(label).select_option(role)


def test_compare_begins_with_the_seed_pair(page: Page, server: str) -> None:
    page.goto(f"{server}compare/")
    assert columns(page) == ["product-manager", "project-manager"]
    expect(page.locator("#compare-controls .status")).to_have_text(
        f"Showing Product manager, Project manager on {DIMENSIONS} of {DIMENSIONS} dimensions."
    )


def test_chosen_roles_stand_in_the_address_and_survive(page: Page, server: str) -> None:
    page.goto(f"{server}compare/")
    choose(page, "First role", "product-owner")
    choose(page, "Second role", "business-analyst")
    choose(page, "Third role", "tech-lead")
    assert columns(page) == ["product-owner", "business-analyst", "tech-lead"]
    assert page.url.endswith("?roles=product-owner,business-analyst,tech-lead")
    page.reload()
    assert columns(page) == ["product-owner", "business-analyst", "tech-lead"]
    page.go_back()
    assert columns(page) == ["product-owner", "business-analyst"]
    page.go_forward()
    assert columns(page) == ["product-owner", "business-analyst", "tech-lead"]


def test_swap_all_roles_and_what_is_not_settled(page: Page, server: str) -> None:
    page.goto(f"{server}compare/?roles=product-owner,scrum-master")
    page.get_by_role("button", name="Swap").click()
    assert columns(page) == ["scrum-master", "product-owner"]
    everything = page.get_by_role("button", name="All roles")
    look = "button => getComputedStyle(button).backgroundColor"
    before = everything.evaluate(look)
    everything.click()
    assert len(columns(page)) > 4
    expect(everything).to_have_attribute("aria-pressed", "true")
    assert everything.evaluate(look) != before
    page.goto(f"{server}compare/?roles=program-manager,tech-lead")
    page.locator("[name=unsettled]").check()
    shown = page.locator("table.matrix tbody tr:visible")
    told = page.locator("table.matrix tbody tr:has(td:not([hidden]) .why:is(.depends, .contested))")
    assert shown.count() == told.count() < DIMENSIONS
    assert f"on {shown.count()} of {DIMENSIONS}" in page.locator(".status").inner_text()


def test_most_different_first_only_reorders(page: Page, server: str) -> None:
    page.goto(f"{server}compare/?roles=product-owner,scrum-master")
    listed = page.locator("table.matrix tbody tr").evaluate_all("rows => rows.map(row => row.id)")
    page.get_by_label("Order").select_option("different")
    ordered = page.locator("table.matrix tbody tr").evaluate_all("rows => rows.map(row => row.id)")
    assert ordered != listed
    assert sorted(ordered) == sorted(listed)
    assert "order=different" in page.url


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_link_to_a_cell_adds_its_role_and_shows_it(
    browser: Browser, server: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(f"{server}compare/?roles=product-owner,business-analyst#methods--tech-lead")
    cell = page.locator("#methods--tech-lead")
    expect(cell).to_be_in_viewport()
    assert columns(page) == ["product-owner", "business-analyst", "tech-lead"]
    head = page.locator(".header").bounding_box()
    box = cell.bounding_box()
    assert head and box
    assert box["y"] >= head["y"] + head["height"]
    page.close()


def test_unknown_roles_in_the_address_do_no_harm(page: Page, server: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for query in ("roles=%3Cscript%3E,nobody", "roles=", "roles=tech-lead", "roles=__proto__,all"):
        page.goto(f"{server}compare/?{query}&order=%22&show=x#%E0%A4%A")
        assert len(columns(page)) == 2
    assert not errors


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_two_roles_print_on_at_most_three_pages(page: Page, server: str, size: str) -> None:
    page.goto(f"{server}compare/?roles=product-owner,scrum-master")
    pdf = page.pdf(format=size)
    assert 1 <= pdf.count(b"/Type /Page\n") <= 3 or 1 <= pdf.count(b"/Type /Page ") <= 3
    told = page.locator(".footer__paper")
    expect(told).to_contain_text(
        "/compare/?roles=product-owner,scrum-master · content last changed"
    )


def test_any_two_roles(page: Page, server: str) -> None:
    page.goto(server)
    first, second = page.locator(".choosing select").all()
    first.select_option("Tech lead")
    second.select_option("Product manager")
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/versus/product-manager-vs-tech-lead/")
    page.go_back()
    first, second = page.locator(".choosing select").all()
    first.select_option("Tech lead")
    second.select_option("Scrum master")
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/compare/?roles=tech-lead&roles=scrum-master")
    assert columns(page) == ["tech-lead", "scrum-master"]
