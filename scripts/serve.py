"""MkDocs hook for `make serve`: every page shows the data as it now is, or what is wrong with it.

Generated text goes into the build from memory, so that serving writes no file: one edit is one
build, an edit between generated markers is not erased, and a page may be read-only. After an edit
that breaks something, pages keep the last good text and show the problems above it.
"""

from __future__ import annotations

import html
import logging
import os
import sys
import tempfile
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
# MkDocs loads a hook by path, so the package around it is not importable by itself.
sys.path.insert(0, str(ROOT))

from scripts import edits, page_rules, project, text_files  # noqa: E402
from scripts.edition import settings  # noqa: E402
from scripts.folding import fold  # noqa: E402
from scripts.problems import BadData, Problem  # noqa: E402
from scripts.project import Project  # noqa: E402
from scripts.publish import publish  # noqa: E402

log = logging.getLogger("mkdocs.hooks.serve")
_SHOWN = 20
_INCLUDES, _OVERRIDES, _DOCS = "includes/", "overrides/", "docs/"


class State:
    """What the last build knew: kept between builds, since MkDocs loads a hook once."""

    good: Project | None = None
    files: dict[str, str] = {}  # noqa: RUF012 (there is one state)
    problems: list[Problem] = []  # noqa: RUF012
    broken = False  # so that nothing new could be generated
    includes = tempfile.TemporaryDirectory(prefix="serve-")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything, and put the generated snippets before those on disk."""
    State.broken = False
    try:
        State.good = project.read(ROOT)
        State.files = project.generated_files(State.good)
        edition = State.good.loaded.comparison.edition
        config.site_name = edition.name
        config.site_description = " ".join(edition.description.split())
        config.copyright = settings.copyright(edition)
        edited = edits.find(State.good, project.stale(State.good))
        State.problems = fold([*edited, *page_rules.check_strictly(State.good.checked)])
    except BadData as bad:
        State.problems, State.broken = fold(bad.problems), True
    for problem in State.problems:
        log.warning(str(problem))
    for path, text in State.files.items():
        if path.startswith(_INCLUDES):
            Path(State.includes.name, path.removeprefix(_INCLUDES)).write_text(text, "utf-8")
    snippets = config.mdx_configs.setdefault("pymdownx.snippets", {})
    snippets["base_path"] = [State.includes.name, *snippets.get("base_path", [])]
    snippets["check_paths"] = False  # reported above; it would stop the server
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Generated files to download, as the data now is."""
    for path, text in State.files.items():
        uri = path.removeprefix(_DOCS)
        if path.startswith(_DOCS):
            if old := files.get_file_from_path(uri):
                files.remove(old)
            files.append(File.generated(config, uri, content=text))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Generated templates, as the data now is."""
    templates = {
        path.removeprefix(_OVERRIDES): text
        for path, text in State.files.items()
        if path.startswith(_OVERRIDES)
    }
    if env.loader:
        env.loader = ChoiceLoader([DictLoader(templates), env.loader])
    return env


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """A page with its generated text up to date; one that was broken since, as it is on disk."""
    good, path = State.good, page.file.src_uri
    if good is None or path not in good.full:
        return None
    if not State.broken or good.pages.get(path) in (None, _on_disk(path)):
        return good.full[path]
    return None


def _on_disk(page: str) -> str:
    try:
        return text_files.read(ROOT / "docs" / page)
    except text_files.Unreadable:
        return ""


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The problems, above the page."""
    if not State.problems:
        return output
    start = output.index(">", output.index("<body")) + 1
    return output[:start] + banner(State.problems, State.broken) + output[start:]


def banner(problems: list[Problem], broken: bool) -> str:
    """A box with every problem, as far as one can read them."""
    count = "One problem." if len(problems) == 1 else f"{len(problems)} problems."
    count += " Below is the last good text." if broken else ""
    lines = [str(problem) for problem in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        lines.append(f"… and {len(problems) - _SHOWN} more in the terminal")
    box = "position:sticky;top:0;z-index:9;padding:.8rem 1.2rem;background:#8b0000;color:#fff"
    text = "white-space:pre-wrap;margin:.4rem 0 0;font-size:.7rem"
    return (
        f'<div role="alert" style="{box}"><strong>{count}</strong>'
        f'<pre style="{text}">{html.escape(chr(10).join(lines))}</pre></div>'
    )


def on_post_build(config: MkDocsConfig) -> None:
    """Finish what was built."""
    if State.good:
        comparison = State.good.loaded.comparison
        try:
            publish(comparison, ROOT, Path(config.site_dir), os.environ, draft=True)
        except BadData as bad:
            for problem in bad.problems:
                log.warning(str(problem))
