"""Where a text speaks of something by name: of a role that is not there, or that is called anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from scripts.model import Comparison


class Names:
    """Finds the names of some things, and not where they are part of the name of another."""

    def __init__(self, sought: Mapping[str, Iterable[str]], others: Iterable[str] = ()) -> None:
        self._ids = {form.casefold(): id for id, forms in sought.items() for form in forms}
        forms = sorted({*self._ids, *map(str.casefold, others)}, key=len, reverse=True)
        spaced = (re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])", re.IGNORECASE)
        self._any = bool(self._ids)

    def find(self, text: str) -> tuple[str, ...]:
        """The ids of what a text names."""
        if not self._any:
            return ()
        words = (" ".join(each[0].casefold().split()) for each in self._matches(text))
        return tuple(dict.fromkeys(self._ids[each] for each in words if each in self._ids))

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text)


def names_of_roles(data: Comparison, roles: Iterable[str]) -> Names:
    """The names of some roles, apart from longer names of the others."""
    sought = {id: (data.roles[id].name, data.roles[id].plural) for id in roles if id in data.roles}
    others = [
        form
        for id, role in data.roles.items()
        if id not in sought
        for form in (role.name, role.plural)
    ]
    return Names(sought, others)
