"""Files that one can hold in mind: no module over 300 lines, no function over 50.

Functions in JavaScript are held to the same by biome (`noExcessiveLinesPerFunction`).
"""

from __future__ import annotations

import ast
from pathlib import Path

from tests.building import ROOT

MODULE = 300
FUNCTION = 50
FOLDERS = ("scripts", "search", "overrides", "tests", "bench")
CODE = {".py", ".js", ".mjs", ".css", ".html", ".j2"}


def modules() -> list[Path]:
    """Every file of code that is written by hand."""
    ignored = {ROOT / "bench/node_modules", ROOT / "overrides/assets"}
    found = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.*")]
    return [file for file in found if file.suffix in CODE and not ignored & set(file.parents)]


def functions(file: Path) -> list[tuple[str, int]]:
    """The functions of a module in Python, with the number of their lines."""
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            found.append((f"{file.relative_to(ROOT)}:{node.lineno} {node.name}", lines))
    return found


def test_modules() -> None:
    lengths = {
        str(file.relative_to(ROOT)): file.read_text(encoding="utf-8").count("\n")
        for file in modules()
    }
    assert len(lengths) > 100
    assert {name: lines for name, lines in lengths.items() if lines > MODULE} == {}


def test_functions() -> None:
    found = [each for file in modules() if file.suffix == ".py" for each in functions(file)]
    assert [each for each in found if each[1] > FUNCTION] == []
