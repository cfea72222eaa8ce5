"""An edition without content: one role on one dimension, to rename and to add to."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts import addresses, text_files
from scripts.edition import fit, prose, stubs
from scripts.edition.blocks import Document
from scripts.edition.data import schema_line
from scripts.edition.mentions import Names
from scripts.edition.stubs import Asked
from scripts.load import SETTINGS
from scripts.model import Comparison
from scripts.page_rules.stubs import STUB, STUB_DAY, STUB_SOURCE
from scripts.project import DATA

ROLE, DIMENSION = Asked("first-role", "First role"), Asked("focus", "Focus")
_SOURCE = """our-handbook:
  title: Our handbook
  short: Our handbook
  author: This house
  publisher: This house
  year: n.d.
  seen: 2026-01
  kind: employer"""
_TO_WRITE = "To write:"
_MAPS = (
    "parties",
    "settings",
    "activities",
    "pairs",
    "combinations",
    "abbreviations",
    "titles",
    "disagreements",
    "fights",
    "questions",
    "kits",
    "house",
    "glossary",
    "asks",
)


def hollow(work: Path, before: Comparison, absent: Names, day: str) -> None:
    """Leave of the reference only what says nothing about its roles."""
    _data(work / Path(DATA).parent, before, day)
    settings = Document(text_files.read(work / SETTINGS))
    left_out = ", ".join(addresses.OPTIONAL)
    text = settings.cut((), {("leave-out",): f"[{left_out}]"})
    (work / SETTINGS).write_text(text, encoding="utf-8")
    data = fit.comparison(work)
    docs = work / "docs"
    role_page = stubs.role_page(ROLE.id, ROLE.name)
    row = stubs.dimension_page(DIMENSION.id, DIMENSION.name, [(ROLE.id, ROLE.name)])
    for page, text in (
        (addresses.role_page(ROLE.id), role_page),
        (addresses.dimension_page(DIMENSION.id), row),
    ):
        (docs / page).write_text(text.replace(STUB, _TO_WRITE), encoding="utf-8")
    fit.pages(work, before, absent)
    for page in addresses.pages(data):
        fit.edit(
            docs / page, lambda text: prose.paragraphs(text, lambda line: _plain(line, absent))
        )
    fit.links(work)


def _plain(line: str, absent: Names) -> bool:
    """Whether a line speaks of no role of the reference, and cites none of its sources."""
    return "sources.md#" not in line and not absent.find(line)


def _data(folder: Path, before: Comparison, day: str) -> None:
    """The data files anew, a file a kind."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    cell = f"\n{_indented(stubs.dimension(_only(before), DIMENSION), 2)}"
    files = {
        "roles": f"\n{_indented(stubs.role(before, ROLE), 2)}",
        "dimensions": cell,
        "sources": f"\n{_indented(_SOURCE, 2)}",
        "launch": " []",
        **dict.fromkeys(_MAPS, " {}"),
        "changes": f"\n  - date: '{day}'\n    says: First edition.",
    }
    index = "".join(f"  - {key}.yml\n" for key in files)
    (folder / Path(DATA).name).write_text(f"files:\n{index}", encoding="utf-8")
    for key, text in files.items():
        written = f"{key}:{text}\n".replace(STUB, _TO_WRITE).replace(STUB_SOURCE, "our-handbook")
        written = schema_line(key) + written
        (folder / f"{key}.yml").write_text(written.replace(STUB_DAY, day), encoding="utf-8")


def _only(before: Comparison) -> Comparison:
    """A comparison whose only role is the one to fill."""
    role = next(iter(before.roles.values())).model_copy(update={"name": ROLE.name})
    return before.model_copy(update={"roles": {ROLE.id: role}})


def _indented(text: str, indent: int) -> str:
    return "\n".join(" " * indent + line for line in text.rstrip().split("\n"))
