"""Escaping and small pieces of Markdown and HTML. All escaping of data happens here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from scripts import addresses
from scripts.addresses import Place, lower
from scripts.model import Citation, Comparison, Judged

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


def esc(text: str) -> str:
    """Data as HTML, in text or in a quoted attribute."""
    return html.escape(flat(text))


def md_link(label: str, place: Place, page: str) -> str:
    return f"[{md(label)}]({place.markdown(page)})"


def html_link(label: str, place: Place, page: str) -> str:
    return f'<a href="{place.html(page)}">{esc(label)}</a>'


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


AGREEMENT = {
    "settled": "Settled",
    "varies": "Varies",
    "disputed": "Disputed",
}
RATING = {"works": "Works", "with-care": "With care", "avoid": "Avoid"}


def verdict(comparison: Comparison, judged: Judged) -> str:
    """How far the sources agree, in words, as Markdown: `**Disputed.** Because …`."""
    label = AGREEMENT[judged.agreement]
    if judged.because is not None:
        return f"**{label}.** {md(sentence(judged.because))}"
    publishers = {comparison.sources[citation.id].publisher for citation in judged.sources}
    agree = "Independent sources agree" if len(publishers) > 1 else "No source we read disagrees"
    return f"**{label}.** {agree}."
