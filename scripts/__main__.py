"""The command line: the only place that reads arguments, writes files and prints.

python -m scripts check     fail with every problem, and a diff where text is stale
python -m scripts write     bring all generated text up to date, all or nothing
python -m scripts epoch     print the date of the content as seconds, for SOURCE_DATE_EPOCH
python -m scripts finish    make a built site/ ready to be served
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from scripts import links, project
from scripts.load import BadData, Problem, load


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
    commands.add_parser("epoch", help="print the date of the content as seconds since 1970")
    finish = commands.add_parser("finish", help="make a built site ready to be served")
    finish.add_argument("--site", type=Path, default=None, help="the built site (default: site/)")
    options = parser.parse_args(argv)
    try:
        match options.command:
            case "check":
                return _check(options.root)
            case "write":
                return _write(options.root)
            case "links":
                return _links(options.root)
            case "epoch":
                return _epoch(options.root)
            case _:
                return _finish(options.root, options.site or options.root / "site")
    except BadData as bad:
        return _fail(bad.problems)


def _check(root: Path) -> int:
    stale = project.stale(project.read(root))
    for change in stale:
        sys.stderr.write(change.diff())
    for change in stale:
        print(
            f"{change.path}:1: generated text is stale; run 'make write'",
            file=sys.stderr,
        )
    return 1 if stale else 0


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
    found = links.links(root)
    for line in links.check(found):
        print(line)
        failed += 1
    print(f"{len(found)} links checked, {failed} failed")
    return 1 if failed else 0


def _epoch(root: Path) -> int:
    day = load(root / project.DATA, project.DATA).comparison.changed
    print(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
    return 0


def _finish(root: Path, site: Path) -> int:
    from scripts.finish import finish  # here, because only this command needs an HTML parser

    if not (site / "index.html").is_file():
        return _fail([Problem(site.as_posix(), 1, "", "holds no built site", "run 'make build'")])
    finish(project.read(root).loaded.comparison, root, site, os.environ)
    return 0


def _fail(problems: Sequence[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
