"""What a browser is told not to do: a content security policy in every page, headers for hosts.

Nothing inline runs unless its hash is in the policy, and nothing gets there that does not stand in
a template or in this package: any other script in a page is an error. `_headers` is the format of
Netlify and Cloudflare Pages.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from scripts.problems import DataError, Problem
from scripts.publish.assets import HASHED
from scripts.publish.redirects import FOLLOW
from scripts.publish.site import BuiltPage, BuiltSite
from scripts.publish.take_along import EMBED

FILE = "_headers"

# Make a page ready, unseen, when its reader is about to open it: not files, whose names hold a dot,
# and not the page itself. A browser that may not do that at the moment only fetches it.
SPECULATION = (
    '{"prerender":[{"where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":"/*.*"}},'
    '{"not":{"selector_matches":"[href^=\'#\']"}}]},"eagerness":"moderate"}]}'
)

_SCRIPT = re.compile(
    r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE
)
_TYPE = re.compile(r"""\btype=["']?([^"'\s>]*)""")
# Every other type may be run by some browser.
DATA = frozenset({"application/json", "application/ld+json"})
# The packages of the themes that the site can be built with.
THEMES = ("material", "zensical")
# What a template fills in: inside of quotes, which it cannot end.
_FILLED = re.compile(r'(?<=")\{\{.*?\}\}(?=")')

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    # No text becomes markup or a script; the one policy lets scripts of this site be loaded
    # (overrides/components/lib/load.js).
    "require-trusted-types-for": "'script'",
    "trusted-types": "own-scripts",
}
# No page may stand in a frame but those made for it. Not by `frame-ancestors` in the policy: that
# holds for `/*`, and where two rules of the file fit, hosts join what they send.
NO_FRAMES = "X-Frame-Options: DENY"

# Features of a browser that no page here uses; copying a link is the one that is.
DENIED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
HEADERS = {
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join([*(f"{name}=()" for name in DENIED), "clipboard-write=(self)"]),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOREVER = "public, max-age=31536000, immutable"


def add_policy(site: BuiltSite, root: Path, offline: bool = False) -> None:
    """Add the rules to every page, then its policy; write the headers, which allow what any runs.

    The last step: a page that changes afterwards no longer fits its policy. Pages opened as files
    get a policy alone: nothing from the network. Raises DataError for a script that no template of
    the project in `root` holds.
    """
    for page in () if offline else site.pages:
        page.add_to_head(f'<script type="speculationrules">{SPECULATION}</script>\n')
    allowed = shipped(root)
    strange: dict[str, Problem] = {}  # each script once, however many pages hold it
    for page in site.documents:
        for script in inline(page.text):
            if script["text"] not in strange and not allowed.fullmatch(script["text"]):
                strange[script["text"]] = _foreign(page, script["text"])
    if strange:
        raise DataError(list(strange.values()))
    hashes: set[str] = set()
    for page in site.documents:
        own = script_hashes(page.text)
        hashes.update(own)
        meta = policy(own, "file:" if offline else "'self'")
        markup = f'<meta http-equiv="Content-Security-Policy" content="{meta}">'
        page.add_to_head(markup, first=True)
    if not offline:
        site.write(FILE, headers(site, policy(sorted(hashes))))


def shipped(root: Path) -> re.Pattern[str]:
    """What the scripts may be that stand in pages: those of our templates and of the theme's."""
    themes = [found for name in THEMES if (found := find_spec(name))]
    places = [place for each in themes for place in each.submodule_search_locations or ()]
    folders = [root / "overrides", *map(Path, places)]
    texts = {FOLLOW, SPECULATION}
    for folder in folders:
        for file in sorted(folder.rglob("*.html")):
            texts.update(found["text"] for found in inline(file.read_text(encoding="utf-8")))
    parts = (r'[^"\\<]*'.join(map(re.escape, _FILLED.split(text))) for text in sorted(texts))
    return re.compile("|".join(parts))


def inline(text: str) -> Iterator[re.Match[str]]:
    """Every script that stands in a page itself, and that a browser would run."""
    for found in _SCRIPT.finditer(text):
        kind = _TYPE.search(found["attributes"])
        if found["text"].strip() and not (kind and kind[1].lower() in DATA):
            yield found


def _foreign(page: BuiltPage, script: str) -> Problem:
    """A script that nobody here wrote, by its line in the file as its builder left it."""
    before, there, _ = page.file.read_text(encoding="utf-8").partition(script)
    what = f"a script that no template holds: {script.strip()[:60]!r}"
    fix = "take it out of the page or the data, or put it into overrides/"
    return Problem(page.file.as_posix(), before.count("\n") + 1 if there else 1, "", what, fix)


def script_hashes(text: str) -> list[str]:
    """The hash of each inline script that a browser would run."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(found['text'].encode()).digest()).decode()}'"
        for found in inline(text)
    ]


def policy(hashes: list[str], own: str = "'self'") -> str:
    """The policy, for a meta tag and a header; a file's own place is no 'self' to browsers."""
    rules = {**DIRECTIVES, "script-src": " ".join([DIRECTIVES["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in rules.items()).replace("'self'", own)


def headers(site: BuiltSite, policy: str) -> str:
    """The text of `_headers`."""
    lines = ["/*", f"  Content-Security-Policy: {policy}"]
    lines += [f"  {name}: {value}" for name, value in HEADERS.items()]
    # Anybody's page may read the open data; who searches the web is led to the pages for people.
    lines += ["/data/*", "  Access-Control-Allow-Origin: *"]
    lines += ["/*.md", "  X-Robots-Tag: noindex"]
    tops = sorted({page.url.split("/")[0] for page in site.documents} - {EMBED})
    for top in tops:
        path = f"/{top}/*" if top and not top.endswith(".html") else f"/{top}"
        lines += [path, f"  {NO_FRAMES}"]
    for file in sorted((site.root / "assets").rglob("*")):
        if file.is_file() and HASHED.search(file.name):
            lines += [f"/{file.relative_to(site.root).as_posix()}", f"  Cache-Control: {FOREVER}"]
    return "\n".join(lines) + "\n"
