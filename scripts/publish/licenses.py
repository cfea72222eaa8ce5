"""The licenses of everything that browsers are given: of this site, and of what it is made with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from scripts.problems import DataError, Problem
from scripts.publish.site import BuiltSite

FILE = "assets/licenses.txt"
HERE = Path(__file__).parents[2]
# Of the packages in package.json, those that only work on what is shipped.
TOOLS = frozenset({"esbuild", "purgecss"})
THEME = "mkdocs-material"
ICONS = "material/templates/.icons/material/LICENSE"
_LINE = "=" * 78


def write(site: BuiltSite) -> None:
    """Write one text with all of them, behind the notices that stand in it already."""
    file = site.root / FILE
    parts = [f"{name}\n{_LINE}\n\n{text.strip()}\n" for name, text in collected()]
    if file.is_file():
        parts.append(f"In scripts\n{_LINE}\n\n{file.read_text(encoding='utf-8').strip()}\n")
    site.write(FILE, "\n\n".join(parts))


def collected() -> Iterator[tuple[str, str]]:
    """Names and licenses: of this project, of packages in scripts, of the theme and its icons."""
    yield "This site: its code", _read(HERE / "LICENSE")
    yield "This site: its content", _read(HERE / "LICENSE-CONTENT")
    wanted: dict[str, str] = json.loads(_read(HERE / "package.json"))["dependencies"]
    for name in sorted(set(wanted) - TOOLS):
        yield f"{name} {wanted[name]}", _of_folder(HERE / "node_modules" / name)
    theme = distribution(THEME)
    found = [file for file in theme.files or () if file.match("*.dist-info/**/LICENSE*")]
    yield f"{THEME} {theme.version}", "\n".join(_read(Path(str(each.locate()))) for each in found)
    yield "Material Design Icons", _read(Path(str(theme.locate_file(ICONS))))


def _of_folder(package: Path) -> str:
    (first, *_) = [*sorted(package.glob("LICENSE*")), package / "LICENSE"]
    return _read(first)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        what = f"a license that must go along cannot be read: {error.strerror}"
        raise DataError(
            [Problem(file.as_posix(), 1, "", what, "install the packages anew")]
        ) from None
