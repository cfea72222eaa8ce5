"""Edits of YAML text that leave all else as it is: layout, comments, quotation marks.

Places are paths as everywhere: keys and positions. A block loses or gains whole lines; what stands
in brackets is put together anew from the texts of its items.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from scripts.problems import Where

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WIDTH = 112  # of a line that is put together anew


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    new: str


class Document:
    """A YAML text and its nodes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def node(self, where: Where) -> yaml.Node | None:
        """The value at a path."""
        node = self.root
        for part in where:
            node = next((value for key, value in _children(node) if key == part), None)
        return node

    def line(self, where: Where) -> int:
        """The line of a path, counted from 1."""
        node = self.node(where)
        return node.start_mark.line + 1 if node else 1

    def cut(self, gone: Collection[Where], new: Mapping[Where, str] | None = None) -> str:
        """The text without the places in `gone`, and with the given YAML as the value of others."""
        edits = list(self._edits(self.root, (), set(gone), new or {}))
        return self._applied(edits)

    def add(self, where: Where, lines: str) -> str:
        """The text with lines at the end of the map or list at a path, indented as it is."""
        node = self.node(where)
        if node is None:
            key = where[-1]
            return self.text.rstrip("\n") + f"\n{key}:\n{_indented(lines, 2)}"
        children = list(_children(node))
        if not children:  # {} or []
            parent = self._offset(node.start_mark)
            start = self.text.rfind("\n", 0, parent) + 1
            indent = len(self.text[start:parent]) - len(self.text[start:parent].lstrip())
            kept = len(self.text[:parent].rstrip(" "))
            added = "\n" + _indented(lines, indent + 2).rstrip("\n")
            return self._applied([_Edit(kept, self._offset(node.end_mark), added)])
        if _is_flow(node):
            inside = ", ".join(self.source(value, key) for key, value in children)
            opening, closing = "{}" if isinstance(node, yaml.MappingNode) else "[]"
            whole = f"{opening}{inside}, {lines.strip()}{closing}"
            start = self._offset(node.start_mark)
            column = start - (self.text.rfind("\n", 0, start) + 1)
            indent = len(_line_at(self.text, start)) - len(_line_at(self.text, start).lstrip())
            whole = _wrapped(whole, column, indent + 2)
            span = _Edit(start, self._offset(node.end_mark), whole)
            return self._applied([span])
        end = self._line_end(self._last_line(node))
        dash = isinstance(node, yaml.SequenceNode)
        indent = int(node.start_mark.column)
        if dash:
            first = children[0][1].start_mark
            line = self.text[self._lines[first.line] :]
            indent = len(line) - len(line.lstrip(" "))
        added = _indented(lines, indent)
        gap = "" if self.text[:end].endswith("\n") else "\n"
        return self.text[:end] + gap + added + self.text[end:]

    def source(self, node: yaml.Node, key: str | int = 0) -> str:
        """The text of an item in brackets, on one line; with its key, if it has one."""
        text = self.text[self._offset(node.start_mark) : self._offset(node.end_mark)]
        text = " ".join(text.split())
        return f"{key}: {text}" if isinstance(key, str) else text

    def _edits(
        self, node: yaml.Node | None, where: Where, gone: set[Where], new: Mapping[Where, str]
    ) -> Iterator[_Edit]:
        if node is None:
            return
        children = list(_children(node))
        left = [(key, value) for key, value in children if (*where, key) not in gone]
        if where in new:
            yield _Edit(self._offset(node.start_mark), self._value_end(node), new[where])
        elif children and not left:
            empty = "{}" if isinstance(node, yaml.MappingNode) else "[]"
            start = self._offset(node.start_mark)
            if not _is_flow(node) and not _line_at(self.text, start).strip():  # below its key
                start = self.text.rfind(":", 0, self._lines[node.start_mark.line]) + 1
                empty = " " + empty
            yield _Edit(start, self._value_end(node), empty)
        elif _is_flow(node) and self._touched(where, gone, new):
            text = self._flow(node, where, gone, new)
            start = self._offset(node.start_mark)
            indent = len(_line_at(self.text, start)) - len(_line_at(self.text, start).lstrip())
            column = start - (self.text.rfind("\n", 0, start) + 1)
            yield _Edit(start, self._offset(node.end_mark), _wrapped(text, column, indent + 2))
        elif children and not _is_flow(node):
            yield from self._removed(node, where, gone)
            for key, value in left:
                yield from self._edits(value, (*where, key), gone, new)

    def _removed(self, node: yaml.Node, where: Where, gone: set[Where]) -> Iterator[_Edit]:
        """The lines of each child that goes."""
        starts = _starts(node)
        for index, (key, value) in enumerate(_children(node)):
            if (*where, key) not in gone:
                continue
            mark = starts[index]
            start, end = self._lines[mark.line], self._line_end(self._last_line(value))
            before = self.text[start : self._offset(mark)]
            if isinstance(node, yaml.MappingNode) and before.strip():  # behind the dash of a list
                follows = next(
                    (
                        i
                        for i in range(index + 1, len(starts))
                        if (*where, _key(node, i)) not in gone
                    ),
                    None,
                )
                if follows is not None:
                    yield _Edit(self._offset(mark), self._offset(starts[follows]), "")
                    continue
            yield _Edit(start, end, "")

    def _flow(
        self, node: yaml.Node, where: Where, gone: set[Where], new: Mapping[Where, str]
    ) -> str:
        """The text of a collection in brackets, without what goes."""
        parts = []
        for key, value in _children(node):
            path = (*where, key)
            if path in gone:
                continue
            if path in new:
                text = new[path]
            elif isinstance(value, yaml.CollectionNode) and self._touched(path, gone, new):
                text = self._flow(value, path, gone, new)
            else:
                text = self.source(value)
            parts.append(f"{key}: {text}" if isinstance(key, str) else text)
        opening, closing = "{}" if isinstance(node, yaml.MappingNode) else "[]"
        return f"{opening}{', '.join(parts)}{closing}"

    def _touched(self, where: Where, gone: set[Where], new: Mapping[Where, str]) -> bool:
        size = len(where)
        return any(each[:size] == where for each in (*gone, *new))

    def _applied(self, edits: list[_Edit]) -> str:
        """The text with all edits made; one that lies within another goes with it."""
        kept: list[_Edit] = []
        for edit in sorted(edits, key=lambda each: (each.start, -each.end)):
            if not kept or edit.start >= kept[-1].end:
                kept.append(edit)
        text = self.text
        for edit in reversed(kept):
            text = text[: edit.start] + edit.new + text[edit.end :]
        return text

    def _offset(self, mark: Any) -> int:
        return (
            self._lines[mark.line] + int(mark.column)
            if mark.line < len(self._lines)
            else len(self.text)
        )

    def _value_end(self, node: yaml.Node) -> int:
        if _is_flow(node) or isinstance(node, yaml.ScalarNode):
            end = self._offset(node.end_mark)
            return len(self.text[:end].rstrip()) if node.end_mark.column == 0 else end
        return self._line_end(self._last_line(node)) - 1

    def _last_line(self, node: yaml.Node) -> int:
        """The last line that belongs to a node, counted from 0."""
        children = list(_children(node))
        if children and not _is_flow(node):
            return self._last_line(children[-1][1])
        end = self._offset(node.end_mark)
        kept = len(self.text[:end].rstrip()) if node.end_mark.column == 0 else end
        return max(self.text.count("\n", 0, kept), int(node.start_mark.line))

    def _line_end(self, line: int) -> int:
        return self._lines[line + 1] if line + 1 < len(self._lines) else len(self.text)


def _is_flow(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), value
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _key(node: yaml.Node, index: int) -> str | int:
    return list(_children(node))[index][0]


def _starts(node: yaml.Node) -> list[Any]:
    if isinstance(node, yaml.MappingNode):
        return [key.start_mark for key, _ in node.value]
    return [value.start_mark for value in node.value]


def _line_at(text: str, offset: int) -> str:
    return text[text.rfind("\n", 0, offset) + 1 : offset]


def _wrapped(text: str, column: int, indent: int) -> str:
    """What stands in brackets, broken between items where it would be too long."""
    lines, room = [""], WIDTH - column
    for part in re.split(r"(?<=,) (?![^{]*\})", text):
        if lines[-1] and len(lines[-1]) + len(part) + 1 > room:
            lines.append("")
            room = WIDTH - indent
        lines[-1] += f" {part}" if lines[-1] else part
    return f"\n{' ' * indent}".join(lines)


def _indented(lines: str, indent: int) -> str:
    return "".join(f"{' ' * indent}{line}\n" for line in lines.strip("\n").split("\n"))
