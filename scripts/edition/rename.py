"""`rename`: another name for an entry, everywhere its name is shown; its id and addresses stay."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from scripts import addresses, regions
from scripts.edition import fit, kinds, leftovers, stubs, workspace
from scripts.edition.data import Data
from scripts.model import Comparison
from scripts.page_rules import markup
from scripts.page_rules.headings import name_of
from scripts.problems import Where
from scripts.yaml_text import scalar

_SEARCHED = ("roles", "titles", "glossary")  # which keep their old name as another one


def rename(work: Path, kind: str, id: str, name: str, plural: str = "") -> list[str]:
    """Rename an entry in the copy of a project; the prose that still uses the old name."""
    key = kinds.key_of(kind)
    data = fit.comparison(work)
    if key not in kinds.LABELS:
        fix = "rename its roles: it is called after them"
        raise kinds.refused(key, f"a {kind} has no name of its own", fix)
    kinds.known(data, key, id)
    field = kinds.LABELS[key]
    old = str(getattr(getattr(data, key)[id], field))
    if old == name:
        raise kinds.refused(key, f"{id!r} has the name {name!r} already", "give another one")
    _data(work, data, key, id, name, plural)
    new = fit.comparison(work)
    for page in addresses.pages(new):
        fit.edit(work / "docs" / page, partial(_headings, new, page))
    workspace.write(work)
    forms = [old, data.roles[id].plural] if key == "roles" else [old]
    lines = leftovers.mentions(work, {id: forms}, new)
    return [f"{path}:{line}: still says {old.lower()!r}" for path, line, _ in lines]


def _data(work: Path, comparison: Comparison, key: str, id: str, name: str, plural: str) -> None:
    data = Data(work)
    entry = getattr(comparison, key)[id]
    old = str(getattr(entry, kinds.LABELS[key]))
    values: dict[Where, str] = {(key, id, kinds.LABELS[key]): scalar(name)}
    if key == "roles":
        values[(key, id, "plural")] = scalar(plural or stubs.plural(name))
    data.cut((), values)
    if key in _SEARCHED and old.lower() not in map(str.lower, entry.aliases):
        if entry.aliases:
            data.add((key, id, "aliases"), scalar(old.lower()))
        else:
            data.add((key, id), f"aliases: [{scalar(old.lower())}]")


def _headings(data: Comparison, page: str, text: str) -> str:
    """The page with the names of the data in the headings that stand for entries."""
    lines = text.split("\n")
    for number, line in regions.handwritten(markup.without_code(text)):
        found = markup.heading(line)
        name = name_of(data, page, found) if found else None
        if found and name and found.text != name:
            # Without an id of its own, the address was made of the old wording: it stays.
            id = found.id or next(markup.ids(f"## {found.text}"))
            lines[number - 1] = f"{'#' * found.level} {name} {{#{id}}}"
    return "\n".join(lines)
