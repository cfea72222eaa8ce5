"""Run a site builder so that only a whole site, built without a warning, replaces the last one.

The site is built and finished in a folder beside its place and then moved there. Whoever serves
`site/` meanwhile has the last good one, a failed build leaves it as it was, and of two builds of
one site the second says that the first is at work.
"""

from __future__ import annotations

import fcntl
import logging
import os
import runpy
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scripts.problems import DataError, Problem

# In a command, where the builder's own option for its target stands.
SITE = "{site}"
# Not --quiet: with it MkDocs counts no warnings, and --strict fails nothing.
MKDOCS = ("mkdocs", "build", "--strict", "--site-dir", SITE)


def build(site: Path, command: Sequence[str], publish: Callable[[Path], None]) -> int:
    """Build into the place of `site`, or leave it alone; the builder's exit status.

    `publish` gets the folder with what the builder made, before readers do.
    """
    with _beside(site) as folder:
        failed = run([str(folder) if word == SITE else word for word in command])
        if failed:
            print(f"{site.name}/ was not changed: the build failed.", file=sys.stderr)
            return failed
        # A builder without such an option has built into its own place.
        built = folder if SITE in command else site
        try:
            publish(built)
        except (DataError, OSError):
            raise
        except Exception as error:  # what another theme leaves can be anything
            raise DataError([_unforeseen(error)]) from error
        if built != site:
            _move(built, site)
    return 0


@contextmanager
def _beside(site: Path) -> Iterator[Path]:
    """An empty folder beside the site, for one build at a time; gone at the end."""
    if site.exists() and not site.is_dir():
        raise _bad(site, "is not a folder", "remove it, or name another place with --site")
    if site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file():
        what = "holds something other than a built site, which a build would erase"
        raise _bad(site, what, "empty it, or name another place with --site")
    folder = site.with_name(f".{site.name}.building")
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            fix = "wait until that has ended"
            raise _bad(site, "another build of it is at work", fix) from None
        try:
            for left in folder.iterdir():  # by a build that was killed
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(lock)


def _move(built: Path, site: Path) -> None:
    """Put the new site in the place of the old one: two renames, which copy nothing."""
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        built.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def run(command: Sequence[str], shown: bool = False) -> int:
    """`python -m` for a module and its arguments, but in this process, which has loaded much of
    what the module needs; its exit status.

    What the builder logs below a warning is hidden unless asked for.
    """
    given, sys.argv = sys.argv, [*command]
    logging.disable(logging.NOTSET if shown else logging.INFO)
    try:
        runpy.run_module(command[0], run_name="__main__", alter_sys=True)
    except SystemExit as stop:
        if isinstance(stop.code, str):
            print(stop.code, file=sys.stderr)
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except (DataError, KeyboardInterrupt):
        raise
    except Exception as error:  # whatever a builder, its theme or an extension of it raises
        what = " ".join(f"{type(error).__name__}: {error}".split())
        fix = "restore the setting, theme or file that it names"
        raise DataError(
            [Problem("mkdocs.yml", 1, "", f"{command[0]} stopped at {what}", fix)]
        ) from None
    finally:
        logging.disable(logging.NOTSET)
        sys.argv = given
    return 0


def _unforeseen(error: Exception) -> Problem:
    """What stopped the steps after the builder, and the line of code where it did."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    path = Path(last.filename)
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    what = " ".join(
        f"what the builder left cannot be finished: {type(error).__name__}: {error}".split()
    )
    fix = "restore the theme and its settings in mkdocs.yml, or mend this line"
    return Problem(shown.as_posix(), last.lineno or 1, "", what, fix)


def _bad(site: Path, what: str, fix: str) -> DataError:
    return DataError([Problem(site.as_posix(), 1, "", what, fix)])
