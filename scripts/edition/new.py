"""`new`: a clean edition beside the reference, with the chosen roles and dimensions."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from scripts import addresses, edition_settings, load, revisions, text_files
from scripts.edition import fit, leftovers, workspace
from scripts.edition.blocks import Document
from scripts.edition.data import Data
from scripts.edition.empty import hollow
from scripts.edition.mentions import names_of_roles
from scripts.edition.prune import Pruning, close, drop_unused, keep_readable, keep_relevant
from scripts.load import SETTINGS, Loaded
from scripts.model import Comparison, Edition
from scripts.moves import FILE as REDIRECTS
from scripts.problems import DataError, Problem, Where, kebab, suggest
from scripts.project import CONFIG, DATA
from scripts.render import claims
from scripts.yaml_text import scalar

GUIDE = "EDITION.md"
# What an edition does without: the reference's own papers, and what its suite asks of its content.
_LEFT_BEHIND = ("CHANGELOG.md", "CITATION.cff", ".github/screenshot.png", "tests/search/*.yml")
_UNVERSIONED = (".git", "site", "build", ".venv", "node_modules", "__pycache__", ".*_cache")
_LEAD = "What each role decides, where it stops, and what to do when two claim the same call."
_SHORT = 16  # characters, as in the settings
_LEADING_ON = {
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "the",
    "to",
    "vs.",
    "with",
}


@dataclass(frozen=True)
class Wanted:
    """What the author of an edition asks for."""

    target: Path
    name: str
    roles: tuple[str, ...]
    dimensions: tuple[str, ...]
    empty: bool = False


def new(root: Path, wanted: Wanted, today: date) -> list[str]:
    """Write the edition; what a human eye should see in it, a line each."""
    loaded = load.load(root / DATA, DATA)
    problems = list(_wrong(root, loaded.comparison, wanted))
    if problems:
        raise DataError(problems)
    building = wanted.target.with_name(f".{wanted.target.name}.new")
    shutil.rmtree(building, ignore_errors=True)
    try:
        _copy(root, building)
        _settings(building, loaded.comparison.edition, wanted)
        if wanted.empty:
            absent = names_of_roles(loaded.comparison, loaded.comparison.roles)
            hollow(building, loaded.comparison, absent, str(today))
            lost = []
        else:
            lost = _shrink(building, loaded, wanted)
        _papers(building, loaded.comparison.edition.id, wanted, today)
        workspace.write(building)
        lines = [
            *leftovers.listed(building, _absent(loaded.comparison, wanted.roles)),
            *leftovers.unlinked(building, lost),
        ]
        (building / GUIDE).write_text(leftovers.guide(wanted.name, lines), encoding="utf-8")
        building.rename(wanted.target)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return lines


def _wrong(root: Path, data: Comparison, wanted: Wanted) -> list[Problem]:
    found = []
    if wanted.target == Path():
        fix = "name one that is not there yet, such as ../roles"
        found.append(Problem(".", 1, "", "no folder is named", fix))
    elif not str(wanted.target).isprintable():
        where = text_files.shown(wanted.target.as_posix())
        found.append(Problem(where, 1, "", "its name holds what nobody sees", "name another"))
    elif root.resolve() in wanted.target.resolve().parents:
        what = "stands inside of this project"
        fix = "name a folder beside it, such as ../roles"
        found.append(Problem(wanted.target.as_posix(), 1, "", what, fix))
    elif wanted.target.exists():
        what = "is there already"
        found.append(Problem(wanted.target.as_posix(), 1, "", what, "name a folder that is not"))
    elif not wanted.target.parent.is_dir():
        what = "its folder does not exist"
        found.append(Problem(wanted.target.as_posix(), 1, "", what, "make it first"))
    if not wanted.name.strip() or len(wanted.name) > 100:
        what = "a name has 1 to 100 characters"
        found.append(Problem(SETTINGS, 1, "--name", what, "shorten it, or write one"))
    elif wrong := edition_settings.markup_in(wanted.name):
        found.append(Problem(SETTINGS, 1, "--name", *wrong))
    for option, ids, known, least in (
        ("--roles", wanted.roles, data.roles, 2),
        ("--dimensions", wanted.dimensions, data.dimensions, 1),
    ):
        for id in ids:
            if id not in known:
                found.append(Problem(DATA, 1, option, f"unknown id {id!r}", suggest(id, known)))
            elif ids.count(id) > 1:
                found.append(Problem(DATA, 1, option, f"{id!r} is named twice", "name it once"))
        if wanted.empty and ids:
            what = "is for an edition with content"
            found.append(Problem(DATA, 1, option, what, "leave it out, or leave out --empty"))
        elif len(ids) < least and not wanted.empty:
            fix = f"name {least} or more, with commas between, of {', '.join(known)}"
            found.append(Problem(DATA, 1, option, "too few are named", fix))
    return list(dict.fromkeys(found))


def _absent(data: Comparison, roles: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {id: (role.name, role.plural) for id, role in data.roles.items() if id not in roles}


def _copy(root: Path, target: Path) -> None:
    """The files of the reference, without what is made, installed or noted."""
    command = [
        "git",
        "-C",
        str(root),
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "-z",
    ]
    git = shutil.which("git")
    listed = subprocess.run(command, capture_output=True, check=False) if git else None
    if listed and listed.returncode == 0 and listed.stdout:
        names = [name for name in listed.stdout.decode("utf-8").split("\0") if name]
        for name in names:
            if (root / name).is_file() and not (root / name).is_symlink():
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(root / name, target / name)
    else:
        shutil.copytree(root, target, ignore=shutil.ignore_patterns(*_UNVERSIONED))
    for pattern in _LEFT_BEHIND:
        for path in target.glob(pattern):
            path.unlink()


def _settings(work: Path, before: Edition, wanted: Wanted) -> None:
    """The name of the edition, in its settings; everything else of them is for its author."""
    file = work / SETTINGS
    id = kebab(wanted.name) or "roles"
    values = {
        ("id",): id,
        ("name",): scalar(wanted.name),
        ("short-name",): scalar(_short(wanted.name)),
        ("description",): scalar(f"{wanted.name}: who does what, and how each role differs."),
        ("reference",): "false",
        ("no-result",): "This site covers the roles in its menu.",
    }
    text = Document(text_files.read(file)).cut((), {k: str(v) for k, v in values.items()})
    license = before.content_license
    if before.based_on is None:
        where = f"\n  url: {scalar(license.url)}" if license.url else ""
        origin = f"name: {scalar(before.name)}\nlicense:\n  name: {scalar(license.name)}{where}"
        text = Document(text).add(("based-on",), origin)
    file.write_text(text, encoding="utf-8")
    (work / "LICENSE-CONTENT").write_text(leftovers.license(before), encoding="utf-8")


def _short(name: str) -> str:
    """As many words of a name as have room beside an icon; none at the end that leads on."""
    if len(name) <= _SHORT:
        return name
    words = name[: _SHORT + 1].split()[:-1]
    while len(words) > 1 and words[-1].casefold() in _LEADING_ON:
        words.pop()
    return " ".join(words) or name[:_SHORT]


def _shrink(work: Path, loaded: Loaded, wanted: Wanted) -> list[tuple[str, str]]:
    """Only what was chosen, and what belongs to it; the lines of pages that lost a link."""
    data = loaded.comparison
    pruning = Pruning(data)
    for kind, ids in (("roles", wanted.roles), ("dimensions", wanted.dimensions)):
        pruning.drop(*((kind, id) for id in getattr(data, kind) if id not in ids))
    for pair in data.pairs:
        if not (work / "docs" / addresses.pair_page(pair)).exists():
            pruning.drop(("pairs", pair))
    absent = names_of_roles(data, set(data.roles) - set(wanted.roles))
    keep_relevant(pruning)
    keep_readable(pruning, absent)
    close(pruning)
    drop_unused(pruning)
    close(pruning)
    apply(work, pruning)
    fit.pages(work, data, absent)
    fit.sources(work, data.sources)
    fit.asks(work)
    lost = fit.links(work)
    fit.sources(work, data.sources)
    return lost


def apply(work: Path, pruning: Pruning) -> None:
    """Take what goes out of the data files, and put roles that stay as parties into them."""
    data = Data(work)
    outer = {
        where
        for where in pruning.gone
        if not any(where[:size] in pruning.gone for size in range(1, len(where)))
    }
    data.cut(outer)
    for id, name in pruning.parties.items():
        data.add(("parties",), f"{id}:\n  name: {scalar(name)}")


def _papers(work: Path, before: str, wanted: Wanted, today: date) -> None:
    """What stands around the site: change log, addresses, documents."""
    comparison = fit.comparison(work)
    data = Data(work)
    gone: set[Where] = {("changes", index) for index in range(1, len(comparison.changes))}
    day, says = ("changes", 0, "date"), ("changes", 0, "says")
    data.cut(gone, {day: f"'{today}'", says: scalar(f"First edition of {wanted.name}.")})
    if (work / revisions.FILE).is_file():
        (work / revisions.FILE).write_text(revisions.text(()), encoding="utf-8")
    # What the reference last said is nothing that this edition has changed.
    (work / claims.FILE).unlink(missing_ok=True)
    (work / "tests/permalinks.txt").write_text("", encoding="utf-8")
    kept = [line for line in text_files.read(work / REDIRECTS).split("\n") if line[:1] == "#"]
    (work / REDIRECTS).write_text("\n".join(kept) + "\n", encoding="utf-8")
    config = Document(text_files.read(work / CONFIG))
    # Limits for the prose of the reference; an edition sets its own.
    (work / CONFIG).write_text(config.cut({("extra", "prose")}), encoding="utf-8")
    _packages(work, before, comparison.edition)
    (work / "README.md").write_text(leftovers.readme(wanted.name), encoding="utf-8")
    home = partial(_home, before, comparison.edition.id, wanted.name)
    fit.edit(work / "docs" / addresses.HOME, home)


def _packages(work: Path, before: str, edition: Edition) -> None:
    """The name of the edition where tools of Python and Node look for one."""
    about = f"description = {json.dumps(edition.description, ensure_ascii=False)}"
    for pattern in ("pyproject.toml", "package.json", "package-lock.json", "requirements*.txt"):
        for file in work.glob(pattern):
            text = text_files.read(file).replace(before, edition.id)
            if file.suffix == ".toml":
                text = re.sub(r"(?m)^description = .*$", lambda _: about, text)
            file.write_text(text, encoding="utf-8")


def _home(before: str, id: str, name: str, text: str) -> str:
    """The home page under the name of the edition."""
    quoted = name.replace('"', "”")
    text = re.sub(r"^title: .*$", lambda _: f'title: "{quoted}"', text, count=1, flags=re.MULTILINE)
    text = text.replace(f"{{#{before}}}", f"{{#{id}}}")
    return re.sub(r"^.+(?=\n\{: \.lead \}$)", _LEAD, text, count=1, flags=re.MULTILINE)
