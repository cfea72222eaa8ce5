"""Escaping and small pieces of Markdown and HTML. All escaping of data happens here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from scripts import addresses
from scripts.addresses import Place, lower
from scripts.model import Citation, Comparison

DESCRIPTION, SHORTEST = 165, 60  # characters that search engines show, and the least to show
# What paragraphs of links begin with, and of other names: the search reads past them.
SEE_ALSO, MORE, ALSO_CALLED, ALSO = "See also", "More", "Also called", "Also"
SEEN = "Seen"  # when a source was read; all behind it is about the entry, and not about the work

# Characters that Markdown, its extensions or HTML could read as markup, wherever they stand.
_INLINE = re.compile(r"[&<>*_`\[\]{}\\|~^=#$\"]")
# What could start a list, a quote, a definition, an admonition … at the start of a block.
_LEADING = re.compile(r"^([-+:!?/%@.]|\d+(?=[.)]))")


def flat(text: str) -> str:
    """One line: every run of white space as one space."""
    return " ".join(text.split())


def md(text: str) -> str:
    """Data as Markdown that shows exactly the data, at the start of a block or inside one."""
    escaped = _INLINE.sub(lambda found: f"&#{ord(found[0])};", flat(text))
    return _LEADING.sub(
        lambda found: "".join(f"&#{ord(char)};" for char in found[0]),
        escaped,
    )


def esc(text: str) -> Markup:
    """Data as HTML, in text or in a quoted attribute."""
    return Markup(html.escape(flat(text)))


def md_link(label: str, place: Place, page: str) -> str:
    return f"[{md(label)}]({place.markdown(page)})"


def html_link(label: str, place: Place, page: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(place.html(page), flat(label))


def article(name: str) -> str:
    """ "a product owner", "an engineering manager"."""
    lowered = lower(name)
    return f"{'an' if lowered[0] in 'aeio' else 'a'} {lowered}"


def sentence(text: str) -> str:
    """With a capital, and a full stop where it lacks an end."""
    text = flat(text)
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".?!" else f"{text}."


def listing(items: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b, and c"."""
    if len(items) < 3:
        return f" {last} ".join(items)
    return f"{', '.join(items[:-1])}, {last} {items[-1]}"


def cite(comparison: Comparison, citations: Iterable[Citation], page: str) -> str:
    """Links to the sources, as Markdown: `[Scrum Guide 2020](…), Product Owner; [SAFe](…)`."""
    parts = []
    for citation in citations:
        source = comparison.sources[citation.id]
        link = md_link(source.short, addresses.source(citation.id), page)
        parts.append(f"{link}, {md(citation.at)}" if citation.at else link)
    return "; ".join(parts)


def first_sentence(text: str) -> str:
    """Up to the first full stop or question mark behind which another sentence begins."""
    return re.split(r"(?<=[a-z0-9)”][.?]) (?=[A-Z“])", flat(text), maxsplit=1)[0]


def cite_html(comparison: Comparison, citations: Iterable[Citation], page: str) -> Markup:
    """The same as HTML."""
    parts = []
    for citation in citations:
        source = comparison.sources[citation.id]
        link = html_link(source.short, addresses.source(citation.id), page)
        parts.append(link + Markup(", ") + flat(citation.at) if citation.at else link)
    return Markup("; ").join(parts)


def links_line(label: str, links: Sequence[str]) -> str:
    """ "See also: a, b.", or without a full stop behind a link that ends in a question mark."""
    line = f"{label}: {', '.join(links)}"
    return line if re.search(r"\?\]\([^)]*\)$", line) else f"{line}."


def lower_first(text: str) -> str:
    """A phrase inside a sentence: "In Scrum" → "in Scrum"."""
    return text[:1].lower() + text[1:]


def quoted(text: str) -> str:
    """What somebody may say, in quotation marks."""
    return f"“{flat(text).strip('“”')}”"


def shortened(text: str, most: int) -> str:
    """The sentences of a text that fit, or as many words of the first as do."""
    text = flat(text)
    sentences = re.split(r"(?<=[.?!]) ", text)
    kept = sentences[0]
    for each in sentences[1:]:
        if len(kept) >= SHORTEST and len(kept) + 1 + len(each) > most:
            break
        kept += f" {each}"
    return kept if len(kept) <= most else f"{kept[:most].rpartition(' ')[0]} …"


def front_matter(title: str, description: str, data: str = "", styles: str = "") -> str:
    """The head of a page that is generated whole; no character in it is markup or YAML.

    `data` is the file to edit in its place, below docs/; `styles` another sheet than most
    pages have.
    """
    lines = [
        f'title: "{_head(title)}"',
        f'description: "{_head(shortened(description, DESCRIPTION))}"',
    ]
    if data:
        lines.append(f"data: {data}")
    if styles:
        lines.append(f"styles: {styles}")
    return "\n".join(("---", *lines, "---"))


def _head(text: str) -> str:
    """Text for the head of a page, which templates write as it is."""
    plain = flat(text).replace('"', "”").replace("&", "and").replace("\\", "/")
    return plain.replace("<", "‹").replace(">", "›")
