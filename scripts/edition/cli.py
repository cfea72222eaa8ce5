"""The commands of this package: their arguments, and what they do to the files or print."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from scripts.edition import kinds, workspace
from scripts.edition.add import ADDED, add
from scripts.edition.new import GUIDE, Wanted, new
from scripts.edition.remove import PAGE, remove
from scripts.edition.rename import rename
from scripts.edition.stubs import Asked

COMMANDS = ("new", "add", "rename", "remove")


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    making = commands.add_parser("new", help="write an edition of your own into a new folder")
    making.add_argument("target", type=Path, metavar="DIR")
    making.add_argument("--name", required=True, help="what the edition is called")
    making.add_argument("--roles", default="", help="ids, with commas between")
    making.add_argument("--dimensions", default="", help="ids, with commas between")
    making.add_argument("--empty", action="store_true", help="one role and one dimension to fill")
    adding = commands.add_parser("add", help="add an entry, with stubs for what is to be written")
    adding.add_argument("kind", metavar="KIND", help=", ".join(ADDED))
    adding.add_argument("id", metavar="ID")
    adding.add_argument("--name", help="as readers see it (default: the words of the id)")
    adding.add_argument("--group", default="delivery", help="of an activity")
    adding.add_argument("--activity", default="", help="that a fight is over")
    naming = commands.add_parser("rename", help="give an entry another name; its id stays")
    naming.add_argument("kind", metavar="KIND", help=", ".join(kinds.NAMES))
    naming.add_argument("id", metavar="ID")
    naming.add_argument("name", metavar="NAME")
    naming.add_argument("--plural", default="", help="of a role (default: with an s)")
    removing = commands.add_parser("remove", help="remove an entry and what needs it")
    removing.add_argument("kind", metavar="KIND", help=", ".join((*kinds.NAMES, PAGE)))
    removing.add_argument("id", metavar="ID")
    for command in (adding, naming, removing):
        command.add_argument("--dry-run", action="store_true", help="show what would change")


def run(options: argparse.Namespace) -> Iterator[str]:
    """Do what a command says; the lines to print."""
    root: Path = options.root
    match options.command:
        case "new":
            yield from _new(root, options)
        case "add":
            name = options.name or options.id.replace("-", " ").capitalize()
            asked = Asked(options.id, name, options.group, options.activity)
            yield from _changed(options, lambda work: add(work, options.kind, asked))
        case "rename":
            yield from _changed(
                options,
                lambda work: rename(work, options.kind, options.id, options.name, options.plural),
            )
        case _:
            yield from _changed(options, lambda work: remove(work, options.kind, options.id))


def _new(root: Path, options: argparse.Namespace) -> Iterator[str]:
    wanted = Wanted(
        options.target,
        options.name,
        _ids(options.roles),
        _ids(options.dimensions),
        options.empty,
    )
    lines = new(root, wanted, date.today())
    target = options.target.as_posix()
    count = f"; {len(lines)} lines for a human eye are in {target}/{GUIDE}" if lines else ""
    yield f"wrote {target}{count}"
    yield f"next: cd {shlex.quote(target)} && make serve"


def _ids(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _changed(options: argparse.Namespace, change: Callable[[Path], list[str]]) -> Iterator[str]:
    """Change a copy, then the project; with --dry-run, only say how."""
    root: Path = options.root
    with workspace.copy(root) as work:
        lines = change(work)
        done = workspace.outcome(root, work)
        if options.dry_run:
            yield from (text.rstrip("\n") for text in done.diff(root))
        else:
            workspace.save(root, done)
    verbs = ("would write", "would remove") if options.dry_run else ("wrote", "removed")
    yield from (f"{verbs[0]} {each.path}" for each in done.changes)
    yield from (f"{verbs[1]} {path}" for path in done.removed)
    yield from lines
