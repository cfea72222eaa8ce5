"""The project's files as a whole: read and check them, and find what is out of date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts import (
    addresses,
    data_rules,
    edition_settings,
    load,
    navigation,
    page_rules,
    regions,
    render,
    revisions,
    text_files,
)
from scripts.addresses import Place
from scripts.data_text import check_text
from scripts.load import Loaded
from scripts.page_rules import markup, permalinks
from scripts.page_rules.sources import CITATION
from scripts.problems import DataError, Problem, suggest
from scripts.saving import Change
from scripts.text_files import UnreadableError

DATA = "docs/data/comparison.yml"
CONFIG = "mkdocs.yml"
CONFIG_REGIONS = ("edition", "navigation")
DOCUMENTS = ("README.md", "CITATION.cff", load.SETTINGS)  # with pages, what readers meet


@dataclass(frozen=True)
class Project:
    """The checked data and pages."""

    root: Path
    checked: page_rules.Pages
    revised: bool = False  # whether `write` has a claim or mark to note

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


def read(root: Path) -> Project:
    """Read the data and the pages; raises DataError with every problem in them."""
    loaded = load.load(root / DATA, DATA)
    kept = loaded.comparison.revisions
    loaded = revisions.noted(root, loaded)
    problems = [
        *data_rules.check_data(loaded),
        *check_text(loaded),
        *edition_settings.check(root, loaded),
    ]
    texts = _Texts(root, problems)
    settings_text = texts.one(CONFIG)
    whole = addresses.generated_pages(loaded.comparison)
    pages, files = texts.below("docs", whole)
    for page, text in pages.items():
        if page in addresses.pages(loaded.comparison):  # others are reported as a whole
            due = render.region_names(loaded.comparison, page)
            problems += _region_problems(f"docs/{page}", text, due)
    if settings_text is not None:
        problems += _region_problems(CONFIG, settings_text, CONFIG_REGIONS, regions.YAML)
    full: dict[str, str] = {}
    if not problems and pages.keys() == set(addresses.pages(loaded.comparison)):
        full = fill(loaded, pages)
    ruled = page_rules.Pages(
        loaded,
        pages,
        full,
        config=settings_text,
        files=files,
        snippets=texts.below("includes")[1],
        documents={name: texts.one(name, optional=True) or "" for name in DOCUMENTS},
        permalinks=texts.one(permalinks.LIST, optional=True) or "",
        redirects=texts.one(permalinks.REDIRECTS, optional=True) or "",
    )
    problems += page_rules.check(ruled)
    if problems:
        faulty = {
            problem.path for problem in problems
        }  # the rest of a broken file may follow from it
        strict = page_rules.check_strictly(ruled) if full else ()
        raise DataError([*problems, *(each for each in strict if each.path not in faulty)])
    return Project(root, ruled, loaded.comparison.revisions != kept)


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
        except UnreadableError as error:
            name = text_files.shown(path)
            self.problems.append(Problem(name, error.line, "", error.what, error.fix))
            return None

    def below(
        self, folder: str, without: Collection[str] = ()
    ) -> tuple[dict[str, str], frozenset[str]]:
        """The pages below a folder by their paths there, and the paths of all other files."""
        pages, files = {}, set()
        for path, error in sorted(text_files.walk(self.root / folder), key=lambda each: each[0]):
            shown = text_files.shown(f"{folder}/{path}")
            if error:
                self.problems.append(Problem(shown, error.line, "", error.what, error.fix))
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


def _region_problems(
    path: str, text: str, due: Collection[str], style: regions.Style = regions.MARKDOWN
) -> Iterator[Problem]:
    """Markers that do not pair up, regions that a file lacks, regions that nothing fills."""
    try:
        found = regions.find(text, style)
    except regions.RegionError as error:
        yield Problem(path, error.line, "", error.what, error.fix)
        return
    for region in found:
        if region.name not in due:
            fix = suggest(region.name, due) if due else "remove its markers"
            what = f"nothing fills region {region.name!r}"
            yield Problem(path, region.begin + 1, "", what, fix)
    names = {region.name for region in found}
    for name in due:
        if name not in names:
            lost = regions.missing(name, style)
            yield Problem(path, lost.line, "", lost.what, lost.fix)


def fill(loaded: Loaded, pages: Mapping[str, str]) -> dict[str, str]:
    """Every page with its generated text up to date, those that are generated whole included."""
    site = render.Site(loaded.comparison, cited(loaded, pages), loaded.spots)
    own = {page: regions.replace(text, render.regions(site, page)) for page, text in pages.items()}
    return {**own, **render.whole_pages(site)}


def generated_files(project: Project) -> dict[str, str]:
    """The text of each file that is generated whole, by its path below the root."""
    whole = {page: text for page, text in project.full.items() if page not in project.pages}
    pages = {f"docs/{page}": text for page, text in whole.items()}
    data = project.loaded.comparison
    # Before the file that it comes from: stopped between the two, a write goes on where it was.
    noted = {revisions.FILE: revisions.text(data.revisions)} if project.revised else {}
    own = edition_settings.files(project.root, data.edition)
    return {**noted, **pages, **render.files(data), **own}


def stale(project: Project) -> tuple[Change, ...]:
    """Every file whose text differs from what the data says; DataError if one is unreadable."""
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
            except UnreadableError as error:
                if not error.what.startswith("not UTF-8"):
                    raise DataError([Problem(path, 1, "", error.what, error.fix)]) from None
                old = file.read_bytes().decode("utf-8", errors="replace")
        if old != text_files.plain(new):
            found.append(Change(path, old, new))
    text = project.checked.config or ""
    if (new := config(project)) != text:
        found.append(Change(CONFIG, text, new))
    return tuple(found)


def config(project: Project) -> str:
    """The text of mkdocs.yml with its generated lines up to date."""
    data = project.loaded.comparison
    lines = (edition_settings.config(data.edition), navigation.region(data))
    contents = dict(zip(CONFIG_REGIONS, lines, strict=True))
    return regions.replace(project.checked.config or "", contents, regions.YAML)


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
