"""What the search reads of a text: its beginning, and of what follows the words that tell it apart.

A section says at the beginning what it answers. What it says later seldom decides which section
answers a question; but whoever asks with a rare word of it must find it all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

MOST = 450  # characters, in whole sentences
RARE = 4  # sections that have a word: of one that more have, the beginnings tell enough
SENTENCE_END = re.compile(r"[.?!](?=\s)")
WORD = re.compile(r"[^\W\d_]{3,}")

Record = dict[str, Any]


def shortened(records: list[Record]) -> list[Record]:
    """Records with the beginning of their text, and the rare words of the rest as `later`."""
    said = Counter(word for each in records for word in _words(*_texts(each)))
    return [{**each, **_digest(each, said)} for each in records]


def _digest(record: Record, said: Counter[str]) -> Record:
    text = record.get("text", "")
    start = beginning(text)
    if start == text:
        return {}
    begun = _words(*_texts({**record, "text": start}))
    rare = sorted(word for word in _words(text) - begun if said[word] <= RARE)
    return {"text": start, **({"later": " ".join(rare)} if rare else {})}


def beginning(text: str, most: int = MOST) -> str:
    """The first sentences of a text, or the first words of a very long one."""
    if len(text) <= most:
        return text
    ends = [each.end() for each in SENTENCE_END.finditer(text, 0, most)]
    return text[: ends[-1] if ends else text.rfind(" ", 0, most)]


def _texts(record: Record) -> Iterator[str]:
    yield record["title"]
    yield record.get("text", "")
    yield from record.get("names", ())
    yield from record.get("asks", ())


def _words(*texts: str) -> set[str]:
    return {word for text in texts for word in WORD.findall(text.lower())}
