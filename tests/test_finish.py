"""What `finish` makes of a built site: each step on its own, then all of them on the real site."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import brotli
import markdown
import material  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image
from playwright.sync_api import Browser, Page, Request, Route

from scripts.finish import feed, headers, lean, previews, redirects, structured, tooltips, twins
from scripts.finish.main import finish
from scripts.finish.site import BuiltPage, BuiltSite
from scripts.load import BadData, load
from scripts.model import Change, Comparison
from tests import building
from tests.server import headers_for_all

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://example.org/"
KINDS = [
    "",
    "compare/",
    "compare/?roles=product-owner,business-analyst#decision-rights",
    "dimensions/",
    "dimensions/decision-rights/#product-owner",
    "roles/",
    "roles/product-owner/",
    "versus/",
    "versus/product-manager-vs-project-manager/",
    "who-does-what/?show=disputed",
    "combining-roles/",
    "do-we-need-both/",
    "disagreements/",
    "questions/",
    "titles/",
    "glossary/#raci",
    "sources/",
    "data/",
    "pictures/",
    "a-to-z/",
    "changes/",
    "about/",
]


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
        ("who-does-what/", "FAQPage"),
        ("combining-roles/", "FAQPage"),
        ("versus/product-manager-vs-project-manager/", "FAQPage"),
        ("roles/product-owner/", "WebPage"),
    ],
)
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


def test_a_new_change_leaves_old_ids_alone(told: Comparison) -> None:
    new = Change(date=told.changed, says="A second <change> & of the same day.")
    more = told.model_copy(update={"changes": (new, *told.changes)})
    before, after = (
        [each.text for each in ET.fromstring(feed.feed(data, HOME, "N")).iter(f"{ATOM}id")]
        for data in (told, more)
    )
    assert after[0] == before[0]
    assert after[2:] == before[1:]
    assert len(set(after)) == len(after)


def test_the_search_box_description(site: Path) -> None:
    root = ET.fromstring((site / feed.SEARCH).read_text(encoding="utf-8"))
    found = {element.tag.rpartition("}")[2]: element for element in root}
    assert 0 < len(found["ShortName"].text or "") <= 16
    assert len(found["LongName"].text or "") <= 48
    assert found["Url"].get("template") == f"{HOME}?q={{searchTerms}}"
    assert (site / urlsplit(found["Image"].text or "").path[1:]).is_file()


# Twins


def test_markdown_of_html() -> None:
    page = html.fragment_fromstring(
        """<article><h1>A * b<a class="headerlink" href="#a">#</a></h1>
        <p>See <a href="../b/#c"><strong>b</strong> [1]</a>, <code>x|y</code>.<br>Next.</p>
        <ul><li>one</li><li><p>two</p><ol><li>deep</li></ol></li></ul>
        <form><p>No</p></form><svg><text>No</text></svg>
        <table><caption>Cap</caption><tr><th>H</th><th>I</th></tr><tr><td>1 | 2</td></tr></table>
        <details><summary>More</summary>loose <em>text</em><p>block</p></details></article>"""
    )
    assert twins.markdown(page, "https://e.org/a/") == (
        "# A \\* b\n\n"
        "See [**b** \\[1\\]](https://e.org/b/#c), `x|y`. Next.\n\n"
        "- one\n- two\n  1. deep\n\n"
        "*Cap*\n\n"
        "| H | I |\n| --- | --- |\n| 1 \\| 2 |  |\n\n"
        "**More**\n\nloose *text*\n\nblock\n"
    )


@pytest.mark.parametrize(
    "said",
    [
        "# a",
        "- b",
        "+ c",
        "1. d",
        "23) e",
        "---",
        "===",
        "&lt;img src=x&gt;",
        "~~f~~",
        "&amp;copy;",
    ],
)
def test_no_text_of_a_twin_becomes_another_block_or_character(said: str) -> None:
    page = html.fromstring(f"<article><p>{said}</p><p><a href='/x(1)'>y</a></p></article>")
    told = twins.markdown(page, "https://e.org/")
    first, second = html.fragment_fromstring(markdown.markdown(told), create_parent=True)
    assert (first.tag, first.text_content()) == ("p", html.fromstring(f"<p>{said}</p>").text)
    assert second[0].get("href") == "https://e.org/x%281%29"


def test_every_page_has_a_twin_that_says_the_same(built: BuiltSite) -> None:
    for page in built.pages:
        (link,) = page.tree.xpath("//link[@type='text/markdown']")
        assert link.get("rel").split() == ["alternate"]
        file = page.file.parent / link.get("href")
        text = file.read_text(encoding="utf-8")
        front, _, body = text.removeprefix("---\n").partition("---\n\n")
        assert f'url: "{page.canonical}"' in front
        assert body.startswith(f"# {page.heading[:5]}")
        assert "<!--" not in body and "{#" not in body and "{:" not in body
        for target in re.findall(r"(?<!\\)\]\(([^)\s]*)\)", body):
            assert re.match(r"https?://", target), (page.url, target)
        assert len(text) < len(page.text)


def test_the_list_for_machines(site: Path, built: BuiltSite) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    title, summary, *_ = text.split("\n\n")
    assert title.startswith("# ") and summary.startswith("> ")
    linked = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): \S", text, re.MULTILINE)
    assert sorted(linked) == sorted(page.canonical + twins.FILE for page in built.pages)
    assert all((site / address.removeprefix(HOME)).is_file() for address in linked)


# Redirects


@pytest.fixture
def small(tmp_path: Path) -> BuiltSite:
    """A site of two pages."""
    body = '<h1>Home</h1><h2 id="new">New</h2><table><tr id="row"><th>R</th></tr></table>'
    for path, article in {"": body, "page/": '<h1>Page</h1><h2 id="part">Part</h2>'}.items():
        file = tmp_path / path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f'<head><meta charset="utf-8"><link rel="canonical" href="{HOME}{path}"></head>'
        file.write_text(f"<!doctype html><html>{head}<body><article>{article}</article></body>")
    return BuiltSite(tmp_path)


@pytest.mark.parametrize("prefix", ["/", "/repo/"])
def test_old_addresses_lead_on(small: BuiltSite, browser: Browser, prefix: str) -> None:
    redirects.write(
        small,
        "# comment\n/#old /#new\n/#old-row /#row\n/#gone /page/#part\n"
        "/a/b/ /page/\n/a/b/#x /#new\n/a/b/#y /page/#part\n",
    )
    headers.protect(small)
    small.save()
    home = BuiltPage(small.root / "index.html", "")
    assert home.tree.xpath("//span[@id='old']/parent::h2/@id") == ["new"]
    assert home.tree.xpath("//tr[@id='row']/th/span/@id") == ["old-row"]
    assert home.tree.xpath("//p[@id='gone']/a/@href") == ["page/#part"]
    moved = BuiltPage(small.root / "a/b/index.html", "a/b/")
    assert moved.canonical == f"{HOME}page/"
    assert moved.tree.xpath("//noscript/meta/@content") == ["0; url=../../page/"]
    from tests.server import serving

    with serving(small.root, prefix) as address:
        for scripts in (True, False):
            context = browser.new_context(java_script_enabled=scripts)
            page = context.new_page()
            page.goto(f"{address}a/b/")
            page.wait_for_url(f"{address}page/")
            if scripts:
                ways = {"x": "#new", "y": "page/#part", "z": "page/#z", "%zz": "page/#%zz"}
                for old, new in ways.items():
                    page.goto(f"{address}a/b/#{old}")
                    page.wait_for_url(address + new)
            context.close()


def test_redirects_that_lead_nowhere(small: BuiltSite) -> None:
    lines = ["/x/ /paeg/", "/#a /#nwe", "/page/ /", "/#new /page/", "one", "/#b /", "/y/#z /page/"]
    with pytest.raises(BadData) as raised:
        redirects.write(small, "\n".join([*lines, "/#a /#new"]))
    path = "scripts/finish/redirects.txt"
    assert [str(problem) for problem in raised.value.problems] == [
        f"{path}:1: there is no page /paeg/; did you mean '/page/'?",
        f"{path}:2: / has no part 'nwe'; did you mean 'new'?",
        f"{path}:3: the page /page/ still stands; remove the line",
        f"{path}:4: /#new still stands; remove the line",
        f"{path}:5: not two addresses: 'one'; write '/old/#part /new/#part'",
        f"{path}:6: / names no part; name the part to lead to",
        f"{path}:7: the page /y/ is gone; add a line for /y/ itself",
        f"{path}:8: /#a is on line 2 too; remove one",
    ]


# Assets


def test_only_what_is_used_is_there(site: Path) -> None:
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert not [path for path in files if path.endswith(".map") or "lunr" in path]
    assert len([path for path in files if path.endswith(".css")]) == 1


def test_everything_a_page_asks_for_is_there(built: BuiltSite) -> None:
    for page in built.documents:
        base = urljoin(HOME, page.url)
        for link in page.tree.xpath("//link[@rel='stylesheet']/@href | //script/@src | //img/@src"):
            address = urljoin(base, link)
            assert address.startswith(HOME), (page.url, link)
            assert (built.root / address.removeprefix(HOME)).is_file(), (page.url, link)
            if not link.endswith(".svg"):
                assert re.search(r"\.[0-9a-f]{8}\.", link), (page.url, link)


@pytest.mark.parametrize(
    ("url", "most"),
    [("", 50_000), ("dimensions/decision-rights/", 60_000), ("compare/", 70_000)],
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
    assert len(costs) <= 7, costs
    assert sum(costs.values()) <= most, costs


STYLES = """async () => {
  const running = document.getAnimations().map((each) => each.finished.catch(() => {}));
  await Promise.race([Promise.all(running), new Promise((done) => setTimeout(done, 2000))]);
  const seen = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    const parent = element.parentElement;
    const kind = [element, parent, element.previousElementSibling]
      .map((each) => each && each.tagName + "." + each.className).join(" ");
    if (seen.has(kind)) continue;
    let all = "";
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (part && style.content === "none") continue;
      const names = [...style].filter((name) => !name.startsWith("--"));
      all += names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("\\n");
    }
    seen.set(kind, all);
  }
  return [...seen];
}"""


@pytest.mark.parametrize("width", [1280, 360])
def test_the_one_stylesheet_looks_like_all_of_them(
    browser: Browser, server: str, width: int
) -> None:
    """Nothing that a page or its scripts need was dropped: computed styles are the same."""
    theme = Path(material.__file__).parent / "templates/assets/stylesheets"
    files = [*sorted(theme.rglob("main.*.css")), *sorted(theme.rglob("palette.*.css"))]
    files.append(building.ROOT / "overrides/assets/site.css")
    whole = "\n".join(file.read_text(encoding="utf-8") for file in files if "classic" in str(file))
    if not whole:
        whole = "\n".join(file.read_text(encoding="utf-8") for file in files)
    for left_out in ("[role=columnheader]", ".md-search-result__icon"):  # on purpose
        whole = whole.replace(left_out, ".left-out")

    def give(route: Route) -> None:
        route.fulfill(body=whole, content_type="text/css")

    def look(original: bool) -> list[Any]:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce"
        )
        if original:
            context.route("**/*.css", give)
        page = context.new_page()
        found = []
        for url in ("", "who-does-what/", "dimensions/focus/", "data/"):
            page.goto(server + url, wait_until="networkidle")
            page.wait_for_selector("html.js", state="attached")  # the theme's script comes late,
            page.wait_for_timeout(500)  # and has more to do then
            found.append(page.evaluate(STYLES))
        page.keyboard.press("/")
        page.keyboard.type("backlog")
        page.locator(".md-search-result__item").first.wait_for()
        page.wait_for_timeout(500)
        found.append(page.evaluate(STYLES))
        context.close()
        return found

    for one, all_of_them in zip(look(original=False), look(original=True), strict=True):
        assert [kind for kind, _ in one] == [kind for kind, _ in all_of_them]
        different = [
            (kind, sorted(set(style.split("\n")) ^ set(expected.split("\n"))))
            for (kind, style), (_, expected) in zip(one, all_of_them, strict=True)
            if style != expected
        ]
        assert not different


# Headers and policy


def test_the_policy_covers_all_that_runs_and_nothing_else(built: BuiltSite) -> None:
    hashes = {each for page in built.documents for each in headers.script_hashes(page.text)}
    (sent,) = (
        value for name, value in headers_for_all(built.root) if name == "Content-Security-Policy"
    )
    assert "unsafe" not in sent
    assert set(re.findall(r"'sha256-[^']+'", sent)) == hashes
    assert len(hashes) <= 6
    for page in built.documents:
        metas = page.tree.xpath("//head/meta")
        assert metas[0].get("charset") and metas[1].get("http-equiv") == "Content-Security-Policy"
        assert metas[1].get("content") == sent.replace("; frame-ancestors 'none'", "")
        assert page.text.encode().index(b"charset") < 1024


def test_nothing_that_the_policy_would_block(built: BuiltSite) -> None:
    for page in built.documents:
        assert not page.tree.xpath("//*[@style] | //style"), page.url
        handlers = page.tree.xpath("//@*[starts-with(name(), 'on')]")
        assert not [each for each in handlers if each.attrname != "open"], page.url
        assert not page.tree.xpath("//@href[starts-with(., 'javascript:')]"), page.url


def test_the_headers(site: Path) -> None:
    found = dict(headers_for_all(site))
    for name in (
        "Content-Security-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
    ):
        assert found[name]
    text = (site / headers.FILE).read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= 2000  # Cloudflare's limit
    cached = re.findall(r"^(/assets/\S+)\n  Cache-Control: .*immutable$", text, re.MULTILINE)
    assert cached and all((site / path[1:]).is_file() for path in cached)


@pytest.mark.parametrize("url", [*KINDS, "no/such/page/"])
def test_pages_run_under_the_policy_without_a_word(browser: Browser, server: str, url: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(
        "addEventListener('securitypolicyviolation',"
        " (event) => console.error(event.violatedDirective))"
    )
    response = page.goto(server + url, wait_until="networkidle")
    assert response is not None and "'sha256-" in response.headers["content-security-policy"]
    page.keyboard.press("/")
    page.keyboard.type("backlog")
    page.wait_for_timeout(200)
    page.keyboard.press("Escape")
    for _ in range(3):
        page.locator(".colors button:visible").click()
    context.close()
    if response.status == 404:
        said = [text for text in said if "status of 404" not in text]
    assert not said


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
    page.hover(".md-sidebar--secondary a.md-nav__link >> nth=1")
    page.hover("a.md-tabs__link:has-text('Roles')")
    page.wait_for_timeout(700)
    assert ahead == [f"{server}roles/"]


# All of it


def test_a_finished_site_is_not_finished_again(site: Path, told: Comparison) -> None:
    before = {file: file.stat().st_mtime_ns for file in site.rglob("*")}
    with pytest.raises(BadData, match="is finished already; build it anew first"):
        finish(told, building.ROOT, site, {})
    assert {file: file.stat().st_mtime_ns for file in site.rglob("*")} == before


def test_no_built_site_is_a_message(tmp_path: Path, told: Comparison) -> None:
    with pytest.raises(BadData, match="holds no built site; run 'make build'"):
        finish(told, building.ROOT, tmp_path, {})
