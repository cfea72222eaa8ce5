"""What rules cannot decide, for a human eye: every line that still speaks of what is absent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scripts import addresses, regions, text_files
from scripts.edition import fit
from scripts.edition.data import Data
from scripts.edition.mentions import Names
from scripts.model import Comparison, Edition
from scripts.problems import Where
from scripts.project import CONFIG

_RECORDS = ("sources", "revisions")


def listed(work: Path, absent: Mapping[str, Iterable[str]]) -> list[str]:
    """`path:line: …` for each line of hand-written text or data that names something absent."""
    found = mentions(work, absent, fit.comparison(work))
    spoken = {id: next(iter(forms)) for id, forms in absent.items()}
    return [
        f"{path}:{line}: names {', '.join(spoken[id].lower() for id in ids)}; "
        "reword it, or leave it as a contrast"
        for path, line, ids in found
    ]


def mentions(
    work: Path, sought: Mapping[str, Iterable[str]], data: Comparison
) -> list[tuple[str, int, tuple[str, ...]]]:
    """Path, line and ids for each line of hand-written text or data that names one of them."""
    names = Names(sought, _present(data))
    return [*_in_data(work, sought, names), *_in_pages(work, data, names)]


def unlinked(work: Path, lost: Iterable[tuple[str, str]]) -> Iterator[str]:
    """`path:line: …` for each line of a page that has lost a link and still stands."""
    for page, line in dict.fromkeys(lost):
        lines = _lines(text_files.read(work / "docs" / page))
        if line in lines:
            what = "lost a link to what is not here; see that it still reads well"
            yield f"docs/{page}:{lines.index(line) + 1}: {what}"


def _present(data: Comparison) -> list[str]:
    return [form for role in data.roles.values() for form in (role.name, role.plural)]


def _in_data(
    work: Path, sought: Iterable[str], names: Names
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    data = Data(work)
    # Works keep their titles, history its words, and a name is no mention of what it names.
    beside: list[Where] = [*((kind,) for kind in _RECORDS), *(("parties", id) for id in sought)]
    for name, document in data.documents.items():
        nodes = (document.node(where) for where in beside)
        spans = [(node.start_mark.line, node.end_mark.line) for node in nodes if node]
        own = (
            (number, line)
            for number, line in enumerate(_lines(document.text), 1)
            if not any(first < number <= last for first, last in spans)
        )
        yield from _in_text(data.path(name), document.text, own, names)


def _in_pages(
    work: Path, data: Comparison, names: Names
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    for page in addresses.pages(data):
        text = text_files.read(work / "docs" / page)
        yield from _in_text(f"docs/{page}", text, regions.handwritten(text), names)
    settings = text_files.read(work / CONFIG)
    yield from _in_text(CONFIG, settings, enumerate(_lines(settings), 1), names)


def _in_text(
    path: str, text: str, own: Iterable[tuple[int, str]], names: Names
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Each line on which a name begins, also one that goes on in the next line."""
    lines = _lines(text)
    for number, line in own:
        if line.lstrip().startswith("#") and path.endswith(".yml"):
            continue  # a comment
        following = lines[number] if number < len(lines) else ""
        both = names.find(f"{line} {following.strip()}")
        ids = tuple(id for id in both if id not in names.find(following))
        here = names.find(line)
        if ids := tuple(dict.fromkeys((*here, *ids))):
            yield path, number, ids


def _lines(text: str) -> list[str]:
    return text.split("\n")


def guide(name: str, lines: list[str]) -> str:
    """The text of EDITION.md."""
    listed = "Nothing is left over."
    if lines:
        read = "Some only draw a line to it, which reads well. None is wrong by itself."
        listed = "\n".join([f"{read}\n", *(f"- {line}" for line in lines)])
    return f"""# {name}: what to look at

This edition was cut from a reference by rule: what names a role or dimension that you left out is
gone, with the sources that only it needed. `make check` passes. Delete this file when you are done.

1. Settings: `edition.yml` holds the name, color, logo, license and addresses of your house.
2. House rules: write who decides here into `docs/data/house.yml`, and name that file under `files`
   in `docs/data/comparison.yml`. ACTIVITY is the last part of its page’s address, ROLE that of a
   role’s page, or the id of somebody in `docs/data/parties.yml`:

   ```
   # yaml-language-server: $schema=parts.schema.json
   house:
     ACTIVITY:
       decides: ROLE
       asked: [ROLE]
       note: Why it differs.
       date: 2026-01-31
   ```

3. Pages: one of your own goes into `own-pages` of `edition.yml`, and into `nav` of `mkdocs.yml`
   above or below the generated lines. `python -m scripts remove page pictures.md` leaves one out.
4. Roles, activities and more: `python -m scripts add role ID` and the like. What only your house
   says rests on your own handbook: a source of the kind `employer`, with the address of its page.
5. Addresses: once the site is online, `make build` and `python -m tests.permalinks` record them, so
   that none vanishes unnoticed.
6. License: set that of your texts in `edition.yml`, and keep `based-on` there: it names the
   reference, as its license asks.

## Lines that still name what is absent

{listed}
"""


def license(before: Edition) -> str:
    """The text of LICENSE-CONTENT: what the content may be used for, and where it comes from."""
    granted = before.content_license
    address = f" ({granted.url})" if granted.url else ""
    return f"""The content is under the license that edition.yml names as content-license.

It is adapted from "{before.name}", which is licensed {granted.name}{address};
entries were left out, and others may have been added or changed since.

The code is under the MIT license; see LICENSE.
"""


def readme(name: str) -> str:
    """The text of the edition's README."""
    return f"""# {name}

Who does what here: roles side by side, with the source beside every claim.

```
make serve   # the site at http://127.0.0.1:8000/, with live reload
make check   # every problem in data and pages
make test    # the suite
make build   # the site, in site/
```

`edition.yml` holds what is this house's own, `docs/data/` the data, `docs/` the pages. EDITION.md
lists what still needs a human eye; CONTRIBUTING.md and DEPLOY.md say the rest.

Content: [LICENSE-CONTENT](LICENSE-CONTENT). Code: [MIT](LICENSE).
"""
