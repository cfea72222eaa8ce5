"""What `publish` makes of a built site: each step on its own, then all of them on the real site."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image
from playwright.sync_api import Browser, Page, Request

from scripts.load import load
from scripts.model import Change, Comparison
from scripts.problems import BadData
from scripts.publish import feed, headers, lean, previews, structured, tooltips
from scripts.publish.assets import HASHED
from scripts.publish.main import publish
from scripts.publish.site import BuiltPage, BuiltSite
from tests import building

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://example.org/"


@pytest.fixture(scope="session")
def told() -> Comparison:
    return load(building.ROOT / "docs/data/comparison.yml").comparison


@pytest.fixture(scope="session")
def built(site: Path) -> BuiltSite:
    return BuiltSite(site)


# Tooltips


def test_a_definition_is_marked_once_a_section() -> None:
    pm = '<abbr title="Product manager">PM</abbr>'
    po = '<abbr title="Product owner">PO</abbr>'
    page = f"<h1>A {pm}</h1><p>{pm} {po} {pm}</p><h2>B</h2><p>{pm} {pm}</p>"
    assert tooltips.thin(page) == f"<h1>A PM</h1><p>{pm} {po} PM</p><h2>B</h2><p>{pm} PM</p>"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ('<a href="x">', "</a>"),
        ("<h3>", "</h3>"),
        ("<caption>", "</caption>"),
        ("<figcaption>", "</figcaption>"),
        ("<summary>", "</summary>"),
        ("<button type=button>", "</button>"),
        ("<label>", "</label>"),
        ('<p class="agreement disputed">', "</p>"),
        ('<p id="x" class="so agreement">', "</p>"),
    ],
)
def test_no_tooltip_where_it_would_be_in_the_way(start: str, end: str) -> None:
    page = f'{start}a <b>b <abbr title="x > y">c</abbr></b>{end}<p><abbr title="x > y">c</abbr></p>'
    kept = f'{start}a <b>b c</b>{end}<p><abbr title="x > y">c</abbr></p>'
    assert tooltips.thin(page) == kept


def test_what_only_looks_like_a_tooltip_is_left_alone() -> None:
    page = '<script>"<abbr title=a>b</abbr>"</script><!-- <abbr title="a">b</abbr> -->'
    page += '<p class="agreements"><abbr title="a">b</abbr></p><abbr>c</abbr>'
    assert tooltips.thin(page) == page


_text = st.text(st.sampled_from("ab <>&\"'\n"), max_size=8).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
)
_abbr = st.builds('<abbr title="{}">{}</abbr>'.format, _text, _text)
_inline = st.lists(_text | _abbr, max_size=5).map("".join)
_wrapped = st.builds(
    lambda tag, inside: f"<{tag}>{inside}</{tag.split()[0]}>",
    st.sampled_from(["a href='x>y'", "h2", "p", 'p class="agreement"', "summary", "em", "pre"]),
    _inline,
)


@given(st.lists(_wrapped | _inline, max_size=8).map("".join))
def test_the_visible_text_stays_the_same(body: str) -> None:
    page = f"<html><body><div>{body}</div></body></html>"
    before, after = (html.document_fromstring(text) for text in (page, tooltips.thin(page)))
    assert after.text_content() == before.text_content()
    assert {element.tag for element in before.iter()} - {
        element.tag for element in after.iter()
    } <= {"abbr"}
    assert tooltips.thin(tooltips.thin(page)) == tooltips.thin(page)


def test_squeezed_pages_keep_white_space_that_counts() -> None:
    page = "<p>a\n\n   b</p>\n\n<pre>\n  c\n\n  d</pre>\n  <script>\n  e\n</script>"
    assert lean.squeeze(page) == "<p>a\nb</p>\n<pre>\n  c\n\n  d</pre>\n<script>\n  e\n</script>"


def test_few_tooltips_are_left(built: BuiltSite) -> None:
    for page in built.pages:
        for quiet in (
            "a",
            "h1",
            "h2",
            "h3",
            "summary",
            "caption",
            "p[contains(@class,'agreement')]",
        ):
            assert not page.main.xpath(f".//{quiet}//abbr"), page.url


# Pictures


def test_every_page_has_a_picture_of_its_own(built: BuiltSite) -> None:
    seen: dict[bytes, str] = {}
    for page in built.pages:
        assert page.meta("og:image") == page.canonical + previews.FILE
        data = (page.file.parent / previews.FILE).read_bytes()
        with Image.open(page.file.parent / previews.FILE) as picture:
            assert picture.size == (1200, 630)
        assert len(data) < 100_000
        assert data not in seen, (page.url, seen[data])
        seen[data] = page.url


def test_a_picture_holds_every_word_it_should() -> None:
    words = previews.Words(("Technical program manager", "Product marketing manager"))
    lines = [line.text for line in previews._lines(words)]
    assert lines == ["Technical program manager", "vs.", "Product marketing manager"]
    told = previews.Words(("Focus",), "word " * 30)
    assert " ".join(line.text for line in previews._lines(told)) == f"Focus {'word ' * 30}".strip()
    long = previews.Words(("Ünï – " + "long " * 40,), "word " * 300)
    assert all(line.text.isascii() for line in previews._lines(long))


def test_the_icon_is_there_for_whoever_shows_no_svg(site: Path) -> None:
    green, white, light = (20, 83, 45, 255), (255, 255, 255, 255), (134, 239, 172, 255)
    for name, size, corner in (
        ("apple-touch-icon.png", 180, green),
        ("favicon.ico", 32, (0, 0, 0, 0)),
    ):
        with Image.open(site / name) as picture:
            icon = picture.convert("RGBA")
        assert icon.size == (size, size)
        at = {"left": (0.3, 0.3), "right": (0.72, 0.3), "middle": (0.5, 0.5)}
        seen = {key: icon.getpixel((int(x * size), int(y * size))) for key, (x, y) in at.items()}
        assert (seen["left"], seen["right"], seen["middle"]) == (white, light, green)
        assert icon.getpixel((0, 0)) == corner


# Structured data. Required properties: developers.google.com/search/docs/appearance/structured-data
# for what search engines show, schema.org for the rest.

REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Dataset": {"name", "description", "license", "creator", "distribution", "dateModified"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Organization": {"name", "url"},
    "DefinedTermSet": {"name", "url", "hasDefinedTerm"},
    "DefinedTerm": {"name", "description", "url"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "WebPage": {"name", "url", "description", "dateModified"},
}


def things(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for each in value.values():
            yield from things(each)
    elif isinstance(value, list):
        for each in value:
            yield from things(each)


def stated(page: BuiltPage) -> list[dict[str, Any]]:
    (text,) = page.tree.xpath("//head/script[@type='application/ld+json']/text()")
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return list(things(data["@graph"]))


def test_structured_data_is_complete_and_absolute(built: BuiltSite) -> None:
    ids = {page.canonical: page.ids for page in built.pages}
    for page in built.pages:
        found = stated(page)
        kinds = [thing["@type"] for thing in found]
        assert ("BreadcrumbList" in kinds) == bool(page.url)
        for thing in found:
            assert REQUIRED[thing["@type"]] <= thing.keys(), (page.url, thing)
            assert all(thing.values()), (page.url, thing)
            for name in ("url", "item"):
                if name in thing:
                    address, _, part = thing[name].partition("#")
                    assert address in ids and (not part or part in ids[address]), thing
            if "dateModified" in thing:
                date.fromisoformat(thing["dateModified"])
            if thing["@type"] == "DataDownload":
                assert (built.root / thing["contentUrl"].removeprefix(HOME)).is_file()
            if thing["@type"] == "Dataset":
                assert 50 <= len(thing["description"]) <= 5000
            if thing["@type"] == "BreadcrumbList":
                positions = [item["position"] for item in thing["itemListElement"]]
                assert positions == list(range(1, len(positions) + 1))
                assert thing["itemListElement"][-1]["item"] == page.canonical


def test_structured_data_says_what_the_page_shows(built: BuiltSite) -> None:
    for page in built.pages:
        shown = " ".join("".join(page.main.itertext()).split())
        for thing in stated(page):
            text = {"Answer": thing.get("text"), "DefinedTerm": thing.get("description")}
            assert (text.get(thing["@type"]) or "") in shown, (page.url, thing)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", "WebSite"),
        ("glossary/", "DefinedTermSet"),
        ("data/", "Dataset"),
        ("who-does-what/order-the-product-backlog/", "FAQPage"),
        ("who-does-what/", "WebPage"),
        ("combining-roles/", "FAQPage"),
        ("versus/product-manager-vs-project-manager/", "FAQPage"),
        ("roles/product-owner/", "WebPage"),
    ],
)
@pytest.mark.content
def test_kinds_of_pages(built: BuiltSite, url: str, kind: str) -> None:
    assert stated(built.by_url[url])[0]["@type"] == kind


@given(st.text())
def test_no_text_ends_the_script(text: str) -> None:
    markup = structured.script({"name": f"</script><!--{text}"})
    assert markup.count("<") == 2
    inside = markup[markup.index(">") + 1 : markup.rindex("<")]
    assert json.loads(inside) == {"name": f"</script><!--{text}"}


# Feed and search box


def test_the_feed_is_atom(site: Path, told: Comparison) -> None:
    root = ET.fromstring((site / feed.FEED).read_text(encoding="utf-8"))
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert element.findtext(ATOM + name)
        assert str(element.findtext(f"{ATOM}updated")).endswith("T00:00:00Z")
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    links = {link.get("rel", "alternate"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{HOME}changes.atom", "alternate": f"{HOME}changes/"}
    assert len(root.findall(f"{ATOM}entry")) == len(told.changes)


def entries(told: Comparison, ids: frozenset[str] = frozenset()) -> list[dict[str, str]]:
    """What the feed says of each change."""
    root = ET.fromstring(feed.feed(told, HOME, "N", ids))
    assert root.findtext(f"{ATOM}updated") == root.findtext(f"{ATOM}entry/{ATOM}updated")
    return [
        {each.tag.removeprefix(ATOM): each.get("href") or each.text or "" for each in entry}
        for entry in root.iter(f"{ATOM}entry")
    ]


def test_a_new_change_leaves_old_entries_alone(told: Comparison) -> None:
    new = Change(date=told.changed, says="A second <change> & of the same day.")
    more = told.model_copy(update={"changes": (new, *told.changes)})
    before, after = entries(told), entries(more)
    assert after[1:] == before
    assert after[0]["content"] == "A second <change> & of the same day."
    for name in ("id", "updated"):
        assert len({entry[name] for entry in after}) == len(after)
    assert [entry["updated"] for entry in after] == sorted(
        (entry["updated"] for entry in after), reverse=True
    )


def test_entries_lead_to_their_own_place(told: Comparison) -> None:
    (day,) = {change.date.isoformat() for change in told.changes[:1]}
    number = sum(change.date.isoformat() == day for change in told.changes)
    anchor = f"{day}-{number}"
    assert entries(told)[0]["link"] == f"{HOME}changes/"
    assert entries(told, frozenset({anchor}))[0]["link"] == f"{HOME}changes/#{anchor}"


def test_the_search_box_description(site: Path) -> None:
    root = ET.fromstring((site / feed.SEARCH).read_text(encoding="utf-8"))
    found = {element.tag.rpartition("}")[2]: element for element in root}
    assert 0 < len(found["ShortName"].text or "") <= 16
    assert len(found["LongName"].text or "") <= 48
    assert found["Url"].get("template") == f"{HOME}?q={{searchTerms}}"
    assert (site / urlsplit(found["Image"].text or "").path[1:]).is_file()


# Assets


def test_nothing_of_the_theme_is_left_but_its_layout(built: BuiltSite) -> None:
    """Its script, styles and settings go through documented blocks: a theme whose update changes
    one of them, or adds a script of its own, fails here."""
    files = [path.relative_to(built.root).as_posix() for path in built.root.rglob("*.*")]
    tools = ("compare", "filter", "team", "which-job")
    own = {"site", "use", "search", "worker", "embed", *tools}
    code = {path for path in files if path.endswith((".js", ".css", ".map"))}
    assert {path.partition(".")[0] for path in code} == {f"assets/{name}" for name in own}
    assert all(HASHED.search(path) for path in code)
    for page in built.documents:
        if "<article" not in page.text:
            continue  # a redirect
        loaded = page.tree.xpath("//script/@src | //link[@rel='stylesheet']/@href")
        names = sorted(name.rpartition("/")[2].partition(".")[0] for name in loaded)
        assert [name for name in names if name not in tools] == ["site"] * 2
        ran = [found for found in headers._SCRIPT.finditer(page.text) if "src=" not in found[0]]
        assert len(ran) <= 3, page.url  # the colors, rules for prerendering, data for machines
        assert not page.tree.xpath("//*[@id='__config' or @id='__search' or @id='__drawer']")
        assert len(page.tree.xpath("//header | //dialog | //footer | //article")) == 4, page.url


@pytest.mark.parametrize(
    "name", ["site", "use", "search", "compare", "filter", "team", "which-job", "worker"]
)
def test_scripts_ask_no_more_than_the_oldest_browsers_have(site: Path, name: str) -> None:
    """The oldest are stated in scripts/bundle.mjs; these two stop older ones altogether."""
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


@pytest.mark.parametrize(
    ("url", "most"),
    [
        ("", 13_000),
        ("versus/product-manager-vs-project-manager/", 17_500),
        ("dimensions/decision-rights/", 26_500),
        ("roles/product-owner/", 19_000),
        ("compare/", 21_000),
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
    assert len(costs) <= 4 + (url == "compare/"), costs
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


# All of it


def test_a_published_site_is_not_published_again(site: Path, told: Comparison) -> None:
    before = {file: file.stat().st_mtime_ns for file in site.rglob("*")}
    with pytest.raises(BadData, match="is published already; build it anew first"):
        publish(told, building.ROOT, site, {})
    assert {file: file.stat().st_mtime_ns for file in site.rglob("*")} == before


def test_no_built_site_is_a_message(tmp_path: Path, told: Comparison) -> None:
    with pytest.raises(BadData, match="holds no built site; run 'make build'"):
        publish(told, building.ROOT, tmp_path, {})
