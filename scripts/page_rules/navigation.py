"""Pages of an edition's own, which no entry of the data asks for, stand once in the navigation."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scripts import addresses, regions
from scripts.page_rules.pages import Pages, problem
from scripts.problems import Problem, suggest
from scripts.yaml_advice import advise

CONFIG = "mkdocs.yml"


def says_each_key_once(pages: Pages) -> Iterator[Problem]:
    """Of two values for one setting, builders take the last without a word."""
    try:
        root = yaml.compose(pages.config or "", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return  # reported with the navigation
    rest = [root] if root else []
    while rest:
        node = rest.pop()
        if isinstance(node, yaml.SequenceNode):
            rest += node.value
        elif isinstance(node, yaml.MappingNode):
            lines: dict[str, int] = {}
            for key, value in node.value:
                line = key.start_mark.line + 1
                if (first := lines.setdefault(str(key.value), line)) != line:
                    what = f"the setting stands on line {first} too"
                    yield Problem(CONFIG, line, str(key.value), what, "remove one of the two")
                rest.append(value)


def every_page_is_listed(pages: Pages) -> Iterator[Problem]:
    if pages.config is None:
        return
    try:
        listed = _by_hand(pages.config)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        error_text = str(getattr(error, "problem", None) or "a character that it cannot hold")
        line, what, fix = advise(pages.config, mark.line + 1 if mark else 1, error_text)
        yield Problem(CONFIG, line, "", what, fix)
        return
    seen = dict.fromkeys(addresses.due_pages(pages.loaded.comparison), "in the generated lines")
    known = {*pages.own, *pages.files, *seen, *pages.full}
    for line, page in listed:
        if page not in known and "://" not in page:
            what = f"the navigation lists {page!r}, which is no page"
            yield Problem(CONFIG, line, "nav", what, suggest(page, pages.own))
        elif page in seen:
            yield Problem(
                CONFIG, line, "nav", f"{page!r} stands {seen[page]} too", "remove it here"
            )
        seen.setdefault(page, f"on line {line}")
    due = set(addresses.pages(pages.loaded.comparison))
    for page in pages.own:
        if page in due and page not in seen:
            fix = f"add it to {CONFIG}, under 'nav', outside of the generated lines"
            yield problem(page, 1, "not in the navigation", fix)


def _by_hand(settings: str) -> list[tuple[int, str]]:
    """Every page listed outside of the generated lines, with its line; YAMLError if unreadable."""
    own = {number for number, _ in regions.handwritten(settings, regions.YAML)}
    root = yaml.compose(settings, Loader=yaml.SafeLoader)
    found = []
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if key.value == "nav":
                found += [entry for entry in _leaves(value) if entry[0] in own]
    return found


def _leaves(node: yaml.Node) -> Iterator[tuple[int, str]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.line + 1, node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _leaves(value)
