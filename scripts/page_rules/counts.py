"""No counts typed by hand of what the data counts: the next role would make them wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scripts.model import Comparison
from scripts.page_rules.pages import Pages
from scripts.problems import Problem

_WORDS = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_TENS = {
    word: 10 * tens
    for tens, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
    )
}
_NUMBER = rf"(?:\d+|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_WORDS[1:10])}))?|{'|'.join(_WORDS)})"
# Fewer than these may be meant as they stand: "two roles in one person".
_FEW = 5
# What the data counts: the word for one, and the part of the data.
_THINGS = {
    "role": "roles",
    "dimension": "dimensions",
    "activity": "activities",
    "pair": "pairs",
    "combination": "combinations",
    "title": "titles",
    "abbreviation": "abbreviations",
    "disagreement": "disagreements",
    "question": "questions",
    "source": "sources",
}
_BETWEEN = r"(?:(?:other|more|neighboring|different|further|compared|of the)(?: |\n *))?"


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


_NOUNS = {_plural(word): part for word, part in _THINGS.items()}
_GAP = r"(?: |\n *)"  # a line may end between two words
_COUNT = re.compile(
    rf"(?<![\w.,/#-])(?P<before>each of |every one of |all )?(?P<number>{_NUMBER}){_GAP}"
    rf"(?P<between>{_BETWEEN})(?P<noun>{'|'.join(_NOUNS)})\b(?!\.md)",
    re.IGNORECASE,
)


def not_by_hand(pages: Pages) -> Iterator[Problem]:
    """In hand-written lines, front matter, settings and documents; tables hold measured figures."""
    texts = {f"docs/{page}": _kept(pages.handwritten(page)) for page in pages.own}
    for path, text in {"mkdocs.yml": pages.config or "", **pages.documents}.items():
        texts[path] = _kept(enumerate(text.split("\n"), 1))
    for path, text in texts.items():
        for found in _COUNT.finditer(text):
            if _value(found["number"]) >= _FEW:
                line = text.count("\n", 0, found.start("number")) + 1
                yield Problem(path, line, "", *_advice(pages.loaded.comparison, found))


def _kept(lines: Iterable[tuple[int, str]]) -> str:
    """The lines at their numbers, blank ones for all others and for rows of tables."""
    kept: list[str] = []
    for number, line in lines:
        kept += [""] * (number - 1 - len(kept))
        kept.append("" if line.startswith("|") else line)
    return "\n".join(kept)


def _advice(data: Comparison, found: re.Match[str]) -> tuple[str, str]:
    noun, between = found["noun"].lower(), " ".join(found["between"].lower().split())
    between += " " if between else ""
    much = len(getattr(data, _NOUNS[noun]))
    what = f"a count typed by hand: {' '.join(found[0].split())!r}"
    if 0 <= much - _value(found["number"]) <= 2:
        what += f", while the data has {much}"
    else:
        what += ", which another entry makes wrong"
    better = f"every {between}{_singular(noun)}" if found["before"] else f"the {between}{noun}"
    return what, f"write {better!r}, or leave the number to generated text"


def _singular(noun: str) -> str:
    return next(word for word in _THINGS if _plural(word) == noun)


def _value(text: str) -> int:
    text = text.lower()
    if text.isdigit():
        return int(text)
    first, _, second = text.partition("-")
    if first in _TENS:
        return _TENS[first] + (_WORDS.index(second) if second else 0)
    return _WORDS.index(first)
