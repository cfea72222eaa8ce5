"""The command line: the only place that reads arguments, writes files and prints.

python -m scripts check     fail with every problem, and a diff where text is stale
python -m scripts write     bring all generated text up to date, all or nothing
python -m scripts finish    make a built site/ ready to be served
python -m scripts build     check, let the site builder build, and finish: in one process
"""

from __future__ import annotations

import argparse
import gc
import os
import runpy
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from scripts import project
from scripts.load import BadData, Problem, load

BUILDER = ["mkdocs", "build", "--strict", "--quiet", "--config-file", "mkdocs.build.yml"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 with messages on standard error otherwise."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--root", type=Path, default=Path(), help="the project's folder (default: the current one)"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="report every problem, change nothing")
    commands.add_parser("write", help="bring generated text up to date")
    commands.add_parser("links", help="check the links that lead out of the site")
    finish = commands.add_parser("finish", help="make a built site ready to be served")
    build = commands.add_parser("build", help="check, build and finish")
    for command in (finish, build):
        command.add_argument("--site", type=Path, help="the built site (default: site/)")
    build.add_argument("--offline", action="store_true", help="to be opened from a folder on disk")
    build.add_argument(
        "builder",
        nargs=argparse.REMAINDER,
        help=f"the site builder's module and arguments (default: {' '.join(BUILDER)})",
    )
    options = parser.parse_args(argv)
    try:
        match options.command:
            case "check":
                return _check(options.root)
            case "write":
                return _write(options.root)
            case "links":
                return _links(options.root)
            case "build":
                site = options.site or options.root / "site"
                return _build(options.root, site, options.builder or BUILDER, options.offline)
            case _:
                return _finish(options.root, options.site or options.root / "site")
    except BadData as bad:
        return _fail(bad.problems)


def _check(root: Path) -> int:
    return _stale(project.stale(project.read(root)))


def _stale(changes: Sequence[project.Change]) -> int:
    for change in changes:
        sys.stderr.write(change.diff())
    for change in changes:
        print(f"{change.path}:1: generated text is stale; run 'make write'", file=sys.stderr)
    return 1 if changes else 0


def _write(root: Path) -> int:
    stale = project.stale(project.read(root))
    try:
        project.save(root, stale)
    except OSError as error:
        name = Path(error.filename or root)
        name = name.relative_to(root) if name.is_relative_to(root) else name
        what = f"cannot be written: {error.strerror}; nothing was changed"
        return _fail([Problem(name.as_posix(), 1, "", what, "make it writable")])
    for change in stale:
        print(f"wrote {change.path}")
    return 0


def _links(root: Path) -> int:
    failed = 0
    from scripts import links  # the rest can do without what asks the network

    found = links.links(root)
    for line in links.check(found):
        print(line)
        failed += 1
    print(f"{len(found)} links checked, {failed} failed")
    return 1 if failed else 0


def _finish(root: Path, site: Path) -> int:
    from scripts.finish import finish  # here, because only this and build need an HTML parser

    if not (site / "index.html").is_file():
        return _fail([Problem(site.as_posix(), 1, "", "holds no built site", "run 'make build'")])
    finish(load(root / project.DATA, project.DATA).comparison, root, site, os.environ)
    return 0


def _build(root: Path, site: Path, builder: Sequence[str], offline: bool) -> int:
    # A build makes much and drops little: looking for garbage all the time costs a tenth of it.
    gc.set_threshold(100_000)
    from scripts.finish import finish

    read = project.read(root)
    if _stale(project.stale(read)):
        return 1
    comparison = read.loaded.comparison
    day = comparison.changed
    # What builders take for the time of the build: so the same content gives the same site.
    epoch = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch))
    failed = _run(builder)
    if not failed:
        finish(comparison, root, site, os.environ, published=not offline, offline=offline)
    return failed


def _run(builder: Sequence[str]) -> int:
    """`python -m` for a module and its arguments, but in this process, which has loaded much of
    what the module needs; its exit status."""
    given, sys.argv = sys.argv, [*builder]
    try:
        runpy.run_module(builder[0], run_name="__main__", alter_sys=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    finally:
        sys.argv = given
    return 0


def _fail(problems: Sequence[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1


if __name__ == "__main__":
    status = main()
    gc.freeze()  # the end frees all: looking for garbage once more would cost a build 80 ms
    sys.exit(status)
