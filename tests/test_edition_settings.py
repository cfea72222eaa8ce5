"""edition.yml: one place for what is a house's own, carried everywhere, typos refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jinja2 import Environment

from scripts import colors, edition_settings
from scripts.__main__ import main
from scripts.load import load
from scripts.model import Comparison, Edition
from scripts.project import DATA
from scripts.render.files import json_text
from tests.building import ROOT, SMALL
from tests.faults import check_fault, file, new

Change = tuple[str, str]

BAD = {
    "unknown key": (
        file("edition.yml", "short-name: Small", "shrot-name: Small"),
        "edition.yml:4: edition.shrot-name: unknown key 'shrot-name'; did you mean 'short-name'?",
    ),
    "a name for a color": (
        file("edition.yml", "light: '#7a1f00'", "light: brown"),
        "edition.yml:6: edition.accent.light: is 'brown', not a color; write it in quotes, as",
    ),
    "a color without quotation marks": (
        file(
            "edition.yml", "accent: {light: '#7a1f00', dark: '#ffb59c'}", "accent:\n  light: #a00"
        ),
        "edition.yml:7: edition.accent.light: is '', not a color; write it in quotes, as '#0b5a43'",
    ),
    "a color without contrast": (
        file("edition.yml", "#7a1f00", "#ffb59c"),
        "edition.yml:6: edition.accent.light: #ffb59c has a contrast of 1.6 to 1 on light paper; "
        "text needs 4.5; write '#",
    ),
    "a dark color for the dark": (
        file("edition.yml", "dark: '#ffb59c'", "dark: '#7a1f00'"),
        "edition.accent.dark: #7a1f00 has a contrast of",
    ),
    "unknown host": (
        file("edition.yml", "edit: gitlab", "edit: gitlub"),
        "edition.yml:10: edition.edit: is 'gitlub'; did you mean 'gitlab'?",
    ),
    "unknown field": (
        file("edition.yml", "{title}", "{titel}"),
        "edition.yml:11: edition.report: unknown field 'titel'; did you mean 'title'?",
    ),
    "a field that is not closed": (
        file("edition.yml", "subject={title}", "subject={title"),
        "edition.yml:11: edition.report: a field is opened or closed only; write it as {title}",
    ),
    "a logo that cannot be scaled": (
        new("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='24' height='24'></svg>"),
        "edition.logo: logo.svg has no viewBox, without which it keeps one size; export it with",
    ),
    "an address that runs": (
        file("edition.yml", "mailto:baker@example.com?subject={title}", "javascript:alert(1)"),
        "edition.report: is 'javascript:alert(1)', not an address; begin it with {repository}/",
    ),
    "a page that cannot be left out": (
        file("edition.yml", "[do-we-need-both.md]", "[do-we-need-both.md, about.md]"),
        "edition.yml:14: edition.leave-out.1: 'about.md' cannot be left out; ",
    ),
    "a page with entries left out": (
        file("edition.yml", "[do-we-need-both.md]", "[do-we-need-both.md, titles.md]"),
        "'titles.md' cannot be left out; remove its entries from the data: then the page is not du",
    ),
    "a page left out that stands": (
        new("docs/do-we-need-both.md", "# Both\n"),
        "docs/do-we-need-both.md:1: left out by edition.yml, and still there; 'python -m scripts "
        "remove page do-we-need-both.md' takes it",
    ),
    "an own page that is missing": (
        file("edition.yml", "[our-oven.md]", "[our-oven.md, our-mill.md]"),
        "docs/our-mill.md:1: the page is missing; write it, or take it out of own-pages in edition",
    ),
    "a colon below a comment": (
        file("edition.yml", "id: small\nname: Small", "id: small # of the zip\nname: Small: roles"),
        "edition.yml:3: not valid YAML: mapping values are not allowed in this context; put",
    ),
    "a color that begins a comment": (
        file("edition.yml", "light: '#7a1f00'", "light: #7a1f00"),
        "edition.yml:6: not valid YAML: the text after ' #' at place 16 is a comment; put the valu",
    ),
    "an own page that is one of the data": (
        file("edition.yml", "[our-oven.md]", "[our-oven.md, glossary.md]"),
        "edition.own-pages.1: 'glossary.md' is a page of the data; choose another name",
    ),
    "no logo": (
        file("edition.yml", "logo: logo.svg", "logo: lgoo.svg"),
        "edition.yml:7: edition.logo: lgoo.svg: no such file; ",
    ),
    "a logo that runs": (
        file("logo.svg", "<circle", "<script>alert(1)</script><circle"),
        "edition.logo: logo.svg holds '<script', which the site's policy shuts out; export it as",
    ),
    "a logo that is no picture": (
        file("logo.svg", "<svg", "<html"),
        "edition.logo: logo.svg is no SVG file; ",
    ),
    "a file outside": (
        file("edition.yml", "logo: logo.svg", "logo: ../logo.svg"),
        "edition.logo: '../logo.svg' is no file of this project; write its path from the root",
    ),
    "a list": (
        new("edition.yml", "- name: Small\n"),
        "edition.yml:1: is a list where a map is expected; write 'key: value' lines",
    ),
    "no region": (
        lambda root: (root / "mkdocs.yml").write_text("site_name: Small\nnav:\n", "utf-8"),
        "mkdocs.yml:1: region 'edition' is missing; add the lines '# generated:begin edition' and ",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_reported(project: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    check_fault(project, capsys, *BAD[name])


def test_the_color_that_is_offered_can_be_read() -> None:
    for scheme in colors.PAPERS:
        for color in ("#ffb59c", "#7a1f00", "#808080", "#00ff00", "#ffffff", "#000000"):
            assert colors.least_contrast(colors.readable(color, scheme), scheme) >= colors.LEAST
    assert colors.readable("#0b5a43", "light") == "#0b5a43"
    assert round(colors.contrast("#000000", "#ffffff"), 2) == 21


def test_the_papers_are_those_of_the_stylesheet() -> None:
    css = (ROOT / "overrides/components/base/base.css").read_text(encoding="utf-8")
    page = re.search(r"--md-default-bg-color: light-dark\((#\w+), (#\w+)\)", css)
    code = re.search(r"--quiet: light-dark\((#\w+), (#\w+)\)", css)
    assert page and code
    long = {"#fff": "#ffffff"}
    for scheme, at in (("light", 1), ("dark", 2)):
        found = (long.get(page[at], page[at]), long.get(code[at], code[at]))
        assert found == colors.PAPERS[scheme]
    assert "--md-accent-fg-color:" not in css


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("edit", "github", "R/edit/main/docs/P"),
        ("edit", "gitlab", "R/-/edit/main/docs/P"),
        ("edit", "bitbucket", "R/src/main/docs/P?mode=edit"),
        ("edit", "none", ""),
        ("report", "gitlab", "R/-/issues/new?issue[title]=T"),
        ("report", "mailto:a@example.com?subject={title}", "mailto:a@example.com?subject=T"),
    ],
)
def test_addresses_by_host(key: str, value: str, expected: str) -> None:
    edition = Edition.model_validate({key: value})
    found = edition_settings.pattern(edition, key)
    for field, text in (("{repository}", "R"), ("{page}", "P"), ("{title}", "T")):
        found = found.replace(field, text)
    assert found == expected


def test_settings_reach_every_place(project: Path) -> None:
    text = (project / "edition.yml").read_text(encoding="utf-8")
    text = text.replace("name: Small", "name: The “house”, Ltd.", 1).replace("#7a1f00", "#123456")
    (project / "edition.yml").write_text(text, encoding="utf-8")
    assert main(["--root", str(project), "write"]) == 0
    assert main(["--root", str(project), "check"]) == 0
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert "site_name: The “house”, Ltd.\n" in config
    assert "copyright: Content All rights reserved, code <a" in config
    assert "nav:\n# generated:begin navigation\n  - Home: index.md\n" in config
    css = (project / edition_settings.STYLE).read_text(encoding="utf-8")
    assert "light-dark(#123456, #ffb59c)" in css
    template = (project / edition_settings.PARTIAL).read_text(encoding="utf-8")
    module = Environment().from_string(template).module
    told = module.edition  # type: ignore[attr-defined]
    assert told["edit"] == "{repository}/-/edit/main/docs/{page}"
    assert told["no_result"] == "No answer. This site covers bread."
    assert told["missing"] == ["do-we-need-both/"]
    assert (project / edition_settings.ICON).read_bytes() == (project / "logo.svg").read_bytes()


def test_the_open_data_holds_no_settings(small: Comparison) -> None:
    assert "edition" not in json.loads(json_text(small))
    for name in ("comparison.schema.json", "parts.schema.json"):
        data = json.loads((SMALL / "docs/data" / name).read_text(encoding="utf-8"))
        assert "edition" not in data["properties"]


def test_pages_without_entries_are_not_due(project: Path) -> None:
    """Their file is reported then; their line in the navigation goes by itself."""
    from scripts.edition.data import Data

    Data(project).cut({("kits", "baker")})
    assert not load(project / DATA, DATA).comparison.kits
    assert main(["--root", str(project), "check"]) == 1
    (project / "docs/kits/index.md").unlink()
    (project / "docs/kits/baker.md").unlink()
    assert main(["--root", str(project), "write"]) == 0
    assert main(["--root", str(project), "check"]) == 0
    assert "kits/" not in (project / "mkdocs.yml").read_text(encoding="utf-8")
