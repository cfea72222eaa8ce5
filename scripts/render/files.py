"""The open data and other files that `write` keeps beside the pages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from scripts import addresses, edition_settings, evidence
from scripts.evidence import Direction, Leads, Mark
from scripts.model import Comparison, Record, Variable
from scripts.proof import Firmness
from scripts.render import claims
from scripts.render.site import day as long_day
from scripts.render.text import flat, shortened

CSV = "docs/data/comparison.csv"
SCHEMA = "docs/data/comparison.schema.json"
PARTS = "docs/data/parts.schema.json"
TOOLTIPS = "includes/abbreviations.md"
TOOLTIP = 160  # characters; the glossary says the rest
CHANGED = "overrides/partials/changed.html"


def files(comparison: Comparison) -> dict[str, str]:
    """Path from the project's root → text, for every generated file."""
    return {
        claims.FILE: claims.text(comparison),
        CSV: csv_text(comparison),
        SCHEMA: schema_text(Published),
        PARTS: parts_schema_text(),
        TOOLTIPS: tooltips_text(comparison),
        CHANGED: changed_text(comparison),
        edition_settings.PARTIAL: edition_settings.partial(comparison),
        edition_settings.STYLE: edition_settings.style(comparison.edition),
    }


# Not about roles: what only the search reads, and no claim says.
VOCABULARY = {"asks", "synonyms", "unanswered", "edition", "revisions"}
# Seldom other than by default: a twentieth of the file would say that they are not.
SELDOM = frozenset(
    {"read", "former", "retired", "share", "rivals", "shares", "depends_on", "objections"}
)
SELDOM |= {"activities", "cases", "common", "depends", "abbr", "also", "labels"}


class Verdict(Record):
    """Both marks, as computed from the evidence, and who leads where that is asked."""

    direction: Direction
    depends_on: tuple[Variable, ...] = ()
    firmness: Firmness
    words: str
    lead: str | None = None
    rivals: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()


class Published(Comparison):
    """The open data: the comparison, and what the evidence makes of it."""

    version: Literal[2] = 2
    # By `dimensions/<dimension>/<role>`, `activities/<id>`, `combinations/<id>`, `titles/<id>`.
    verdicts: Mapping[str, Verdict]


def published(data: Comparison) -> Published:
    """The comparison with a verdict for everything that sources speak on."""
    found: dict[str, Verdict] = {}
    for dimension, row in data.dimensions.items():
        for role, cell in row.cells.items():
            found[f"dimensions/{dimension}/{role}"] = _verdict(evidence.of_claim(data, cell))
    for id, activity in data.activities.items():
        who = evidence.leads(data, activity)
        found[f"activities/{id}"] = _verdict(evidence.of_activity(data, activity), who)
    for id, both in data.combinations.items():
        found[f"combinations/{id}"] = _verdict(evidence.of_combination(data, both))
    for id, title in data.titles.items():
        found[f"titles/{id}"] = _verdict(evidence.of_claim(data, title))
    fields = {name: getattr(data, name) for name in type(data).model_fields}
    # What nothing rests on any more keeps its place on the page of sources, and only there.
    fields["sources"] = {id: each for id, each in data.sources.items() if not each.retired}
    return Published.model_construct(**fields, verdicts=found)


def _verdict(mark: Mark, who: Leads | None = None) -> Verdict:
    return Verdict(
        direction=mark.direction,
        depends_on=mark.variables,
        firmness=mark.proof.firmness,
        words=mark.words,
        lead=who.usual if who else None,
        rivals=who.rivals if who else (),
        shares=who.shares if who else (),
    )


def json_text(comparison: Comparison) -> str:
    """All of the data but for the vocabulary of the search, with the verdicts; an entry a line, so
    that two downloads compare well."""
    whole = published(comparison).model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude=VOCABULARY
    )
    return _lines(_lean(whole), lambda part: _lines(part, _compact)) + "\n"


def _lean(value: Any) -> Any:
    """Without what is empty or not set, where the schema says so by its default."""
    if isinstance(value, dict):
        return {
            key: _lean(each)
            for key, each in value.items()
            if key not in SELDOM or each not in ([], False, "itself")
        }
    return [_lean(each) for each in value] if isinstance(value, list) else value


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _lines(value: object, line: Callable[[object], str]) -> str:
    """A mapping or list as JSON with a line for each member."""
    if isinstance(value, dict) and value:
        rows = [f"{_compact(key)}:{line(member)}" for key, member in value.items()]
        return "{\n" + ",\n".join(rows) + "\n}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(line, value)) + "\n]"
    return _compact(value)


COLUMNS = (
    "role",
    "dimension",
    "claim",
    "direction",
    "depends_on",
    "firmness",
    "sources",
    "address",
)


def csv_text(comparison: Comparison) -> str:
    """One row a cell; `address` is relative to the root of the site.

    It begins with a byte order mark, without which spreadsheets misread letters beyond ASCII.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for id, dimension in comparison.dimensions.items():
        for role, cell in dimension.cells.items():
            mark = evidence.of_claim(comparison, cell)
            writer.writerow(
                [
                    role,
                    id,
                    _spreadsheet_safe(cell.claim),
                    mark.direction.value,
                    " ".join(mark.variables),
                    mark.proof.firmness.value,
                    " ".join(citation.id for citation in cell.sources),
                    addresses.cell(id, role).address,
                ]
            )
    return f"\ufeff{out.getvalue()}"


# Also as East Asian keyboards type them.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def _spreadsheet_safe(text: str) -> str:
    """Text that no spreadsheet runs as a formula."""
    text = flat(text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def schema_text(of: type[Comparison]) -> str:
    """JSON Schema from the types."""
    return _schema_text(_of_the_data(of.model_json_schema(by_alias=True)))


def parts_schema_text() -> str:
    """JSON Schema for editors of the data files: any part may be absent from one of them, and
    text may look like a number."""
    schema = _of_the_data(Comparison.model_json_schema(by_alias=True))
    del schema["required"]
    for part in schema["properties"].values():
        part.pop("minProperties", None)
        part.pop("minItems", None)
    schema["properties"]["files"] = {"type": "array", "items": {"type": "string"}}
    _also_numbers(schema)
    return _schema_text(schema)


def _of_the_data(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without the settings, which stand in a file of their own."""
    del schema["properties"]["edition"]
    for name in ("Accent", "Edition", "License", "Origin"):
        del schema["$defs"][name]
    return schema


def _also_numbers(schema: Any) -> None:
    if isinstance(schema, dict):
        plain = not {"pattern", "format", "enum", "const"} & schema.keys()
        if schema.get("type") == "string" and plain:
            text = dict(schema)
            schema.clear()
            schema["anyOf"] = [text, {"type": "number"}]
        else:
            for value in schema.values():
                _also_numbers(value)
    elif isinstance(schema, list):
        for value in schema:
            _also_numbers(value)


def _schema_text(schema: dict[str, Any]) -> str:
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def tooltips_text(comparison: Comparison) -> str:
    """Abbreviation definitions that Markdown turns into tooltips, longest form first."""
    lines = dict(_tooltips(comparison))
    ordered = sorted(lines, key=lambda form: (-len(form), form))
    # A blank line between any two: in one block, Markdown would scan the rest again for each.
    return "\n".join(f"*[{form}]: {lines[form]}\n" for form in ordered)


def _tooltips(comparison: Comparison) -> Iterator[tuple[str, str]]:
    for term in comparison.glossary.values():
        if term.common:
            continue
        # Markdown takes a definition as it stands, but for entities.
        says = shortened(term.says, TOOLTIP).replace("&", "&amp;")
        for form in map(flat, filter(None, (term.term, term.abbr))):
            # Brackets would end the form early; the others are Markdown's or the theme's own.
            if not set(form) & set("[]*<>&\\`"):
                yield form, says
                if form[1:] == form[1:].lower():
                    yield form[0].lower() + form[1:], says


def changed_text(comparison: Comparison) -> str:
    """The date of the content for the theme's templates, which cannot read the data."""
    day = comparison.changed
    return f'<time datetime="{day.isoformat()}">{long_day(day)}</time>'
