"""Citations of a page and of a section."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_cite_page_and_section(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/#product-backlog")
    page.locator("#cite summary").click()
    text = page.locator("#cite-text")
    expect(text).to_contain_text("Product backlog")
    expect(text).to_contain_text("glossary/#product-backlog")
    expect(page.locator("#cite-bibtex")).to_contain_text("@misc{product-backlog-glossary")


def test_a_citation_keeps_only_what_the_page_knows(page: Page, server: str) -> None:
    page.goto(f"{server}compare/?utm_source=x&roles=product-owner,tech-lead&fbclid=y")
    page.locator("#cite summary").click()
    text = page.locator("#cite-text")
    expect(text).to_contain_text("compare/?roles=product-owner,tech-lead")
    expect(text).not_to_contain_text("utm")
    expect(text).not_to_contain_text("fbclid")


def test_cite_a_question_without_a_dot_behind_it(page: Page, server: str) -> None:
    page.goto(f"{server}disagreements/")
    question = page.locator("h2[id]:has-text('?')").first.get_attribute("id")
    page.goto(f"{server}disagreements/#{question}")
    page.locator("#cite summary").click()
    expect(page.locator("#cite-text")).to_contain_text("? ")
    expect(page.locator("#cite-text")).not_to_contain_text("?.")
