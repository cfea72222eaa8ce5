"""What goes along with the site, and how it is packed: licenses, the zip, modes, the cache."""

from __future__ import annotations

import json
import stat
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest

from scripts.problems import DataError
from scripts.publish import cache, licenses
from scripts.publish.archive import pack, sums
from scripts.publish.site import BuiltSite
from tests import building

# Licenses


def test_every_package_that_is_shipped_brings_its_license(site: Path) -> None:
    text = (site / licenses.FILE).read_text(encoding="utf-8")
    wanted = json.loads((building.ROOT / "package.json").read_text())["dependencies"]
    for name in wanted.keys() - licenses.TOOLS:
        assert f"{name} {wanted[name]}\n====" in text
    own = (building.ROOT / "LICENSE-CONTENT").read_text(encoding="utf-8").split("\n")[0]
    for said in ("Martin Donath", "Apache", own):
        assert said in text


def test_a_license_that_is_missing_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in ("LICENSE", "LICENSE-CONTENT"):
        (tmp_path / file).write_text("L")
    (tmp_path / "package.json").write_text('{"dependencies": {"some-package": "1.0.0"}}')
    monkeypatch.setattr(licenses, "HERE", tmp_path)
    with pytest.raises(DataError, match="node_modules/some-package/LICENSE:1: a license that must"):
        list(licenses.collected())


def test_notices_in_scripts_are_kept(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("")
    site = BuiltSite(tmp_path)
    site.write(licenses.FILE, "/*! by Somebody */")
    licenses.write(site)
    text = (tmp_path / licenses.FILE).read_text(encoding="utf-8")
    assert text.startswith("This site: its code\n====") and text.endswith("/*! by Somebody */\n")


def test_the_licenses_are_linked_and_packed(site: Path, offline: str) -> None:
    about = BuiltSite(site).by_url["about/"]
    assert "../assets/licenses.txt" in about.tree.xpath("//article//a/@href")
    folder = Path(unquote(urlsplit(offline).path))
    with ZipFile(folder.with_name(f"{folder.name}.zip")) as archive:
        assert f"{folder.name}/assets/licenses.txt" in archive.namelist()
        assert f"{folder.name}/index.html" in archive.namelist()


# The zip


def test_the_same_files_make_the_same_zip(tmp_path: Path) -> None:
    packed = []
    for place, mode in (("one", 0o600), ("two", 0o755)):
        folder = tmp_path / place / "site"
        for name in ("b/c.txt", "a.txt", "ü (1).txt")[:: 1 if mode == 0o600 else -1]:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(name * 100, encoding="utf-8")
            file.chmod(mode)
        packed.append(pack(folder, 1_700_000_000))
    assert packed[0].read_bytes() == packed[1].read_bytes()
    with ZipFile(packed[0]) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == [
            "site/a.txt",
            "site/b/c.txt",
            "site/ü (1).txt",
        ]
        assert {entry.date_time for entry in entries} == {(2023, 11, 14, 22, 13, 20)}
        assert {entry.external_attr >> 16 for entry in entries} == {stat.S_IFREG | 0o644}
        assert archive.read("site/a.txt") == b"a.txt" * 100


def test_a_time_before_zips_is_the_first_they_know(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a").write_text("")
    with ZipFile(pack(tmp_path / "site", 0)) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


# What a server may read, and what a build may reuse


def test_every_server_can_read_what_anybody_built(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir(mode=0o700)
    for name in ("index.html", "assets/a.css"):
        (tmp_path / name).write_text("<article>")
        (tmp_path / name).chmod(0o600)
    BuiltSite(tmp_path).save()
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert set(modes.values()) == {0o644, 0o755}
    assert modes[tmp_path / "assets"] == 0o755


def test_a_spoiled_result_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"picture")
        return made[-1]

    assert [cache.kept(b"asked", make) for _ in range(2)] == [b"picture"] * 2
    assert len(made) == 1
    (file,) = (tmp_path / "cache").iterdir()
    for spoiled in (b"", b"x", file.read_bytes()[:-1], file.read_bytes() + b"x"):
        file.write_bytes(spoiled)
        made.clear()
        assert cache.kept(b"asked", make) == b"picture"
        assert made == [b"picture"]


def test_the_sums_are_those_that_a_downloader_checks(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"one")
    (tmp_path / "SHA256SUMS").write_text(sums([tmp_path / "a.zip"]), encoding="utf-8")
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 0
    (tmp_path / "a.zip").write_bytes(b"two")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 1
