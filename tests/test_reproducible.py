"""Two builds in different folders, places, languages and hash orders are the same, byte by byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import building
from tests.files import snapshot

pytestmark = pytest.mark.slow


def test_two_builds_are_identical(tmp_path: Path) -> None:
    here = building.copy_project(tmp_path / "here")
    there = building.copy_project(tmp_path / "some/other place")
    environ = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
    building.build(tmp_path / "one", here, **environ)
    environ = {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "12345"}
    building.build(tmp_path / "two" / "deeper", there, **environ)
    one, two = snapshot(tmp_path / "one"), snapshot(tmp_path / "two" / "deeper")
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
