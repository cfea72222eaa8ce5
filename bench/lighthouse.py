"""What Lighthouse says of a page on a phone."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Mapping
from typing import NamedTuple

from tests.conftest import chromium_path

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Report(NamedTuple):
    """What Lighthouse says of a page."""

    scores: Mapping[str, int]  # by category
    paint: float  # the largest contentful one, in seconds
    shift: float  # cumulative layout shift


def lighthouse(url: str, times: int = 3) -> Report:
    """The worst scores and shift of several runs, and the median of their paints."""
    runs = [_lighthouse(url) for _ in range(times)]
    return Report(
        {name: min(run.scores[name] for run in runs) for name in CATEGORIES},
        statistics.median(run.paint for run in runs),
        max(run.shift for run in runs),
    )


def _lighthouse(url: str) -> Report:
    done = subprocess.run(
        [
            "bench/node_modules/.bin/lighthouse",
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking",
        ],
        env={**os.environ, "CHROME_PATH": chromium_path()},
        stdout=subprocess.PIPE,  # what it has to complain about goes to the terminal
        text=True,
        check=True,
    )
    report = json.loads(done.stdout)
    scores = {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    audits = report["audits"]
    return Report(
        scores,
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        audits["cumulative-layout-shift"]["numericValue"],
    )
