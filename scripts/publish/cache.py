"""Results that cost much and rarely change, kept from build to build by what they follow from.

In `node_modules/`, which no build needs to keep: what is missing or spoiled is made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "node_modules/.cache/publish"


def kept(asked: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, from the cache if it was asked for exactly this before.

    `asked` must hold everything that the result follows from: also the code and the versions.
    """
    file = FOLDER / hashlib.sha256(asked).hexdigest()
    if file.is_file():
        found = file.read_bytes()
        sum, made = found[:32], found[32:]
        if hashlib.sha256(made).digest() == sum:
            return made
    made = make()
    FOLDER.mkdir(parents=True, exist_ok=True)
    partly = file.with_suffix(f".{os.getpid()}")
    partly.write_bytes(hashlib.sha256(made).digest() + made)
    partly.replace(file)
    return made
