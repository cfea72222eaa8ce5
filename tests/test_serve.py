"""`make serve`: pages show the data as it is now, or what is wrong with it; no file is written."""

from __future__ import annotations

import shutil
import threading
import urllib.error
import urllib.request
from functools import partial
from pathlib import Path

import pytest

from scripts import serve
from scripts.__main__ import main
from scripts.builder import MKDOCS
from scripts.project import DATA
from tests import building
from tests.files import edit, snapshot

PROPERDOCS = ("properdocs", *MKDOCS[1:])
ZENSICAL = ("zensical", "build", "--clean")


@pytest.fixture
def served(project: Path) -> Path:
    """The small project with all that its pages are made with."""
    for folder in ("overrides/components", "overrides/partials", "overrides/assets"):
        own = {file: file.read_bytes() for file in (project / folder).rglob("*") if file.is_file()}
        shutil.copytree(building.ROOT / folder, project / folder, dirs_exist_ok=True)
        for file, content in own.items():
            file.write_bytes(content)
    for name in ("overrides/main.html", "overrides/404.html"):
        shutil.copy(building.ROOT / name, project / name)
    shutil.copytree(building.ROOT / "overrides/.icons", project / "overrides/.icons")
    # One file, since not every builder reads settings from two.
    real = (building.ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    nav = (project / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    (project / "mkdocs.yml").write_text(f"{real}\nnav:\n{nav}", encoding="utf-8")
    assert main(["--root", str(project), "write"]) == 0
    return project


def draft(root: Path, folder: Path, command: tuple[str, ...] = MKDOCS) -> serve.Draft:
    folder.mkdir()
    made = serve.Draft(root, command, folder)
    made.build()
    return made


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(edit(text, old, new), encoding="utf-8")


def page(made: serve.Draft, name: str) -> str:
    assert made.site
    return (made.site / name / "index.html").read_text(encoding="utf-8")


def box(text: str) -> str:
    return text.partition('role="alert"')[2].partition("</div>")[0]


def test_an_edit_of_the_data_shows_and_writes_no_file(served: Path, tmp_path: Path) -> None:
    change(served, DATA, "At night.", "Before dawn.")
    change(served, DATA, "What a miller makes.", "Powder of wheat.")
    change(served, DATA, "{date: 2026-11-02, says", "{date: 2026-11-03, says")
    change(served, "edition.yml", "name: Small", "name: Tiny")
    (served / "docs/dimensions/hours.md").chmod(0o444)
    before = snapshot(served)
    made = draft(served, tmp_path / "draft")
    assert snapshot(served) == before and made.problems == []
    assert "Before dawn." in page(made, "compare")
    assert made.site and "Before dawn." in (made.site / "data/comparison.csv").read_text("utf-8")
    about = page(made, "about")
    assert "November 3, 2026" in about and "Tiny" in about
    assert 'role="alert"' not in about


@pytest.mark.parametrize(
    "command",
    [MKDOCS, *(pytest.param(each, marks=pytest.mark.slow) for each in (PROPERDOCS, ZENSICAL))],
)
def test_problems_stand_above_the_page(
    served: Path, tmp_path: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    if command != MKDOCS:  # which shares names with them: each in a process of its own, as always
        monkeypatch.setattr("scripts.builder.run", lambda words: building.status(*words))
    if command == ZENSICAL:
        change(served, "mkdocs.yml", "  name: material\n", "  name: material\n  variant: classic\n")
    made = draft(served, tmp_path / "draft", command)
    assert 'role="alert"' not in page(made, "about")
    change(served, "docs/about.md", "By hand.", "With salt [x](gone.md)")
    made.build()
    problem = "docs/about.md:7: the link 'gone.md' leads to no file;"
    assert any(str(each).startswith(problem) for each in made.problems)
    assert "With salt" in page(made, "about")
    for name in ("about", "glossary"):
        assert problem.replace("'", "&#x27;") in box(page(made, name))
    # What breaks the data keeps the last good text, under the message.
    change(served, "docs/about.md", "With salt [x](gone.md)", "By hand.")
    change(served, DATA, "claim: At night.", "clam: At night.")
    made.build()
    assert "Below is the last good text." in box(page(made, "compare"))
    assert "At night." in page(made, "compare")
    change(served, DATA, "clam: At night.", "claim: At noon.")
    made.build()
    assert "At noon." in page(made, "compare") and not box(page(made, "compare"))


def test_an_edit_between_markers_is_reported_and_kept(served: Path, tmp_path: Path) -> None:
    assert main(["--root", str(served), "write"]) == 0
    change(served, "docs/dimensions/hours.md", "\nAt night. (", "\nAt noon. (")
    before = snapshot(served)
    made = draft(served, tmp_path / "draft")
    (problem,) = made.problems
    assert "region 'cell:baker': generated text was edited by hand; edit docs/data/" in str(problem)
    assert snapshot(served) == before


def test_data_that_was_never_good_is_told_on_the_page(served: Path, tmp_path: Path) -> None:
    change(served, DATA, "claim: At night.", "clam: At night.")
    made = draft(served, tmp_path / "draft")
    assert "unknown key &#x27;clam&#x27;" in box(page(made, "about"))


def test_the_server_watches_all_that_a_page_is_made_of(served: Path) -> None:
    (served / "search").mkdir()
    (served / "search/rank.js").touch()
    before = serve.stamps(served)
    files = ("mkdocs.yml", "edition.yml", "docs/about.md", "overrides/main.html", "search/rank.js")
    for name in files:
        (served / name).write_bytes((served / name).read_bytes() + b"\n")
        now = serve.stamps(served)
        assert {path for path in now if now[path] != before[path]} == {str(served / name)}
        before = now


def test_an_edit_of_a_style_shows_and_a_broken_script_is_told(served: Path, tmp_path: Path) -> None:
    shutil.copytree(building.ROOT / "search", served / "search")
    (served / "scripts").mkdir()
    shutil.copy(building.ROOT / "scripts/bundle.mjs", served / "scripts")
    (served / "node_modules").symlink_to(building.ROOT / "node_modules")
    with (served / "overrides/components/base/base.css").open("a", encoding="utf-8") as css:
        css.write(".added { color: red }")
    before = snapshot(served)
    made = draft(served, tmp_path / "draft")
    assert made.problems == [] and snapshot(served) == before
    assert ".added{color:red}" in page(made, "about")
    script = "overrides/components/main.js"
    (served / script).write_text("const = 1;\n", encoding="utf-8")
    made.build()
    assert f"{script}:1: Expected identifier but found" in str(made.problems[0])
    assert "assets/site." in page(made, "about")  # what was bundled last


def test_it_answers_to_its_own_names_alone(tmp_path: Path) -> None:
    made = serve.Draft(tmp_path, MKDOCS, tmp_path)
    made.site, made.number = tmp_path, 7
    (tmp_path / "index.html").write_text("here", encoding="utf-8")
    handler = partial(serve._Handler, draft=made, host="127.0.0.1")
    with serve._Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_address[1]}"
        for path, body in (("/", b"here"), (serve.NUMBER, b"7")):
            assert urllib.request.urlopen(base + path).read() == body
        request = urllib.request.Request(base, headers={"Host": "evil.example:80"})
        with pytest.raises(urllib.error.HTTPError, match="421"):
            urllib.request.urlopen(request)
        server.shutdown()
