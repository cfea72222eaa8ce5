"""A responsibility matrix pasted into the page of a team: its faults, and what practice says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.team import BASE, decides, paste
from tests.tools import opened


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with opened(browser, f"{server}team/") as page:
        yield page


def test_what_cannot_be_read_is_named(page: Page) -> None:
    head = "Activity,Decides,Does,Is asked,Is told,Note"
    text = f"{head}\nOwn the delivery date,Wizard,,,,\nNo such,,,,,\n"
    assert "Not known here, and left out: Wizard; No such." in paste(page, text)


CLEAN = [
    "Task,Product manager,Engineering manager,Tech lead\n"
    "Product roadmap,A/R,C,C\nDelivery date,C,A,R\nArchitecture,I,C,A/R",
    "Task;Product owner;Scrum master;Developers\n"
    "Order the backlog;AR;C;C\nRetrospective;R;A;R\nEstimates;I;I;A, R",
    "| Activity | Product manager | UX designer |\n| --- | --- | --- |\n"
    "| User interviews | A | R |\n| **Prototype** | C | A R |",
    "Task\tProject manager\tSponsor\tTeam\nProject plan\tA/R\tC\tI\nBudget\tR\tA\t-",
    "Task,PO (Ann),Dev team (all)\nAccept finished work,A/R,C\nCode review,I,A/R",
    "Task,Product marketing manager,Sales,Product manager\n"
    "Positioning,A/R,C,C\nDiscounts,I,A/R,\nLaunch,A,R,R",
    "Task,Driver Dan (tech lead),Product manager\nArchitecture,A/D,C\nRelease,D,A",
    "Task,Accountable Ann (product manager),Quality engineers\n"
    "Bug triage,Accountable,Responsible\nTest approach,Consulted,A/R",
    "Role,Roadmap,Date\nProduct manager,A/R,C\nEngineering manager,C,A/R",
    "Task,Accountable (A),Responsible (R),Consulted\n"
    'Roadmap,Product manager,"Product manager, Designer",Sales\nPay,Engineering manager,HR,',
    "R = responsible, A = accountable\nTask,Product manager,Tech lead\nDISCOVERY,,\n"
    "User interviews,A/R,I\nPhase 2,,\nArchitecture,C,A/R",
    "Task,Engineering manager,Tech lead,Human resources\n"
    "Hire engineers,A/R,C,C\nPay,A,,R\nDaily stand-up,I,A/R,n/a",
]


def test_a_clean_table_has_no_fault(page: Page) -> None:
    for text in CLEAN:
        assert "Faults of form (0)" in paste(page, text), text


SEEDED = [
    ("Product roadmap,A/R,C,C", "Product roadmap,R,C,C", "“Product roadmap” has no A"),
    ("Delivery date,C,A,R", "Delivery date,C,C,R", "“Delivery date” has no A"),
    ("Engineering manager,", "PO/PM,", "“PO/PM” can mean product manager"),
    ("Architecture,I,C,A/R", "Architecture,I,R,R", "“Architecture” has no A"),
    ("Product roadmap,A/R,C,C", "Product roadmap,A/R,A,C", "“Product roadmap” has more than one A"),
    ("Delivery date,C,A,R", "Delivery date,A,A,R", "“Delivery date” has more than one A"),
    ("Pricing,A,I,R", "Pricing,A,A,A/R", "“Pricing” has more than one A"),
    ("Tech lead\n", "Sr. PM\n", "“Sr. PM” can mean product manager"),
    ("Task,Product manager", "Task,PM", "“PM” can mean product manager"),
    ("Task,Product manager", "Task,PM (Ann)", "“PM (Ann)” can mean product manager"),
    ("Task,Product manager", "Task,pm", "“pm” can mean product manager"),
    ("Product roadmap,A/R,C,C", "Product roadmap,,,", "“Product roadmap” has no letter at all"),
    ("Pricing,A,I,R", "Pricing,-,-,-", "“Pricing” has no letter at all"),
    ("Code review,,I,A/R", "Code review,n/a,,", "“Code review” has no letter at all"),
    ("Delivery date,C,A,R", "Delivery date,Q,A,R", "“Delivery date”: “Q” is no letter"),
    ("Pricing,A,I,R", "Pricing,A,maybe,R", "“Pricing”: “maybe” is no letter"),
    ("Architecture,I,C,A/R", "Architecture,I,A?,A/R", "“Architecture”: “A?” is no letter"),
    ("Tech lead\n", "P.M. - Ann\n", "“P.M. - Ann” can mean product manager"),
    ("Delivery date,C,A,R", "Delivery date,C,A,C", "“Delivery date” has no R"),
    ("Pricing,A,I,R", "Pricing,A,I,", "“Pricing” has no R"),
    ("Product roadmap,A/R,C,C", "Product roadmap,A,C,C", "“Product roadmap” has no R"),
    ("Code review", "Pricing", "“Pricing” stands there twice"),
    ("Architecture", "product roadmap", "“product roadmap” stands there twice"),
    (
        "Engineering manager,Tech lead",
        "Tech lead,Tech lead",
        "column “Tech lead” stands there twice",
    ),
    ("Engineering manager,", "PRODUCT MANAGER,", "column “PRODUCT MANAGER” stands there twice"),
    ("Engineering manager,", ",", "Column 3 has no name"),
    ("Task,Product manager", "Task,", "Column 2 has no name"),
    ("Delivery date,", ",", "A row has no task: row 2"),
    ("Pricing,A,I,R", "Pricing,A,I,R,C", "“Pricing” has more cells than there are columns"),
    ("Tech lead\n", "Tech lead,Customers\n", "“Customers” has no letter in any row"),
]


def test_thirty_seeded_faults_are_found(page: Page) -> None:
    assert len(SEEDED) == 30
    assert "Faults of form (0)" in paste(page, BASE)
    missed = []
    for before, after, says in SEEDED:
        assert BASE.count(before) >= 1
        said = paste(page, BASE.replace(before, after, 1))
        if says not in said or "Faults of form (1)" not in said:
            missed.append((after, said[:300]))
    assert not missed


def test_practice_is_only_claimed_for_what_was_matched(page: Page) -> None:
    text = (
        "Task,Engineering manager,Product manager,Wizard\nProduct roadmap,A/R,C,\n"
        "Order lunch,R,A,\nReview and merge code,,,A/R"
    )
    said = paste(page, text)
    assert "Published practice points elsewhere (1)" in said
    assert "Product roadmap: engineering manager in your table; usually product manager" in said
    assert "Not matched, and not judged: “Order lunch”." in said
    assert "“Wizard”" in said
    link = page.locator(".result").nth(1).get_by_role("link", name="own the product roadmap")
    assert str(link.get_attribute("href")).endswith("/who-does-what/own-the-product-roadmap/")
    page.get_by_role("button", name="matched rows into the sheet").click()
    assert decides(page, "own-the-product-roadmap") == "Engineering manager"


def test_a_raci_is_read_without_a_server(page: Page, offline: str) -> None:
    page.goto(f"{offline}team/index.html")
    assert "Published practice points elsewhere" in paste(page, BASE)
