"""`add`: an entry, and everything that is due with it, with stubs where people have to write."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from scripts import addresses, entries, project, regions, render, text_files
from scripts.edition import fit, kinds, navigation, stubs, workspace
from scripts.edition.blocks import scalar
from scripts.edition.data import Data
from scripts.edition.rules import STUB, STUB_SOURCE
from scripts.edition.stubs import Asked
from scripts.model import Comparison, Group
from scripts.page_rules import markup
from scripts.page_rules.stubs import are_written
from scripts.problems import suggest
from scripts.project import CONFIG
from scripts.render.reference import PAGES

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# The file that gets the first entry of a kind; others go where the kind stands already.
_FILES = {"dimensions": "dimensions/{}.yml", "activities": "activities/{}.yml"}
_JOINTS = {"pairs": "-vs-", "combinations": "-and-"}


def add(work: Path, kind: str, asked: Asked) -> list[str]:
    """Add an entry to the copy of a project; the lines that are still to be written."""
    key = kinds.key_of(kind)
    if key not in stubs.DATA:
        raise kinds.refused("", f"{kind!r} cannot be added", suggest(kind, ADDED))
    told = fit.comparison(work)
    _check(told, key, asked)
    data = Data(work)
    _data(data, told, key, asked)
    told = fit.comparison(work)
    _lists(work, told)
    if page := _PAGES.get(key):
        page(work, told, asked)
    workspace.write(work)
    return to_write(work)


ADDED = [name for name, key in kinds.NAMES.items() if key in stubs.DATA]


def _check(told: Comparison, key: str, asked: Asked) -> None:
    if not _ID.fullmatch(asked.id):
        kebab = re.sub(r"[^a-z0-9]+", "-", asked.id.lower()).strip("-")
        raise kinds.refused(key, f"{asked.id!r} is not a kebab-case id", f"write {kebab!r}")
    if joint := _JOINTS.get(key):
        roles = asked.id.split(joint)
        if len(roles) != 2:
            mend = f"write the ids of two roles with '{joint}' between them"
            raise kinds.refused(key, f"{asked.id!r} does not name two roles", mend)
        for role in roles:
            kinds.known(told, "roles", role)
    for other in entries.KINDS:
        if asked.id in other.of(told):
            raise kinds.refused(
                key, f"id {asked.id!r} is taken by {other.key}", "choose another id"
            )
    if key == "activities" and asked.group not in list(Group):
        raise kinds.refused(
            key, f"unknown group {asked.group!r}", suggest(asked.group, map(str, Group))
        )
    if key == "fights":
        kinds.known(told, "activities", asked.activity)


def _data(data: Data, told: Comparison, key: str, asked: Asked) -> None:
    lines = stubs.DATA[key](told, asked)
    name = None
    if key in _FILES:
        name = _FILES[key].format(asked.group or asked.id)
        if not any(each.startswith(f"{key}/") for each in data.documents):
            name = None  # a project that keeps all in one file
    data.add((key,), lines, name)
    if key == "roles":
        for dimension in told.dimensions:
            cell = "\n".join(f"  {line}" for line in stubs.cell(asked.name).split("\n"))
            data.add(("dimensions", dimension, "cells"), f"{asked.id}:\n{cell}")
    if key != "sources":
        cites = STUB_SOURCE in lines or key == "roles"
        if cites and STUB_SOURCE not in told.sources:
            data.add(("sources",), stubs.PLACEHOLDER_SOURCE)
        name = asked.name if key not in _JOINTS else " or ".join(asked.id.split(_JOINTS[key]))
        ask = stubs.ask(key, name.replace("-", " ") if key in _JOINTS else name)
        data.add(("asks",), f"{asked.id}: [{scalar(ask)}]")


def _role(work: Path, told: Comparison, asked: Asked) -> None:
    id, name = asked.id, asked.name
    _new(work, addresses.role_page(id), stubs.role_page(id, name), name)
    for dimension in told.dimensions:
        file = work / "docs" / addresses.dimension_page(dimension)
        fit.edit(file, lambda text: f"{text.rstrip()}\n\n{stubs.passage(id, name)}")
    need = work / "docs" / addresses.NEED_BOTH
    if need.exists() and any(_has_section(need, role) for role in told.roles):
        section = (
            f"## {name} {{#{id}}}\n\n{STUB} say when to add the role, and what it costs early\n"
        )
        fit.edit(need, lambda text: f"{text.rstrip()}\n\n{section}")


def _has_section(file: Path, id: str) -> bool:
    lines = regions.handwritten(text_files.read(file))
    return any((found := markup.heading(line)) and found.id == id for _, line in lines)


def _dimension(work: Path, told: Comparison, asked: Asked) -> None:
    roles = [(id, role.name) for id, role in told.roles.items()]
    text = stubs.dimension_page(asked.id, asked.name, roles)
    _new(work, addresses.dimension_page(asked.id), text, asked.name)


def _pair(work: Path, told: Comparison, asked: Asked) -> None:
    name = entries.pair_name(told, asked.id)
    _new(work, addresses.pair_page(asked.id), stubs.pair_page(asked.id, name), name)


def _combination(work: Path, told: Comparison, asked: Asked) -> None:
    name = entries.combination_name(told, asked.id)
    section = stubs.combination_section(asked.id, name)
    fit.edit(work / "docs" / addresses.COMBINING, lambda text: f"{text.rstrip()}\n\n{section}")


_PAGES: dict[str, Callable[[Path, Comparison, Asked], None]] = {
    "roles": _role,
    "dimensions": _dimension,
    "pairs": _pair,
    "combinations": _combination,
}


def _lists(work: Path, told: Comparison) -> None:
    """The page that shows all entries of a kind, when the first of them is there."""
    for page in addresses.WITH_ENTRIES:
        if page in addresses.pages(told) and not (work / "docs" / page).exists():
            name = PAGES[page]
            names = [each for each in render.region_names(told, page) if ":" not in each]
            text = "\n\n".join([f"# {name}", *map(stubs.region, names)])
            _new(work, page, f"{text}\n", name)


def _new(work: Path, page: str, text: str, label: str) -> None:
    """A page that nobody has written yet, and its line in the navigation."""
    file = work / "docs" / page
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    folder = f"{page.rpartition('/')[0]}/".removeprefix("/")
    fit.edit(work / CONFIG, lambda settings: navigation.with_page(settings, page, label, folder))


def to_write(work: Path) -> list[str]:
    """`path:line: …` for everything that is still to be written."""
    return list(map(str, are_written(project.read(work).checked)))
