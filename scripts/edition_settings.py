"""What follows from edition.yml: what is wrong with it, and the texts that carry it to the site.

The builder reads the names from a region of mkdocs.yml, templates the rest from a partial, the
stylesheet the accent from a file of its own: all generated, so that each builder sees the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import yaml

from scripts import addresses, colors, text_files
from scripts.load import SETTINGS, Loaded
from scripts.model import Comparison, Edition, License
from scripts.problems import Problem, suggest

PARTIAL = "overrides/partials/edition.html"
STYLE = "overrides/components/edition/edition.css"
ICON = "overrides/assets/favicon.svg"

HOSTS = {
    "edit": {
        "github": "{repository}/edit/main/docs/{page}",
        "gitlab": "{repository}/-/edit/main/docs/{page}",
        "bitbucket": "{repository}/src/main/docs/{page}?mode=edit",
        "none": "",
    },
    "report": {
        "github": "{repository}/issues/new?template=wrong-claim.yml&title={title}",
        "gitlab": "{repository}/-/issues/new?issue[title]={title}",
        "bitbucket": "{repository}/issues/new?title={title}",
        "none": "",
    },
}
_ADDRESS = re.compile(r"^(?:\{repository\}/|https?://[^/\s]+|mailto:[^@\s]+@)[^\s<>\"']*$")
_MARKUP = set('<>"&')
_FIELD = re.compile(r"\{([^{}]*)\}")
_UNSAFE = re.compile(r"<script|<foreignObject|\son\w+\s*=|(?:href|src)\s*=\s*[\"'](?!#)|url\((?!#)")


def check(root: Path, loaded: Loaded) -> Iterator[Problem]:
    """What is wrong with the settings, beyond the form of a single one."""
    if not (root / SETTINGS).exists():
        what = "no such file"
        yield Problem(
            SETTINGS, 1, "", what, "restore it, or write one with 'name: Your name' in it"
        )
        return
    edition = loaded.comparison.edition
    for scheme, color in (("light", edition.accent.light), ("dark", edition.accent.dark)):
        found = colors.least_contrast(color, scheme)
        if found < colors.LEAST:
            what = f"{color} has a contrast of {found:.1f} to 1 on {scheme} paper; text needs 4.5"
            fix = f"write '{colors.readable(color, scheme)}', the nearest that can be read"
            yield loaded.problem(("edition", "accent", scheme), what, fix)
    yield from _names(loaded)
    yield from _patterns(loaded)
    yield from _pages(loaded)
    if edition.logo:
        yield from _logo(root, loaded, edition.logo)


def _names(loaded: Loaded) -> Iterator[Problem]:
    for key in ("name", "short_name", "description", "no_result"):
        if wrong := markup_in(getattr(loaded.comparison.edition, key)):
            yield loaded.problem(("edition", key.replace("_", "-")), *wrong)


def markup_in(text: str) -> tuple[str, str] | None:
    """What is wrong with a text for the head of a page, and how to mend it."""
    if bad := _MARKUP & set(text):
        what = f"holds {' and '.join(sorted(bad))}, which the head of a page cannot"
        return what, "write it in words"
    return None


def _patterns(loaded: Loaded) -> Iterator[Problem]:
    for key, hosts in HOSTS.items():
        value = str(getattr(loaded.comparison.edition, key))
        if value in hosts:
            continue
        where = ("edition", key)
        if "/" not in value and ":" not in value:
            yield loaded.problem(where, f"is {value!r}", suggest(value, hosts))
        elif not _ADDRESS.match(value):
            fix = "begin it with {repository}/, https:// or mailto:, without spaces"
            yield loaded.problem(where, f"is {value!r}, not an address", fix)
        if set("{}") & set(_FIELD.sub("", value)):
            yield loaded.problem(where, "a field is opened or closed only", "write it as {title}")
        for field in _FIELD.findall(value):
            if field not in (known := ("repository", "page", "title")):
                yield loaded.problem(where, f"unknown field {field!r}", suggest(field, known))


def _pages(loaded: Loaded) -> Iterator[Problem]:
    """Only pages without entries of their own can be left out; own ones have names of their own."""
    edition = loaded.comparison.edition
    for index, page in enumerate(edition.leave_out):
        if wrong := due_anyway(page):
            yield loaded.problem(("edition", "leave-out", index), *wrong)
    due = set(addresses.due_pages(loaded.comparison))
    for index, page in enumerate(edition.own_pages):
        where = ("edition", "own-pages", index)
        if not page.endswith(".md") or ".." in page:
            yield loaded.problem(where, f"{page!r} is no page of docs/", "name a file, with .md")
        elif page in due:
            yield loaded.problem(where, f"{page!r} is a page of the data", "choose another name")


def due_anyway(page: str) -> tuple[str, str] | None:
    """Why a page cannot be left out, and what to do instead."""
    if page in addresses.OPTIONAL:
        return None
    fix = suggest(page, addresses.OPTIONAL)
    if page in addresses.WITH_ENTRIES:
        fix = "remove its entries from the data: then the page is not due"
    return f"{page!r} cannot be left out", fix


def _logo(root: Path, loaded: Loaded, path: str) -> Iterator[Problem]:
    where = ("edition", "logo")
    try:
        text = text_files.read(root / path)
    except text_files.UnreadableError as error:
        yield loaded.problem(where, f"{path}: {error.what}", error.fix)
        return
    if not text.lstrip().startswith("<svg"):
        yield loaded.problem(where, f"{path} is no SVG file", "begin it with '<svg', or export SVG")
    elif "viewBox" not in text:
        what = f"{path} has no viewBox, without which it keeps one size"
        yield loaded.problem(where, what, 'export it with one, such as viewBox="0 0 24 24"')
    elif found := _UNSAFE.search(text):
        what = f"{path} holds {found[0].strip()!r}, which the site's policy shuts out"
        yield loaded.problem(where, what, "export it as plain shapes")


def pattern(edition: Edition, key: str) -> str:
    value = str(getattr(edition, key))
    return HOSTS[key].get(value, value)


def partial(comparison: Comparison) -> str:
    """What templates read: no text in it is markup."""
    edition = comparison.edition
    due = addresses.due_pages(comparison)
    missing = [addresses.url(page) for page in addresses.FIXED_PAGES if page not in due]
    folders = [addresses.url(page) for page in due if page.endswith("index.md")]
    values = {
        "short_name": edition.short_name,
        "edit": pattern(edition, "edit"),
        "report": pattern(edition, "report"),
        "no_result": f"No answer. {edition.no_result}",
        "missing": missing,
        "folders": folders,
    }
    return f"{{% set edition = {json.dumps(values, ensure_ascii=False)} %}}\n"


def style(edition: Edition) -> str:
    light, dark = edition.accent.light.lower(), edition.accent.dark.lower()
    return (
        f"/* The accent color of {SETTINGS}. */\n"
        f":root {{\n  --md-accent-fg-color: light-dark({light}, {dark});\n}}\n"
    )


def files(root: Path, edition: Edition) -> dict[str, str]:
    """The logo, where pages and browsers look for it."""
    if not edition.logo:
        return {}
    return {ICON: text_files.read(root / edition.logo)}


def config(edition: Edition) -> str:
    """The lines of the region in mkdocs.yml that builders read the names from."""
    values = {
        "site_name": edition.name,
        # Reader views would else take a heading with “author” in its id for a by-line.
        "site_author": edition.name,
        "site_description": " ".join(edition.description.split()),
        "copyright": copyright(edition),
    }
    return yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=100)


def copyright(edition: Edition) -> str:
    """The line at the foot of every page."""
    content = _linked(edition.content_license, ' rel="license"')
    return f"Content {content}, code {_linked(edition.code_license)}."


def _linked(license: License, more: str = "") -> str:
    if license.url is None:
        return escape(license.name)
    return f'<a href="{escape(license.url)}"{more}>{escape(license.name)}</a>'
