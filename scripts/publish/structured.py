"""What a page says, for machines: schema.org as JSON-LD in its head, one kind per kind of page.

Only what the page shows stands here, in the same words. Dates come from the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from scripts import addresses
from scripts.addresses import lower
from scripts.model import Comparison
from scripts.publish.site import BuiltPage, BuiltSite
from scripts.render.files import CSV, JSON
from scripts.render.text import article, flat, listing

Thing = dict[str, object]
DOWNLOADS = {JSON: "application/json", CSV: "text/csv"}


def describe(comparison: Comparison, site: BuiltSite) -> None:
    """Add to every page's head what it is and where it belongs."""
    if not site.address:
        return  # every statement here is about an address on the web
    told = comparison
    questions = ((each.name, each.answer) for each in told.questions.values())
    known: dict[str, Thing] = {
        "": _website(site),
        addresses.url(addresses.DATA): _dataset(told, site),
        addresses.url(addresses.COMBINING): _answers(_combinations(told)),
        addresses.url(addresses.QUESTIONS): _answers(questions),
    }
    if addresses.url(addresses.GLOSSARY) in site.by_url:
        known[addresses.url(addresses.GLOSSARY)] = _terms(told, site)
    for id, activity in told.activities.items():
        asked = f"Who has the last word: {lower(activity.name)}?"
        known[addresses.url(addresses.activity_page(id))] = _answers([(asked, activity.answer)])
    for id, fight in told.fights.items():
        known[addresses.url(addresses.fight_page(id))] = _answers([(fight.name, fight.answer)])
    for id in told.pairs:
        known[addresses.url(addresses.pair_page(id))] = _answers([_difference(told, id)])
    for page in site.pages:
        things = [known.get(page.url) or _page(told, page)]
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


def _page(told: Comparison, page: BuiltPage) -> Thing:
    thing: Thing = {
        "@type": "WebPage",
        "name": page.heading,
        "description": page.meta("description"),
        "url": page.canonical,
        "inLanguage": "en",
        "dateModified": told.changed.isoformat(),
    }
    for id, dimension in told.dimensions.items():
        if page.url == addresses.url(addresses.dimension_page(id)):
            thing["lastReviewed"] = dimension.reviewed.isoformat()
    return thing


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


def _terms(told: Comparison, site: BuiltSite) -> Thing:
    page = site.by_url[addresses.url(addresses.GLOSSARY)]
    terms: list[Thing] = []
    for id, term in told.glossary.items():
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


def _dataset(told: Comparison, site: BuiltSite) -> Thing:
    page = site.by_url[addresses.url(addresses.DATA)]
    license = told.edition.content_license.url
    return {
        "@type": "Dataset",
        "name": site.name,
        "description": page.meta("description"),
        "url": page.canonical,
        **({"license": license} if license else {}),
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": site.name, "url": site.address},
        "dateModified": told.changed.isoformat(),
        "keywords": [role.name for role in told.roles.values()],
        "variableMeasured": [dimension.name for dimension in told.dimensions.values()],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": format,
                "contentUrl": site.address + path.removeprefix("docs/"),
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


def _combinations(told: Comparison) -> Iterator[tuple[str, str]]:
    for both in told.combinations.values():
        names = listing([lower(told.roles[id].name) for id in both.roles])
        yield f"Can one person be {names}?", both.verdict


def _difference(told: Comparison, id: str) -> tuple[str, str]:
    pair = told.pairs[id]
    names = listing([article(told.roles[role].name) for role in pair.roles])
    return f"What is the difference between {names}?", pair.difference
