"""`new`: five roles and six dimensions of the reference, clean, and an edition without content."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scripts import addresses, regions
from scripts.__main__ import main
from scripts.edition.leftovers import mentions
from scripts.load import load
from scripts.model import Comparison
from scripts.project import CONFIG, DATA, read
from tests import building
from tests.building import ROOT
from tests.conftest import Once
from tests.files import snapshot
from tests.pages import broken_links

ROLES = (
    "product-manager",
    "product-owner",
    "scrum-master",
    "product-designer",
    "tech-lead",
)
DIMENSIONS = (
    "focus",
    "scope",
    "success-metrics",
    "decision-rights",
    "responsibilities",
    "deliverables",
)
NAME = "Acme’s roles"


@pytest.fixture(scope="module")
def reference() -> Comparison:
    return load(ROOT / DATA, DATA).comparison


@pytest.fixture(scope="module")
def edition(once: Once) -> Path:
    """The edition, with the styles and scripts that `make` would bundle."""

    def make(target: Path) -> None:
        words = ["--name", NAME, "--roles", ",".join(ROLES), "--dimensions", ",".join(DIMENSIONS)]
        assert main(["--root", str(ROOT), "new", str(target), *words]) == 0
        bundled(target)

    return once("edition", make)


def bundled(target: Path) -> None:
    for path in (ROOT / "overrides/assets").glob("*.*.*s"):
        shutil.copy(path, target / "overrides/assets")
    for name in ("assets", "site", "tools"):
        shutil.copy(ROOT / f"overrides/partials/{name}.html", target / "overrides/partials")
    (target / "node_modules").symlink_to(ROOT / "node_modules")  # whose licenses go along


pytestmark = pytest.mark.content  # these roles are those of the reference


def test_it_holds_what_was_chosen_and_nothing_else(edition: Path) -> None:
    told = load(edition / DATA, DATA).comparison
    assert set(told.roles) == set(ROLES) and set(told.dimensions) == set(DIMENSIONS)
    assert all(set(pair.roles) <= set(ROLES) for pair in told.pairs.values())
    assert set(told.kits) == set(ROLES)
    assert len(told.activities) > 30 and told.pairs and told.combinations and told.questions
    docs = edition / "docs"
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    assert pages == {*addresses.pages(told), *addresses.generated_pages(told)}
    assert told.edition.name == NAME and not told.edition.reference
    assert [change.says for change in told.changes] == [f"First edition of {NAME}."]
    assert not told.revisions, "what the reference says otherwise is no change of the edition"
    assert (edition / "tests/permalinks.txt").read_text("utf-8") == ""


def test_check_and_build_pass_and_no_link_is_dead(edition: Path, tmp_path: Path) -> None:
    assert main(["--root", str(edition), "check"]) == 0
    site = tmp_path / "site"
    assert building.build(site, edition) == ""
    assert broken_links(site) == []
    home = (site / "index.html").read_text("utf-8")
    assert f"<title>{NAME}</title>" in home or NAME in home


def test_every_line_that_names_what_is_absent_is_listed(
    edition: Path, reference: Comparison
) -> None:
    absent = {
        id: (role.name, role.plural) for id, role in reference.roles.items() if id not in ROLES
    }
    guide = (edition / "EDITION.md").read_text("utf-8")
    listed = {
        (path, int(line)) for path, line in re.findall(r"^- (\S+?):(\d+): names ", guide, re.M)
    }
    forms = sorted((form for each in absent.values() for form in each), key=len, reverse=True)
    kept = [reference.roles[id].name for id in ROLES]
    pattern = re.compile("|".join(map(re.escape, [*forms, *kept])), re.IGNORECASE)
    wanted = {form.casefold() for form in forms}
    told = load(edition / DATA, DATA).comparison
    for page in addresses.pages(told):
        for number, line in regions.handwritten((edition / "docs" / page).read_text("utf-8")):
            if any(found.casefold() in wanted for found in pattern.findall(line)):
                assert (f"docs/{page}", number) in listed, line
    assert {(path, line) for path, line, _ in mentions(edition, absent, told)} == listed


def test_what_nobody_rewords_is_not_listed(edition: Path) -> None:
    guide = (edition / "EDITION.md").read_text("utf-8")
    assert "- docs/data/activities/" in guide
    assert not re.search(r"^- docs/data/(sources|parties)", guide, re.M)


def test_nothing_but_the_notice_of_its_license_names_the_reference(
    edition: Path, reference: Comparison
) -> None:
    before = reference.edition
    named = {
        path.relative_to(edition).as_posix()
        for path in edition.rglob("*")
        if path.is_file()
        and not {"node_modules", "tests", "search"} & set(path.relative_to(edition).parts)
        and path.suffix not in (".png", ".ico")
        and (before.id in (text := path.read_text("utf-8")) or before.name in text)
    }
    origin = {"edition.yml", "LICENSE", "LICENSE-CONTENT", "docs/about.md", "docs/data.md"}
    assert named == origin
    told = load(edition / DATA, DATA).comparison.edition
    assert told.based_on and told.based_on.name == before.name
    about = (edition / "pyproject.toml").read_text("utf-8")
    assert f'name = "{told.id}"' in about and told.description in about


def test_what_readers_look_up_names_nothing_absent(edition: Path, reference: Comparison) -> None:
    absent = [role.name.lower() for id, role in reference.roles.items() if id not in ROLES]
    read_ = read(edition)
    for page in (addresses.QUESTIONS, addresses.DISAGREEMENTS, addresses.SETTLE):
        for region in regions.find(text := read_.full[page]):
            shown = "\n".join(text.split("\n")[region.begin : region.end]).lower()
            # A fight may be with somebody whose role is left out: a choice of the filter.
            shown = re.sub(r"<option.*?</option>|<[^>]+>", "", shown)
            assert not [name for name in absent if re.search(rf"\b{name}\b", shown)], page
    asked = load(edition / DATA, DATA).comparison.asks
    words = [each for phrases in asked.values() for each in phrases]
    assert not [each for each in words if "engineering manager" in each]


def test_verdicts_are_those_of_the_reference(edition: Path, reference: Comparison) -> None:
    """Witnesses whose leader is absent stay, so nobody leads who did not lead before."""
    from scripts import evidence

    told = load(edition / DATA, DATA).comparison
    changed = [
        id
        for id, each in told.activities.items()
        if evidence.leads(told, each).usual
        != evidence.leads(reference, reference.activities[id]).usual
    ]
    assert changed == []


@pytest.mark.slow
def test_an_empty_edition_checks_builds_and_grows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "empty"
    assert main(["--root", str(ROOT), "new", str(target), "--name", "Mine", "--empty"]) == 0
    bundled(target)
    assert main(["--root", str(target), "check"]) == 0
    assert building.build(tmp_path / "site", target) == ""
    assert broken_links(tmp_path / "site") == []
    told = load(target / DATA, DATA).comparison
    assert len(told.roles) == len(told.dimensions) == 1
    home = (target / "docs" / addresses.HOME).read_text("utf-8")
    assert "No fight is settled here yet." in home
    assert "\n1 role on 1 dimension, 1 source.\n" in home
    assert (target / "EDITION.md").read_text("utf-8").endswith("\n\nNothing is left over.\n")
    before = snapshot(target)
    for words in ("role baker", "pair first-role-vs-baker", "term oven"):
        assert main(["--root", str(target), "add", *words.split()]) == 0
    assert "versus/index.md" in (target / CONFIG).read_text("utf-8")
    for words in ("term oven", "role baker"):
        assert main(["--root", str(target), "remove", *words.split()]) == 0
    assert {k: v for k, v in snapshot(target).items() if "__pycache__" not in k} == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--roles product-manager,product-owner --dimensions focsu", "'focsu'; did you mean 'foc"),
        ("--roles product-manager,produkt-owner --dimensions focus", "unknown id 'produkt-owner'"),
        ("--roles product-manager --dimensions focus", "--roles: too few are named; name 2 or"),
        ("--roles product-manager,product-owner", "--dimensions: too few are named; name 1"),
        (
            "--roles product-manager,product-manager --dimensions focus",
            "is named twice; name it on",
        ),
        ("--empty --name R&D", "edition.yml:1: --name: holds &, which the head of a page cannot; "),
        (
            "--empty --roles product-manager",
            "--roles: is for an edition with content; leave it out",
        ),
    ],
)
def test_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, expected: str
) -> None:
    target = tmp_path / "mine"
    assert main(["--root", str(ROOT), "new", str(target), "--name", "M", *words.split()]) == 1
    assert expected in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "new", "", "--name", "M", "--empty"]) == 1
    assert ".:1: no folder is named; name one that is not there yet" in capsys.readouterr().err


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    for target, what in (("mine", "is there already; name"), ("a/b", "its folder does not exist")):
        path = tmp_path / target
        assert main(["--root", str(ROOT), "new", str(path), "--name", "M", "--empty"]) == 1
        assert f"{path}:1: {what}" in capsys.readouterr().err
    assert [each.name for each in tmp_path.rglob("*")] == ["mine"]


def test_none_is_written_where_the_reference_or_nobody_sees_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for target, what in (
        (ROOT / "docs/mine", "stands inside of this project; name a folder beside it"),
        (tmp_path / "two\nlines", "its name holds what nobody sees; name another"),
    ):
        assert main(["--root", str(ROOT), "new", str(target), "--name", "M", "--empty"]) == 1
        assert what in capsys.readouterr().err
        assert not target.exists()
