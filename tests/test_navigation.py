"""The navigation: every page once, under its name, and only what there is."""

from __future__ import annotations

import yaml

from scripts import addresses, navigation
from scripts.model import Comparison
from scripts.navigation import Each, Section


def fixed(items: object) -> list[str]:
    """The pages of a navigation that are no entry's."""
    if isinstance(items, Section):
        return fixed(items.items)
    if isinstance(items, tuple):
        return [page for item in items for page in fixed(item)]
    return [] if isinstance(items, Each) else [str(items)]


def test_every_fixed_page_has_its_place() -> None:
    assert sorted(fixed(navigation.SITE)) == sorted(addresses.FIXED_PAGES)


def test_a_section_without_pages_goes(small: Comparison) -> None:
    assert "  - Versus:" in navigation.region(small).split("\n")
    nav = yaml.safe_load(navigation.region(small.model_copy(update={"pairs": {}})))
    assert [next(iter(each)) for each in nav] == [
        "Home",
        "Settle",
        "Compare",
        "Roles",
        "Who does what",
        "Reference",
    ]


def test_names_that_yaml_would_take_for_something_else(small: Comparison) -> None:
    baker = small.roles["baker"].model_copy(update={"name": "No: 1 # baker"})
    told = small.model_copy(update={"roles": {"baker": baker}, "pairs": {}})
    assert "'No: 1 # baker': roles/baker.md" in navigation.region(told)
