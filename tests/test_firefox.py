"""The main journeys in Firefox. It speaks WebDriver BiDi itself, so nothing stands between."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

from tests.server import serving
from tests.test_journeys import ON_SCREEN, PASSAGE

PATIENCE = 90  # seconds, for Firefox to start, to answer and to show what is waited for
ENTER, ESCAPE = "\ue007", "\ue00c"


class Firefox:
    """One window, and what went wrong in it: `complaints`."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.sent = 0
        self.complaints: list[str] = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        # Not the window that is there: without a screen, the keyboard is not with it.
        self.context = self.send("browsingContext.create", type="window")["context"]

    def send(self, method: str, **params: object) -> Any:
        """Give a command; returns its result, and collects complaints that come before it."""
        self.sent += 1
        self.connection.send(json.dumps({"id": self.sent, "method": method, "params": params}))
        while True:
            message = json.loads(self.connection.recv(timeout=PATIENCE))
            if message["type"] == "event":
                entry = message["params"]
                if entry["level"] in ("error", "warn"):
                    self.complaints.append(f"{method}: {entry['text']}")
            elif message["id"] == self.sent:
                assert message["type"] == "success", f"{method}: {message}"
                return message["result"]

    def width(self, width: int) -> None:
        viewport = {"width": width, "height": 800}
        self.send("browsingContext.setViewport", context=self.context, viewport=viewport)

    def open(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def reload(self) -> None:
        self.send("browsingContext.reload", context=self.context, wait="complete")

    def get(self, script: str) -> Any:
        """What an expression is in the page."""
        answer = self.send(
            "script.evaluate",
            expression=f"JSON.stringify({script})",
            target={"context": self.context},
            awaitPromise=False,
        )
        assert answer["type"] == "success", f"{script}: {answer}"
        return json.loads(answer["result"].get("value", "null"))

    def until(self, script: str) -> None:
        """Wait for an expression to become true."""
        end = time.monotonic() + PATIENCE
        while not self.get(script):
            assert time.monotonic() < end, f"never true at {self.get('location.href')}: {script}"
            time.sleep(0.05)

    def keys(self, text: str) -> None:
        pressed = [{"type": way, "value": key} for key in text for way in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": pressed}
        self.send("input.performActions", context=self.context, actions=[keyboard])

    def focus(self, selector: str) -> None:
        # A page from disk can be "complete" when it is still the page before.
        self.until(f"document.querySelector({selector!r}) !== null")
        self.get(f"document.querySelector({selector!r}).focus()")

    def choose(self, selector: str, option: str) -> None:
        """Choose an option by typing its name."""
        self.focus(selector)
        self.keys(option)


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    names = (os.environ.get("FIREFOX", "firefox-esr"), "firefox")
    command = next(filter(None, map(shutil.which, names)), None)
    if command is None:
        pytest.fail("These tests need Firefox: install your system's package 'firefox-esr'.")
    profile = tmp_path_factory.mktemp("firefox")
    options = ["--headless", "--no-remote", "--remote-debugging-port=0", f"--profile={profile}"]
    log = profile / "log"
    with log.open("w") as output:
        running = subprocess.Popen([command, *options], stdout=output, stderr=output)
    try:
        with connect(f"{address(log)}/session", max_size=None) as connection:
            yield Firefox(connection)
    finally:
        running.terminate()
        running.wait(PATIENCE)


def address(log: Path) -> str:
    end = time.monotonic() + PATIENCE
    while not (found := re.search(r"BiDi listening on (ws://\S+)", log.read_text())):
        assert time.monotonic() < end, f"Firefox did not start:\n{log.read_text()}"
        time.sleep(0.05)
    return found[1]


@pytest.fixture
def window(firefox: Firefox) -> Iterator[Firefox]:
    """The window, 1280 px wide; the test fails if a page in it complains on the console."""
    firefox.width(1280)
    firefox.complaints.clear()
    yield firefox
    firefox.get("0")  # what is still on its way
    assert not firefox.complaints


def test_home_opens(window: Firefox, server: str) -> None:
    window.open(server)
    assert window.get("document.querySelector('h1').innerText")


def ask_who_owns_the_roadmap(window: Firefox, site: str, index: str = "") -> None:
    window.keys("/")
    window.until("document.activeElement.matches('#search [name=q]')")
    window.keys("who owns the roadmap")
    first = "document.querySelector('[role=option] b')?.innerText"
    window.until(f"{first} === 'Own the product roadmap'")
    window.keys(ENTER)
    window.until(f"location.href === '{site}who-does-what/own-the-product-roadmap/{index}'")


def test_search_leads_to_the_answer(window: Firefox, server: str) -> None:
    # At an address with a fragment, the theme's search never started here.
    window.open(f"{server}glossary/#raci")
    ask_who_owns_the_roadmap(window, server)


def test_chosen_roles_stand_in_the_address_and_survive(window: Firefox, server: str) -> None:
    columns = (
        "[...document.querySelectorAll('table.matrix thead [data-role]')]"
        ".filter(cell => cell.checkVisibility()).map(cell => cell.dataset.role).join()"
    )
    window.open(f"{server}compare/")
    window.choose("label:nth-of-type(1) > [name=role]", "Product owner")
    window.choose("label:nth-of-type(2) > [name=role]", "Business analyst")
    window.until(f"{columns} === 'product-owner,business-analyst'")
    assert window.get("location.search") == "?roles=product-owner,business-analyst"
    window.reload()
    window.until(f"{columns} === 'product-owner,business-analyst'")


def test_a_page_left_while_a_script_is_on_its_way_complains_of_nothing(
    window: Firefox, site: Path
) -> None:
    with serving(site, late="/use.") as server:
        window.open(f"{server}compare/")
        window.focus("[name=role]")  # the first sign of use asks for the script
        window.reload()
        window.focus("[name=role]")


def test_a_deep_link_lands_below_the_header(window: Firefox, server: str) -> None:
    window.width(360)
    window.open(server + PASSAGE)
    assert window.get("innerWidth") == 360
    window.until(f"({ON_SCREEN})(document.querySelector('h2#product-owner'))")


def test_a_link_to_a_cell_lands_on_it_once_all_is_arranged(window: Firefox, server: str) -> None:
    """Firefox goes to the place before the scripts have put the chosen roles together."""
    for width, roles in ((360, "product-owner,scrum-master"), (1280, "all")):
        window.width(width)
        window.open(f"{server}compare/?roles={roles}#methods--scrum-master")
        window.until(f"({ON_SCREEN})(document.querySelector('#methods--scrum-master'))")


def test_filter_activities_by_role(window: Firefox, server: str) -> None:
    status = "document.querySelector('.status').innerText"
    window.open(f"{server}who-does-what/")
    window.until(f"/^(\\d+) of \\1 activities/.test({status})")
    window.choose("[name=who]", "Product owner")
    window.until("location.search.includes('who=product-owner')")
    some, total = map(int, re.findall(r"\d+", window.get(status)))
    assert 0 < some < total


def test_offline_search_leads_to_the_answer(window: Firefox, offline: str) -> None:
    window.open(f"{offline}glossary/index.html")
    ask_who_owns_the_roadmap(window, offline, "index.html")


def test_offline_roles_are_chosen(window: Firefox, offline: str) -> None:
    window.open(f"{offline}compare/index.html?roles=product-owner,scrum-master")
    window.choose("label:nth-of-type(2) > [name=role]", "Business analyst")
    window.until("location.search === '?roles=product-owner,business-analyst'")


def test_menu_by_keyboard(window: Firefox, server: str) -> None:
    window.width(360)
    window.open(server)
    button = "[popovertarget=menu]"
    is_open = "document.querySelector('#menu').matches(':popover-open')"
    assert not window.get(is_open)
    window.focus(button)
    window.keys(ENTER)
    window.until(is_open)
    window.until("document.activeElement.closest('#menu') !== null")
    window.keys(ESCAPE)
    window.until(f"!{is_open}")
    window.until(f"document.activeElement.matches('{button}')")


@pytest.mark.parametrize(
    "address", ["compare/", "compare/?roles=all", "versus/product-manager-vs-project-manager/"]
)
def test_the_head_of_a_table_covers_no_row(window: Firefox, server: str, address: str) -> None:
    """Where it is before anybody scrolls."""
    window.open(server + address)
    window.until("document.readyState === 'complete'")
    lowest, top = window.get(
        "(() => { const table = document.querySelector('table.matrix');"
        " const head = [...table.tHead.rows[0].cells].map((cell) => cell.getBoundingClientRect());"
        " return [Math.max(...head.map(({ bottom }) => bottom)),"
        " table.tBodies[0].rows[0].getBoundingClientRect().top]; })()"
    )
    assert lowest <= top + 1


def test_a_setting_is_chosen_and_stands_in_the_address(window: Firefox, server: str) -> None:
    window.open(f"{server}settle/date-or-scope/")
    window.focus("[data-lens]")
    window.keys(ENTER)
    window.until("document.activeElement.matches('.lens [name=in]')")
    window.keys("In Scrum")
    answer = "document.querySelector('div.lens-added')?.innerText.trim()"
    window.until(f"{answer} === 'In Scrum: product owner. (usually product manager)'")
    window.reload()
    window.until(f"{answer} === 'In Scrum: product owner. (usually product manager)'")
    assert window.get("location.search") == "?in=scrum"


def test_a_sheet_is_filled_in_checked_and_comes_back(window: Firefox, server: str) -> None:
    """Who is there, who decides, what the checks say; the address and house rules bring it back."""
    decides = "document.querySelector('#own-the-delivery-date select').selectedOptions[0].text"
    window.open(f"{server}team/")
    window.focus(".people input[value=tech-lead]")
    window.keys(" ")
    window.until("document.querySelector('.findings').innerText.includes('Nobody decides')")
    window.choose("#own-the-delivery-date select", "Tech lead")
    window.until("location.hash.startsWith('#a=1')")
    window.reload()
    window.until(f"{decides} === 'Tech lead'")
    rules = "house:\\n  own-the-delivery-date: {decides: product-manager, note: Ours}"
    window.get(f"[...document.querySelectorAll('textarea')][1].value = '{rules}', 1")
    window.focus("#raci ~ form button[type=submit]")
    window.keys(ENTER)
    window.until(f"{decides} === 'Product manager'")
    assert window.get("document.querySelector('#own-the-delivery-date input').value") == "Ours"


def test_a_job_ad_is_read(window: Firefox, server: str) -> None:
    window.open(f"{server}which-job/")
    window.until("document.querySelectorAll('textarea').length === 1")
    ad = (
        "Your tasks\\n- Facilitate daily stand-ups, sprint planning and retrospectives.\\n"
        "- Coach the team on Scrum and remove impediments.\\n- Protect the team.\\n"
        "- Help the product owner with the backlog."
    )
    window.get(f"document.querySelector('textarea').value = '{ad}', 1")
    window.focus("#ad ~ form button[type=submit]")
    window.keys(ENTER)
    first = (
        "[...document.querySelectorAll('.result')].at(-1).querySelector('.mix strong')?.innerText"
    )
    window.until(f"{first} === 'Scrum master'")


def test_a_cell_is_offered_in_four_forms_by_keyboard(window: Firefox, server: str) -> None:
    window.open(f"{server}compare/")
    window.focus("#scope--product-manager .copy")
    window.keys(ENTER)
    window.until("document.activeElement.matches('.offer button')")
    assert window.get("document.querySelectorAll('.offer button').length") == 4
    window.keys(ESCAPE)
    window.until("document.activeElement.matches('#scope--product-manager .copy')")
