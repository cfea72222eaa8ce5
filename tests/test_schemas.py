"""The published schema and that of the data files: valid, and the data as committed fits them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import project
from scripts.render.files import json_text
from tests.building import ROOT, SMALL


def schema(root: Path, name: str) -> Any:
    text = (root / f"docs/data/{name}.schema.json").read_text(encoding="utf-8")
    return json.loads(text)


def test_schemas_tell_every_key_of_the_data() -> None:
    keys: set[str] = set()
    for part in ("comparison.yml", "search.yml"):
        keys |= yaml.safe_load((SMALL / "docs/data" / part).read_text(encoding="utf-8")).keys()
    assert schema(SMALL, "parts")["properties"].keys() == keys
    whole = schema(SMALL, "comparison")["properties"].keys()
    assert whole == keys - {"files"} | {"version", "verdicts"}


def test_the_data_fits_its_schemas(real: project.Project) -> None:
    """As editors read it: a YAML file's own guesses at numbers and booleans included."""
    folder = ROOT / "docs/data"
    texts = [file.read_text(encoding="utf-8") for file in folder.rglob("*.yml")]
    files = [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]
    published = json.loads(json_text(real.loaded.comparison))
    pairs = [schema(ROOT, "parts"), files, schema(ROOT, "comparison"), [published]]
    done = subprocess.run(
        [shutil.which("node") or "node", "tests/validate.mjs"],
        cwd=ROOT,
        input=json.dumps(pairs, default=str),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr + done.stdout[:2000]


@pytest.mark.content  # a house's own file may do without
def test_editors_find_the_schema() -> None:
    """The first line of every data file names it, by its path from there."""
    for file in (ROOT / "docs/data").rglob("*.yml"):
        first = file.read_text(encoding="utf-8").split("\n", 1)[0]
        if file.name != "comparison.yml":
            path = first.removeprefix("# yaml-language-server: $schema=")
            assert (file.parent / path).resolve() == ROOT / "docs/data/parts.schema.json", file


def test_reviews_fold_away_what_is_generated_whole(real: project.Project) -> None:
    """.gitattributes marks each file that `write` makes; the last pattern that fits decides."""
    lines = (ROOT / ".gitattributes").read_text(encoding="utf-8").split("\n")
    marks = [line.split() for line in lines if "linguist-generated" in line]
    made = project.generated_files(real)
    assert made
    for path in made:
        fits = [mark for pattern, mark in marks if Path(path).match(pattern)]
        assert fits and fits[-1] == "linguist-generated", path
