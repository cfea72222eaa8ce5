"""Your team's agreement: filled in, edited, checked, shared, compared, taken out and back in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.test_accessibility import findings
from tests.tools import HOSTILE, clipboard, downloaded, weight, window

ROWS = "table.sheet tbody tr:visible"


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    context = window(browser, bypass_csp=False)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.goto(f"{server}team/")
    yield page
    context.close()
    assert not errors


def fragment(page: Page) -> str:
    return urlsplit(page.url).fragment


def decides(page: Page, row: str) -> str:
    chosen: str = page.locator(f"#{row} select").evaluate("list => list.selectedOptions[0].text")
    return chosen


def tick(page: Page, *roles: str) -> None:
    for role in roles:
        page.locator(".people").get_by_label(role, exact=True).check()


def pick(page: Page, row: str, column: int, *names: str) -> None:
    """Tick people in a cell; column 0 is *Does*."""
    page.locator(f"#{row} .pick").nth(column).click()
    for name in names:
        page.locator(".picker").get_by_label(name).check()
    page.keyboard.press("Escape")


def filled_in(page: Page) -> None:
    """A sheet with a bit of everything."""
    page.locator("[name=setting]").select_option("startup")
    page.locator("[name=letters]").select_option("raci")
    page.get_by_text("Others, such as").click()
    tick(page, "Product manager", "Tech lead", "Product designer", "Developers")
    page.get_by_label("Name of the Product manager").fill("Ann & Bo")
    page.get_by_label("Name of the Tech lead").fill(HOSTILE)
    page.keyboard.press("Tab")
    page.locator("#own-the-delivery-date select").select_option(label="Product designer")
    pick(page, "own-the-delivery-date", 0, "Developers")
    pick(page, "own-the-delivery-date", 2, "Product designer", "Tech lead")
    for row, note in (("own-the-delivery-date", HOSTILE), ("hire-engineers", "=HYPERLINK(1)")):
        page.locator(f"#{row} input").fill(note)
        page.keyboard.press("Tab")


def table(page: Page) -> list[str]:
    texts: list[str] = page.locator(ROWS).evaluate_all(
        "rows => rows.map(row => [row.id, ...[...row.querySelectorAll('select, button, input')]"
        ".map(field => field.selectedOptions?.[0].text ?? (field.value || field.textContent))]"
        ".join(' | '))"
    )
    return texts


def paste(page: Page, text: str) -> str:
    """What comes of a pasted table."""
    page.locator("textarea").nth(1).fill(text)
    page.get_by_role("button", name="Read it").click()
    result = page.locator(".result").nth(1)
    expect(result).not_to_be_empty()
    page.wait_for_function("document.querySelectorAll('.result')[1].children.length > 0")
    page.wait_for_timeout(200)
    return result.inner_text()


def test_the_sheet_opens_filled_with_what_is_usual(page: Page) -> None:
    rows = page.locator("table.sheet tbody tr")
    first = rows.locator("visible=true")
    assert 10 < first.count() < rows.count()
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
    row = page.locator("table.sheet tr[data-without]:not([data-without=''])").first
    absent, taker = str(row.get_attribute("data-without")).split(" ")[0].split(":")
    assert row.get_attribute("data-lead") == absent
    page.locator(f".people input[value={taker}]").check()
    assert row.locator("select").input_value() == taker


def test_state_survives_the_address(page: Page, browser: Browser) -> None:
    filled_in(page)
    whole, seen = page.url, table(page)
    other = window(browser).new_page()
    other.goto(whole)
    assert table(other) == seen
    assert other.get_by_label("Name of the Product manager").input_value() == "Ann & Bo"
    assert HOSTILE[:20] in other.get_by_label("Name of the Tech lead").input_value()
    other.locator("#hire-engineers input").fill("later")
    other.keyboard.press("Tab")
    assert other.url != whole
    other.goto(whole)
    assert table(other) == seen
    other.context.close()


def test_emptying_the_sheet_can_be_undone(page: Page) -> None:
    filled_in(page)
    seen = table(page)
    page.get_by_role("button", name="Empty the sheet").click()
    assert {line.split(" | ")[1] for line in table(page)} == {"nobody"}
    page.go_back()
    assert table(page) == seen


def test_a_cut_link_is_read_as_far_as_it_goes_and_says_so(page: Page, server: str) -> None:
    filled_in(page)
    whole = page.url
    page.goto("about:blank")
    page.goto(whole[: len(whole) * 2 // 3])
    expect(page.get_by_text("This link was cut")).to_be_visible()
    assert page.locator(".people input[value=product-manager]").is_checked()


@pytest.mark.parametrize(
    "address",
    [
        "#a=1&r=<script>alert(1)</script>&p=%E0%A4%A&t=NaN",
        f"#a=1&b={HOSTILE}&f=g&n.0000={HOSTILE}",
        "#a=1&" + "r=" + "zzzz00-00." * 5000,
        "#a=1&s=__proto__&p=constructor&l=toString&d=0000-00-00",
        "#own-the-delivery-date",
        "#%",
    ],
)
def test_hostile_addresses_stay_text(page: Page, server: str, address: str) -> None:
    page.goto("about:blank")
    page.goto(f"{server}team/{address}")
    assert page.locator(ROWS).count() > 10
    assert page.locator("article script, article img").count() == 0


def test_table_to_csv_to_table(page: Page) -> None:
    filled_in(page)
    whole, seen = fragment(page), table(page)
    text = downloaded(page, "Download CSV")
    assert text.startswith("\ufeffActivity,Decides (A),Does (R),")
    assert not re.search(r"(?m)(^|,)\"?[=+\-@＝＋－＠]", text.removeprefix("\ufeff"))
    page.get_by_role("button", name="Empty the sheet").click()
    assert "stands above again" in paste(page, text)
    assert table(page) == seen
    assert fragment(page) == whole


def test_table_to_markdown_to_table(page: Page) -> None:
    filled_in(page)
    whole = fragment(page)
    page.get_by_role("button", name="Copy Markdown").click()
    text = clipboard(page, "Markdown copied")["text/plain"]
    assert "| [Own the delivery date](http" in text
    page.get_by_role("button", name="Empty the sheet").click()
    paste(page, text)
    assert fragment(page) == whole


def test_what_cannot_be_read_is_named(page: Page) -> None:
    head = "Activity,Decides,Does,Is asked,Is told,Note"
    text = f"{head}\nOwn the delivery date,Wizard,,,,\nNo such,,,,,\n"
    assert "Not known here, and left out: Wizard; No such." in paste(page, text)


def test_the_clipboard_gets_a_table_and_its_text(page: Page) -> None:
    filled_in(page)
    page.get_by_role("button", name="Copy table").click()
    found = clipboard(page, "Table copied")
    tree = html.fromstring(found["text/html"])
    heads = [cell.text_content() for cell in tree.xpath("(//table)[1]//th")]
    assert heads == ["Activity", "Decides (A)", "Does (R)", "Is asked (C)", "Is told (I)", "Note"]
    assert len(tree.xpath("(//table)[1]//td/a[@href]")) == page.locator(ROWS).count()
    assert HOSTILE[:28] in tree.text_content() and not tree.xpath("//img | //script")
    lines = found["text/plain"].split("\n")
    assert lines[0].split("\t") == heads
    assert any(
        line.startswith("Own the delivery date\tProduct designer\tDevelopers") for line in lines
    )


def test_the_calendar_file_holds_the_day_and_the_link(page: Page) -> None:
    page.get_by_label("Review on").fill("2027-05-31")
    text = downloaded(page, "Calendar file")
    assert "DTSTART;VALUE=DATE:20270531" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "")
    assert f"URL:{page.url}" in unfolded


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


def test_two_links_give_their_differences(page: Page, server: str, browser: Browser) -> None:
    links = []
    for name, date, price in (("Ann", "Tech lead", ""), ("Bo", "Product manager", "")):
        each = window(browser).new_page()
        each.goto(f"{server}team/")
        each.locator("[name=guess]").check()
        expect(each.locator("table.sheet td:nth-child(2)").first).to_be_hidden()
        each.locator("[name=by]").fill(name)
        each.keyboard.press("Tab")
        for row in each.locator(ROWS).all():
            row.locator("select").select_option(label="Product manager")
        each.locator("#own-the-delivery-date select").select_option(label=date)
        each.locator("#set-the-price select").select_option(price)
        links.append(each.url)
        each.context.close()
    page.locator("textarea").first.fill(f"see {links[0]}\nand <{links[1]}>")
    page.get_by_role("button", name="Compare", exact=True).click()
    result = page.locator(".result").first
    heads = result.locator("h3").all_inner_texts()
    assert heads == ["Nobody decides, by anybody’s guess (1)", "Different people decide (1)"]
    text = result.inner_text()
    assert "Ann: decides: tech lead" in text and "Bo: decides: product manager" in text
    result.get_by_role("button", name="Put what all agree on").click()
    assert decides(page, "own-the-delivery-date") == "nobody"
    assert decides(page, "hire-engineers") == "Product manager"
    page.locator("textarea").first.fill(links[0])
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(result).to_contain_text("Two links of this page are needed; one was found.")


CLEAN = [
    "Task,Product manager,Engineering manager,Tech lead\n"
    "Product roadmap,A/R,C,C\nDelivery date,C,A,R\nArchitecture,I,C,A/R",
    "Task;Product owner;Scrum master;Developers\n"
    "Order the backlog;AR;C;C\nRetrospective;R;A;R\nEstimates;I;I;A, R",
    "| Activity | Product manager | UX designer |\n| --- | --- | --- |\n"
    "| User interviews | A | R |\n| **Prototype** | C | A R |",
    "Task\tProject manager\tSponsor\tTeam\nProject plan\tA/R\tC\tI\nBudget\tR\tA\t-",
    "Task,PO (Ann),Dev team (all)\nAccept finished work,A/R,C\nCode review,I,A/R",
    "Task,Product marketing manager,Sales,Product manager\n"
    "Positioning,A/R,C,C\nDiscounts,I,A/R,\nLaunch,A,R,R",
    "Task,Driver Dan (tech lead),Product manager\nArchitecture,A/D,C\nRelease,D,A",
    "Task,Accountable Ann (product manager),Quality engineers\n"
    "Bug triage,Accountable,Responsible\nTest approach,Consulted,A/R",
    "Role,Roadmap,Date\nProduct manager,A/R,C\nEngineering manager,C,A/R",
    "Task,Engineering manager,Tech lead,Human resources\n"
    "Hire engineers,A/R,C,C\nPay,A,,R\nDaily stand-up,I,A/R,n/a",
]


@pytest.mark.parametrize("text", CLEAN)
def test_a_clean_table_has_no_fault(page: Page, text: str) -> None:
    said = paste(page, text)
    assert "Faults of form (0)" in said


BASE = (
    "Task,Product manager,Engineering manager,Tech lead\nProduct roadmap,A/R,C,C\n"
    "Delivery date,C,A,R\nArchitecture,I,C,A/R\nPricing,A,I,R\nCode review,,I,A/R"
)
SEEDED = [
    ("Product roadmap,A/R,C,C", "Product roadmap,R,C,C", "“Product roadmap” has no A"),
    ("Delivery date,C,A,R", "Delivery date,C,C,R", "“Delivery date” has no A"),
    ("Pricing,A,I,R", "Pricing,,I,R", "“Pricing” has no A"),
    ("Architecture,I,C,A/R", "Architecture,I,R,R", "“Architecture” has no A"),
    ("Product roadmap,A/R,C,C", "Product roadmap,A/R,A,C", "“Product roadmap” has more than one A"),
    ("Delivery date,C,A,R", "Delivery date,A,A,R", "“Delivery date” has more than one A"),
    ("Pricing,A,I,R", "Pricing,A,A,A/R", "“Pricing” has more than one A"),
    ("Code review,,I,A/R", "Code review,,AR,A/R", "“Code review” has more than one A"),
    ("Task,Product manager", "Task,PM", "“PM” can mean product manager"),
    ("Task,Product manager", "Task,PM (Ann)", "“PM (Ann)” can mean product manager"),
    ("Task,Product manager", "Task,pm", "“pm” can mean product manager"),
    ("Product roadmap,A/R,C,C", "Product roadmap,,,", "“Product roadmap” has no letter at all"),
    ("Pricing,A,I,R", "Pricing,-,-,-", "“Pricing” has no letter at all"),
    ("Code review,,I,A/R", "Code review,n/a,,", "“Code review” has no letter at all"),
    ("Delivery date,C,A,R", "Delivery date,Q,A,R", "“Delivery date”: “Q” is no letter"),
    ("Pricing,A,I,R", "Pricing,A,maybe,R", "“Pricing”: “maybe” is no letter"),
    ("Architecture,I,C,A/R", "Architecture,I,A?,A/R", "“Architecture”: “A?” is no letter"),
    ("Delivery date,C,A,R", "Delivery date,1,A,R", "“Delivery date”: “1” is no letter"),
    ("Delivery date,C,A,R", "Delivery date,C,A,C", "“Delivery date” has no R"),
    ("Pricing,A,I,R", "Pricing,A,I,", "“Pricing” has no R"),
    ("Product roadmap,A/R,C,C", "Product roadmap,A,C,C", "“Product roadmap” has no R"),
    ("Code review", "Pricing", "“Pricing” stands there twice"),
    ("Architecture", "product roadmap", "“product roadmap” stands there twice"),
    (
        "Engineering manager,Tech lead",
        "Tech lead,Tech lead",
        "column “Tech lead” stands there twice",
    ),
    ("Engineering manager,", "PRODUCT MANAGER,", "column “PRODUCT MANAGER” stands there twice"),
    ("Engineering manager,", ",", "Column 3 has no name"),
    ("Task,Product manager", "Task,", "Column 2 has no name"),
    ("Delivery date,", ",", "A row has no task: row 2"),
    ("Pricing,A,I,R", "Pricing,A,I,R,C", "“Pricing” has more cells than there are columns"),
    ("Tech lead\n", "Tech lead,Customers\n", "“Customers” has no letter in any row"),
]


def test_thirty_seeded_faults_are_found(page: Page) -> None:
    assert len(SEEDED) == 30
    assert "Faults of form (0)" in paste(page, BASE)
    missed = []
    for before, after, says in SEEDED:
        assert BASE.count(before) >= 1
        said = paste(page, BASE.replace(before, after, 1))
        if says not in said or "Faults of form (1)" not in said:
            missed.append((after, said[:300]))
    assert not missed


def test_practice_is_only_claimed_for_what_was_matched(page: Page) -> None:
    text = (
        "Task,Engineering manager,Product manager,Wizard\nProduct roadmap,A/R,C,\n"
        "Order lunch,R,A,\nReview and merge code,,,A/R"
    )
    said = paste(page, text)
    assert "Published practice points elsewhere (1)" in said
    assert "Product roadmap: engineering manager in your table; usually product manager" in said
    assert "Not matched, and not judged: “Order lunch”." in said
    assert "“Wizard”" in said
    link = page.locator(".result").nth(1).get_by_role("link", name="own the product roadmap")
    assert str(link.get_attribute("href")).endswith("/who-does-what/own-the-product-roadmap/")
    page.get_by_role("button", name="matched rows into the sheet").click()
    assert decides(page, "own-the-product-roadmap") == "Engineering manager"


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
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the sheet").click()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) == 1
    assert re.search(rb"/MediaBox \[0 0 84[12]", paper)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, server: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(f"{server}team/")
    problems = findings(page)
    filled_in(page)
    page.locator("[name=guess]").check()
    paste(page, BASE.replace("A/R", "Q"))
    problems += findings(page)
    page.locator("#own-the-delivery-date .pick").first.click()
    problems += findings(page)
    context.close()
    assert not problems


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_is_wider_than_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    filled_in(page)
    paste(page, BASE)
    wide = page.evaluate(
        "[...document.querySelectorAll('article *')].filter(each => !each.closest('.table') && "
        "each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML)"
    )
    assert wide == []


def test_without_scripts_it_is_a_sheet_to_print(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}team/")
    row = page.locator("#own-the-delivery-date")
    expect(row.locator("td").first).not_to_be_empty()
    assert page.locator("table.sheet select").count() == 0
    context.close()


def test_a_raci_is_read_without_a_server(page: Page, offline: str) -> None:
    page.goto(f"{offline}team/index.html")
    assert "Published practice points elsewhere" in paste(page, BASE)


def test_the_page_is_light_and_its_script_stands_on_it_alone(page: Page, server: str) -> None:
    costs = weight(page, f"{server}team/")
    assert sum(costs.values()) <= 70_000, costs
    assert any("/assets/team." in url for url in costs)
    assert not any("/assets/team." in url for url in weight(page, f"{server}who-does-what/"))


def test_no_two_ids_have_one_code(page: Page) -> None:
    """The code of an id in the address, as overrides/components/lib/codes.js makes it."""

    def code(text: str) -> int:
        value = 0x811C9DC5
        for byte in text.encode():
            value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
        return value % 36**4

    rows: list[str] = page.locator("table.sheet tbody tr").evaluate_all("all => all.map(r => r.id)")
    actors: list[str] = page.locator("#roles option").evaluate_all("all => all.map(o => o.value)")
    for ids in (rows, actors):
        assert len({code(id) for id in ids}) == len(ids)
