"""`add`, `rename` and `remove`: everything that is due, all or nothing, and nothing lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.edition.prune import Pruning, close
from scripts.load import load
from scripts.model import Comparison
from scripts.page_rules.permalinks import LIST
from scripts.project import DATA
from tests.files import edit, snapshot

pytestmark = pytest.mark.slow

Capture = pytest.CaptureFixture[str]

ADDITIONS = {
    "role": ("role", "miller-boy"),
    "dimension": ("dimension", "tools"),
    "activity": ("activity", "sweep-the-shop", "--group", "market"),
    "pair": ("pair", "baker-vs-miller-boy"),
    "combination": ("combination", "shop-keeper-and-baker-boy"),
    "question": ("question", "who-sweeps"),
    "term": ("term", "yeast"),
    "title": ("title", "shop-hand"),
    "source": ("source", "bread-atlas"),
    "fight": ("fight", "who-sweeps-here", "--activity", "set-the-price"),
}


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), *words])


def texts(root: Path) -> dict[str, bytes]:
    return {path: content for path, (_, content) in snapshot(root).items()}


@pytest.mark.parametrize("kind", ADDITIONS)
def test_what_is_added_must_be_written_and_goes_without_a_trace(
    project: Path, capsys: Capture, kind: str
) -> None:
    if kind == "pair":
        assert run(project, "add", "role", "miller-boy") == 0
    if kind == "combination":
        assert run(project, "add", "role", "baker-boy") == 0
    before = texts(project)
    assert run(project, "add", *ADDITIONS[kind]) == 0
    assert run(project, "write") == 0
    told = capsys.readouterr().out
    assert "still to be written" in told
    assert run(project, "check") == 1
    assert "still to be written" in capsys.readouterr().err
    assert run(project, "remove", *ADDITIONS[kind][:2]) == 0
    assert texts(project) == before


def test_a_role_is_written_everywhere(project: Path, capsys: Capture) -> None:
    assert run(project, "add", "role", "miller-boy", "--name", "Miller’s boy") == 0
    told = load(project / DATA, DATA).comparison
    assert told.roles["miller-boy"].name == "Miller’s boy"
    assert all("miller-boy" in each.cells for each in told.dimensions.values())
    assert "miller-boy" in told.asks
    assert "- Miller’s boy: roles/miller-boy.md" in (project / "mkdocs.yml").read_text("utf-8")
    for page in ("dimensions/focus.md", "dimensions/hours.md"):
        assert "## Miller’s boy {#miller-boy}" in (project / "docs" / page).read_text("utf-8")
    assert "roles/miller-boy.md" in (project / "docs/a-to-z.md").read_text("utf-8")


def test_a_new_name_is_everywhere_and_the_id_stays(project: Path, capsys: Capture) -> None:
    nav = project / "mkdocs.yml"
    assert run(project, "rename", "role", "baker", "Bread maker") == 0
    told = capsys.readouterr().out.splitlines()
    assert "wrote docs/roles/baker.md" in told
    assert any(line.endswith(": still says 'baker'") for line in told)
    assert run(project, "check") == 0
    role = load(project / DATA, DATA).comparison.roles["baker"]
    assert (role.name, role.plural) == ("Bread maker", "Bread makers")
    assert role.aliases == ("bread baker", "baker")  # the old name goes on being found
    assert "- Bread maker: roles/baker.md" in nav.read_text("utf-8")
    assert "## Bread maker {#baker}" in (project / "docs/dimensions/focus.md").read_text("utf-8")
    pair = (project / "docs/versus/baker-vs-shop-keeper.md").read_text("utf-8")
    assert "# Bread maker vs. shop keeper {#baker-vs-shop-keeper}\n" in pair  # its address stays


@pytest.mark.parametrize(
    ("kind", "id", "name", "place"),
    [
        ("dimension", "focus", "Heart", "docs/dimensions/focus.md"),
        ("activity", "set-the-price", "Set each price", "docs/who-does-what/set-the-price.md"),
        ("term", "flour", "Meal flour", "docs/glossary.md"),
        ("source", "book", "Bread bible", "docs/sources.md"),
        ("fight", "bread-or-cake", "Cake or bread?", "docs/settle/bread-or-cake.md"),
        ("party", "guild", "The guild of bakers", "docs/who-does-what/set-the-price.md"),
    ],
)
def test_each_kind_can_be_renamed(project: Path, kind: str, id: str, name: str, place: str) -> None:
    assert run(project, "rename", kind, id, name) == 0
    assert run(project, "check") == 0
    assert name.lower() in (project / place).read_text("utf-8").lower()


def test_a_role_that_goes_leaves_its_addresses(project: Path, capsys: Capture) -> None:
    (project / "tests").mkdir()
    addresses = [
        "/compare/#focus--shop-keeper",
        "/dimensions/focus/#shop-keeper",
        "/roles/baker/",
        "/roles/shop-keeper/",
        "/roles/shop-keeper/#profile",
        "/sources/#book",
        "/versus/baker-vs-shop-keeper/",
        "/who-does-what/set-the-price/",
    ]
    (project / LIST).write_text("\n".join(addresses) + "\n", encoding="utf-8")
    (project / "redirects.txt").write_text("# Addresses that moved.\n", encoding="utf-8")
    assert run(project, "remove", "role", "shop-keeper") == 0
    assert run(project, "check") == 0
    lines = (project / "redirects.txt").read_text("utf-8").splitlines()
    assert lines[0] == "# Addresses that moved."
    assert "/roles/shop-keeper/ /roles/" in lines
    assert "/compare/#focus--shop-keeper /compare/#focus" in lines
    # What has no near part leads to the top of its page, not to another entry.
    assert "/dimensions/focus/#shop-keeper /dimensions/focus/#focus" in lines
    assert "/versus/baker-vs-shop-keeper/ /" in lines
    told = load(project / DATA, DATA).comparison
    assert list(told.roles) == ["baker"] and not told.pairs and not told.combinations
    # Who leads follows from every witness, so the one who led stays as a party.
    assert told.parties["shop-keeper"].name == "Shop keeper"
    assert not (project / "docs/roles/shop-keeper.md").exists()


def test_a_source_goes_only_when_nothing_rests_on_it_alone(project: Path, capsys: Capture) -> None:
    before = texts(project)
    assert run(project, "remove", "source", "book") == 1
    told = capsys.readouterr().err
    assert "docs/data/comparison.yml:" in told and "rests on 'book' alone" in told
    assert "; name another source first, or remove the claim" in told
    assert texts(project) == before


def test_a_published_source_that_loses_its_last_citation_is_retired(project: Path) -> None:
    (project / "tests").mkdir()
    (project / LIST).write_text("/sources/#extra\n", encoding="utf-8")
    file = project / DATA
    text = file.read_text("utf-8").replace("sources:\n  book:", f"sources:\n{EXTRA}\n  book:")
    text = text.replace("glossary:\n", "glossary:\n  rye:\n    term: Rye\n    says: A grain.\n"
                        "    sources: [{id: extra}]\n")  # fmt: skip
    file.write_text(text, encoding="utf-8")
    assert run(project, "write") == 0
    assert run(project, "remove", "term", "rye") == 0
    assert load(file, DATA).comparison.sources["extra"].retired
    assert run(project, "check") == 0


def test_a_page_is_left_out_with_what_leads_to_it(project: Path, capsys: Capture) -> None:
    search = project / "docs/data/search.yml"
    text = edit(search.read_text("utf-8"), "asks:\n", "asks:\n  pictures/: [show me charts]\n")
    search.write_text(text, encoding="utf-8")
    home = project / "docs/index.md"
    told = (
        "Whoever would rather look than read finds in the {} how far ahead each of the two looks."
    )
    text = f"{home.read_text('utf-8')}\n{told.format('[charts](pictures.md)')}\n"
    home.write_text(text, encoding="utf-8")
    (project / LIST).parent.mkdir(exist_ok=True)
    (project / LIST).write_text("/pictures/\n", encoding="utf-8")
    assert run(project, "write") == run(project, "check") == 0
    assert run(project, "remove", "page", "pictures.md") == 0
    printed = capsys.readouterr().out
    assert re.search(r"docs/index\.md:\d+: lost a link to what is not here", printed)
    assert not (project / "docs/pictures.md").exists()
    assert told.format("charts") in home.read_text("utf-8")
    assert "pictures" not in search.read_text("utf-8")
    assert "/pictures/ /\n" in (project / "redirects.txt").read_text("utf-8")
    left_out = load(project / DATA, DATA).comparison.edition.leave_out
    assert left_out == ("do-we-need-both.md", "pictures.md")
    assert run(project, "check") == 0


EXTRA = (
    "  extra: {title: T, short: Extra, author: A, publisher: P, year: n.d., seen: 2026-01, "
    "kind: expert}"
)


def test_a_dry_run_changes_nothing(project: Path, capsys: Capture) -> None:
    before = snapshot(project)
    for words in (
        ("add", "term", "yeast", "--dry-run"),
        ("rename", "role", "baker", "Bread maker", "--dry-run"),
        ("remove", "fight", "bread-or-cake", "--dry-run"),
    ):
        assert run(project, *words) == 0
        told = capsys.readouterr().out
        assert "would write docs/" in told and "+++ docs/" in told
    assert "would remove docs/settle/bread-or-cake.md" in told
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("add rule x", "unknown kind 'rule'; did you mean 'role'?"),
        ("add party x", "'party' cannot be added; "),
        ("add role Müllerin", "'Müllerin' is not a kebab-case id; write 'mullerin'"),
        ("add role Bad_Id", "'Bad_Id' is not a kebab-case id; write 'bad-id'"),
        ("add role baker", "id 'baker' is taken by roles; choose another id"),
        ("add term focus", "id 'focus' is taken by dimensions; choose another id"),
        ("add role index", "the id 'index' is one that the site's own templates use; choose anoth"),
        ("add term cite", "the id 'cite' is one that the site's own templates use; choose another"),
        ("add pair baker", "'baker' does not name two roles; write the ids of two roles with '-vs"),
        ("add pair baker-vs-bakre", "unknown id 'bakre'; did you mean 'baker'?"),
        ("add activity x --group deliver", "unknown group 'deliver'; did you mean 'delivery'?"),
        ("add fight x --activity set-the-prize", "unknown id 'set-the-prize'; did you mean 'set"),
        ("rename role bakre X", "unknown id 'bakre'; did you mean 'baker'?"),
        ("rename role baker Baker", "'baker' has the name 'Baker' already; give another one"),
        (
            "rename pair baker-vs-shop-keeper X",
            "a pair has no name of its own; rename its roles: it is called after them",
        ),
        ("rename dimension focus Hours", "the name 'Hours' is that of"),
        ("remove role bakre", "unknown id 'bakre'; did you mean 'baker'?"),
        ("remove rloe baker", "unknown kind 'rloe'; did you mean 'role'?"),
        ("remove page about", "'about.md' cannot be left out; "),
        ("remove page do-we-need-both.md", "'do-we-need-both.md' is left out already; "),
    ],
)
def test_bad_input(project: Path, capsys: Capture, words: str, expected: str) -> None:
    before = snapshot(project)
    assert run(project, *words.split()) == 1
    told = capsys.readouterr()
    assert expected in told.err and not told.out
    assert all(line.startswith("docs/data/comparison.yml:") for line in told.err.splitlines())
    assert snapshot(project) == before


def test_the_last_of_the_roles_stays(project: Path, capsys: Capture) -> None:
    assert run(project, "remove", "role", "shop-keeper") == 0
    before = snapshot(project)
    assert run(project, "remove", "role", "baker") == 1
    assert "'baker' is the only role; rename it instead" in capsys.readouterr().err
    assert snapshot(project) == before


def test_what_cannot_be_written_changes_nothing(project: Path, capsys: Capture) -> None:
    page = project / "docs/glossary.md"
    page.chmod(0o444)
    before = snapshot(project)
    assert run(project, "add", "term", "yeast") == 1
    assert "docs/glossary.md:1: cannot be written" in capsys.readouterr().err
    assert snapshot(project) == before


def test_a_question_outlives_its_activity_while_it_is_still_settled(small: Comparison) -> None:
    """So do titles and terms; a question that would no longer say who decides, or when, goes."""
    plain = small.model_dump(by_alias=True, mode="json", exclude_none=True)
    plain["questions"]["left-without"] = {
        **plain["questions"]["need-a-baker"],
        "depends": [],
        "activities": ["set-the-price"],
    }
    pruning = Pruning(Comparison.parse(plain))
    pruning.drop(("activities", "set-the-price"))
    close(pruning)
    left = pruning.reduced()
    assert left.questions["need-a-baker"].activities == ("light-the-oven",)
    assert "left-without" not in left.questions
    assert left.glossary["flour"].activities == () and left.glossary["flour"].advice
