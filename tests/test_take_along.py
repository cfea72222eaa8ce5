"""One answer taken along: copied by hand, as data, and as a page for a frame."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from tests import building, pages
from tests.server import serving
from tests.test_accessibility import findings
from tests.tools import clipboard, window

KINDS = [
    "who-does-what/own-the-product-roadmap/",
    "settle/date-or-scope/",
    "versus/product-manager-vs-project-manager/",
]


def told(site: Path) -> dict[str, dict[str, object]]:
    data = json.loads((site / "data/comparison.json").read_text(encoding="utf-8"))
    found: dict[str, dict[str, object]] = data["activities"]
    return found


@pytest.mark.parametrize("address", KINDS)
def test_each_form_holds_name_answer_and_address(
    browser: Browser, server: str, address: str
) -> None:
    context = window(browser)
    page = context.new_page()
    page.goto(server + address)
    name = page.locator("h1").evaluate("each => each.firstChild.textContent.trim()")
    answer = page.locator(".verdict").evaluate("each => each.firstChild.textContent.trim()")
    url = str(page.locator("link[rel=canonical]").get_attribute("href"))
    for button, said in (
        ("Sentence", "Sentence copied"),
        ("Markdown", "Markdown copied"),
        ("Chat line", "Chat line copied"),
        ("Table row", "Table row copied"),
    ):
        page.get_by_role("button", name=button, exact=True).click()
        found = clipboard(page, said)
        text = found["text/plain"]
        assert name in text and url in text, button
        assert "\n" not in text
        if button != "Chat line":
            assert answer[:60] in text
        if button == "Table row":
            (link,) = html.fromstring(found["text/html"]).xpath("//td/a/@href")
            assert link == url
            assert text.split("\t")[0] == name
    context.close()


def test_where_there_is_no_clipboard_it_is_copied_by_selection(
    browser: Browser, server: str
) -> None:
    context = window(browser)
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(server + KINDS[0])
    page.evaluate(
        "document.addEventListener('copy', () => (globalThis.copied = `${getSelection()}`))"
    )
    page.get_by_role("button", name="Table row", exact=True).click()
    page.get_by_text("Table row copied").wait_for()
    context.close()


def test_every_activity_has_its_data(site: Path) -> None:
    files = {file.stem for file in (site / "data/activities").glob("*.json")}
    assert files == set(told(site))
    for id, activity in told(site).items():
        found = json.loads((site / f"data/activities/{id}.json").read_text(encoding="utf-8"))
        assert found["id"] == id
        assert found["name"] == activity["name"]
        assert found["url"].endswith(f"/who-does-what/{id}/")
        assert {"answer", "words", "lead", "elsewhere", "advice", "say", "changed"} <= found.keys()


def test_every_activity_has_a_page_for_a_frame(site: Path) -> None:
    frames = {file.parent.name for file in (site / "embed").glob("*/index.html")}
    assert frames == set(told(site))
    for id in frames:
        file = site / "embed" / id / "index.html"
        assert file.stat().st_size <= 5_000
        tree = html.parse(file).getroot()
        assert not tree.xpath("//script | //style | //@style")
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        (style,) = tree.xpath("//link[@rel='stylesheet']/@href")
        assert (file.parent / style).resolve().is_file()
        assert all(target == "_top" for target in tree.xpath("//a/@target"))
        for link in tree.xpath("//a/@href"):
            assert not pages.broken(site, f"embed/{id}/", link), link


def test_only_frames_may_be_framed(site: Path) -> None:
    """Every page but those answers `X-Frame-Options`; no rule for all holds it."""
    rules: dict[str, list[str]] = {}
    path = ""
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line[:1].isspace():
            rules.setdefault(path, []).append(line.strip())
        else:
            path = line

    def framed(address: str) -> bool:
        fitting = [
            line
            for path, lines in rules.items()
            for line in lines
            if path == f"/{address}" or (path.endswith("*") and f"/{address}".startswith(path[:-1]))
        ]
        return not any(line.startswith("X-Frame-Options: DENY") for line in fitting)

    assert all(framed(f"embed/{id}/") for id in told(site))
    assert [address for address in pages.trees(site) if framed(address)] == sorted(
        f"embed/{id}/" for id in told(site)
    )
    assert "frame-ancestors" not in (site / "_headers").read_text(encoding="utf-8")


def test_a_frame_shows_in_another_page_and_axe_finds_nothing(
    browser: Browser, site: Path, server: str, tmp_path: Path
) -> None:
    id = next(iter(told(site)))
    (tmp_path / "index.html").write_text(
        f"<!doctype html><title>Wiki</title><iframe src='{server}embed/{id}/'></iframe>",
        encoding="utf-8",
    )
    context = browser.new_context(bypass_csp=True)
    with serving(tmp_path) as other:
        page = context.new_page()
        page.goto(other)
        page.frame_locator("iframe").get_by_role("heading").wait_for()
    page.goto(f"{server}embed/{id}/")
    assert findings(page) == []
    context.close()


def test_a_missing_stylesheet_is_told(tmp_path: Path) -> None:
    from scripts.load import load
    from scripts.problems import DataError
    from scripts.publish import take_along
    from scripts.publish.site import BuiltSite

    (tmp_path / "index.html").write_text("<head><meta charset='utf-8'></head><article></article>")
    root = building.SMALL / "docs/data/comparison.yml"
    comparison = load(root, "docs/data/comparison.yml").comparison
    with pytest.raises(DataError) as raised:
        take_along.write(comparison, BuiltSite(tmp_path))
    assert "run 'node scripts/bundle.mjs'" in str(raised.value.problems[0])


@pytest.mark.parametrize(
    ("address", "place", "name", "words"),
    [
        ("compare/", "td#scope--product-manager", "Product manager, scope", "depends: size"),
        ("dimensions/focus/", "h2#product-owner", "Product owner, focus", "proof"),
        ("dimensions/focus/", "#row--product-owner", "Product owner, focus", "depends: framework"),
        ("who-does-what/", "tr#set-the-price", "Set the list price and packaging", "contested"),
        ("roles/product-owner/", "tr#scope", "Scope, product owner", "depends: framework"),
    ],
)
def test_a_single_cell_is_taken_along_by_its_link(
    browser: Browser, server: str, address: str, place: str, name: str, words: str
) -> None:
    """By keyboard: the link is copied as ever, and may be had in four other forms."""
    context = window(browser, bypass_csp=False)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(server + address)
    url = str(page.locator("link[rel=canonical]").get_attribute("href"))
    link = page.locator(f"{place} :is(.copy, .headerlink)").first
    anchor = str(link.get_attribute("href"))
    for button in ("Sentence", "Markdown", "Chat line", "Table row"):
        link.press("Enter")
        offered = page.locator(".offer").get_by_role("button", name=button)
        expect(page.locator(".offer button").first).to_be_focused()
        offered.press("Enter")
        text = clipboard(page, f"{button} copied")["text/plain"]
        assert name in text and url + anchor in text and "\n" not in text
        expect(link).to_be_focused()
    assert words in text
    link.press("Enter")
    expect(page.locator(".offer button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".offer")).to_be_hidden()
    expect(link).to_be_focused()
    context.close()
    assert not errors


def test_a_question_is_taken_along_by_its_link(browser: Browser, server: str) -> None:
    context = window(browser)
    page = context.new_page()
    page.goto(f"{server}questions/")
    heading = page.locator("h3:has(+ p)").first
    heading.locator(".headerlink").press("Enter")
    page.locator(".offer").get_by_role("button", name="Sentence").click()
    text = clipboard(page, "Sentence copied")["text/plain"]
    question = heading.evaluate("each => each.firstChild.textContent")
    answer = page.locator("h3 + p").first.evaluate("each => each.firstChild.textContent")
    assert text.startswith(f"{question} {answer[:40]}")
    assert text.endswith(f"/questions/#{heading.get_attribute('id')}")
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_longest_kit_prints_on_one_sheet(
    browser: Browser, server: str, site: Path, paper: str
) -> None:
    kits = {page.parent.name: page.stat().st_size for page in site.glob("kits/*/index.html")}
    page = browser.new_page()
    page.goto(f"{server}kits/{max(kits, key=lambda kit: kits[kit])}/")
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format=paper))) == 1
    page.close()
