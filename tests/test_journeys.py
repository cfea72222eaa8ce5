"""What readers do first, in a real browser: open, follow, land in the middle of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as TimedOut

from tests.server import serving

WIDTHS = [360, 768, 1280]
PASSAGE = "dimensions/decision-rights/#product-owner"
# One page of each kind.
KINDS = [
    "",
    "compare/",
    "dimensions/",
    "dimensions/decision-rights/",
    "roles/",
    "roles/product-owner/",
    "versus/",
    "versus/product-manager-vs-project-manager/",
    "who-does-what/",
    "combining-roles/",
    "do-we-need-both/",
    "titles/",
    "disagreements/",
    "questions/",
    "glossary/",
    "a-to-z/",
    "sources/",
    "pictures/",
    "data/",
    "changes/",
    "about/",
    "404.html",
]
ON_SCREEN = """element => {
  const header = document.querySelector(".header").getBoundingClientRect();
  const own = element.getBoundingClientRect();
  return own.top >= header.bottom - 1 && own.bottom <= innerHeight;
}"""
# Addresses at which something could still move once the page is there: what the scripts choose and
# filter, marks of what a link led to, and the header.
MOVING = [
    "",
    "compare/#focus--tech-lead",
    "compare/?roles=product-owner,business-analyst#decision-rights",
    "who-does-what/#order-the-product-backlog",
    "who-does-what/?who=product-owner#row--refine-the-backlog",
    "glossary/#raci",
]
# Less than a thousandth is a line that came in two packets, as each line of text may.
SHIFTS = """
window.shifts = [];
const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
const told = ({ node, previousRect, currentRect }) =>
  `${node?.nodeName} ${node?.className ?? ""} (${box(previousRect)} -> ${box(currentRect)})`;
new PerformanceObserver((list) => {
  for (const { value, startTime, sources } of list.getEntries()) {
    if (value >= 0.001) window.shifts.push([value, startTime, ...sources.map(told)].join(", "));
  }
}).observe({ type: "layout-shift", buffered: true });
"""
# Two frames after all is there, what has moved has been told.
SETTLED = """() => new Promise((done) => {
  const frames = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  document.readyState === "complete" ? frames() : addEventListener("load", frames);
})"""


def test_from_home_to_a_pair(page: Page, server: str) -> None:
    page.goto(server)
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/versus/product-manager-vs-project-manager/")
    title = page.get_by_role("heading", level=1)
    expect(title).to_contain_text("Product manager vs. project manager")
    page.go_back()
    page.wait_for_url(server)


@pytest.mark.parametrize("part", range(2))  # parts run side by side
def test_back_restores_the_place(page: Page, server: str, part: int) -> None:
    lost = []
    for address in KINDS[part::2]:
        page.goto(server + address)
        page.evaluate(SETTLED)
        page.evaluate("scrollTo(0, 900)")
        place = page.evaluate("scrollY")
        page.evaluate(SETTLED)
        page.evaluate("location.href = new URL('/roles/tech-lead/', location)")
        page.wait_for_url("**/roles/tech-lead/")
        page.go_back()
        try:
            page.wait_for_function("(place) => Math.abs(scrollY - place) < 3", arg=place)
        except TimedOut:
            lost.append(address)
    assert lost == []


def test_from_a_cell_to_its_passage(page: Page, server: str) -> None:
    page.goto(f"{server}versus/product-manager-vs-project-manager/")
    page.locator("table.matrix a.why").first.click()
    page.wait_for_url("**/dimensions/focus/#product-manager")
    heading = page.locator("#product-manager")
    expect(heading).to_be_in_viewport()
    assert heading.evaluate(ON_SCREEN)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_deep_link_lands_below_the_header(page: Page, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server + PASSAGE)
    heading = page.locator("h2#product-owner")
    expect(heading).to_be_in_viewport()
    page.wait_for_function(ON_SCREEN, arg=heading.element_handle())


def test_the_table_of_contents_follows(page: Page, server: str) -> None:
    """From a deep link on, also where the table is longer than the window."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{server}questions/#need-to-code")
    here = page.locator("#toc [aria-current]:visible")
    expect(here).to_have_text("Do product managers need to code?")
    expect(here).to_be_in_viewport(ratio=1)
    page.locator("article h3").nth(3).evaluate("node => node.scrollIntoView()")
    expect(here).not_to_have_text("Do product managers need to code?")
    expect(here).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_longest_title_fits_the_header(page: Page, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server}do-we-need-both/#startup")
    title = page.locator(".header.passed .header__title > :last-child")
    expect(title).to_contain_text("When to add a product, project, or engineering role")
    expect(title).to_be_in_viewport(ratio=1)
    expect(page.locator(".header__title > :first-child")).to_be_hidden()
    assert title.evaluate("node => node.offsetHeight <= node.closest('.header').offsetHeight")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_link_to_a_row_lands_on_the_row(page: Page, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server}roles/product-owner/#decision-rights")
    head = page.locator("tr#decision-rights th")
    expect(head).to_be_in_viewport()
    page.wait_for_function(ON_SCREEN, arg=head.element_handle())


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_once_it_is_there(page: Page, server: str, width: int) -> None:
    """On a line slow enough to paint before scripts are there, which are never there already:
    CLS 0."""
    page.set_viewport_size({"width": width, "height": 800})
    line = {"offline": False, "latency": 50, "downloadThroughput": 4e5, "uploadThroughput": 4e5}
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    network.send("Network.emulateNetworkConditions", line)
    page.add_init_script(SHIFTS)
    moved = {}
    for address in MOVING:
        page.goto(server + address)
        page.evaluate(SETTLED)
        if shifts := page.evaluate("window.shifts"):
            moved[address] = shifts
    assert moved == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("halt", [b'<button type="button" class="icon colors"', b'class="find"'])
def test_the_header_stands_still_while_it_arrives(
    page: Page, site: Path, width: int, halt: bytes
) -> None:
    assert halt in (site / "index.html").read_bytes()
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    with serving(site, halt=halt) as address:
        for path in ("", "glossary/"):
            page.goto(address + path)
            page.evaluate(SETTLED)
            assert page.evaluate("window.shifts") == []


@pytest.mark.parametrize(
    "address", ["compare/", "who-does-what/", "versus/product-manager-vs-project-manager/"]
)
def test_nothing_focused_hides(page: Page, server: str, address: str) -> None:
    """Under the header, nor under the head of a table, on the way through the page by Tab."""
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(server + address)
    hidden = []
    for _ in range(90):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const focused = document.activeElement;
              if (!focused.closest("article")) return "";
              const [{ left, right, top, bottom }] = focused.getClientRects(); // its first line
              if (right - left > innerWidth / 2) return ""; // a region that scrolls
              const [x, y] = [(left + right) / 2, Math.min((top + bottom) / 2, top + 8)];
              const seen = document.elementFromPoint(x, y);
              const ours = seen && (focused.contains(seen) || seen.contains(focused));
              return ours ? "" : focused.outerHTML;
            }"""
        )
        if found:
            hidden.append(found)
    assert hidden == []


def test_the_page_says_on_paper_where_it_came_from(page: Page, server: str) -> None:
    page.goto(f"{server}glossary/")
    foot = page.locator(".footer__paper")
    expect(foot).to_be_hidden()
    page.emulate_media(media="print", color_scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    expect(foot).to_contain_text("Glossary · https://example.org/glossary/ · content last changed")
    for unprinted in ("header", ".tabs", "#menu", "#toc", ".page-footer"):
        expect(page.locator(unprinted)).to_be_hidden()


def test_the_header_leaves_low_windows_to_the_text(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{server}glossary/")
    page.evaluate("scrollTo(0, 500)")
    expect(page.locator(".header")).not_to_be_in_viewport()


def test_a_missing_page_leads_on(browser: Browser, server: str) -> None:
    page = browser.new_page()  # not the fixture: Chromium reports the status on the console
    answer = page.goto(f"{server}roles/no/such/role/")
    assert answer is not None
    assert answer.status == 404
    page.locator("article").get_by_role("link", name="Compare roles side by side").click()
    page.wait_for_url(f"{server}compare/**")
    page.close()


def test_without_scripts_pages_can_be_read_and_followed(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    page.get_by_role("link", name="The whole comparison of the two").click()
    expect(page.locator("table.matrix td").first).to_be_visible()
    page.goto(f"{server}compare/")
    cells = page.locator("table.matrix tbody td")
    assert cells.count() == page.locator("table.matrix tbody td:visible").count() > 0
    page.goto(f"{server}who-does-what/")
    rows = page.locator("table.activities tbody tr")
    assert rows.count() == page.locator("table.activities tbody tr:visible").count() > 0
    page.goto(server + PASSAGE)
    expect(page.locator("h2#product-owner")).to_be_in_viewport()
    expect(page.locator("h2#product-owner ~ p").first).to_be_visible()
    context.close()
