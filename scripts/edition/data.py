"""The data files of a project as texts that can be edited in place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from scripts import text_files
from scripts.edition.blocks import Document
from scripts.load import INDEX
from scripts.problems import Where
from scripts.project import DATA

# Keys that may be missing from the data altogether.
_OPTIONAL = {"asks", "fights", "house", "kits", "synonyms", "unanswered", "which-job"}


def schema_line(name: str) -> str:
    """The first line of a data file: where an editor finds what may stand in it."""
    return f"# yaml-language-server: $schema={'../' * name.count('/')}parts.schema.json\n"


class Data:
    """The index and the files that it names; every edit is on disk at once."""

    def __init__(self, root: Path) -> None:
        self.folder = (root / DATA).parent
        index = Document(text_files.read(root / DATA))
        self.documents = {Path(DATA).name: index}
        node = index.node((INDEX,))
        for item in node.value if node else ():
            self.documents[item.value] = Document(text_files.read(self.folder / item.value))

    def path(self, name: str) -> str:
        """The path of one of the files, as messages show it."""
        return f"{Path(DATA).parent.as_posix()}/{name}"

    def holder(self, where: Where) -> str | None:
        """The file in which a path stands."""
        found = (name for name, each in self.documents.items() if each.node(where) is not None)
        return next(found, None)

    def spot(self, where: Where) -> tuple[str, int]:
        """The file and line of a path."""
        name = self.holder(where)
        return (self.path(name), self.documents[name].line(where)) if name else ("", 1)

    def cut(self, gone: Collection[Where], new: Mapping[Where, str] | None = None) -> None:
        """Remove places, and give others another value."""
        for name, document in list(self.documents.items()):
            mine = {where for where in gone if document.node(where) is not None}
            values = {
                where: value
                for where, value in (new or {}).items()
                if document.node(where) is not None
            }
            if mine or values:
                self._put(name, document.cut(mine, values))
        self._tidy()

    def add(self, where: Where, lines: str, name: str | None = None) -> str:
        """Put lines at the end of the map or list at a path; returns the file that has them now."""
        name = name or self.holder(where) or f"{where[0]}.yml"
        if name not in self.documents:
            self._put(name, schema_line(name))
            self._put(Path(DATA).name, self._index.add((INDEX,), f"- {name}"))
        self._put(name, self.documents[name].add(where, lines))
        return name

    @property
    def _index(self) -> Document:
        return self.documents[Path(DATA).name]

    def _put(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self.documents[name] = Document(text)

    def _tidy(self) -> None:
        """Remove files that hold nothing, unless the key that they hold must stand somewhere."""
        for name in [each for each in self.documents if each != Path(DATA).name]:
            root = self.documents[name].root
            entries = root.value if root is not None else []
            if any(value.value for _, value in entries):
                continue
            keys = [key.value for key, _ in entries]
            others = [each for other, each in self.documents.items() if other != name]
            elsewhere = [
                key for key in keys if key in _OPTIONAL or any(each.node((key,)) for each in others)
            ]
            if elsewhere == keys:
                (self.folder / name).unlink()
                del self.documents[name]
                node = self._index.node((INDEX,))
                at = [item.value for item in node.value].index(name) if node else 0
                self._put(Path(DATA).name, self._index.cut({(INDEX, at)}))
