"""What a browser must not do: a content security policy in every page, headers for hosts.

Nothing inline runs or styles unless its hash is in the policy, and nothing gets there that does not
stand in a template or in this package: any other script or sheet in a page is an error. `_headers`
is the format of Netlify and Cloudflare Pages.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
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

_INLINE = re.compile(
    r"<(?P<name>script|style)\b(?P<attributes>[^>]*)>(?P<text>.*?)</(?P=name)>",
    re.DOTALL | re.IGNORECASE,
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
Hashes = dict[str, list[str]]  # by the name of the element
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
    strange: dict[str, Problem] = {}  # each once, however many pages hold it
    for page in site.documents:
        for found in inline(page.text):
            if found["text"] not in strange and not allowed[_name(found)].fullmatch(found["text"]):
                strange[found["text"]] = _foreign(page, _name(found), found["text"])
    if strange:
        raise DataError(list(strange.values()))
    every: Hashes = {}
    for page in site.documents:
        own = hashes_of(page.text)
        every = {name: sorted({*every.get(name, []), *own[name]}) for name in own}
        meta = policy(own, "file:" if offline else "'self'")
        markup = f'<meta http-equiv="Content-Security-Policy" content="{meta}">'
        page.add_to_head(markup, first=True)
    if not offline:
        site.write(FILE, headers(site, policy(every)))


def shipped(root: Path) -> Mapping[str, re.Pattern[str]]:
    """What may stand in pages, by element: our scripts and the theme’s; our own sheets alone."""
    themes = [spec for name in THEMES if (spec := find_spec(name))]
    places = [place for each in themes for place in each.submodule_search_locations or ()]
    ours = root / "overrides"
    texts = {"script": {FOLLOW, SPECULATION}, "style": set[str]()}
    for folder in (ours, *map(Path, places)):
        for file in sorted(folder.rglob("*.html")):
            for found in inline(file.read_text(encoding="utf-8")):
                if _name(found) == "script" or folder == ours:
                    texts[_name(found)].add(found["text"])
    return {
        "script": _any(texts["script"], filled=r'[^"\\<]*'),
        "style": _any(texts["style"]),
    }


def _any(texts: Iterable[str], filled: str = "") -> re.Pattern[str]:
    """Whether a text is one of these; `filled` is the pattern of what a template fills in."""
    parts = (_FILLED.split(text) if filled else [text] for text in sorted(texts))
    return re.compile("|".join(filled.join(map(re.escape, part)) for part in parts))


def inline(text: str) -> Iterator[re.Match[str]]:
    """Every script and sheet that stands in a page itself, and that a browser would heed."""
    for found in _INLINE.finditer(text):
        kind = _TYPE.search(found["attributes"])
        data = _name(found) == "script" and kind and kind[1].lower() in DATA
        if found["text"].strip() and not data:
            yield found


def _name(found: re.Match[str]) -> str:
    return found["name"].lower()


def _foreign(page: BuiltPage, name: str, text: str) -> Problem:
    """A script or sheet that nobody here wrote, by its line in the file as its builder left it."""
    before, there, _ = page.file.read_text(encoding="utf-8").partition(text)
    what = f"a {name} that no template holds: {text.strip()[:60]!r}"
    fix = "take it out of the page or the data, or put it into overrides/"
    return Problem(page.file.as_posix(), before.count("\n") + 1 if there else 1, "", what, fix)


def hashes_of(text: str) -> Hashes:
    """The hash of each inline script and sheet that a browser would heed, by kind."""
    hashes: Hashes = {"script": [], "style": []}
    for found in inline(text):
        sum = base64.b64encode(hashlib.sha256(found["text"].encode()).digest()).decode()
        hashes[_name(found)].append(f"'sha256-{sum}'")
    return hashes


def policy(hashes: Hashes, own: str = "'self'") -> str:
    """The policy, for a meta tag and a header; a file's own place is no 'self' to browsers."""
    more = {f"{name}-src": found for name, found in hashes.items()}
    rules = (" ".join([name, value, *more.get(name, [])]) for name, value in DIRECTIVES.items())
    return "; ".join(rules).replace("'self'", own)


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
