"""What a reader types into the search box, and which result the keys have reached."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

RESULT = "[role=option]"
FIELD = "#search [name=q]"


STATUS = "#search [role=status]"


def search_for(page: Page, query: str) -> None:
    """Type a query where nothing is focused, and wait for all that answers it."""
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type(query)
    settled(page, query)


def settled(page: Page, query: str) -> None:
    page.wait_for_selector(
        f"#search-list[aria-busy=false][data-query={json.dumps(query)}]", state="attached"
    )


def active(page: Page) -> int:
    """Which result the reader is on, from 0; -1 for none."""
    found: int = page.evaluate(
        f"""() => {{
          const id = document.querySelector("{FIELD}").getAttribute("aria-activedescendant");
          const all = [...document.querySelectorAll("{RESULT}")];
          const selected = all.filter((each) => each.ariaSelected === "true");
          if (selected.length > 1 || (selected[0]?.id ?? null) !== id) throw new Error("not one");
          return all.findIndex((each) => each.id === id);
        }}"""
    )
    return found


def ask_who_owns_the_roadmap(page: Page, site: str, index: str = "") -> None:
    """Ask in the search dialog, and follow the first answer to its page."""
    page.keyboard.press("/")
    page.keyboard.type("who owns the roadmap")
    expect(page.locator(f"{RESULT} b").first).to_have_text("Own the product roadmap")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}who-does-what/own-the-product-roadmap/{index}")
