"""ARCHITECTURE.md says which module stands on which floor, and imports go up, never down."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.building import ROOT

PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def floors() -> dict[str, int]:
    """Each module or package of scripts/, and the row of the table that names it."""
    rows = re.findall(r"^\| [A-Z]\w+ \| (`.*?`) \|", PAGE, re.MULTILINE)
    return {name: floor for floor, row in enumerate(rows) for name in re.findall(r"`(\w+)`", row)}


def imports(file: Path) -> Iterator[str]:
    """What a Python file imports: module by module, `from scripts import x` as scripts.x."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{each.name}" for each in node.names)


def test_every_module_has_a_floor() -> None:
    inside = (ROOT / "scripts").iterdir()
    found = {
        path.stem for path in inside if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert floors().keys() == found - {"__init__"}


def test_no_import_goes_down() -> None:
    floor = floors()
    down = []
    for file in (ROOT / "scripts").rglob("*.py"):
        own = file.relative_to(ROOT / "scripts").with_suffix("").parts[0]
        if own == "__init__":
            continue
        for name in imports(file):
            package, _, rest = name.partition(".")
            assert package not in ("tests", "bench"), file
            if package == "scripts" and floor[rest.split(".")[0]] > floor[own]:
                down.append(f"{file.relative_to(ROOT)} imports {name}")
    assert down == []


def test_the_search_knows_nothing_of_the_page() -> None:
    for file in (ROOT / "search").glob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"\bfrom \"(?!\./|node:)", text), file.name


def test_every_file_that_it_names_is_there() -> None:
    paths = re.findall(r"`((?:scripts|overrides|search|docs|tests|publish|render)/[\w./-]+)`", PAGE)
    assert len(paths) > 15
    roots = (ROOT, ROOT / "scripts")
    assert [path for path in paths if not any((root / path).exists() for root in roots)] == []


def test_the_map_of_the_tests_names_every_file() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("\n## Tests\n")[2].partition("\n## ")[0]
    files = {file.stem.removeprefix("test_") for file in (ROOT / "tests").glob("test_*.py")}
    assert set(re.findall(r"`(\w+)`", section)) == files
