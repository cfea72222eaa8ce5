"""The project's files as a whole: read and check them, tell what is stale, save all or nothing."""

from __future__ import annotations

import difflib
import os
import stat
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts import addresses, checks, load, regions, render
from scripts.addresses import Place
from scripts.load import BadData, Loaded, Problem

DATA = "docs/data/comparison.yml"
CONFIG = "mkdocs.yml"


@dataclass(frozen=True)
class Project:
    """The checked data, and the text of every page below docs/ by its path there."""

    root: Path
    loaded: Loaded
    pages: Mapping[str, str]


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


def read(root: Path) -> Project:
    """Read the data and the pages; raises BadData with every problem in them."""
    loaded = load.load(root / DATA, DATA)
    problems = list(checks.check_data(loaded))
    pages: dict[str, str] = {}
    for path in sorted((root / "docs").rglob("*.md")):
        name = path.relative_to(root / "docs").as_posix()
        try:
            pages[name] = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(f"docs/{name}", 1, "", f"cannot be read: {error}", "mend it"))
    try:
        nav = (root / CONFIG).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(CONFIG, 1, "", f"cannot be read: {error}", "restore it"))
        raise BadData(problems) from None
    problems += checks.check_pages(loaded, pages, nav)
    problems += _region_problems(loaded, pages)
    if problems:
        raise BadData(problems)
    return Project(root, loaded, pages)


def _region_problems(loaded: Loaded, pages: Mapping[str, str]) -> Iterable[Problem]:
    """Markers that do not pair up, regions that a page lacks, regions that nothing fills."""
    due_pages = addresses.pages(loaded.comparison)
    for page, text in pages.items():
        path = f"docs/{page}"
        try:
            found = regions.find(text)
        except regions.RegionError as error:
            yield Problem(path, error.line, "", error.what, error.mend)
            continue
        if page not in due_pages:
            continue  # reported as a whole already
        due = render.region_names(loaded.comparison, page)
        for region in found:
            if region.name not in due:
                mend = load.suggest(region.name, due) if due else "remove its markers"
                what = f"nothing fills region {region.name!r}"
                yield Problem(path, region.begin + 1, "", what, mend)
        names = {region.name for region in found}
        for name in due:
            if name not in names:
                yield Problem(
                    path,
                    1,
                    "",
                    f"region {name!r} is missing",
                    f"add the lines '<!-- generated:begin {name} -->' and "
                    f"'<!-- generated:end {name} -->'",
                )


def stale(project: Project) -> tuple[Change, ...]:
    """Every file whose text differs from what the data says; BadData if one is unreadable."""
    comparison = project.loaded.comparison
    site = render.Site(comparison, cited(project))
    found = []
    for page, text in project.pages.items():
        new = regions.replace(text, render.regions(site, page))
        if new != text:
            found.append(Change(f"docs/{page}", text, new))
    for path, new in render.files(comparison).items():
        file = project.root / path
        try:
            old = file.read_bytes() if file.is_file() else None
        except OSError as error:
            what = f"cannot be read: {error.strerror}"
            raise BadData([Problem(path, 1, "", what, "make it readable")]) from None
        if new.encode("utf-8") != old:
            shown = None if old is None else old.decode("utf-8", errors="replace")
            found.append(Change(path, shown, new))
    return tuple(found)


def cited(project: Project) -> dict[str, tuple[Place, ...]]:
    """For each source, the places whose hand-written prose cites it, in the order of pages."""
    found: dict[str, dict[Place, None]] = {}
    for page in addresses.pages(project.loaded.comparison):
        anchor = ""
        for _, line in regions.handwritten(project.pages[page]):
            if heading := checks.HEADING.match(line):
                anchor = heading[1]
            for id in checks.CITATION.findall(line):
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
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
                raise PermissionError(13, "Permission denied", str(target))
            ready.append((_beside(target, change.new.encode("utf-8")), target))
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
