"""What a browser is told not to do, and that the site can do without it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.problems import DataError
from scripts.publish import headers
from scripts.publish.site import BuiltSite
from tests.search.keys import FIELD, RESULT
from tests.server import headers_for_all

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
MISSING = "no/such/page/"
# At each depth, the search is asked: all pages have the same policy, and its worker takes a second
# to read the index.
ASKED = {"", "compare/", "dimensions/decision-rights/#product-owner", "titles/", MISSING}


def test_the_policy_covers_all_that_runs_and_nothing_else(built: BuiltSite) -> None:
    found = [headers.hashes_of(page.text) for page in built.documents]
    (sent,) = (
        value for name, value in headers_for_all(built.root) if name == "Content-Security-Policy"
    )
    assert "unsafe" not in sent
    rules = dict(rule.split(" ", 1) for rule in sent.split("; "))
    for kind, most in (("script", 6), ("style", 2)):
        hashes = {each for own in found for each in own[kind]}
        assert set(rules.pop(f"{kind}-src").split()) == {"'self'", *hashes}
        assert 0 < len(hashes) <= most
    assert "sha256" not in str(rules)
    for page in built.documents:
        metas = page.tree.xpath("//head/meta")
        assert metas[0].get("charset") and metas[1].get("http-equiv") == "Content-Security-Policy"
        own = headers.hashes_of(page.text)
        assert metas[1].get("content") == headers.policy(own)
        assert page.text.encode().index(b"charset") < 1024


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[str], BuiltSite]:
    """A site of one page that holds what is asked for; its templates hold one script."""

    def make(body: str) -> BuiltSite:
        site = tmp_path / "site"
        site.mkdir()
        page = f'<head><meta charset="utf-8"></head><body><article>\n{body}</article></body>'
        (site / "index.html").write_text(page, encoding="utf-8")
        return BuiltSite(site)

    template = tmp_path / "overrides/partials/one.html"
    template.parent.mkdir(parents=True)
    script = '<b>{{ x }}</b><script>a("{{ y }}", {{ z }})</script>'
    template.write_text(f"{script}<style>b{{color:red}}</style>", encoding="utf-8")
    return make


@pytest.mark.parametrize(
    "script",
    [
        "<script>alert(1)</script>",
        "<SCRIPT type=text/ecmascript>alert(1)</SCRIPT>",
        '<script type="module">alert(1)</script>',
        '<script type="speculationrules">{}</script>',
        "<script data-src=x>alert(1)</script>",
        "<svg><script>alert(1)</script></svg>",
        '<script>a("x", {{ z }});alert(1)</script>',
        '<script>a("x");alert("1", {{ z }})</script>',
        '<script>a("x", 1)</script>',
        "<style>b{color:blue}</style>",
        "<style>b{color:red}b{color:blue}</style>",
        "<STYLE media=print>b{color:blue}</STYLE>",
        "<svg><style>b{color:blue}</style></svg>",
        '<style>:root{--md-text-font:"x";--md-code-font:"y"}</style>',  # the theme's, not ours
    ],
)
def test_a_script_or_sheet_that_no_template_holds_stops_the_build(
    tmp_path: Path, pages: Callable[[str], BuiltSite], script: str
) -> None:
    with pytest.raises(DataError) as raised:
        headers.add_policy(pages(f"\n{script}"), tmp_path)
    (problem,) = raised.value.problems
    assert (problem.path, problem.line) == ((tmp_path / "site/index.html").as_posix(), 3)
    assert "that no template holds" in str(problem)
    assert not (tmp_path / "site/_headers").exists()


def test_what_templates_hold_and_data_are_let_through(
    tmp_path: Path, pages: Callable[[str], BuiltSite]
) -> None:
    site = pages(
        '<script>a("x y", {{ z }})</script><script src="x.js"></script>'
        '<script type="application/ld+json">{"a": 1}</script><style>b{color:red}</style>'
    )
    headers.add_policy(site, tmp_path)
    own = headers.hashes_of(site.home.text)
    assert len(own["script"]) == 2  # with the rules for prerendering
    (sheet,) = own["style"]
    assert f"style-src 'self' {sheet};" in site.home.text


def test_nothing_that_the_policy_would_block(built: BuiltSite) -> None:
    for page in built.documents:
        assert not page.tree.xpath("//*[@style] | //body//style"), page.url
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
    assert found["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "/*.md\n  X-Robots-Tag: noindex\n" in text
    cached = re.findall(r"^(/assets/\S+)\n  Cache-Control: .*immutable$", text, re.MULTILINE)
    assert cached and all((site / path[1:]).is_file() for path in cached)


@pytest.mark.parametrize("part", range(2))  # parts run side by side
def test_pages_run_under_the_policy_without_a_word(
    browser: Browser, server: str, part: int
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.add_init_script(
        "addEventListener('securitypolicyviolation',"
        " (event) => console.error(event.violatedDirective))"
    )
    for url in [*KINDS, MISSING][part::2]:
        response = page.goto(server + url)
        assert response is not None and "'sha256-" in response.headers["content-security-policy"]
        if url in ASKED:
            page.keyboard.press("/")  # starts the worker
            page.wait_for_selector(FIELD)
            page.keyboard.insert_text("backlog")
            page.wait_for_selector(RESULT)
            page.keyboard.press("Escape")
        for _ in range(3):
            page.locator(".colors").click()
    context.close()
    told = f"{server}{MISSING}: Failed to load resource: the server responded with a status of 404"
    assert [each for each in said if not each.startswith(told)] == []
