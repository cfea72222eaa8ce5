"""`add`: an entry, and everything that is due with it, with stubs where people have to write."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from scripts import addresses, entries, project, regions, render, text_files
from scripts.edition import fit, kinds, stubs, workspace
from scripts.edition.data import Data
from scripts.edition.stubs import Asked
from scripts.model import Comparison, Group
from scripts.page_rules import markup
from scripts.page_rules.ids import is_reserved
from scripts.page_rules.stubs import STUB, STUB_SOURCE, are_written
from scripts.problems import kebab, suggest
from scripts.yaml_text import scalar

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# The file that gets the first entry of a kind; others go where the kind stands already.
_FILES = {"dimensions": "dimensions/{}.yml", "activities": "activities/{}.yml"}
_JOINTS = {"pairs": "-vs-", "combinations": "-and-"}


def add(work: Path, kind: str, asked: Asked) -> list[str]:
    """Add an entry to the copy of a project; the lines that are still to be written."""
    key = kinds.key_of(kind)
    if key not in stubs.DATA:
        raise kinds.refused("", f"{kind!r} cannot be added", suggest(kind, ADDED))
    comparison = fit.comparison(work)
    _check(comparison, key, asked)
    data = Data(work)
    _data(data, comparison, key, asked)
    comparison = fit.comparison(work)
    _lists(work, comparison)
    if page := _PAGES.get(key):
        page(work, comparison, asked)
    workspace.write(work)
    return to_write(work)


ADDED = [name for name, key in kinds.NAMES.items() if key in stubs.DATA]


def _check(data: Comparison, key: str, asked: Asked) -> None:
    if not _ID.fullmatch(asked.id):
        raise kinds.refused(
            key, f"{asked.id!r} is not a kebab-case id", f"write {kebab(asked.id)!r}"
        )
    if joint := _JOINTS.get(key):
        roles = asked.id.split(joint)
        if len(roles) != 2:
            fix = f"write the ids of two roles with '{joint}' between them"
            raise kinds.refused(key, f"{asked.id!r} does not name two roles", fix)
        for role in roles:
            kinds.known(data, "roles", role)
    for other in entries.KINDS:
        if asked.id in other.of(data):
            raise kinds.refused(
                key, f"id {asked.id!r} is taken by {other.key}", "choose another id"
            )
    if is_reserved(asked.id):
        what = f"the id {asked.id!r} is one that the site's own templates use"
        raise kinds.refused(key, what, "choose another id")
    if key == "activities" and asked.group not in list(Group):
        raise kinds.refused(
            key, f"unknown group {asked.group!r}", suggest(asked.group, map(str, Group))
        )
    if key == "fights":
        kinds.known(data, "activities", asked.activity)


def _data(data: Data, comparison: Comparison, key: str, asked: Asked) -> None:
    lines = stubs.DATA[key](comparison, asked)
    name = None
    if key in _FILES:
        name = _FILES[key].format(asked.group or asked.id)
        if not any(each.startswith(f"{key}/") for each in data.documents):
            name = None  # a project that keeps all in one file
    data.add((key,), lines, name)
    if key == "roles":
        for dimension, row in comparison.dimensions.items():
            stub = stubs.cell(asked.name, row.cells.values())
            cell = "\n".join(f"  {line}" for line in stub.split("\n"))
            data.add(("dimensions", dimension, "cells"), f"{asked.id}:\n{cell}")
    if key != "sources":
        cites = STUB_SOURCE in lines or key == "roles"
        if cites and STUB_SOURCE not in comparison.sources:
            data.add(("sources",), stubs.PLACEHOLDER_SOURCE)
        name = asked.name if key not in _JOINTS else " or ".join(asked.id.split(_JOINTS[key]))
        ask = stubs.ask(key, name.replace("-", " ") if key in _JOINTS else name)
        data.add(("asks",), f"{asked.id}: [{scalar(ask)}]")


def _role(work: Path, data: Comparison, asked: Asked) -> None:
    id, name = asked.id, asked.name
    _new(work, addresses.role_page(id), stubs.role_page(id, name))
    for dimension in data.dimensions:
        file = work / "docs" / addresses.dimension_page(dimension)
        fit.edit(file, lambda text: f"{text.rstrip()}\n\n{stubs.passage(id, name)}")
    need = work / "docs" / addresses.NEED_BOTH
    if need.exists() and any(_has_section(need, role) for role in data.roles):
        section = (
            f"## {name} {{#{id}}}\n\n{STUB} say when to add the role, and what it costs early\n"
        )
        fit.edit(need, lambda text: f"{text.rstrip()}\n\n{section}")


def _has_section(file: Path, id: str) -> bool:
    lines = regions.handwritten(text_files.read(file))
    return any((found := markup.heading(line)) and found.id == id for _, line in lines)


def _dimension(work: Path, data: Comparison, asked: Asked) -> None:
    roles = [(id, role.name) for id, role in data.roles.items()]
    text = stubs.dimension_page(asked.id, asked.name, roles)
    _new(work, addresses.dimension_page(asked.id), text)


def _pair(work: Path, data: Comparison, asked: Asked) -> None:
    name = entries.pair_name(data, asked.id)
    _new(work, addresses.pair_page(asked.id), stubs.pair_page(asked.id, name))


def _combination(work: Path, data: Comparison, asked: Asked) -> None:
    name = entries.combination_name(data, asked.id)
    section = stubs.combination_section(asked.id, name)
    fit.edit(work / "docs" / addresses.COMBINING, lambda text: f"{text.rstrip()}\n\n{section}")


_PAGES: dict[str, Callable[[Path, Comparison, Asked], None]] = {
    "roles": _role,
    "dimensions": _dimension,
    "pairs": _pair,
    "combinations": _combination,
}


def _lists(work: Path, data: Comparison) -> None:
    """The page that shows all entries of a kind, when the first of them is there."""
    for page in addresses.WITH_ENTRIES:
        if page in addresses.pages(data) and not (work / "docs" / page).exists():
            name = addresses.FIXED_PAGES[page]
            names = [each for each in render.region_names(data, page) if ":" not in each]
            text = "\n\n".join([f"# {name}", *map(stubs.region, names)])
            _new(work, page, f"{text}\n")


def _new(work: Path, page: str, text: str) -> None:
    """A page that nobody has written yet."""
    file = work / "docs" / page
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def to_write(work: Path) -> list[str]:
    """`path:line: …` for everything that is still to be written."""
    return list(map(str, are_written(project.read(work).checked)))
