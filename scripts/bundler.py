"""Run the bundler over the styles and scripts of a copy of the project."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.problems import Problem

SCRIPT = "scripts/bundle.mjs"
# As esbuild reports: what is wrong, then on a line of its own where, as `path:line:column:`.
_ERROR = re.compile(r"\[(?:ERROR|WARNING)\] (.+)\n\s+([^\s:]+):(\d+):\d+:")


def bundle(root: Path, copy: Path) -> list[Problem]:
    """Bundle in `copy` by the tools of `root`; what is wrong with the styles and scripts.

    A project that brings no bundler of its own keeps the files that it has.
    """
    if not (root / SCRIPT).is_file():
        return []
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if not node or not (root / "node_modules").is_dir():
        what = "styles and scripts are not bundled anew: Node or its packages are not installed"
        return [Problem(SCRIPT, 1, "", what, "run 'make serve', which installs them")]
    done = subprocess.run(
        [node, str(root / SCRIPT)],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [
        Problem(path, int(line), "", what, "mend the style or script")
        for what, path, line in dict.fromkeys(_ERROR.findall(done.stderr))
    ]
    if done.returncode and not found:
        said = next((line for line in done.stderr.splitlines() if line.strip()), "no message")
        found.append(Problem(SCRIPT, 1, "", f"the bundler failed: {said}", "run it by hand"))
    return found
