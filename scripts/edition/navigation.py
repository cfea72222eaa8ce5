"""Edits of the navigation in mkdocs.yml: lines come and go, all others stay as they are."""

from __future__ import annotations

import re
from collections.abc import Collection

import yaml

from scripts.edition.blocks import Document, scalar
from scripts.problems import Where

_NAV: Where = ("nav",)


def without(settings: str, keeps: Collection[str]) -> str:
    """The settings with only those pages in the navigation, and no section left empty."""
    gone: set[Where] = set()

    def visit(node: yaml.Node, where: Where) -> bool:
        """Whether anything is left of a part of the navigation."""
        if isinstance(node, yaml.ScalarNode):
            return node.value in keeps or "://" in node.value
        if isinstance(node, yaml.SequenceNode):
            left = [visit(item, (*where, index)) for index, item in enumerate(node.value)]
            gone.update((*where, index) for index, stays in enumerate(left) if not stays)
            return any(left)
        assert isinstance(node, yaml.MappingNode)
        left = [visit(value, (*where, str(key.value))) for key, value in node.value]
        return any(left)

    document = Document(settings)
    node = document.node(_NAV)
    if node is None:
        return settings
    visit(node, _NAV)
    outer = {where for where in gone if not any(where[:n] in gone for n in range(1, len(where)))}
    return document.cut(outer)


def with_page(settings: str, page: str, label: str, beside: str) -> str:
    """The settings with a page in the navigation, after the last one of the same folder."""
    lines = settings.split("\n")
    entry = re.compile(rf"^(\s*)- (?:.*: )?{re.escape(beside)}[\w/-]*\.md\s*$")
    last = next((i for i in range(len(lines) - 1, -1, -1) if entry.match(lines[i])), None)
    if last is None:
        begin = next(i for i, line in enumerate(lines) if line.rstrip() == "nav:")
        last, indent = begin, "  "
        while last + 1 < len(lines) and lines[last + 1].startswith((" ", "- ")):
            last += 1
        if lines[last].startswith("- "):
            indent = ""
    else:
        indent = (entry.match(lines[last]) or ["", ""])[1]
    lines.insert(last + 1, f"{indent}- {scalar(label)}: {page}")
    return "\n".join(lines)


def renamed(settings: str, page: str, label: str) -> str:
    """The settings with another label for a page that has one."""
    line = re.compile(rf"^(\s*- ).+?: {re.escape(page)}[ \t]*$", re.MULTILINE)
    return line.sub(lambda found: f"{found[1]}{scalar(label)}: {page}", settings)
