"""Two builds in different folders, places, languages and hash orders are the same, byte by byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import building
from tests.files import snapshot

pytestmark = pytest.mark.slow


def test_two_builds_are_identical(site: Path, tmp_path: Path) -> None:
    there = building.copy_project(tmp_path / "some/other place")
    environ = {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "12345"}
    building.build(tmp_path / "two" / "deeper", there, **environ)
    one, two = snapshot(site), snapshot(tmp_path / "two" / "deeper")
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
