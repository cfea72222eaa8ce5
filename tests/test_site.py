"""The built site, every page of it: links, ids, headings, titles, tables, permanent addresses."""

from __future__ import annotations

import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml.html import HtmlElement

from scripts.addresses import generated_pages
from scripts.project import Project
from scripts.publish.site import BuiltSite
from tests import building, permalinks
from tests.pages import MISSING, article, broken_links, ids, pages, resolves, trees

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Elements that make the browser fetch something; a canonical or alternate address does not.
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}
NOT_LOADED = {"canonical", "alternate", "license", "search", "next", "prev", "edit"}


def content(tree: HtmlElement, path: str) -> list[str]:
    """What an XPath expression finds, as text."""
    found = tree.xpath(path)
    assert isinstance(found, list)
    return [str(each) for each in found]


def test_reader_views_are_told_what_the_article_is(built: BuiltSite) -> None:
    """Readability weighs classes and sections, and drops what is called a footer."""
    found = set()
    for page in built.pages:
        for main in page.tree.iter("article"):
            assert main.get("class") == "text", page.url
            assert main.xpath("aside[@class='page-footer']"), page.url
            found |= set(main.xpath(".//*[starts-with(@class, 'table ')]"))
    assert {each.tag for each in found} == {"section"}


def test_every_page_of_the_project_is_built(site: Path, real: Project) -> None:
    written = (*real.pages, *generated_pages(real.loaded.comparison))
    source = {path.removesuffix("index.md").removesuffix(".md") for path in written}
    built = {address.removesuffix("/") for address in pages(site)}
    assert built == {path.removesuffix("/") for path in source}
    assert MISSING in trees(site)


def test_every_internal_link_and_fragment_resolves(site: Path) -> None:
    assert broken_links(site) == []


def test_ids_are_unique_on_each_page(site: Path) -> None:
    twice = {
        address: [id for id, count in ids(tree).items() if count > 1]
        for address, tree in trees(site).items()
    }
    assert {address: found for address, found in twice.items() if found} == {}


def test_headings_make_an_outline(site: Path) -> None:
    """One h1, and no level skipped on the way down."""
    wrong = {}
    for address, tree in trees(site).items():
        levels = [int(str(heading.tag)[1]) for heading in tree.iter(*HEADINGS)]
        skips = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if levels.count(1) != 1 or levels[0] != 1 or skips:
            wrong[address] = levels
    assert wrong == {}


def test_titles_are_unique(site: Path) -> None:
    titles = Counter(tree.findtext("head/title", "").strip() for tree in trees(site).values())
    assert [title for title, count in titles.items() if count > 1 or not title] == []


@pytest.mark.content
def test_descriptions_are_unique_and_of_a_length_to_be_shown_whole(
    site: Path, real: Project
) -> None:
    found = {
        address: content(tree, "head/meta[@name='description']/@content")
        for address, tree in pages(site).items()
    }
    assert {address: told for address, told in found.items() if len(told) != 1} == {}
    lengths = {address: len(told[0]) for address, told in found.items()}
    assert {address: each for address, each in lengths.items() if not 50 <= each <= 170} == {}
    counts = Counter(told[0] for told in found.values())
    assert [told for told, count in counts.items() if count > 1] == []
    # A page without its own would show the site's.
    assert [page for page, text in real.pages.items() if "\ndescription: " not in text] == []


def test_pages_name_their_language(site: Path) -> None:
    assert {tree.get("lang") for tree in trees(site).values()} == {"en"}


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    foreign = {
        f"{address}: {element.get(LOADED[str(element.tag)])}"
        for address, tree in trees(site).items()
        for element in tree.iter(*LOADED)
        if not set(element.get("rel", "").split()) & NOT_LOADED
        if urlsplit(element.get(LOADED[str(element.tag)], "")).netloc
    }
    assert foreign == set()


def test_tables_have_captions_and_scopes(site: Path) -> None:
    bare = {
        address
        for address, tree in pages(site).items()
        for table in article(tree).iter("table")
        if not table.findtext("caption") or any(not th.get("scope") for th in table.iter("th"))
    }
    assert bare == set()


# Permanent addresses


def test_every_address_ever_published_resolves(site: Path) -> None:
    gone = [
        address
        for address in sorted(permalinks.listed())
        if not resolves(site, *address.removeprefix("/").partition("#")[::2])
    ]
    assert gone == [], "an address was promised: bring it back or redirect it"


@pytest.mark.content
def test_every_address_is_listed(site: Path) -> None:
    from tests.pages import addresses

    new = sorted(addresses(site) - permalinks.listed())
    assert new == [], "run 'make build' and 'python -m tests.permalinks', and commit the list"


def test_the_list_only_grows(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(permalinks.LIST, tmp_path)
    monkeypatch.setattr(permalinks, "LIST", tmp_path / permalinks.LIST.name)
    with permalinks.LIST.open("a", encoding="utf-8") as file:
        file.write("/once/upon/a/time/\n")
    before = permalinks.listed()
    permalinks.main(site)
    assert permalinks.listed() >= before
    lines = permalinks.LIST.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))


# Any number of roles and dimensions


def test_the_small_project_builds_the_same_way(project: Path, tmp_path: Path) -> None:
    shutil.copy(building.ROOT / "mkdocs.yml", project / "base.yml")
    theme = project / "overrides"
    shutil.copytree(building.SMALL / "overrides", tmp_path / "own")
    shutil.copytree(building.ROOT / "overrides", theme, dirs_exist_ok=True)
    shutil.copytree(tmp_path / "own", theme, dirs_exist_ok=True)  # what is generated
    site = tmp_path / "site"
    assert building.build(site, project) == ""
    wrong = [link for link in broken_links(site) if not link.startswith(MISSING)]
    assert wrong == []
