"""A setting and a team chosen: what each page shows for them, marked, with what is usual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import evidence
from scripts.model import Comparison
from scripts.publish import lens
from tests.test_accessibility import findings, open_page
from tests.tools import HOSTILE, weight, window

OPENER = "[data-lens]"
STATUS = ".lens .status"
BAD = ("error", "warning")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window under the policy of the site: what violates it is an error."""
    context = window(browser, bypass_csp=False)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.on("console", lambda said: errors.extend([said.text] * (said.type in BAD)))
    yield page
    context.close()
    assert not errors


@pytest.mark.content  # where no cell turns on anything, there is nothing to choose
def test_what_the_lens_chooses_from_is_what_the_sources_say(told: Comparison) -> None:
    table = lens.table(told)
    for id, activity in told.activities.items():
        found, shown = evidence.leads(told, activity), table["activities"][id]
        assert shown["lead"] == (found.usual or "")
        assert {*shown["elsewhere"]} | {("without", who) for _, who in shown["without"]} == {
            *found.elsewhere
        }
    named = {who for each in table["activities"].values() for who in lens._named(each)}
    assert named <= table["names"].keys()
    assert table["cells"]


def test_choosing_stands_in_the_address_and_a_colleague_sees_the_same(
    page: Page, server: str
) -> None:
    page.goto(f"{server}settle/date-or-scope/")
    page.locator(OPENER).press("Enter")
    setting = page.locator("[name=in]")
    expect(setting).to_be_focused()
    setting.select_option("scrum")
    answer = page.locator("div.lens-added")
    expect(answer).to_have_text("In Scrum: product owner. (usually product manager)")
    page.get_by_text("Who is there?").click()
    page.get_by_label("Product manager").check()
    expect(answer).to_contain_text("nobody yet. (product owner is not there")
    assert page.url.endswith("?in=scrum&team=product-manager")
    seen = page.locator("article").inner_text()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("div.lens-added")).to_be_visible()
    other.locator("summary", has_text="Who is there").click()
    assert other.locator("article").inner_text() == seen
    page.go_back()
    expect(answer).to_have_text("In Scrum: product owner. (usually product manager)")
    page.get_by_role("button", name="Back to what is usual").click()
    expect(answer).to_have_count(0)
    expect(setting).to_be_focused()
    assert "?" not in page.url


def test_the_list_of_activities_and_its_links(page: Page, server: str) -> None:
    page.goto(f"{server}who-does-what/?in=safe&who=product-owner")
    rows = page.locator("table.activities tr[data-group]:visible")
    changed = rows.filter(has=page.locator("td.in-setting"))
    expect(changed.first).to_contain_text("usually")
    assert changed.count() == rows.filter(has=page.locator("[data-in=safe]")).count()
    expect(page.locator(STATUS)).to_contain_text("In SAFe")
    changed.first.locator("th a").first.click()
    expect(page.locator("div.lens-added")).to_contain_text("In SAFe: ")


def test_cells_pairs_and_fights_show_the_setting_beside_what_is_usual(
    page: Page, server: str
) -> None:
    page.goto(f"{server}compare/?roles=product-owner,tech-lead&team=tech-lead,product-designer")
    cell = page.locator("#responsibilities--tech-lead")
    expect(cell).to_contain_text("Engineering manager not there:")
    expect(cell).to_contain_text("(usually: ")
    expect(page.locator("#role--product-owner")).to_contain_text("not there")
    page.locator("summary", has_text="Work of roles that are not there").click()
    left = page.locator("details.lens-added li")
    for_the_manager = left.filter(has_text=": tech lead, for the engineering manager")
    expect(for_the_manager.first).to_be_visible()
    page.goto(f"{server}versus/product-manager-vs-product-owner/?in=scrum")
    row = page.locator("#set-the-product-vision td")
    expect(row.nth(0)).to_have_text("Last word with product owner(usually product manager)")
    expect(row.nth(1)).to_have_text("Last word(usually product manager)")
    page.goto(f"{server}settle/?in=scrum")
    line = page.locator("li:has(#date-or-scope)")
    expect(line).to_contain_text("In Scrum: product owner. (usually product manager)")


@pytest.mark.parametrize(
    "query", [f"in={HOSTILE}&team={HOSTILE}", "in=__proto__&team=constructor,__proto__", "team=,,"]
)
def test_what_an_address_makes_up_changes_nothing(page: Page, server: str, query: str) -> None:
    page.goto(f"{server}settle/date-or-scope/?{query}")
    expect(page.locator(STATUS)).to_have_text("Everything as usual.")
    assert page.locator(".lens-added").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Browser, server: str, width: int, scheme: str
) -> None:
    page = open_page(browser, width, scheme)
    for address in (
        "compare/",
        "versus/product-manager-vs-product-owner/",
        "settle/date-or-scope/",
    ):
        page.goto(f"{server}{address}?in=scrum&team=product-manager,tech-lead")
        page.locator(".lens summary").click()
        assert not findings(page)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, address
    page.context.close()


def test_it_comes_on_first_use_and_offline_too(page: Page, server: str, offline: str) -> None:
    costs = weight(page, f"{server}compare/")
    assert not any("lens" in url for url in costs)
    page.goto(f"{offline}settle/date-or-scope/index.html?in=scrum")
    expect(page.locator("div.lens-added")).to_contain_text("In Scrum: product owner.")
    page.goto(f"{offline}settle/date-or-scope/index.html")
    page.locator(OPENER).click()
    expect(page.locator("[name=in]")).to_be_focused()


def test_without_scripts_there_is_no_choice(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}compare/?in=scrum")
    expect(page.locator(OPENER)).to_be_hidden()
    context.close()


def test_the_table_holds_every_answer(site: Path) -> None:
    assert (site / "assets/lens.json").stat().st_size < 68_000
