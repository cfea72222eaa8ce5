"""What the words must keep besides their length: no filler, no twins, plain language, spelling."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
import textstat
import yaml
from lxml import html

from scripts import addresses, regions
from scripts.model import Comparison, Kind

pytestmark = pytest.mark.content

ROOT = Path(__file__).parent.parent
CITATION = re.compile(r"sources\.md#[\w-]+")

# Words that fill a line and say nothing; each fits every role.
FILLER = (
    "in today's",
    "important to note",
    "worth noting",
    "crucial role",
    "vital role",
    "ensures that",
    "ensure that",
    "ensuring that",
    "seamless",
    "leverage",
    "delve",
    "at the end of the day",
    "when it comes to",
    "close collaboration",
    "works closely",
    "work closely",
    "in conclusion",
    "in summary",
    "fast-paced",
    "wears many hats",
    "bridge the gap",
    "moving forward",
    "cutting-edge",
    "holistic",
    "synergy",
    "pivotal",
)
# What the evidence contradicts; never stated as fact anywhere.
UNTRUE = ("ceo of the product", "scrum master manages the team")
BARE = re.compile(
    r"(?<![\w(/“\"'-])(PMs?|TPMs?|POs?|SMs?|BAs?|EMs?|PMMs?|PjMs?|PgMs?)(?![\w)/”\"'-])"
)


def pages(folder: str = "") -> list[Path]:
    return sorted((ROOT / "docs" / folder).glob("*.md"))


def prose(path: Path) -> str:
    """The hand-written Markdown of a page without its front matter."""
    text = "\n".join(line for _, line in regions.handwritten(path.read_text(encoding="utf-8")))
    return re.sub(r"(?s)\A---\n.*?\n---\n", "", text)


def plain(markdown: str) -> str:
    """Markdown as its words: no citations, links, markup."""
    text = re.sub(
        r"\s*\(\[[^\]]*\]\([^)]*sources\.md[^)]*\)(?:[;,] [^()]*\([^)]*\))*(?:, [^()]*)?\)",
        "",
        markdown,
    )
    text = re.sub(r"(?s)<table\b.*?</table>", "", text)
    text = re.sub(r"<a href=\"/sources/#[^>]*>[^<]*</a>", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\{[#:.][^}]*\}|[*_`]|^#+ .*$|^\|.*$", "", text, flags=re.MULTILINE)


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9][\w'’-]*", text)


def passages() -> Iterator[tuple[str, str, str]]:
    """(dimension, role, text) of every passage."""
    for path in pages("dimensions"):
        for part in re.split(r"(?m)^## ", prose(path))[1:]:
            found = re.match(r".*\{#([\w-]+)\}\s*\n", part)
            if found and found[1] != "all-roles":
                yield path.stem, found[1], part[found.end() :]


def test_the_reference_is_whole(told: Comparison) -> None:
    assert len(told.roles) >= 13
    assert len(told.dimensions) >= 12
    assert len(told.activities) >= 58
    assert len(told.pairs) >= 20
    assert len(told.disagreements) >= 18
    assert len(told.glossary) >= 80
    assert len(told.questions) >= 60
    first = next(iter(told.roles))
    for joined in (told.pairs, told.combinations):
        with_first = {
            role for each in joined.values() for role in each.roles if first in each.roles
        }
        assert with_first == set(told.roles)


def test_cells_rest_on_independent_sources(told: Comparison) -> None:
    cells = [cell for dimension in told.dimensions.values() for cell in dimension.cells.values()]
    independent = [
        cell
        for cell in cells
        if len({told.sources[citation.id].publisher for citation in cell.sources}) > 1
    ]
    assert len(independent) / len(cells) >= 0.6


def test_no_cell_lets_one_employer_speak_for_all(told: Comparison) -> None:
    for id, dimension in told.dimensions.items():
        for role, cell in dimension.cells.items():
            sources = [told.sources[citation.id] for citation in cell.sources]
            alone = len({source.publisher for source in sources}) == 1
            employers = all(source.kind == Kind.EMPLOYER for source in sources)
            assert not (alone and employers), f"{id}/{role} rests on one employer"


def test_every_role_has_a_passage_on_every_dimension(told: Comparison) -> None:
    due = [(dimension, role) for dimension in sorted(told.dimensions) for role in told.roles]
    assert [(dimension, role) for dimension, role, _ in passages()] == due


def test_no_filler_no_bare_acronyms_nothing_untrue(told: Comparison) -> None:
    problems = []
    for path in (ROOT / "docs").rglob("*.md"):
        about_letters = path.stem in ("titles", "a-to-z")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            text = plain(line).lower()
            where = f"{path.relative_to(ROOT)}:{number}"
            problems += [f"{where}: {phrase!r}" for phrase in (*FILLER, *UNTRUE) if phrase in text]
            if (
                not about_letters
                and path.stem != "sources"
                and not line.startswith(("**Also called", "**Other words", "<"))
            ):
                problems += [f"{where}: bare {found[0]!r}" for found in BARE.finditer(plain(line))]
    assert not problems, "\n".join(problems)


def test_no_two_passages_could_swap_their_roles(told: Comparison) -> None:
    """No two passages share much of their wording once role names are blanked out."""
    names = sorted((role.name.lower() for role in told.roles.values()), key=len, reverse=True)
    blank = re.compile("|".join(map(re.escape, names)))

    def shingles(text: str) -> set[tuple[str, ...]]:
        found = words(blank.sub("role", plain(text).lower()))
        return {tuple(found[index : index + 4]) for index in range(len(found) - 3)}

    texts = {f"{dimension}/{role}": shingles(text) for dimension, role, text in passages()}
    for path in (*pages("roles"), *pages("versus")):
        texts |= {
            f"{path.stem}#{number}": shingles(part)
            for number, part in enumerate(re.split(r"(?m)^## ", prose(path)))
            if len(words(part)) > 40
        }
    alike = [
        f"{first} ~ {second}: {len(a & b) / min(len(a), len(b)):.2f}"
        for (first, a), (second, b) in combinations(texts.items(), 2)
        if a and b and len(a & b) / min(len(a), len(b)) > 0.2
    ]
    assert not alike, "\n".join(alike)


def test_reading_grade(told: Comparison) -> None:
    """At most grade 11 (Flesch-Kincaid, rounded) for the hand-written prose of each page."""
    grades = {}
    for page in addresses.pages(told):
        text = plain(prose(ROOT / "docs" / page))
        # These two are lists of links and of names, which no formula of sentences fits.
        if len(words(text)) >= 100 and page not in (addresses.DATA, addresses.HOME):
            grades[page] = textstat.flesch_kincaid_grade(text)
    off = [f"{page}: {grade:.1f}" for page, grade in grades.items() if grade >= 11.5]
    assert not off, "\n".join(off)


def test_reading_grade_of_what_the_data_says(told: Comparison) -> None:
    """The same for pages made from the data; and for each kind as a whole."""
    said = {
        "who-does-what": [
            text
            for each in told.activities.values()
            for text in (
                each.answer,
                each.example,
                *filter(None, (each.stuck, each.advice, each.say)),
                *(witness.says for witness in each.witnesses),
            )
        ],
        "questions": [each.answer for each in told.questions.values()],
        "titles": [each.says for each in told.titles.values()],
        "disagreements": [
            text
            for each in told.disagreements.values()
            for text in (each.answer, each.advice, *(side.says for side in each.sides))
        ],
    }
    for page, texts in said.items():
        assert textstat.flesch_kincaid_grade(" ".join(texts)) < 11.5, page


def test_spelling() -> None:
    files = ("docs/**/*.md", "docs/data/**/*.yml", "*.md")
    node = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    found = subprocess.run(
        [
            "node_modules/.bin/cspell",
            "--no-progress",
            "--no-summary",
            "--cache",  # of files and words that have not changed
            "--cache-strategy=content",
            "--cache-location=build/cspell.json",
            "--root=.",
            "--config=tests/cspell.json",
            *files,
        ],
        cwd=ROOT,
        env={**os.environ, "PATH": node},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_quotation_marks_are_those_of_print(site: Path) -> None:
    for path in sorted(site.rglob("index.html")):
        article = html.parse(path).getroot().find(".//article")
        text = "" if article is None else article.text_content()
        straight = re.findall(r"[^\"']{0,40}[\"'].{0,40}", text) if set(text) & set("\"'") else []
        assert not straight, f"{path}: “ ” and ’ instead of straight ones: {straight[0]}"


def test_every_question_people_ask_has_its_answer(site: Path) -> None:
    asked = yaml.safe_load((ROOT / "tests/questions.yml").read_text(encoding="utf-8"))
    assert len(asked) >= 62
    for entry in asked:
        for address in entry["answers"]:
            page, _, anchor = address.partition("#")
            tree = html.parse(site / page / "index.html").getroot()
            assert not anchor or tree.get_element_by_id(anchor, None) is not None, address
