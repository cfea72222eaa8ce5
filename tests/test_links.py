"""The link checker: what it finds, what it forgives, and that it asks a host one at a time."""

from __future__ import annotations

import socketserver
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from scripts import links


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

    def request(address: str) -> str | None:
        host = address.split("/")[2]
        assert host not in busy
        busy.add(host)
        asked.append(address)
        busy.remove(host)
        return "status 404" if "gone" in address else None

    found = [
        links.Link("https://a.test/gone", "docs/x.md", 3),
        links.Link("https://a.test/here", "docs/x.md", 4),
        links.Link("https://b.test/gone", "docs/y.md", 5),
    ]
    assert list(links.check(found, request, pause=0)) == [
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
            self.send_response({"/ok": 200, "/forbidden": 403}.get(self.path, 410))
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    assert links.ask(f"{base}/ok") is None
    assert links.ask(f"{base}/forbidden") is None
    assert links.ask(f"{base}/gone") == "status 410"
    server.shutdown()
    server.server_close()
    assert "refused" in str(links.ask(f"{base}/ok"))


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
    assert list(links.check(found, links.ask, pause=0)) != []
