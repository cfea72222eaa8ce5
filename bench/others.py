"""The same pages in the two lightest of the well-known documentation themes.

Both read what our site offers machines: the Markdown twin of every page. Neither program comes with
this project, so each site is built only where its program is named in the environment:

- `HUGO_BOOK`: a checkout of the theme hugo-book, beside a `hugo` on the path that it asks for;
- `STARLIGHT`: a folder in which `npm install astro @astrojs/starlight` was run.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

PATIENCE = 300  # seconds for a build
_ADDRESS = re.compile(r"^(?:url|date): .*\n", re.MULTILINE)

HUGO = """baseURL = "/"
title = "{name}"
theme = "book"
disableKinds = ["taxonomy", "term"]
[params]
BookSection = "*"
"""
STARLIGHT = """import {{ defineConfig, passthroughImageService }} from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({{
  image: {{ service: passthroughImageService() }},
  integrations: [starlight({{ title: {name}, sidebar: {sidebar} }})],
}});
"""
COLLECTION = """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
const docs = defineCollection({ loader: docsLoader(), schema: docsSchema() });
export const collections = { docs };
"""


def twins(site: Path) -> Iterator[tuple[Path, str]]:
    """The Markdown of each page of our published site, by its folder."""
    for file in sorted(site.rglob("index.md")):
        yield file.parent.relative_to(site), _ADDRESS.sub("", file.read_text(encoding="utf-8"), 2)


def _run(*command: str, cwd: Path) -> None:
    environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1"}
    subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=True,
    )


def hugo_book(site: Path, work: Path, theme: Path, name: str) -> Path:
    for folder, text in twins(site):
        file = work / "content" / folder / "_index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (work / "themes").mkdir()
    (work / "themes/book").symlink_to(theme.resolve())
    (work / "hugo.toml").write_text(HUGO.format(name=name), encoding="utf-8")
    _run("hugo", "--minify", "-d", str(work / "site"), cwd=work)
    return work / "site"


def starlight(site: Path, work: Path, packages: Path, name: str) -> Path:
    docs = work / "src/content/docs"
    folders = set()
    for folder, text in twins(site):
        file = docs / folder / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        folders |= set(folder.parts[:1])
    sidebar = [
        {"label": top.replace("-", " ").capitalize(), "autogenerate": {"directory": top}}
        for top in sorted(folders)
    ]
    shutil.copy(packages / "package.json", work)
    (work / "node_modules").symlink_to((packages / "node_modules").resolve())
    config = STARLIGHT.format(name=json.dumps(name), sidebar=json.dumps(sidebar))
    (work / "astro.config.mjs").write_text(config, encoding="utf-8")
    (work / "src/content.config.ts").write_text(COLLECTION, encoding="utf-8")
    _run("npx", "astro", "build", "--silent", cwd=work)
    return work / "dist"


Build = Callable[[Path, Path, Path, str], Path]
OTHERS: dict[str, tuple[str, Build]] = {
    "Starlight": ("STARLIGHT", starlight),
    "hugo-book": ("HUGO_BOOK", hugo_book),
}


def build(site: Path, work: Path, name: str) -> dict[str, Path]:
    """Those that can be built here, by what they are called."""
    found = {}
    for title, (variable, make) in OTHERS.items():
        if variable not in os.environ:
            print(f"Without {title}: {variable} names no folder (see bench/others.py).")
            continue
        folder = work / variable.lower()
        folder.mkdir()
        found[title] = make(site, folder, Path(os.environ[variable]), name)
    return found
