"""Make pages, sources and search fit the data that is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from scripts import addresses, entries, load, project, regions, render, text_files
from scripts.edition import prose
from scripts.edition.data import Data
from scripts.edition.mentions import Names
from scripts.model import Comparison
from scripts.page_rules import markup
from scripts.page_rules.links import Targets
from scripts.page_rules.sources import CITATION
from scripts.problems import Where
from scripts.project import DATA

_ROUNDS = 6  # each may leave a link to a heading that the one before took away


def comparison(work: Path) -> Comparison:
    return load.load(work / DATA, DATA).comparison


def pages(work: Path, before: Comparison, absent: Names) -> None:
    """Let go of pages, sections and regions of what is gone, and of the lines that list them."""
    data = comparison(work)
    due = set(addresses.pages(data))
    whole = set(addresses.generated_pages(data))
    for file in sorted((work / "docs").rglob("*.md")):
        page = file.relative_to(work / "docs").as_posix()
        if page in due:
            edit(file, partial(_fitted, data, before, absent, page))
        elif page not in whole:
            file.unlink()


def edit(file: Path, change: Callable[[str], str]) -> None:
    text = text_files.read(file)
    new = change(text)
    if new != text:
        file.write_text(new, encoding="utf-8")


def _fitted(data: Comparison, before: Comparison, absent: Names, page: str, text: str) -> str:
    due = render.region_names(data, page)
    gone = set(entries.ids(before)) - set(entries.ids(data))

    def goes(heading: markup.Heading) -> bool:
        if set(prose.regions_of(text, heading)) & set(due):
            return False
        return heading.id in gone or bool(absent.find(heading.text))

    text = prose.without_sections(text, goes)
    text = prose.without_regions(text, due)
    lines = text.split("\n")
    own = {number for number, _ in regions.handwritten(text)}
    for number, line in enumerate(lines):
        found = markup.heading(line) if number + 1 in own else None
        if found and found.id and found.level > 1 and absent.find(found.text):
            words = found.id.replace("-", " ").capitalize()  # of a section that is due
            lines[number] = f"{'#' * found.level} {words} {{#{found.id}}}"
    return _described(data, absent, "\n".join(lines))


def _described(data: Comparison, absent: Names, text: str) -> str:
    """The page with a plain description in its head where the one it had names what is absent."""
    matter = markup.FRONT_MATTER.match(text)
    titles = (found.text for _, found in prose.headings(text) if found and found.level == 1)
    if not matter or not absent.find(matter[0]) or not (title := next(titles, "")):
        return text
    name = data.edition.name.replace('"', "”")
    plain = title.replace('"', "”").rstrip(".?!")
    lines = {"title": plain, "description": f"{plain}: who does what at {name}."}
    head = matter[0]
    for key, value in lines.items():
        found = re.search(rf"^{key}: .*$", head, re.MULTILINE)
        if found and absent.find(found[0]):
            head = head.replace(found[0], f'{key}: "{value}"')
    return head + text[matter.end() :]


def links(work: Path) -> list[tuple[str, str]]:
    """Let go of links that lead nowhere any more: the page and the line of each that lost one."""
    lost: list[tuple[str, str]] = []
    for _ in range(_ROUNDS):
        read = project.read(work)
        targets = Targets(read.checked)
        before = len(lost)
        for page, text in read.pages.items():
            new = prose.unlinked(text, partial(_dead, targets, page))
            if new != text:
                (work / "docs" / page).write_text(new, encoding="utf-8")
                old = set(text.split("\n"))
                lost += [(page, line) for line in new.split("\n") if line not in old]
                lost.append((page, ""))
        if len(lost) == before:
            break
    return [(page, line) for page, line in lost if line]


def _dead(targets: Targets, page: str, target: str, html: bool) -> bool:
    return targets.wrong(page, markup.Link(target, html, False)) is not None


def asks(work: Path) -> None:
    """Let go of ways to ask for pages and headings that are gone."""
    loaded = load.load(work / DATA, DATA)
    texts = {
        page: text_files.read(work / "docs" / page) for page in addresses.pages(loaded.comparison)
    }
    known = set(entries.ids(loaded.comparison))
    for page, text in project.fill(loaded, texts).items():
        known.add(url := addresses.url(page))
        found = filter(None, map(markup.heading, text.split("\n")))
        known.update(f"{url}#{each.id}" for each in found if each.id)
    gone: set[Where] = {("asks", each) for each in loaded.comparison.asks if each not in known}
    Data(work).cut(gone)


def cited(work: Path, data: Comparison) -> set[str]:
    """The sources that data and hand-written text cite."""
    found = {citation.id for _, citation in data.citations}
    for page in addresses.pages(data):
        for _, line in regions.handwritten(text_files.read(work / "docs" / page)):
            found.update(CITATION.findall(line))
    return found


def sources(work: Path, among: Collection[str], published: str = "") -> None:
    """Let go of sources that nothing cites any more; those with a published address are retired."""
    whole = comparison(work)
    data = Data(work)
    gone: set[Where] = set()
    for id in set(among) - cited(work, whole):
        if f"/sources/#{id}\n" in published:
            if id in whole.sources and not whole.sources[id].retired:
                data.add(("sources", id), "retired: true")
        else:
            gone.add(("sources", id))
    data.cut(gone)
