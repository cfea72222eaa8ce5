"""The project's files as a whole: read and check them, tell what is stale, save all or nothing."""

from __future__ import annotations

import difflib
import os
import stat
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from scripts import addresses, checks, load, page_rules, regions, render, text_files
from scripts.addresses import Place
from scripts.data_text import check_text
from scripts.edition import settings
from scripts.load import Loaded
from scripts.page_rules import markup, permalinks
from scripts.page_rules.sources import CITATION
from scripts.problems import BadData, Problem, suggest
from scripts.text_files import Unreadable

DATA = "docs/data/comparison.yml"
CONFIG = "mkdocs.yml"
_LONG_AGO = 60.0  # seconds: a younger file may be one that another process writes
DOCUMENTS = ("README.md", "CITATION.cff", load.SETTINGS)  # with pages, what readers meet


@dataclass(frozen=True)
class Project:
    """The checked data and pages."""

    root: Path
    checked: page_rules.Pages

    @property
    def loaded(self) -> Loaded:
        return self.checked.loaded

    @property
    def pages(self) -> Mapping[str, str]:
        """Every page below docs/ by its path there, as it stands."""
        return self.checked.own

    @property
    def full(self) -> Mapping[str, str]:
        """The same with generated text up to date."""
        return self.checked.full


@dataclass(frozen=True)
class Change:
    """A file whose text is not what the data says."""

    path: str
    old: str | None
    new: str

    def diff(self) -> str:
        """A unified diff from what stands to what should."""
        old = (self.old or "").splitlines(keepends=True)
        new = self.new.splitlines(keepends=True)
        return "".join(difflib.unified_diff(old, new, self.path, f"{self.path} (generated)"))

    @property
    def line(self) -> int:
        """The first line that differs."""
        pairs = zip(
            (self.old or "").split("\n"), text_files.plain(self.new).split("\n"), strict=False
        )
        same = list(takewhile(lambda pair: pair[0] == pair[1], pairs))
        return min(len(same), (self.old or "").count("\n")) + 1


def read(root: Path) -> Project:
    """Read the data and the pages; raises BadData with every problem in them."""
    loaded = load.load(root / DATA, DATA)
    problems = [*checks.check_data(loaded), *check_text(loaded), *settings.check(root, loaded)]
    texts = _Texts(root, problems)
    whole = addresses.generated_pages(loaded.comparison)
    pages, files = texts.below("docs", whole)
    for page, text in pages.items():
        problems += _region_problems(loaded, page, text)
    full: dict[str, str] = {}
    if not problems and pages.keys() == set(addresses.pages(loaded.comparison)):
        full = fill(loaded, pages)
    ruled = page_rules.Pages(
        loaded,
        pages,
        full,
        settings=texts.one(CONFIG),
        files=files,
        snippets=texts.below("includes")[1],
        documents={name: texts.one(name, optional=True) or "" for name in DOCUMENTS},
        permalinks=texts.one(permalinks.LIST, optional=True) or "",
        redirects=texts.one(permalinks.REDIRECTS, optional=True) or "",
    )
    problems += page_rules.check(ruled)
    if problems:
        raise BadData([*problems, *(page_rules.check_strictly(ruled) if full else ())])
    return Project(root, ruled)


class _Texts:
    """Reads the texts of a project; what cannot be read becomes a problem."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        self.root = root
        self.problems = problems

    def one(self, path: str, optional: bool = False) -> str | None:
        if optional and not (self.root / path).exists():
            return None
        try:
            return text_files.read(self.root / path)
        except Unreadable as error:
            name = text_files.shown(path)
            self.problems.append(Problem(name, error.line, "", error.what, error.mend))
            return None

    def below(
        self, folder: str, without: Collection[str] = ()
    ) -> tuple[dict[str, str], frozenset[str]]:
        """The pages below a folder by their paths there, and the paths of all other files."""
        pages, files = {}, set()
        for path, error in sorted(text_files.walk(self.root / folder), key=lambda each: each[0]):
            shown = text_files.shown(f"{folder}/{path}")
            if error:
                self.problems.append(Problem(shown, error.line, "", error.what, error.mend))
            elif path in without:
                continue
            elif path.endswith(".md") and folder == "docs":
                text = self.one(f"{folder}/{path}")
                if text is None:
                    files.add(path)
                else:
                    pages[path] = text
            else:
                files.add(path)
        return pages, frozenset(files)


def _region_problems(loaded: Loaded, page: str, text: str) -> Iterator[Problem]:
    """Markers that do not pair up, regions that a page lacks, regions that nothing fills."""
    path = f"docs/{page}"
    try:
        found = regions.find(text)
    except regions.RegionError as error:
        yield Problem(path, error.line, "", error.what, error.mend)
        return
    if page not in addresses.pages(loaded.comparison):
        return  # reported as a whole already
    due = render.region_names(loaded.comparison, page)
    for region in found:
        if region.name not in due:
            mend = suggest(region.name, due) if due else "remove its markers"
            what = f"nothing fills region {region.name!r}"
            yield Problem(path, region.begin + 1, "", what, mend)
    names = {region.name for region in found}
    for name in due:
        if name not in names:
            mend = f"add the lines '<!-- generated:begin {name} -->' and "
            mend += f"'<!-- generated:end {name} -->'"
            yield Problem(path, 1, "", f"region {name!r} is missing", mend)


def fill(loaded: Loaded, pages: Mapping[str, str]) -> dict[str, str]:
    """Every page with its generated text up to date, those that are generated whole included."""
    site = render.Site(loaded.comparison, cited(loaded, pages), loaded.spots)
    own = {page: regions.replace(text, render.regions(site, page)) for page, text in pages.items()}
    return {**own, **render.whole_pages(site)}


def generated_files(project: Project) -> dict[str, str]:
    """The text of each file that is generated whole, by its path below the root."""
    whole = {page: text for page, text in project.full.items() if page not in project.pages}
    pages = {f"docs/{page}": text for page, text in whole.items()}
    told = project.loaded.comparison
    return {**pages, **render.files(told), **settings.files(project.root, told.edition)}


def stale(project: Project) -> tuple[Change, ...]:
    """Every file whose text differs from what the data says; BadData if one is unreadable."""
    found = [
        Change(f"docs/{page}", text, project.full[page])
        for page, text in project.pages.items()
        if project.full[page] != text
    ]
    for path, new in generated_files(project).items():
        file = project.root / path
        old = None
        if file.exists() or file.is_symlink():
            try:
                old = text_files.read(file)
            except Unreadable as error:
                if not error.what.startswith("not UTF-8"):
                    raise BadData([Problem(path, 1, "", error.what, error.mend)]) from None
                old = file.read_bytes().decode("utf-8", errors="replace")
        if old != text_files.plain(new):
            found.append(Change(path, old, new))
    text = project.checked.settings or ""
    new = settings.config(text, project.loaded.comparison.edition)
    if new != text:
        found.append(Change(CONFIG, text, new))
    return tuple(found)


def cited(loaded: Loaded, pages: Mapping[str, str]) -> dict[str, tuple[Place, ...]]:
    """For each source, the places whose hand-written prose cites it, in the order of pages."""
    found: dict[str, dict[Place, None]] = {}
    for page in addresses.pages(loaded.comparison):
        anchor = ""
        for _, line in regions.handwritten(pages[page]):
            if (heading := markup.heading(line)) and heading.id:
                anchor = heading.id
            for id in filter(loaded.comparison.sources.__contains__, CITATION.findall(line)):
                found.setdefault(id, {})[Place(page, anchor)] = None
    return {id: tuple(places) for id, places in found.items()}


def save(root: Path, changes: Sequence[Change]) -> None:
    """Write every change, or none: raises OSError, having changed nothing, if one cannot be.

    Each new text is first written in full beside its target; only when all are on disk are they
    moved into place, and a move replaces a file whole. So whoever reads meanwhile, or a process
    killed at any moment, finds every file whole, either old or new. Should a move fail, the
    files moved before it are put back.
    """
    ready: list[tuple[Path, Path]] = []
    moved: list[tuple[Path, bytes | None]] = []
    try:
        for change in changes:
            target = root / change.path
            if target.is_symlink():  # what it leads to is written, and the link stays
                target = target.resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
                raise PermissionError(13, "Permission denied", str(target))
            try:
                ready.append((_beside(target, change.new.encode("utf-8")), target))
            except OSError as error:  # which names the new file beside the target, if any
                raise OSError(error.errno, error.strerror, str(root / change.path)) from error
        while ready:
            temporary, target = ready[0]
            old = target.read_bytes() if target.exists() else None
            temporary.replace(target)
            moved.append((target, old))
            ready.pop(0)
    except BaseException:
        for target, old in reversed(moved):
            if old is None:
                target.unlink()
            else:
                ready.insert(0, (_beside(target, old), target))
                ready[0][0].replace(target)
        raise
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def remove_leftovers(root: Path) -> None:
    """Remove the new texts of a process that was killed before it could move them into place."""
    for folder in ("docs", "includes", "overrides"):
        for left in (root / folder).rglob(".write-*"):
            if left.is_file() and time.time() - left.stat().st_mtime > _LONG_AGO:
                left.unlink(missing_ok=True)


def _beside(target: Path, text: bytes) -> Path:
    """A new file with the text, complete on disk, in the folder and with the mode of the target."""
    handle, name = tempfile.mkstemp(prefix=".write-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
