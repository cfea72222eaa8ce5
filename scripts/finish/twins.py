"""For people who ask a machine: every page as Markdown beside it, and `llms.txt` to find them.

Made from the built page, not from its source, so that links are addresses, generated tables are
Markdown tables, and every site builder gives the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urljoin

from lxml import etree

from scripts import addresses
from scripts.finish.site import BuiltPage, BuiltSite
from scripts.model import Comparison
from scripts.render.text import flat

FILE = "index.md"
LIST = "llms.txt"
# Not exactly "alternate": the theme's script takes that for another language, and asks its sitemap.
LINK = f'<link rel="alternate " type="text/markdown" href="{FILE}">\n'

SKIPPED = frozenset({"aside", "button", "form", "nav", "script", "style", "svg", "template"})
INLINE = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "em", "i", "img", "label", "mark", "q", "small"}
    | {"span", "strong", "sub", "sup", "time", "del", "ins", "kbd", "dfn", "var", "input"}
)
MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "cite": "*"}
_SPECIAL = re.compile(r"[\\`*_\[\]<>|]|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}  # which not every Markdown lets a backslash escape
# With which a paragraph would be read as a block of another kind.
_BEGINNING = re.compile(r"\d+(?=[.)](?:\s|$))|(?=(?:#{1,6}|[-+]+)(?:\s|$))")


def write(comparison: Comparison, site: BuiltSite) -> None:
    """Put a Markdown twin beside every page and tell its head of it; list all in `llms.txt`."""
    for page in site.pages:
        site.write(page.url + FILE, twin(page, comparison.changed.isoformat()))
        page.add_to_head(LINK)
    site.write(LIST, listing(site))


def twin(page: BuiltPage, changed: str) -> str:
    """The page as Markdown, with front matter."""
    front = {
        "title": page.title,
        "description": page.meta("description"),
        "url": page.canonical,
        "date": changed,
    }
    # JSON's strings are YAML's too.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", "", markdown(page.main, page.canonical)])


def listing(site: BuiltSite) -> str:
    """`llms.txt` as llmstxt.org has it: what the site is, then its pages by section."""
    sections: dict[str, list[BuiltPage]] = {"Answers": []}
    for section in (addresses.VERSUS, addresses.ROLES, addresses.DIMENSIONS):
        index = site.by_url.get(addresses.url(section))
        sections[index.heading if index else addresses.url(section)] = [
            page for page in site.pages if page.url.startswith(addresses.url(section))
        ]
    # Not what answers a question, but what an answer rests on; to be skipped if time is short.
    reference = set(
        map(
            addresses.url,
            (
                addresses.ABOUT,
                addresses.A_TO_Z,
                addresses.CHANGES,
                addresses.DATA,
                addresses.SOURCES,
            ),
        )
    )
    placed = {page.url for pages in sections.values() for page in pages} | reference
    sections["Answers"] = [page for page in site.pages if page.url not in placed]
    sections["Optional"] = [page for page in site.pages if page.url in reference]
    parts = [f"# {site.name}", f"> {site.home.meta('description')}"]
    parts.append(
        "Every page here is Markdown; without `index.md` the same address is the page for people. "
        f"The whole comparison as data: {site.address}data/comparison.json"
    )
    for title, pages in sections.items():
        if pages:
            lines = [
                f"- [{_text(page.heading)}]({page.canonical or page.url}{FILE}): "
                f"{_text(page.meta('description'))}"
                for page in pages
            ]
            parts += [f"## {_text(title)}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def markdown(element: etree._Element, base: str) -> str:
    """What an element says as Markdown; relative links are resolved against `base`."""
    return "\n\n".join(_blocks(element, base)) + "\n"


def _blocks(element: etree._Element, base: str) -> list[str]:
    """The element's content as Markdown blocks; text between its blocks makes paragraphs."""
    found: list[str] = []
    loose: list[str] = [_text(element.text)]

    def close() -> None:
        paragraph = _tidy(loose)
        loose.clear()
        if paragraph:
            begun = _BEGINNING.match(paragraph)
            at = begun.end() if begun else 0
            found.append(f"{paragraph[:at]}\\{paragraph[at:]}" if begun else paragraph)

    for child in element.iterchildren():
        if isinstance(child.tag, str) and child.tag not in SKIPPED:
            if child.tag in INLINE:
                loose.append(_inline(child, base))
            else:
                close()
                found += _block(child, base)
        loose.append(_text(child.tail))
    close()
    return found


def _block(element: etree._Element, base: str) -> list[str]:
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            return [f"{'#' * int(element.tag[1])} {_tidy([_content(element, base)])}"]
        case "ul" | "ol":
            return ["\n".join(_items(element, base))]
        case "table":
            return _table(element, base)
        case "pre":
            text = "".join(element.itertext()).strip("\n")
            return [f"```\n{text}\n```"] if text else []
        case "blockquote":
            quoted = "\n\n".join(_blocks(element, base))
            return ["\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))]
        case "summary" | "dt":
            return [f"**{_tidy([_content(element, base)])}**"]
        case "hr":
            return ["---"]
        case _:
            return _blocks(element, base)


def _items(element: etree._Element, base: str) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(element.iterchildren("li"), 1):
        mark = f"{number}. " if element.tag == "ol" else "- "
        blocks = _blocks(item, base)
        for index, block in enumerate(blocks):
            for line_number, line in enumerate(block.split("\n")):
                first = index == line_number == 0
                lines.append(mark + line if first else f"{' ' * len(mark)}{line}".rstrip())
    return lines


def _table(table: etree._Element, base: str) -> list[str]:
    caption = next(iter(table.iterchildren("caption")), None)
    rows = [
        [_tidy([_content(cell, base)]) for cell in row.iterchildren("th", "td")]
        for row in table.iter("tr")
    ]
    if not rows:
        return []
    width = max(map(len, rows))
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    title = [f"*{_tidy([_content(caption, base)])}*"] if caption is not None else []
    return [*title, "\n".join(lines)]


def _content(element: etree._Element, base: str) -> str:
    """Everything in the element as one run of text."""
    parts = [_text(element.text)]
    for child in element.iterchildren():
        if isinstance(child.tag, str) and child.tag not in SKIPPED:
            parts.append(_inline(child, base))
            if child.tag not in INLINE:
                parts.append(" ")  # two blocks in one cell do not run together
        parts.append(_text(child.tail))
    return "".join(parts)


def _inline(element: etree._Element, base: str) -> str:
    tag = element.tag
    if tag == "br":
        return " "
    if tag == "img":
        return f"![{_text(element.get('alt'))}]({_address(base, element.get('src', ''))})"
    if tag == "code":
        return f"`{''.join(element.itertext())}`"
    content = _content(element, base)
    if tag == "a":
        # A link that only repeats its own heading's address is a control, not content.
        if {"headerlink", "copy"} & set(element.get("class", "").split()) or not content.strip():
            return " "
        return f"[{content.strip()}]({_address(base, element.get('href', ''))})"
    if tag in MARKS and content.strip():
        return f"{MARKS[tag]}{content.strip()}{MARKS[tag]}"
    return content


@cache
def _resolved(base: str, path: str) -> str:
    return urljoin(base, path)


def _address(base: str, link: str) -> str:
    path, mark, fragment = link.partition("#")
    # A bracket would end the link.
    return (_resolved(base, path) + mark + fragment).replace("(", "%28").replace(")", "%29")


def _text(text: str | None) -> str:
    """Text as Markdown that shows exactly the text."""
    return _SPECIAL.sub(_escaped, text) if text else ""


def _escaped(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], f"\\{found[0]}")


def _tidy(parts: Iterable[str]) -> str:
    return flat("".join(parts))
