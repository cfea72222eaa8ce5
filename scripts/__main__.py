"""The command line: the only place that reads arguments, writes files and prints.

python -m scripts check     fail with every problem, and each file whose generated text is stale
python -m scripts write     bring all generated text up to date, all or nothing
python -m scripts publish   make a built site/ ready to be served
python -m scripts build     check, let the site builder build, and publish: in one process
python -m scripts serve     show the site while it is edited
python -m scripts new       write an edition of one's own; add, rename, remove change its entries
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from scripts import addresses, builder, edits, moves, page_rules, project, saving
from scripts.builder import MKDOCS
from scripts.edition import cli as edition
from scripts.folding import fold
from scripts.load import load
from scripts.problems import DataError, Problem


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 with messages on standard error otherwise."""
    options = _parser().parse_args(argv)
    try:
        status = _run(options)
        sys.stdout.flush()
        return status
    except DataError as bad:
        return _fail(bad.problems, getattr(options, "all", False))
    except BrokenPipeError:
        sys.stdout = None  # nobody reads on; Python would complain at the end
        return 1
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        path = "standard output" if error.filename is None else _shown(options.root, error.filename)
        return _fail([Problem(path, 1, "", what, "make room, or make it writable, and run again")])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--root", type=Path, default=Path(), help="the project's folder (default: the current one)"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="report every problem, change nothing")
    check.add_argument("--diff", action="store_true", help="show how stale text differs")
    write = commands.add_parser("write", help="bring generated text up to date")
    write.add_argument("--force", action="store_true", help="drop edits between generated markers")
    edition.add_parsers(commands)
    links = commands.add_parser(
        "links", help="report sources that are dead, moved, or to be reread"
    )
    links.add_argument("--offline", action="store_true", help="only what tells without the network")
    commands.add_parser("release", help="pack the site, with and without a server, with checksums")
    serve = commands.add_parser("serve", help="show the site while it is edited")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    publish = commands.add_parser("publish", help="make a built site ready to be served")
    build = commands.add_parser("build", help="check, build and publish")
    for command in (check, write, build):
        command.add_argument("--all", action="store_true", help="show each of many like problems")
    for command in (publish, build):
        command.add_argument("--site", type=Path, help="the built site (default: site/)")
    build.add_argument(
        "--offline",
        action="store_true",
        help="to be opened from a folder on disk, packed as a zip beside it",
    )
    for command in (build, serve):
        command.add_argument(
            "builder",
            nargs=argparse.REMAINDER,
            help=f"the site builder's module and arguments (default: {' '.join(MKDOCS)})",
        )
    return parser


def _run(options: argparse.Namespace) -> int:
    root: Path = options.root
    match options.command:
        case command if command in edition.COMMANDS:
            for line in edition.run(options):
                print(line)
            return 0
        case "check":
            return _check(root, options.diff, options.all)
        case "write":
            return _write(root, options.force)
        case "links":
            return _links(root, options.offline)
        case "release":
            return _release(root)
        case "serve":
            return _serve(root, options.host, options.port, options.builder or MKDOCS)
        case "build":
            command = options.builder or MKDOCS
            return _build(root, options.site, command, offline=options.offline, every=options.all)
        case _:
            return _publish(root, options.site or root / "site")


def _check(root: Path, diff: bool, every: bool) -> int:
    read = project.read(root)
    stale = _stale(read, project.stale(read), diff)
    return _fail([*_strict(read), *page_rules.check_prose(read.checked)], every) or stale


def _strict(read: project.Project) -> list[Problem]:
    """What keeps a site from being built, although its text can be generated."""
    problems = list(page_rules.check_strictly(read.checked))
    try:
        moves.read(read.root, set(map(addresses.url, read.full)))
    except DataError as bad:
        problems += bad.problems
    return problems


def _stale(read: project.Project, changes: Sequence[saving.Change], diff: bool = False) -> int:
    edited = list(edits.find(read, changes))
    for change in changes if diff else ():
        sys.stderr.write(change.diff())
    for problem in edited:
        print(problem, file=sys.stderr)
    paths = {problem.path for problem in edited}
    for change in changes:
        if change.path not in paths:
            what = "generated text is stale"
            print(f"{change.path}:{change.line}: {what}; run 'make write'", file=sys.stderr)
    return 1 if changes else 0


def _write(root: Path, force: bool) -> int:
    saving.remove_leftovers(root)
    read = project.read(root)
    changes = project.stale(read)
    if not force and (edited := list(edits.find(read, changes))):
        return _fail(edited)
    try:
        saving.save(root, changes)
    except OSError as error:
        name = _shown(root, error.filename or root)
        what = f"cannot be written: {error.strerror}; nothing was changed"
        fix = "make room on the disk" if error.errno == 28 else "make it writable"
        return _fail([Problem(name, 1, "", what, fix)])
    edits.note(root, read)
    for change in changes:
        print(f"wrote {change.path}")
    return 0


def _shown(root: Path, name: str | Path) -> str:
    path = Path(name)
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _links(root: Path, offline: bool) -> int:
    """What was once right and may not be so any more."""
    from scripts import links, watch  # the rest can do without what asks the network

    loaded, today = load(root / project.DATA, project.DATA), date.today()
    reports = {"due to be read again": list(watch.due(loaded, today))}
    found = links.links(root)
    if not offline:
        answers = links.answers(found)
        reports["dead"] = list(links.dead(found, answers))
        reports["moved"] = list(links.moved(found, answers))
        reports["changed since the last reading"] = list(watch.changed(loaded, answers, today))
        reports["with a newer edition"] = list(watch.newer(loaded, links.ask, today))
    for name, problems in reports.items():
        if problems:
            print(f"== {len(problems)} {name}", *problems, sep="\n")
    none = ", or ".join(name for name, problems in reports.items() if not problems)
    print(f"== {len(found)} addresses, {'not asked' if offline else 'all asked'}")
    if none:
        print(f"none is {none}")
    print(f"known to have a newer edition: {watch.superseded(loaded)} cited works; each says so")
    return 1 if any(reports.values()) else 0


def _serve(root: Path, host: str, port: int, command: Sequence[str]) -> int:
    from scripts import serve  # here, because only this and build need an HTML parser

    with suppress(KeyboardInterrupt):
        serve.serve(root, host, port, command)
    return 0


def _publish(root: Path, site: Path) -> int:
    from scripts.publish import publish  # here, because only this and build need an HTML parser

    publish(load(root / project.DATA, project.DATA).comparison, root, site, os.environ)
    return 0


def _build(
    root: Path, place: Path | None, command: Sequence[str], *, offline: bool, every: bool
) -> int:
    # A build makes much and drops little: looking for garbage all the time costs a tenth of it.
    gc.set_threshold(100_000)
    from scripts.publish import publish
    from scripts.publish.archive import pack

    read = project.read(root)
    stale = _stale(read, project.stale(read))
    if _fail([*_strict(read), *_addresses()], every) or stale:
        return 1
    comparison = read.loaded.comparison
    site = place or root / (f"build/{comparison.edition.id}" if offline else "site")
    day = comparison.changed
    # What builders take for the time of the build: so the same content gives the same site.
    epoch = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch))

    def finish(built: Path) -> None:
        publish(comparison, root, built, os.environ, offline=offline)

    failed = builder.build(site, command, finish)
    if offline and not failed:
        pack(site, int(os.environ["SOURCE_DATE_EPOCH"]))
    return failed


def _release(root: Path) -> int:
    """The site and its form for use without a server as two zips, and their checksums."""
    from scripts.publish.archive import SUMS, pack, sums

    for offline in (False, True):
        if failed := _build(root, None, MKDOCS, offline=offline, every=False):
            return failed
    data = load(root / project.DATA, project.DATA).comparison
    served = root / f"build/{data.edition.id}-site.zip"
    pack(root / "site", int(os.environ["SOURCE_DATE_EPOCH"]), served)
    text = sums([served, root / f"build/{data.edition.id}.zip"])
    (root / "build" / SUMS).write_text(text, encoding="utf-8")
    print(text, end="")
    return 0


def _addresses() -> Iterator[Problem]:
    """What is wrong with the two addresses of a deployment."""
    for name, setting in (("SITE_URL", "site_url"), ("REPOSITORY_URL", "extra.repository")):
        address = os.environ.get(name)  # an empty one, too, would go without sitemap and feed
        if address is not None and not re.fullmatch(
            r"https?://[^/\s\"'<>@?#]+(?:/[^\s\"'<>?#]*)?", address
        ):
            what = f"{name} is {address!r}, not a web address"
            fix = "write it as https://host/path/, without spaces, ?, #, or a password"
            yield Problem(project.CONFIG, 1, setting, what, fix)


def _fail(problems: Iterable[Problem], every: bool = False) -> int:
    shown = list(problems) if every else fold(problems)
    for problem in shown:
        print(problem, file=sys.stderr)
    return 1 if shown else 0


if __name__ == "__main__":
    status = main()
    gc.freeze()  # the end frees all: looking for garbage once more would cost a build 80 ms
    sys.exit(status)
