"""The site in a folder on disk, opened without a server: pages, search, deep links, comparison."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.search.keys import ask_who_owns_the_roadmap


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Every address that the page asks for."""
    found: list[str] = []
    page.context.on("request", lambda request: found.append(request.url))
    return found


def test_pages_lead_to_pages(page: Page, offline: str, asked: list[str]) -> None:
    page.goto(f"{offline}index.html")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy and policy.startswith("default-src 'none'; script-src file: 'sha256-")
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url(f"{offline}versus/product-manager-vs-project-manager/index.html")
    page.locator("a.why").first.click()
    expect(page.locator("h2#product-manager")).to_be_in_viewport()
    page.locator("a.logo").first.click()
    page.wait_for_url(f"{offline}index.html")
    assert [url for url in asked if not url.startswith((offline, "data:"))] == []


def test_search_leads_to_the_answer(page: Page, offline: str, asked: list[str]) -> None:
    page.goto(f"{offline}glossary/index.html")
    ask_who_owns_the_roadmap(page, offline, "index.html")
    expect(page.locator("h1")).to_be_in_viewport()
    assert [url for url in asked if not url.startswith((offline, "data:", "blob:"))] == []


def test_roles_are_chosen(page: Page, offline: str) -> None:
    page.goto(f"{offline}compare/index.html?roles=product-owner,scrum-master#methods--tech-lead")
    expect(page.locator("#methods--tech-lead")).to_be_in_viewport()
    page.get_by_label("Second role").select_option("business-analyst")
    expect(page.locator("thead [data-role=business-analyst]")).to_be_visible()
    assert "business-analyst" in page.url


def test_where_nothing_is_found_the_ways_on_lead_somewhere(page: Page, offline: str) -> None:
    page.goto(f"{offline}glossary/index.html")
    page.keyboard.press("/")
    page.keyboard.type("pizza recipe")
    page.locator("#search .covers a").first.click()
    page.wait_for_url(f"{offline}a-to-z/index.html")
