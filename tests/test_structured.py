"""Data for machines: complete, absolute, and no more than the page shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.publish import structured
from scripts.publish.site import BuiltPage, BuiltSite
from tests import building

HOME = "https://example.org/"

# Required properties: developers.google.com/search/docs/appearance/structured-data for what search
# engines show, schema.org for the rest.
REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Dataset": {"name", "description", "creator", "distribution", "dateModified"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Organization": {"name", "url"},
    "DefinedTermSet": {"name", "url", "hasDefinedTerm"},
    "DefinedTerm": {"name", "description", "url"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
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
                url = building.reference().edition.content_license.url
                assert thing.get("license") == url
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
        ("combining-roles/", "FAQPage"),
        ("questions/", "FAQPage"),
        ("versus/product-manager-vs-project-manager/", "BreadcrumbList"),
        ("roles/product-owner/", "BreadcrumbList"),
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
