"""The open data and other files that `write` keeps beside the pages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from scripts import addresses
from scripts.model import Comparison
from scripts.render.text import flat

JSON = "docs/data/comparison.json"
CSV = "docs/data/comparison.csv"
SCHEMA = "docs/data/comparison.schema.json"
TOOLTIPS = "includes/abbreviations.md"
CHANGED = "overrides/partials/changed.html"


def files(comparison: Comparison) -> dict[str, str]:
    """Path from the project's root → text, for every generated file."""
    return {
        JSON: json_text(comparison),
        CSV: csv_text(comparison),
        SCHEMA: schema_text(),
        TOOLTIPS: tooltips_text(comparison),
        CHANGED: changed_text(comparison),
    }


# Not about roles: what only the search reads, and no claim says.
VOCABULARY = {"synonyms", "unanswered"}


def json_text(comparison: Comparison) -> str:
    """All of the data but for the vocabulary of the search."""
    told = comparison.model_dump_json(
        indent=1, by_alias=True, exclude_none=True, exclude=VOCABULARY
    )
    return told + "\n"


def csv_text(comparison: Comparison) -> str:
    """One row a cell; `address` is relative to the root of the site."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["role", "dimension", "claim", "agreement", "because", "sources", "address"])
    for id, dimension in comparison.dimensions.items():
        for role, cell in dimension.cells.items():
            writer.writerow(
                [
                    role,
                    id,
                    _spreadsheet_safe(cell.says),
                    cell.agreement.value,
                    _spreadsheet_safe(cell.because or ""),
                    " ".join(citation.id for citation in cell.sources),
                    addresses.cell(id, role).address,
                ]
            )
    return out.getvalue()


def _spreadsheet_safe(text: str) -> str:
    """Text that no spreadsheet runs as a formula."""
    text = flat(text)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def schema_text() -> str:
    """JSON Schema for editors, from the types."""
    schema = Comparison.model_json_schema(by_alias=True)
    return (
        json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


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
        says = flat(term.says).replace("&", "&amp;")
        for form in map(flat, filter(None, (term.term, term.abbr))):
            # Brackets would end the form early; the others are Markdown's or the theme's own.
            if not set(form) & set("[]*<>&\\`"):
                yield form, says
                if form[1:] == form[1:].lower():
                    yield form[0].lower() + form[1:], says


def changed_text(comparison: Comparison) -> str:
    """The date of the content for the theme's templates, which cannot read the data."""
    day = comparison.changed
    return f'<time datetime="{day.isoformat()}">{day:%B} {day.day}, {day.year}</time>'
