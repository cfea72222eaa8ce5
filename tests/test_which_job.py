"""Which job is this: the questions, and a pasted ad, as a mix of roles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.publish import duties
from tests.building import ROOT
from tests.test_accessibility import findings, open_page
from tests.tools import HOSTILE, opened, sticking_out, weight, window

AD = """Product manager

About us
We are a small firm with friendly people and good coffee.

What you will do
- Set the product strategy and the roadmap together with the founders.
- Decide which features we build next, and say no to stakeholder requests.
- Interview users every week and run experiments on prices and onboarding.
- Decide whether a release goes out.
- Lead product discovery, and answer for the value of the product to customers and the business.
- Research the market, analyze competitors, and choose the metrics of success.
- Keep the risk register and name an owner for each risk.

Requirements
- Five years of experience, and good English.
"""
OTHER = """Line cook

Your tasks
- Prepare sauces, soups and grilled dishes during the evening service.
- Keep the kitchen, the fryer and the cold room clean and safe.
- Receive meat and vegetables in the morning and store them properly.
- Wash, peel and chop vegetables for the chef.
- Plate desserts and garnish cakes.
"""


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with opened(browser, f"{server}which-job/") as page:
        yield page


def answer(page: Page, selector: str, value: str) -> None:
    for item in page.locator(f".signs > li{selector}").all():
        item.locator(f"input[value={value}]").check()


def first_roles(page: Page, result: int = 0) -> list[str]:
    return page.locator(".result").nth(result).locator(".mix strong").all_inner_texts()


def read_ad(page: Page, text: str, title: str = "") -> str:
    result = page.locator(".result").nth(1)
    result.evaluate("each => each.replaceChildren()")  # what comes is not what was there
    page.locator("textarea").fill(text)
    page.get_by_label("Title in the ad").fill(title)
    page.get_by_role("button", name="Read it").click()
    expect(result).not_to_be_empty()
    return result.inner_text()


def test_each_role_is_told_from_the_others(page: Page) -> None:
    """Whoever decides what a role decides, as usual or in some setting, gets that role first."""
    roles: list[str] = page.locator(".job-roles li").evaluate_all(
        "all => all.map(r => r.dataset.role)"
    )
    names: dict[str, str] = page.locator(".job-roles li").evaluate_all(
        "all => Object.fromEntries(all.map(r => [r.dataset.role, r.textContent]))"
    )
    missed = []
    for role in roles:
        page.get_by_role("button", name="Start again").click()
        usual = f"[data-usual={role}]"
        selector = usual if page.locator(f".signs > li{usual}").count() > 1 else ""
        answer(page, selector or f":is({usual}, [data-elsewhere~={role}])", "yes")
        found = first_roles(page)
        if not found or found[0] != names[role]:
            missed.append((role, found))
    assert not missed


def test_the_result_names_its_reasons_and_tells_neighbors_apart(page: Page) -> None:
    answer(page, "[data-usual=product-manager]", "yes")
    answer(page, "[data-usual=project-manager]", "yes")
    answer(page, "[data-usual=tech-lead]", "asked")
    result = page.locator(".result").first
    assert set(first_roles(page)) >= {"Product manager", "Project manager"}
    expect(result.get_by_role("link", name="Product manager vs. project manager")).to_be_visible()
    reason = page.locator(".signs > li[data-usual=product-manager] a").first
    link = result.locator(f"a[href$='{str(reason.get_attribute('href')).removeprefix('..')}']")
    assert link.count() == 1


def test_nothing_decided_is_none_of_these(page: Page) -> None:
    answer(page, "", "no")
    expect(page.locator(".result").first).to_contain_text("None of these jobs")


def test_a_month_of_other_work_is_perhaps_none_of_these(page: Page, browser: Browser) -> None:
    result = page.locator(".result").first
    answer(page, "[data-usual=engineering-manager]", "yes")
    expect(result).to_contain_text("One yes is little to go by")
    page.get_by_label("Most of my month was none of this").check()
    expect(result).to_contain_text("Perhaps none of these")
    other = window(browser).new_page()
    other.goto(page.url)
    expect(other.locator(".result").first).to_have_text(result.inner_text(), use_inner_text=True)
    other.context.close()


def test_a_bit_of_everything_stands_out_as_nothing(page: Page) -> None:
    answer(page, ":nth-child(4n)", "yes")
    answer(page, ":nth-child(4n + 1)", "asked")
    shares = page.locator(".result meter").evaluate_all("all => all.map(each => each.value)")
    assert max(shares) < 60


def test_what_is_usual_shows_after_the_answer(page: Page) -> None:
    usual = page.locator(".signs .answer").first
    expect(usual).to_be_hidden()
    page.locator(".signs input").first.check()
    expect(usual).to_be_visible()


def test_state_survives_the_address(page: Page, browser: Browser) -> None:
    answer(page, ":nth-child(2n)", "yes")
    answer(page, ":nth-child(3)", "asked")
    answer(page, ":nth-child(5)", "no")
    seen, address = page.locator(".result").first.inner_text(), page.url
    other = window(browser).new_page()
    other.goto(address)
    assert other.locator(".result").first.inner_text() == seen
    assert (
        other.locator(".signs input:checked").count()
        == page.locator(".signs input:checked").count()
    )
    other.get_by_role("button", name="Start again").click()
    assert other.locator(".signs input:checked").count() == 0
    other.go_back()
    assert other.locator(".result").first.inner_text() == seen
    other.context.close()


@pytest.mark.parametrize("fragment", [f"q=1&y={HOSTILE}", "q=1&__proto__=y", "q=1&y=" + "z" * 9999])
def test_hostile_addresses_do_no_harm(page: Page, server: str, fragment: str) -> None:
    page.goto("about:blank")
    page.goto(f"{server}which-job/#{fragment}")
    expect(page.locator(".result").first).to_contain_text("answered")
    assert page.locator(".signs input:checked").count() == 0


def test_an_ad_is_read_by_its_sentences(page: Page) -> None:
    said = read_ad(page, AD)
    assert "Product manager" in first_roles(page, 1)[:2]
    assert "The duties fit the title" in said
    duty = page.locator(".duties li", has_text="say no to stakeholder requests").last
    href = str(duty.get_by_role("link").first.get_attribute("href"))
    assert "/who-does-what/" in href
    contradicts = page.locator(".result").nth(1).locator(".duties").first
    expect(contradicts).to_contain_text("Keep the risk register")
    assert "not found in the ad:" in said
    assert "friendly people" not in said


def test_a_title_that_the_duties_contradict(page: Page) -> None:
    said = read_ad(page, AD.partition("\n")[2], "Scrum master (f/m/x)")
    assert "The title says scrum master. The duties point elsewhere than the title." in said


def test_another_job_is_told_as_such(page: Page) -> None:
    assert "Perhaps another job" in read_ad(page, OTHER)
    assert "Too little text" in read_ad(page, "Cook")


def test_hostile_text_in_the_ad_stays_text(page: Page) -> None:
    sentence = "Keep the risk register <b>and</b> name an owner for each risk."
    said = read_ad(page, f"Your tasks\n- {sentence}\n- {HOSTILE}\n{AD}\n", HOSTILE)
    assert "<b>and</b>" in said
    assert page.locator("article :is(img, script), .result b").count() == 0


def test_an_ad_is_read_without_a_server(page: Page, offline: str) -> None:
    page.goto(f"{offline}which-job/index.html")
    assert "Reads like" in read_ad(page, AD)


def test_with_the_keyboard_alone(page: Page) -> None:
    page.locator(".signs input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".signs > li").first.locator("input[value=asked]")).to_be_checked()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.signs > li, .answer') !== null")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (320, "light")])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, server: str, width: int, scheme: Any
) -> None:
    page = open_page(browser, width, scheme)
    page.goto(f"{server}which-job/")
    problems = findings(page)
    answer(page, ":nth-child(2n)", "yes")
    read_ad(page, AD)
    problems += findings(page)
    wide = sticking_out(page)
    page.context.close()
    assert not problems
    assert not wide


def test_without_scripts_the_questions_and_whose_work_it_is(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}which-job/")
    expect(page.locator(".signs .answer").first).to_be_visible()
    assert page.locator(".signs input").count() == 0
    context.close()


def test_the_page_is_light_and_asks_for_the_table_only_when_it_is_needed(
    page: Page, server: str
) -> None:
    costs = weight(page, f"{server}which-job/")
    assert sum(costs.values()) <= 70_000, costs
    assert not any("duties" in url for url in costs)


def test_the_table_of_duties_is_small_and_holds_every_id(site: Path) -> None:
    text = (site / "assets/duties.json").read_bytes()
    assert len(brotli.compress(text)) <= 54_000
    told = json.loads((site / "data/comparison.json").read_text(encoding="utf-8"))
    table = json.loads(text)
    assert set(table["activities"]) == set(told["activities"])
    assert set(table["roles"]) == set(told["roles"])


def test_the_table_leaves_out_only_words_that_the_script_leaves_out() -> None:
    """What one side counts and the other does not would make every ad look strange."""
    script = (ROOT / "search/text.js").read_text(encoding="utf-8")
    found = re.search(r"export const STOP = new Set\((.*?)\);", script, re.DOTALL)
    assert found and duties.EMPTY - set(re.findall(r"[a-z]+", found[1])) == set()
