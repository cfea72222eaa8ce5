"""A build replaces the site by a whole one, built without a warning, or leaves it alone."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from scripts import builder
from scripts.__main__ import main
from scripts.builder import SITE
from scripts.problems import DataError
from tests import building
from tests.files import edit


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A tree for MkDocs alone, whose theme costs little."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: S\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
        "validation: {anchors: warn}\n",
        encoding="utf-8",
    )
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text("{{ page.content }}", encoding="utf-8")
    return tmp_path


def build(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """What `scripts.builder` does, in a process of its own."""
    command = command or ("mkdocs", "build", "--strict", "--site-dir", SITE)
    text = (
        "import sys; from pathlib import Path; from scripts import builder\n"
        "from scripts.load import DataError\n"
        "try: sys.exit(builder.build(Path('site'), sys.argv[1:], lambda built: None))\n"
        "except DataError as bad: sys.exit(str(bad))"
    )
    return subprocess.run(
        [sys.executable, "-c", text, *command],
        cwd=root,
        env=building.environment(PYTHONPATH=str(building.ROOT)),
        capture_output=True,
        text=True,
    )


def test_a_good_build_prints_nothing_and_replaces_the_site(docs: Path) -> None:
    (docs / "site").mkdir()
    (docs / "site/index.html").touch()
    (docs / "site/old.html").touch()
    done = build(docs)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (docs / "site/index.html").is_file()
    assert not (docs / "site/old.html").exists()
    assert sorted(path.name for path in docs.iterdir()) == ["docs", "mkdocs.yml", "site", "theme"]


@pytest.mark.parametrize("module", ["mkdocs", "properdocs"])
@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("[x](nowhere.md)", "contains a link 'nowhere.md', but the target is not found"),
        ("[x](#nowhere)", "contains a link '#nowhere', but there is no such anchor"),
        ("![x](gone.png)", "contains a link 'gone.png', but the target is not found"),
    ],
)
def test_a_warning_of_the_builder_fails_the_build(
    docs: Path, module: str, text: str, warning: str
) -> None:
    (docs / "site").mkdir()
    (docs / "site/index.html").touch()
    with (docs / "docs/index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    done = build(docs, module, "build", "--strict", "--site-dir", SITE)
    assert done.returncode == 1
    assert warning in done.stderr
    assert "INFO" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.endswith("site/ was not changed: the build failed.\n")
    assert [path.name for path in (docs / "site").iterdir()] == ["index.html"]
    assert not (docs / ".site.building").exists()


def test_make_builds_strictly_and_counts_warnings() -> None:
    """With --quiet, MkDocs counts none."""
    assert "--strict" in builder.MKDOCS
    assert not {"--quiet", "-q"} & {*builder.MKDOCS}
    makefile = (building.ROOT / "Makefile").read_text(encoding="utf-8")
    assert "mkdocs build" not in makefile  # which would go around it


@pytest.mark.parametrize("place", ["docs", ".", ""])
def test_no_folder_of_other_things_is_erased(docs: Path, place: str) -> None:
    with pytest.raises(DataError, match="holds something other than a built site, which a build"):
        builder.build(docs / place, ["this", SITE], lambda built: None)
    assert (docs / "docs/index.md").is_file()
    assert sorted(path.name for path in docs.iterdir()) == ["docs", "mkdocs.yml", "theme"]


def test_what_a_builder_raises_is_a_message(docs: Path) -> None:
    """A theme that is gone, a snippet that is missing: no traceback."""
    config = docs / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    snippets = "markdown_extensions: [{pymdownx.snippets: {check_paths: true}}]\n"
    config.write_text(text + snippets, encoding="utf-8")
    (docs / "docs/index.md").write_text('# A\n\n--8<-- "gone.md"\n', encoding="utf-8")
    done = build(docs)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "mkdocs.yml:1: mkdocs stopped at SnippetMissingError: " in done.stderr
    config.write_text(edit(text, "name: null", "name: gone"), encoding="utf-8")
    done = build(docs)
    assert done.returncode == 1
    assert "Unrecognised theme name: 'gone'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_in_place_of_the_site(docs: Path) -> None:
    (docs / "site").touch()
    done = build(docs)
    assert done.returncode == 1
    assert done.stderr.startswith("site:1: is not a folder; remove it, or name another place")


def test_two_builds_of_one_site(tmp_path: Path) -> None:
    """The second says so; the first is not disturbed."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").touch()
    beside = tmp_path / ".site.building"
    beside.mkdir()
    (beside / "half.html").touch()
    held = os.open(beside, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    with pytest.raises(DataError, match="another build of it is at work; wait until"):
        builder.build(site, ["this", SITE], lambda built: None)
    assert (beside / "half.html").exists()
    assert (site / "index.html").exists()
    os.close(held)


def test_a_step_after_the_builder_that_fails(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, say: the site is the last good one, and nothing is left beside it."""
    monkeypatch.chdir(docs)
    (docs / "site").mkdir()
    (docs / "site/index.html").touch()
    monkeypatch.setattr(builder, "run", lambda command: 0)

    def fails(built: Path) -> None:
        (built / "half.html").touch()
        raise OSError(28, "No space left on device", str(built / "x"))

    with pytest.raises(OSError, match="No space"):
        builder.build(docs / "site", ["x", SITE], fails)
    assert [path.name for path in (docs / "site").iterdir()] == ["index.html"]
    assert not (docs / ".site.building").exists()


def test_a_step_that_nobody_foresaw_is_a_message(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages of a theme that this site was not made for."""
    monkeypatch.setattr(builder, "run", lambda command: 0)

    def fails(built: Path) -> None:
        {}[""]  # type: ignore[index]

    with pytest.raises(DataError) as bad:
        builder.build(docs / "site", ["x", SITE], fails)
    (problem,) = bad.value.problems
    assert problem.path.endswith("test_builder.py")
    assert problem.what == "what the builder left cannot be finished: KeyError: ''"


BAD = ("roles.example.com", "", "https://e.org/a b/", "ftp://e.org/")
BAD_PARTS = ("https://e.org/?a=b", "https://e.org/#a", "https://u:p@e.org/")


@pytest.mark.parametrize("address", [*BAD, *BAD_PARTS])
def test_an_address_of_the_deployment_that_is_none(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    address: str,
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    assert main(["--root", str(project), "build"]) == 1
    assert capsys.readouterr().err == (
        f"mkdocs.yml:1: site_url: SITE_URL is {address!r}, not a web address; "
        "write it as https://host/path/, without spaces, ?, #, or a password\n"
    )


def test_a_site_that_cannot_be_replaced_stays(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (docs / "site").mkdir()
    (docs / "site/index.html").touch()
    monkeypatch.setattr(builder, "run", lambda command: 0)

    def vanishes(built: Path) -> None:
        shutil.rmtree(built)

    with pytest.raises(FileNotFoundError):
        builder.build(docs / "site", ["x", SITE], vanishes)
    assert [path.name for path in (docs / "site").iterdir()] == ["index.html"]


def test_front_matter_never_becomes_markup(project: Path, tmp_path: Path) -> None:
    """Templates escape it; that `check` refuses it is a second line."""
    shutil.copy(building.ROOT / "mkdocs.yml", project / "base.yml")
    shutil.copytree(building.ROOT / "overrides", project / "overrides", dirs_exist_ok=True)
    page = project / "docs/about.md"
    evil = '---\ntitle: "x &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"\n---\n'
    page.write_text(evil + page.read_text(encoding="utf-8"), encoding="utf-8")
    building.run("mkdocs", "build", "--site-dir", str(tmp_path / "site"), cwd=project)
    tree = html.parse(tmp_path / "site/about/index.html").getroot()
    assert not any("alert(1)" in (script.text or "") for script in tree.iter("script"))
    title = 'x "><script>alert(1)</script>'
    assert tree.xpath("//meta[@property='og:title']/@content") == [title]
    assert tree.findtext("head/title") == f"{title} · Small"
