"""Styles, scripts and pictures: what a page asks for, and what that costs."""

from __future__ import annotations

import re
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from urllib.parse import urljoin

import brotli
import pytest
from playwright.sync_api import Browser, Page, Request

from scripts.publish import headers
from scripts.publish.assets import HASHED
from scripts.publish.site import BuiltSite
from tests.building import ROOT
from tests.oldest import PACKAGE

HOME = "https://example.org/"


def test_nothing_of_the_theme_is_left_but_its_layout(built: BuiltSite) -> None:
    """Its script, styles and settings go through documented blocks: a theme whose update changes
    one of them, or adds a script of its own, fails here."""
    files = [path.relative_to(built.root).as_posix() for path in built.root.rglob("*.*")]
    tools = ("compare", "filter", "lens", "team", "which-job")
    own = {"site", "use", "search", "worker", "embed", *tools}
    code = {path for path in files if path.endswith((".js", ".css", ".map"))}
    assert {path.partition(".")[0] for path in code} == {f"assets/{name}" for name in own}
    assert all(HASHED.search(path) for path in code)
    partials = ROOT / "overrides/partials"
    sheets = {name: _sheet(partials / f"{name}.html") for name in ("site", "tools")}
    for page in built.documents:
        if "<article" not in page.text:
            continue  # a redirect
        loaded = page.tree.xpath("//script/@src | //link[@rel='stylesheet']/@href")
        names = sorted(name.rpartition("/")[2].partition(".")[0] for name in loaded)
        tool = bool(
            page.tree.xpath("//*[@class='picture']")
            or {*tools} & {*names}
            or re.fullmatch(r"kits/.+", page.url)
        )
        assert [name for name in names if name not in tools] == ["site"]
        (sheet,) = page.tree.xpath("//head/style/text()")
        assert sheet == sheets["tools" if tool else "site"], page.url
        ran = page.tree.xpath("//script[not(@src)]")
        # The colors, rules for prerendering, data for machines; on a tool page, what it opens with.
        assert len(ran) <= 3 + tool, page.url
        assert not page.tree.xpath("//*[@id='__config' or @id='__search' or @id='__drawer']")
        assert len(page.tree.xpath("//header | //dialog | //footer | //article")) == 4, page.url


def _sheet(template: Path) -> str:
    """The sheet that a template holds, as it stands in pages."""
    (found,) = headers.inline(template.read_text(encoding="utf-8"))
    return found["text"]


# Blocks of the theme's layout that may say what they say: what a page is, and what is not set here.
LEFT = {"site_meta", "libs", "fonts", "analytics", "outdated"}
_BLOCK = re.compile(r"\{%-?\s*block (\w+)")


def test_the_theme_has_the_blocks_and_partials_that_are_replaced_here() -> None:
    """An update that adds, renames or drops one is looked at before it reaches a page."""
    theme = Path(find_spec("material").submodule_search_locations[0]) / "templates"  # type: ignore[union-attr, index]
    ours = ROOT / "overrides"
    filled = set(_BLOCK.findall((ours / "main.html").read_text(encoding="utf-8")))
    assert set(_BLOCK.findall((theme / "base.html").read_text(encoding="utf-8"))) == filled | LEFT
    for file in (ours / "partials/javascripts").iterdir():
        assert (theme / file.relative_to(ours)).is_file()


@pytest.mark.parametrize(
    "name", ["site", "use", "search", "compare", "filter", "lens", "team", "which-job", "worker"]
)
def test_scripts_ask_no_more_than_the_oldest_browsers_have(site: Path, name: str) -> None:
    """The oldest are those for which scripts are built, and which DEPLOY.md names; these two stop
    older ones altogether."""
    built_for = (ROOT / "scripts/bundle.mjs").read_text(encoding="utf-8")
    promised = (ROOT / "DEPLOY.md").read_text(encoding="utf-8")
    target = re.search(r'target: \["chrome(\S+)", "firefox(\S+)", "safari(\S+)"\]', built_for)
    assert target
    chrome, firefox, safari = target.groups()
    assert f"Chrome and Edge {chrome}, Firefox {firefox} and Safari {safari}" in promised
    assert PACKAGE.partition("chromium@")[2].startswith(f"{chrome}.")
    (file,) = site.glob(f"assets/{name}.*.js")
    text = file.read_text(encoding="utf-8")
    assert "(?<=" not in text and "(?<!" not in text
    assert ".toReversed(" not in text


def test_everything_a_page_asks_for_is_there(built: BuiltSite) -> None:
    for page in built.documents:
        base = urljoin(HOME, page.url)
        for link in page.tree.xpath("//link[@rel='stylesheet']/@href | //script/@src | //img/@src"):
            address = urljoin(base, link)
            assert address.startswith(HOME), (page.url, link)
            assert (built.root / address.removeprefix(HOME)).is_file(), (page.url, link)
            if not link.endswith(".svg"):
                assert HASHED.search(link), (page.url, link)


@pytest.mark.content
def test_no_style_is_for_a_class_that_nothing_has(built: BuiltSite) -> None:
    """Pages have it, or a script gives it; the layout of the theme brings elements of its own."""
    components = ROOT / "overrides/components"
    texts = {
        file: file.read_text(encoding="utf-8")
        for file in components.rglob("*")
        if file.suffix in (".css", ".js")
    }
    scripts = "".join(text for file, text in texts.items() if file.suffix == ".js")
    classes = chain.from_iterable(page.tree.xpath("//@class") for page in built.documents)
    known = {name for found in set(classes) for name in found.split()}
    known.update(re.findall(r"[\w-]+", scripts))
    for file, text in texts.items():
        if file.suffix == ".css":
            selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "", text, flags=re.DOTALL)
            used = set(re.findall(r"\.([a-zA-Z][\w-]*)", selectors))
            assert [each for each in used - known if not each.startswith("md-")] == [], file


@pytest.mark.parametrize(
    ("url", "most"),
    [
        ("", 10_400),
        ("versus/product-manager-vs-product-owner/", 15_000),  # the longest of its kind
        ("dimensions/decision-rights/", 19_000),  # too
        ("roles/product-manager/", 16_200),  # too
        ("compare/", 19_800),
        ("who-does-what/", 22_800),
    ],
)
def test_what_a_page_costs(browser: Browser, server: str, url: str, most: int) -> None:
    """Everything it asks for before anybody touches it, as brotli at its best would send it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    page.goto(server + url, wait_until="networkidle")
    costs: dict[str, int] = {}
    for request in requests:
        assert request.url.startswith(server)
        costs[request.url] = len(brotli.compress(context.request.get(request.url).body()))
    context.close()
    assert len(costs) <= 3 + (url in ("compare/", "who-does-what/")), costs
    assert sum(costs.values()) <= most, costs


def test_a_link_under_the_pointer_is_fetched_ahead(page: Page, server: str) -> None:
    ahead: list[str] = []
    page.on(
        "request",
        lambda request: (
            ahead.append(request.url)
            if "prefetch" in request.headers.get("sec-purpose", "")
            else None
        ),
    )
    page.goto(f"{server}data/", wait_until="networkidle")
    page.hover("article a[href$='.yml']")
    page.hover("#toc a >> nth=1")
    with page.expect_request(f"{server}roles/"):
        page.hover(".tabs a:has-text('Roles')")
    assert ahead == [f"{server}roles/"]
