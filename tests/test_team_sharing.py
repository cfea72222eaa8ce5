"""A team's agreement taken out and back in: its address, links of others, tables, a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.team import ROWS, decides, filled_in, fragment, paste, table
from tests.tools import HOSTILE, clipboard, downloaded, opened, window


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with opened(browser, f"{server}team/") as page:
        yield page


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


def test_a_cut_link_is_read_as_far_as_it_goes_and_says_so(page: Page, server: str) -> None:
    filled_in(page)
    whole = page.url
    page.goto("about:blank")
    page.goto(whole[: len(whole) * 2 // 3])
    expect(page.get_by_text("This link was cut")).to_be_visible()
    assert page.locator(".people input[value=product-manager]").is_checked()


HOSTILE_ADDRESSES = [
    "#a=1&r=<script>alert(1)</script>&p=%E0%A4%A&t=NaN",
    f"#a=1&b={HOSTILE}&f=g&n.0000={HOSTILE}",
    "#a=1&" + "r=" + "zzzz00-00." * 5000,
    "#a=1&s=__proto__&p=constructor&l=toString&d=0000-00-00",
    "#own-the-delivery-date",
    "#%",
]


def test_hostile_addresses_stay_text(page: Page, server: str) -> None:
    for address in HOSTILE_ADDRESSES:
        page.goto("about:blank")
        page.goto(f"{server}team/{address}")
        assert page.locator(ROWS).count() > 10, address
        assert page.locator("article script, article img").count() == 0, address


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


def test_a_damaged_table_says_what_to_look_at(page: Page) -> None:
    filled_in(page)
    head, *rows = downloaded(page, "Download CSV").split("\r\n")
    name = rows[0].split(",")[0]

    def told(*lines: str) -> str:
        page.get_by_role("button", name="Empty the sheet").click()
        return paste(page, "\r\n".join(lines))

    assert "Look at these rows" not in told(head, *rows)
    assert f"{name} (stands twice, and the lower row counts)" in told(head, rows[0], *rows)
    cells = f"{name} (has other cells than the head)"
    assert cells in told(head, rows[0].replace(",", ",,", 1), *rows[1:])
    assert cells in told(head, rows[0].replace(",", ',"', 1), *rows[1:])
    assert cells in told(head, name, *rows[1:])
    assert "a sheet of this page without Is told" in told(head.replace("Is told", "Told"), *rows)


def test_table_to_markdown_to_table(page: Page) -> None:
    filled_in(page)
    whole = fragment(page)
    page.get_by_role("button", name="Copy Markdown").click()
    text = clipboard(page, "Markdown copied")["text/plain"]
    assert "| [Own the delivery date](http" in text
    page.get_by_role("button", name="Empty the sheet").click()
    assert "Look at these rows" not in paste(page, text)
    assert fragment(page) == whole


def test_house_rules_out_and_back(page: Page) -> None:
    filled_in(page)
    page.get_by_role("button", name="Copy house rules").click()
    text = clipboard(page, "House rules copied")["text/plain"]
    assert "\n  own-the-delivery-date: {decides: product-designer, does: [developers]" in text
    assert "Ann" not in text  # rules are about roles
    seen = dict(line.split(" | ")[:2] for line in table(page))
    page.get_by_role("button", name="Empty the sheet").click()
    assert "These are house rules" in paste(page, text)
    after = dict(line.split(" | ")[:2] for line in table(page))
    decided = {row: who.split(" (")[0] for row, who in seen.items() if who != "nobody"}
    assert decided.items() <= after.items()
    assert HOSTILE[:20] in page.locator("#own-the-delivery-date input").input_value()


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


def test_a_copied_table_comes_back_through_a_spreadsheet(page: Page) -> None:
    filled_in(page)
    whole = fragment(page)
    page.get_by_role("button", name="Copy table").click()
    found = clipboard(page, "Table copied")
    rows = html.fromstring(found["text/html"]).xpath("//tr")
    cells = [[cell.text_content() for cell in row.xpath("./th | ./td")] for row in rows]
    assert not [cell for row in cells for cell in row if cell.startswith(("=", "+", "-", "@"))]
    sheet = "\n".join("\t".join([*row, *[""] * (6 - len(row))]) for row in cells)
    for text in (sheet, found["text/plain"]):
        page.get_by_role("button", name="Empty the sheet").click()
        said = paste(page, text)
        assert "stands above again" in said
        assert "Not known" not in said
        assert fragment(page) == whole


def test_the_calendar_file_holds_the_day_and_the_link(page: Page) -> None:
    page.get_by_label("Review on").fill("2027-05-31")
    text = downloaded(page, "Calendar file")
    assert "DTSTART;VALUE=DATE:20270531" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "")
    assert f"URL:{page.url}" in unfolded


def test_two_links_give_their_differences(page: Page, server: str, browser: Browser) -> None:
    links = []
    for name, date, price in (("Ann", "Tech lead", ""), ("Bo", "Product manager", "")):
        each = window(browser).new_page()
        each.goto(f"{server}team/")
        each.locator("[name=rows]").select_option("dozen")
        each.locator("[name=guess]").check()
        expect(each.locator("table.sheet td:nth-child(2)").first).to_be_hidden()
        each.locator("[name=by]").fill(name)
        each.keyboard.press("Tab")
        for row in each.locator(ROWS).all():
            row.locator("select").select_option(label="Product manager")
        each.locator("#own-the-delivery-date select").select_option(label=date)
        each.locator("#set-success-metrics select").select_option(price)
        links.append(each.url)
        each.context.close()
    page.locator("textarea").first.fill(f"see {links[0]}\nand <{links[1]}>")
    page.get_by_role("button", name="Compare", exact=True).click()
    result = page.locator(".result").first
    heads = result.locator("h3").all_inner_texts()
    assert heads == ["Nobody decides, by anybody’s guess (1)", "Different people decide (1)"]
    text = result.inner_text()
    assert "tech lead: 1 of 2 (Ann)" in text and "product manager: 1 of 2 (Bo)" in text
    into = result.get_by_role("button", name="Put what all agree on")
    into.click()
    assert decides(page, "own-the-delivery-date") == "nobody"
    assert decides(page, "interview-users") == "Product manager"
    expect(page.locator("#own-the-delivery-date select")).to_be_focused()
    result.get_by_label("tech lead: 1 of 2").check()
    into.click()
    assert decides(page, "own-the-delivery-date") == "Tech lead"
    # Whoever guesses says who decides; who is asked then is as usual.
    expect(page.locator("#own-the-delivery-date .pick").nth(1)).not_to_have_text("–")
    page.locator("textarea").first.fill(links[0])
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(result).to_contain_text("Two links of this page are needed; one was found.")


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
