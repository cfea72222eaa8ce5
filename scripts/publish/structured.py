"""What a page says, for machines: schema.org as JSON-LD in its head, one kind per kind of page.

Only what the page shows stands here, in the same words, and only kinds that somebody reads: most
pages state their way from home and no more, because what else there is to say of them (title,
description, address) stands in their heads already. Dates come from the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from scripts import addresses
from scripts.addresses import lower
from scripts.model import Comparison
from scripts.publish import open_data
from scripts.publish.site import BuiltPage, BuiltSite
from scripts.render.files import CSV
from scripts.render.text import flat, listing

Thing = dict[str, object]
DOWNLOADS = {open_data.FILE: "application/json", CSV.removeprefix("docs/"): "text/csv"}


def describe(comparison: Comparison, site: BuiltSite) -> None:
    """Add to every page's head what it is and where it belongs."""
    if not site.address:
        return  # every statement here is about an address on the web
    data = comparison
    questions = ((each.name, each.answer) for each in data.questions.values())
    known: dict[str, Thing] = {
        "": _website(site),
        addresses.url(addresses.DATA): _dataset(data, site),
        addresses.url(addresses.COMBINING): _answers(_combinations(data)),
        addresses.url(addresses.QUESTIONS): _answers(questions),
    }
    if addresses.url(addresses.GLOSSARY) in site.by_url:
        known[addresses.url(addresses.GLOSSARY)] = _terms(data, site)
    for page in site.pages:
        things = [known[page.url]] if page.url in known else []
        if page.url:
            things.append(_breadcrumbs(site, page))
        page.add_to_head(script({"@context": "https://schema.org", "@graph": things}))


def script(data: Thing) -> str:
    """The element that holds the data; no text in it can end the element or open a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")
    return f'<script type="application/ld+json">{text}</script>\n'


def _website(site: BuiltSite) -> Thing:
    return {
        "@type": "WebSite",
        "name": site.name,
        "url": site.address,
        "description": site.home.meta("description"),
        "inLanguage": "en",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{site.address}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def _breadcrumbs(site: BuiltSite, page: BuiltPage) -> Thing:
    """The way from home, by address: home, the index of the folder if it has one, the page."""
    parts = page.url.rstrip("/").split("/")
    way = ["", *("/".join(parts[: end + 1]) + "/" for end in range(len(parts)))]
    found = [site.by_url[url] for url in way if url in site.by_url]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": step.heading if step.url else "Home",
                "item": step.canonical,
            }
            for position, step in enumerate(found, 1)
        ],
    }


def _terms(data: Comparison, site: BuiltSite) -> Thing:
    page = site.by_url[addresses.url(addresses.GLOSSARY)]
    terms: list[Thing] = []
    for id, term in data.glossary.items():
        thing: Thing = {
            "@type": "DefinedTerm",
            "name": term.term,
            "description": flat(term.says),
            "url": f"{page.canonical}#{id}",
        }
        if term.abbr:
            thing["termCode"] = term.abbr
        terms.append(thing)
    return {
        "@type": "DefinedTermSet",
        "name": page.heading,
        "description": page.meta("description"),
        "url": page.canonical,
        "hasDefinedTerm": terms,
    }


def _dataset(data: Comparison, site: BuiltSite) -> Thing:
    page = site.by_url[addresses.url(addresses.DATA)]
    license = data.edition.content_license.url
    return {
        "@type": "Dataset",
        "name": site.name,
        "description": page.meta("description"),
        "url": page.canonical,
        **({"license": license} if license else {}),
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": site.name, "url": site.address},
        "dateModified": data.changed.isoformat(),
        "keywords": [role.name for role in data.roles.values()],
        "variableMeasured": [dimension.name for dimension in data.dimensions.values()],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": format,
                "contentUrl": site.address + path,
            }
            for path, format in DOWNLOADS.items()
        ],
    }


def _answers(pairs: Iterable[tuple[str, str]]) -> Thing:
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": question,
                "acceptedAnswer": {"@type": "Answer", "text": flat(answer)},
            }
            for question, answer in pairs
        ],
    }


def _combinations(data: Comparison) -> Iterator[tuple[str, str]]:
    for both in data.combinations.values():
        names = listing([lower(data.roles[id].name) for id in both.roles])
        yield f"Can one person be {names}?", both.verdict
