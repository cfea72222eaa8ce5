"""What a page needs to show its answers for one setting and team, loaded when somebody asks.

What pages run (`overrides/components/lens/`) chooses from it; who leads where, who stands in for
whom, and what a cell says in a setting are decided here, by the sources.
"""

from __future__ import annotations

from typing import Any

from scripts import addresses, evidence
from scripts.model import WITHOUT, Comparison, Variable
from scripts.publish.site import BuiltSite

NAME = "lens"
# Links to these keep what was chosen.
PAGES = (
    addresses.COMPARE,
    addresses.VERSUS,
    addresses.SETTLE,
    addresses.WHO_DOES_WHAT,
    addresses.TEAM,
)


def write(data: Comparison, site: BuiltSite, offline: bool = False) -> None:
    site.write_data(NAME, table(data, offline), offline)


def table(data: Comparison, offline: bool = False) -> dict[str, Any]:
    """Settings by what varies, names, and the answers that a setting or an absence changes."""
    activities = {id: _activity(data, id) for id in data.activities}
    leaders = {who for each in activities.values() for who in _named(each)}
    sheet = addresses.url(addresses.TEAM) if addresses.is_due(data, addresses.TEAM) else ""
    return {
        "settings": _settings(data),
        "roles": list(data.roles),
        "names": {
            who: data.name_of(who) for who in (*data.roles, *sorted(leaders - {*data.roles}))
        },
        "activities": activities,
        "cells": _cells(data),
        "fights": {id: fight.activities for id, fight in data.fights.items()},
        "page": addresses.url(addresses.activity_page("{}")) + ("index.html" if offline else ""),
        "pages": [addresses.url(page) for page in PAGES],
        "sheet": sheet + ("index.html" if sheet and offline else ""),
    }


def _settings(data: Comparison) -> dict[str, dict[str, str]]:
    """Names of settings, under what varies with them: `Framework: {scrum: In Scrum}`."""
    found: dict[str, dict[str, str]] = {}
    for variable in Variable:
        named = {
            id: each.name
            for id, each in data.settings.items()
            if each.variable == variable and id != WITHOUT
        }
        if named:
            found[variable.label.removeprefix("the ").capitalize()] = named
    return found


def _activity(data: Comparison, id: str) -> dict[str, Any]:
    activity = data.activities[id]
    found = evidence.leads(data, activity)
    return {
        "name": activity.name,
        "lead": found.usual or "",
        "shares": found.shares,
        "elsewhere": [each for each in found.elsewhere if each[0] != WITHOUT],
        "without": evidence.stand_ins(activity, found),
    }


def _named(activity: dict[str, Any]) -> set[str]:
    pairs = (*activity["elsewhere"], *activity["without"])
    return {activity["lead"], *activity["shares"], *(who for _, who in pairs)} - {""}


def _cells(data: Comparison) -> dict[str, list[tuple[str, str, str]]]:
    """What cells say in a setting, or where a role is absent: `(setting, absent, claim)`."""
    return {
        addresses.compare_cell(dimension, role): [
            (case.setting, case.without or "", case.claim) for case in cell.cases
        ]
        for dimension, row in data.dimensions.items()
        for role, cell in row.cells.items()
        if cell.cases
    }
