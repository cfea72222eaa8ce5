"""What a browser is told not to do: a content security policy in every page, headers for hosts.

Nothing inline runs unless its hash is in the policy, and the hashes are those of what was built.
`_headers` is the format of Netlify and Cloudflare Pages.
"""

from __future__ import annotations

import base64
import hashlib
import re

from scripts.finish.assets import HASHED
from scripts.finish.site import BuiltSite

FILE = "_headers"

# Make a page ready, unseen, when its reader is about to open it: not files, whose names hold a dot,
# and not the page itself. A browser that may not do that at the moment only fetches it.
SPECULATION = (
    '<script type="speculationrules">'
    '{"prerender":[{"where":{"and":[{"href_matches":"/*"},'
    '{"not":{"href_matches":"/*.*"}},{"not":{"selector_matches":"[href^=\\"#\\"]"}}]},'
    '"eagerness":"moderate"}]}'
    "</script>\n"
)

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_TYPE = re.compile(r'\btype="([^"]*)"')
# Every other type is data to a browser.
EXECUTED = frozenset({"", "module", "text/javascript", "importmap", "speculationrules"})

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
NOT_IN_META = {"frame-ancestors": "'none'"}  # browsers heed it in a header only, and complain

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
    # Chats show the picture of a page that somebody links to, from here.
    "Cross-Origin-Resource-Policy": "cross-origin",
}
FOREVER = "public, max-age=31536000, immutable"


def protect(site: BuiltSite) -> None:
    """Add the rules to every page, then the policy over all that they run; write the headers.

    The last step: a page that changes afterwards no longer fits its policy.
    """
    for page in site.pages:
        page.add_to_head(SPECULATION)
    hashes = sorted({each for page in site.documents for each in script_hashes(page.text)})
    meta = policy(hashes)
    for page in site.documents:
        markup = f'<meta http-equiv="Content-Security-Policy" content="{meta}">'
        page.add_to_head(markup, first=True)
    site.write(FILE, headers(site, policy(hashes, header=True)))


def script_hashes(text: str) -> list[str]:
    """The hash of each inline script that a browser would run."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(found['text'].encode()).digest()).decode()}'"
        for found in _SCRIPT.finditer(text)
        if not re.search(r"\bsrc=", found["attributes"]) and _type(found["attributes"]) in EXECUTED
    ]


def _type(attributes: str) -> str:
    found = _TYPE.search(attributes)
    return found[1].lower() if found else ""


def policy(hashes: list[str], header: bool = False) -> str:
    """The policy, for a meta tag or a header."""
    rules = {**DIRECTIVES, "script-src": " ".join([DIRECTIVES["script-src"], *hashes])}
    if header:
        rules |= NOT_IN_META
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def headers(site: BuiltSite, policy: str) -> str:
    """The text of `_headers`."""
    lines = ["/*", f"  Content-Security-Policy: {policy}"]
    lines += [f"  {name}: {value}" for name, value in HEADERS.items()]
    # Anybody's page may read the open data.
    lines += ["/data/*", "  Access-Control-Allow-Origin: *"]
    for file in sorted((site.root / "assets").rglob("*")):
        if file.is_file() and HASHED.search(file.name):
            lines += [f"/{file.relative_to(site.root).as_posix()}", f"  Cache-Control: {FOREVER}"]
    return "\n".join(lines) + "\n"
