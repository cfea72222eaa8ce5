"""`remove`: an entry, and everything that cannot stand without it; no published address is lost."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from scripts import addresses, edition_settings, entries, project, regions, text_files
from scripts.edition import fit, kinds, leftovers, workspace
from scripts.edition.blocks import Document
from scripts.edition.data import Data
from scripts.edition.mentions import Names
from scripts.edition.new import apply
from scripts.edition.prune import Pruning, close, drop_unused
from scripts.load import SETTINGS
from scripts.model import Comparison
from scripts.moves import FILE as REDIRECTS
from scripts.page_rules import markup
from scripts.page_rules.permalinks import LIST, gone
from scripts.page_rules.sources import CITATION
from scripts.problems import DataError, Problem

PAGE = "page"  # no entry of the data, but can go like one


def remove(work: Path, kind: str, id: str) -> list[str]:
    """Remove an entry from the copy of a project; the prose that still speaks of it."""
    if kind == PAGE:
        return _leave_out(work, id)
    key = kinds.key_of(kind)
    data = fit.comparison(work)
    kinds.known(data, key, id)
    if len(getattr(data, key)) == 1 and key in ("roles", "dimensions"):
        raise kinds.refused(key, f"{id!r} is the only {kind}", "rename it instead")
    label = entries.label_of(data, id)
    if key == "sources":
        _needed(work, data, id)
    cited = fit.cited(work, data) | ({id} if key == "sources" else set())
    pruning = Pruning(data)
    pruning.drop((key, id))
    close(pruning)
    drop_unused(pruning, settings=False)
    apply(work, pruning)
    fit.pages(work, data, Names({}))
    _follow(work, cited)
    forms = [label, data.roles[id].plural] if key == "roles" else [label]
    lines = leftovers.mentions(work, {id: forms}, fit.comparison(work))
    return [f"{path}:{line}: still says {label.lower()!r}" for path, line, _ in lines]


def _leave_out(work: Path, name: str) -> list[str]:
    """Do without a page, by the settings; the lines that lost a link to it."""
    page = name.removeprefix("docs/").strip("/").removesuffix(".md") + ".md"
    data = fit.comparison(work)
    if wrong := edition_settings.due_anyway(page):
        raise kinds.refused("", *wrong)
    file = work / "docs" / page
    if page in data.edition.leave_out and not file.exists():
        raise kinds.refused("", f"{page!r} is left out already", "name another page")
    cited = fit.cited(work, data)
    pages = ", ".join(dict.fromkeys((*data.edition.leave_out, page)))
    document = Document(text_files.read(work / SETTINGS))
    key = ("leave-out",)
    text = document.cut((), {key: f"[{pages}]"}) if document.node(key) else document.text
    if not document.node(key):
        text = document.add(key, f"- {page}")
    (work / SETTINGS).write_text(text, encoding="utf-8")
    file.unlink(missing_ok=True)
    return list(leftovers.unlinked(work, _follow(work, cited)))


def _follow(work: Path, cited: Collection[str]) -> list[tuple[str, str]]:
    """Let go of what is left without a use; the page and the line of each lost link."""
    published = text_files.read(work / LIST) if (work / LIST).exists() else ""
    fit.sources(work, cited, published)
    fit.asks(work)
    lost = fit.links(work)
    fit.sources(work, cited, published)
    workspace.write(work)
    _lead_on(work)
    return lost


def _needed(work: Path, comparison: Comparison, id: str) -> None:
    """A source that alone carries a claim stays until another takes its place."""
    data = Data(work)
    problems = []
    found = [path for path, citation in comparison.citations if citation.id == id]
    for path in found:
        beside = [p for p, _ in comparison.citations if p[:-1] == path[:-1]]
        if len(beside) == 1 and path[0] != "glossary":
            where = path[:-1]
            what = f"rests on {id!r} alone"
            fix = "name another source first, or remove the claim"
            problems.append(Problem(*data.spot(where), ".".join(map(str, where)), what, fix))
    for page, number, cited in _cited(work, comparison):
        if cited == id:
            fix = "cite another source there first"
            problems.append(Problem(f"docs/{page}", number, "", f"cites {id!r}", fix))
    if problems:
        raise DataError(problems)


def _cited(work: Path, data: Comparison) -> list[tuple[str, int, str]]:
    found = []
    for page in addresses.pages(data):
        for number, line in regions.handwritten(text_files.read(work / "docs" / page)):
            found += [(page, number, id) for id in CITATION.findall(line)]
    return found


def _top(text: str) -> str:
    """The first id of a page: another entry, wherever it stands, is not what was asked for."""
    lines = markup.without_code(text).split("\n")
    return next((id for line in lines for id in markup.ids(line)), "")


# Where readers of a page that is gone find the like of it.
_INSTEAD = {
    "roles": addresses.ROLES,
    "dimensions": addresses.DIMENSIONS,
    "versus": addresses.VERSUS,
    "who-does-what": addresses.WHO_DOES_WHAT,
    "settle": addresses.SETTLE,
    "kits": addresses.KITS,
}


def _lead_on(work: Path) -> None:
    """Lines in redirects.txt for each published address that is gone."""
    read = project.read(work)
    pages = {addresses.url(page): page for page in read.full}
    lines: dict[str, str] = {}
    for address in gone(read.checked):
        url, _, part = address.strip("/").partition("#")
        page = pages.get(f"{url.strip('/')}/" if url.strip("/") else "")
        if page is None:
            index = _INSTEAD.get(url.split("/")[0], addresses.HOME)
            to = index if index in read.full else addresses.HOME
            lines[f"/{url.strip('/')}/"] = f"/{addresses.url(to)}"
        else:
            ids = read.checked.ids[page]
            first = part.partition("--")[0]
            near = first if first in ids else _top(read.full[page])
            lines[address] = f"/{addresses.url(page)}#{near}"
    if lines:
        file = work / REDIRECTS
        text = text_files.read(file) if file.exists() else ""
        added = "".join(f"{old} {new}\n" for old, new in lines.items())
        file.write_text(f"{text.rstrip()}\n{added}".lstrip("\n"), encoding="utf-8")
