"""The link checker: what it finds, what it forgives, and that it asks a host one at a time."""

from __future__ import annotations

import socketserver
import threading
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from scripts import links, watch
from scripts.load import Loaded, load
from scripts.project import DATA
from tests.building import SMALL


def test_finds_each_address_once_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "docs/data").mkdir(parents=True)
    (tmp_path / "docs/data/comparison.yml").write_text(
        "a: https://one.test/x.\nb: https://example.org/\nc: https://one.test/x\n"
    )
    (tmp_path / "docs/page.md").write_text("\n[two](https://two.test/y?z=1)\n")
    assert links.links(tmp_path) == [
        links.Link("https://one.test/x", "docs/data/comparison.yml", 1),
        links.Link("https://two.test/y?z=1", "docs/page.md", 2),
    ]


def test_reports_what_failed_and_asks_a_host_one_at_a_time() -> None:
    asked: list[str] = []
    busy: set[str] = set()

    def request(address: str) -> links.Answer:
        host = address.split("/")[2]
        assert host not in busy
        busy.add(host)
        asked.append(address)
        busy.remove(host)
        return links.Answer("status 404") if "gone" in address else links.Answer()

    found = [
        links.Link("https://a.test/gone", "docs/x.md", 3),
        links.Link("https://a.test/here", "docs/x.md", 4),
        links.Link("https://b.test/gone", "docs/y.md", 5),
    ]
    told = links.answers(found, request, pause=0)
    assert [str(problem).partition(";")[0] for problem in links.dead(found, told)] == [
        "docs/x.md:3: https://a.test/gone: status 404",
        "docs/y.md:5: https://b.test/gone: status 404",
    ]
    assert len(asked) == 3


def test_a_refusal_is_no_proof_that_a_page_is_gone() -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(405)
            self.end_headers()

        def do_GET(self) -> None:
            known = {"/ok": 200, "/forbidden": 403, "/old": 301, "/today": 302}
            self.send_response(known.get(self.path, 410))
            if self.path in ("/old", "/today"):
                self.send_header("Location", "/ok")
            self.send_header("Last-Modified", "Tue, 02 Feb 2027 10:00:00 GMT")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    assert links.ask(f"{base}/ok") == links.Answer(None, None, date(2027, 2, 2), there=True)
    assert links.ask(f"{base}/forbidden") == links.Answer()
    assert links.ask(f"{base}/gone").wrong == "status 410"
    assert links.ask(f"{base}/old").moved == f"{base}/ok"
    assert links.ask(f"{base}/today").moved is None
    server.shutdown()
    server.server_close()
    assert "refused" in str(links.ask(f"{base}/ok").wrong)


def test_an_answer_that_is_no_answer_is_reported() -> None:
    class Garbage(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(4096)
            self.request.sendall(b"good day\r\n\r\n")

    with socketserver.TCPServer(("127.0.0.1", 0), Garbage) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert "BadStatusLine" in str(links.ask(f"http://127.0.0.1:{server.server_address[1]}/"))
        server.shutdown()
    assert "port" in str(links.ask("http://127.0.0.1:x/"))
    found = [links.Link("https://[x", "docs/x.md", 1)]
    assert list(links.dead(found, links.answers(found, links.ask, pause=0))) != []


def with_source(**values: object) -> Loaded:
    """The small data with one source that differs."""
    loaded = load(SMALL / DATA, DATA)
    told = loaded.comparison
    book = told.sources["book"].model_copy(update=values)
    return replace(loaded, comparison=told.model_copy(update={"sources": {"book": book}}))


def test_what_nobody_looked_at_for_a_year_is_due() -> None:
    loaded = load(SMALL / DATA, DATA)
    assert list(watch.due(loaded, date(2026, 11, 30))) == []
    found = [str(problem) for problem in watch.due(loaded, date(2027, 12, 2))]
    assert any(
        ".reviewed: its sources were last read on 2026-11-01, more than a" in f for f in found
    )
    assert any("sources.book.seen: was last seen in 2026-11, more than a year" in f for f in found)


def test_a_source_that_changed_after_it_was_read() -> None:
    loaded, today = with_source(seen="2026-11", url="https://a.test/"), date(2027, 3, 1)
    for day, told in ((date(2027, 2, 2), 1), (date(2026, 11, 20), 0), (date(2027, 2, 28), 0)):
        answers = {"https://a.test/": links.Answer(modified=day, there=True)}
        assert len(list(watch.changed(loaded, answers, today))) == told, day


def test_a_newer_edition_at_an_address_that_holds_the_year() -> None:
    loaded, today = (
        with_source(superseded=None, year="2024", url="https://a.test/survey-2024/"),
        date(2026, 11, 30),
    )

    def ask(address: str) -> links.Answer:
        return links.Answer(there="2025" in address)

    (problem,) = watch.newer(loaded, ask, today)
    assert "an edition of 2025 answers at https://a.test/survey-2025/" in str(problem)
    # A server that answers for every year says nothing; an address without one is not guessed at.
    assert not list(watch.newer(loaded, lambda address: links.Answer(there=True), today))
    loaded = with_source(superseded=None, year="2024", url="https://a.test/survey/")
    assert not list(watch.newer(loaded, lambda address: links.Answer(there=True), today))
