"""What tests share: a small project for fast ones; the real site, a server and a browser."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from scripts.load import load
from scripts.model import Comparison
from scripts.project import DATA, Project, read
from scripts.publish.site import BuiltSite
from tests import building
from tests.pages import changed_pages, longest_of_each_kind, pages
from tests.server import serving

# What a test needs tells its kind: nothing built, a built site, or a browser on one.
_BROWSERS = {"browser", "firefox"}
_BUILT = {"once"}
# What takes a build of its own, or asks every labelled query, is not for `make quick`.
_SLOW = {"offline", "below_site", "asked", "edition"}

# These machines are noisy: a time limit fails what is right. What hangs, the job's own limit ends.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")
expect.set_options(timeout=20_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-page",
        action="store_true",
        help="look at every page in a browser, not at one of each kind and what changed",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark every test as unit, site or browser, by the fixtures that it uses; leave out what holds
    the content to that of the reference, where this is an edition with content of its own."""
    for item in items:
        needs = set(getattr(item, "fixturenames", ()))
        kind = "browser" if needs & _BROWSERS else "site" if needs & _BUILT else "unit"
        item.add_marker(kind)
        if needs & _SLOW:
            item.add_marker("slow")
        if kind == "browser":  # journeys name roles of the reference
            item.add_marker("content")
    if not building.reference().edition.reference:
        bound = [item for item in items if item.get_closest_marker("content")]
        config.hook.pytest_deselected(items=bound)
        items[:] = [item for item in items if item not in bound]


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project in small: two roles on two dimensions, checked and up to date."""
    return building.copy_small(tmp_path / "project")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """`once(name, make)`: a folder that the first of all parallel workers to ask has made."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent

    def folder(name: str, make: Callable[[Path], object]) -> Path:
        target, done = base / name, base / f"{name}.done"
        with (base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(target, ignore_errors=True)
                make(target)
                done.touch()
        return target

    return folder


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    """The real site, built and finished; a build that prints anything is a build that warns."""

    def make(target: Path) -> None:
        printed = building.build(target)
        assert not printed, f"mkdocs build printed:\n{printed}"

    return once("site", make)


@pytest.fixture(scope="session")
def built(site: Path) -> BuiltSite:
    """The pages of the real site, read once."""
    return BuiltSite(site)


@pytest.fixture(scope="session")
def told() -> Comparison:
    """The data of the real site."""
    return building.reference()


@pytest.fixture(scope="session")
def real() -> Project:
    """The real project, read and checked once."""
    return read(building.ROOT)


@pytest.fixture(scope="session")
def small() -> Comparison:
    """The data of the project in small."""
    return load(building.SMALL / DATA, DATA).comparison


@pytest.fixture(scope="session")
def looked_at(site: Path, pytestconfig: pytest.Config) -> list[str]:
    """Addresses of pages to look at in a browser: the longest of each kind and some of those that
    the last commit or the working tree changed; every page with `--every-page`."""
    if pytestconfig.getoption("every_page"):
        return sorted(pages(site))
    return sorted({*longest_of_each_kind(site), *changed_pages(site)})


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the served site, with its slash."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def offline(once: Once) -> str:
    """The address of a folder on disk with the site for use without a server, with its slash."""

    def make(target: Path) -> None:
        building.run("scripts", "build", "--offline", "--site", str(target))

    return once("offline", make).as_uri() + "/"


def chromium_path() -> str:
    """The system's Chromium, or that which $CHROMIUM names. Tests that need it fail without it: a
    skip would hide them."""
    names = (os.environ.get("CHROMIUM", "chromium"), "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail("The browser tests need Chromium: install your system's package 'chromium'.")
    return found


# With each window, Chromium loads two pages for the list below its address bar, and keeps a
# process in reserve: more work than most pages of the site. Playwright's own list goes first,
# because of two such lists Chromium heeds the last.
_OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"),
)


def chromium(playwright: Playwright) -> Browser:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    arguments.append(f"--disable-features={','.join(_OFF)}")
    return playwright.chromium.launch(executable_path=chromium_path(), args=arguments)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = chromium(playwright)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new window, 1280 px wide; the test fails if a page in it complains on the console."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{opened.url}: {message.text}")

    opened.on("console", listen)
    opened.on("pageerror", lambda error: complaints.append(f"{opened.url}: {error}"))
    yield opened
    context.close()
    assert not complaints
