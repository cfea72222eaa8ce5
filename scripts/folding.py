"""Many problems with one cause, shown as one: whoever removes a role from the data wants to read
that, not five hundred places that still mention it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scripts.problems import Problem

# An id that is unknown in so many places is not misspelt: it is gone from the data.
GONE = 4
# So many problems of one kind in one file are shown by the first.
ALIKE = 10
ALL = "'python -m scripts check --all' lists every place"
_UNKNOWN = re.compile(r"unknown [a-z, ]+ '([a-z0-9-]+)'")


def fold(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in their order, those that follow from another in one with it."""
    kept, folded = _fold_unknown(list(problems))
    kept, alike = _fold_alike(kept)
    return sorted([*kept, *folded, *alike], key=lambda each: (each.path, each.line, each.where))


def _fold_unknown(problems: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    places: Counter[str] = Counter()
    for problem in problems:
        if found := _UNKNOWN.match(problem.what):
            places[found[1]] += 1
    gone = {id: _mention(id) for id, count in places.items() if count >= GONE}
    groups: dict[str, list[Problem]] = defaultdict(list)
    kept: list[Problem] = []
    for problem in problems:
        text = f"{problem.path} {problem.where} {problem.what}"
        id = next((id for id, mention in gone.items() if mention.search(text)), None)
        (groups[id] if id else kept).append(problem)
    return kept, [_gone(id, group) for id, group in groups.items()]


def _mention(id: str) -> re.Pattern[str]:
    """The id by itself, or as one of the two that name a pair or combination."""
    joint = r"-(?:vs|and)-"
    return re.compile(rf"(?:^|[^a-z0-9-]|{joint}){re.escape(id)}(?:$|[^a-z0-9-]|{joint})")


def _gone(id: str, group: Sequence[Problem]) -> Problem:
    first = next(problem for problem in group if _UNKNOWN.match(problem.what))
    files = Counter(problem.path for problem in group)
    data = files.pop(first.path)
    others = f" and {sum(files.values())} in {len(files)} other files" if files else ""
    what = f"{id!r} is not in the data, and {data} places here{others} still need it"
    return replace(first, what=what, fix=f"restore it, or remove what mentions it; {ALL}")


def _fold_alike(problems: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.path, re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "", problem.what)].append(problem)
    kept: list[Problem] = []
    folded = []
    for group in groups.values():
        if len(group) <= ALIKE:
            kept += group
            continue
        lines = ", ".join(str(problem.line) for problem in group[1:4])
        what = f"{group[0].what}, and {len(group) - 1} more like it (lines {lines}, …)"
        folded.append(replace(group[0], what=what, fix=f"{group[0].fix}; {ALL}"))
    return kept, folded
