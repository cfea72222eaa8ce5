"""A folder as a zip, the same bytes from the same files whenever and wherever it is packed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MODE = 0o100644 << 16  # a plain file that everybody may read
_UNIX = 3
SUMS = "SHA256SUMS"


def pack(folder: Path, epoch: int, target: Path | None = None) -> Path:
    """Write a zip of the folder, beside it unless a place is given, every file dated `epoch`."""
    target = target or folder.with_name(f"{folder.name}.zip")
    date = datetime.fromtimestamp(max(epoch, 315532800), UTC)  # a zip holds no year before 1980
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
            entry = ZipInfo(name, date.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _MODE
            archive.writestr(entry, file.read_bytes())
    return target


def sums(files: Iterable[Path]) -> str:
    """What `sha256sum --check` reads."""
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in files)
    return "\n".join(lines) + "\n"
