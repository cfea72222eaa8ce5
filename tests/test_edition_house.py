"""House rules: shown as "Here: …" wherever the activity is treated; wrong ones are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.load import load
from scripts.project import DATA
from scripts.render.files import json_text
from tests.building import SMALL
from tests.faults import check_fault, file, new


def text(path: str) -> str:
    return (SMALL / "docs" / path).read_text(encoding="utf-8")


BAD = {
    "an absent activity": (
        file(DATA, "house:\n  set-the-price:", "house:\n  set-the-prize:"),
        "house.set-the-prize: unknown activity 'set-the-prize'; did you mean 'set-the-price'?",
    ),
    "an absent role": (
        file(DATA, "decides: shop-keeper", "decides: shop-keper"),
        "house.set-the-price.decides: unknown role, party or title 'shop-keper'; did you mean 's",
    ),
    "two who decide": (
        file(DATA, "decides: shop-keeper", "decides: [shop-keeper, miller]"),
        "house.set-the-price.decides: names shop-keeper, miller; name the one who decides, and the",
    ),
    "two who decide, without brackets": (
        file(DATA, "decides: shop-keeper", "decides: shop-keeper, miller"),
        "house.set-the-price.decides: names shop-keeper, miller; name the one who decides, and the",
    ),
    "two who decide, in words": (
        file(DATA, "decides: shop-keeper", "decides: shop-keeper and miller"),
        "house.set-the-price.decides: names shop-keeper, miller; name the one who decides, and the",
    ),
    "a file that the index does not name": (
        new("docs/data/house.yml", "house: {}\n"),
        "docs/data/house.yml:1: nothing reads it; name it under 'files' in docs/data/comparison.ym",
    ),
    "nobody decides": (
        file(DATA, "decides: shop-keeper", "decides: []"),
        "house.set-the-price.decides: names nobody; name the one who decides, and the",
    ),
    "somebody is asked who decides": (
        file(DATA, "asked: [baker]", "asked: [shop-keeper]"),
        "house.set-the-price.asked.0: 'shop-keeper' stands under 'decides' too; keep it in one",
    ),
    "an unknown part": (
        file(DATA, "told: [guild]", "tolled: [guild]"),
        "house.set-the-price.tolled: unknown key 'tolled'; did you mean 'told'?",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_reported(project: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    check_fault(project, capsys, *BAD[name])


def test_on_the_page_of_the_activity() -> None:
    page = text("who-does-what/set-the-price.md")
    rule = page[page.index("**Here:**") : page.index("{: .here .differs }")]
    keeper = "[shop keeper](../roles/shop-keeper.md)"
    assert f"the last word is with {keeper}, not with baker as usual." in rule
    for part in ("**Does it:** [miller]", "**Is asked first:** [baker]", "**Is told:** guild."):
        assert part in rule
    assert rule.endswith("Since the fair. Agreed on November 1, 2026.\n")
    assert page.index("**Here:**") < page.index("**Last word:**")
    same = text("who-does-what/light-the-oven.md")
    usual = "**Here:** the last word is with [baker](../roles/baker.md), as usual.\n{: .here }"
    assert usual in same


def test_in_tables_and_lists() -> None:
    table = text("who-does-what.md")
    assert '>Baker <span class="here differs">Here: shop keeper</span></td>' in table
    assert '>Baker <span class="here">Here: baker</span></td>' in table
    versus = text("versus/baker-vs-shop-keeper.md")
    assert '<span class="here differs">Here: decides</span>' in versus
    assert '<span class="here differs">Here: is asked</span>' in versus
    assert versus.count('<span class="here') == 3
    role = text("roles/shop-keeper.md")
    assert "**Here:**\n\n- [Set the price](../who-does-what/set-the-price.md): decides" in role
    assert "[Set the price](../who-does-what/set-the-price.md) (here: shop keeper)" in text(
        "roles/baker.md"
    ).replace(" (claimed by shop keeper)", "")
    fight = text("settle/bread-or-cake.md")
    assert "[Set the price](../who-does-what/set-the-price.md). **Here:**" in fight


def test_in_the_tools() -> None:
    """The sheet opens with it; the questions and the kit say it beside what is usual."""
    page = text("team.md")
    row = page[page.index('<tr id="set-the-price"') :].partition("</tr>")[0]
    assert 'data-here="shop-keeper/miller/baker/guild" data-here-note="Since the fair."' in row
    assert '<span class="here differs">Here: shop keeper</span></td>' in row
    assert 'Light the oven</a>. <span class="here">Here: baker</span></span>' in text(
        "which-job.md"
    )
    kit = text("kits/baker.md")
    assert "**Here:**\n\n- [Set the price](../who-does-what/set-the-price.md): is asked" in kit
    assert "**Usually:**\n\n- [Set the price]" in kit
    assert "(contested) (here: shop keeper)" in kit


def test_in_the_open_data() -> None:
    data = json.loads(json_text(load(SMALL / DATA, DATA).comparison))
    assert data["house"]["set-the-price"]["decides"] == "shop-keeper"
    assert data["verdicts"]["activities/set-the-price"]["lead"] == "baker"
