"""A data file of ten times the roles, dimensions and activities, and the pages that go with it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from scripts import addresses, load, regions, render
from tests import building


class _Dumper(yaml.SafeDumper):
    """Writes every value out: the data file may hold no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def grow(data: dict[str, Any], roles: int, dimensions: int, activities: int) -> dict[str, Any]:
    """The data with so many of each: copies of what is there, with ids and names of their own."""

    def copies(kind: str, count: int, name: str) -> dict[str, Any]:
        entries = list(data[kind].items())
        result = {}
        for index in range(count):
            id, entry = entries[index % len(entries)]
            again = index // len(entries)
            if again:
                entry = {**entry, name: f"{entry[name]} {again + 1}"}
                if "circle" in entry:  # whom it meets would have to meet the copy, too
                    entry["circle"] = {often: [] for often in entry["circle"]}
                id = f"{id}-{again + 1}"
            result[id] = entry
        return result

    grown = {
        **data,
        "roles": copies("roles", roles, "name"),
        "dimensions": copies("dimensions", dimensions, "name"),
        "activities": copies("activities", activities, "name"),
    }
    originals = list(data["roles"])
    for id, dimension in grown["dimensions"].items():
        cells = dimension["cells"]
        grown["dimensions"][id] = {
            **dimension,
            "cells": {
                role: _cell(cells[originals[index % len(originals)]], role in data["roles"])
                for index, role in enumerate(grown["roles"])
            },
        }
    return grown


def _cell(cell: dict[str, Any], original: bool) -> dict[str, Any]:
    """What a role does in a dimension; no witness calls a copy the leader of an activity."""
    return {key: value for key, value in cell.items() if original or key != "activities"}


def project(target: Path, roles: int, dimensions: int, activities: int) -> Path:
    """A project with a grown data file, and a page for everything in it."""
    building.copy_project(target)
    source = target / "docs/data/comparison.yml"
    data = _whole(source)
    grown = grow(data, roles, dimensions, activities)
    source.write_text(
        yaml.dump(grown, Dumper=_Dumper, sort_keys=False, allow_unicode=True),
        encoding="utf-8",
    )
    comparison = load.load(source).comparison
    for page in addresses.pages(comparison):
        file = target / "docs" / page
        if not file.exists():
            shutil.copy(_model(target, page), file)
        _mark(file, render.region_names(comparison, page))
    return target


def _whole(source: Path) -> dict[str, Any]:
    """The data of all files that the first one names, which alone is left."""
    data: dict[str, Any] = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    for name in data.pop("files"):
        file = source.parent / name
        part = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        for kind, entries in part.items():
            if kind in data:
                data[kind] |= entries
            else:
                data[kind] = entries
        file.unlink()
    return data


def _model(target: Path, page: str) -> Path:
    """The page of the original that a copy is made from."""
    folder, _, name = page.rpartition("/")
    stem = name.removesuffix(".md").rstrip("0123456789").rstrip("-")
    return target / "docs" / folder / f"{stem}.md"


def _mark(file: Path, names: tuple[str, ...]) -> None:
    """Add the markers that a page lacks, at its end."""
    text = file.read_text(encoding="utf-8")
    for name in names:
        begin, end = regions.MARKDOWN.lines(name)
        if begin not in text:
            text += f"\n{begin}\n{end}\n"
    file.write_text(text, encoding="utf-8")
