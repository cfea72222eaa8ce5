"""A static server for a built site, with the site's own `_headers` (Netlify's format)."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LATE = 0.4


def headers_for_all(site: Path) -> list[tuple[str, str]]:
    """The headers that `_headers` gives to `/*`; none where the file is missing."""
    file = site / "_headers"
    found: list[tuple[str, str]] = []
    path = ""
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.strip() and not line.strip().startswith("#"):
            if not line[0].isspace():
                path = line.strip()
            elif path == "/*":
                name, _, value = line.strip().partition(":")
                found.append((name, value.strip()))
    return found


class _Handler(SimpleHTTPRequestHandler):
    def __init__(
        self,
        *args: object,
        headers: list[tuple[str, str]],
        prefix: str,
        late: str,
        halt: bytes,
        directory: str,
    ) -> None:
        self.extra = headers
        self.prefix = prefix
        self.late = late
        self.halt = halt
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.prefix)
        return super().translate_path(path[len(self.prefix) - 1 :] if inside else "/outside")

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that has gone to another page
            super().handle()

    def do_GET(self) -> None:
        if self.late and self.late in self.path:
            time.sleep(LATE)
        page = Path(self.translate_path(self.path), "index.html")
        if self.halt and page.exists():
            before, mark, after = page.read_bytes().partition(self.halt)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(before + mark + after)))
            self.end_headers()
            self.wfile.write(before)
            time.sleep(LATE)
            self.wfile.write(mark + after)
            return
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.extra:
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(site: Path, prefix: str = "/", late: str = "", halt: bytes = b"") -> Iterator[str]:
    """Serve a folder below `prefix`; gives the base address, which ends with a slash. Addresses
    that hold `late` are answered after LATE seconds; pages halt as long before `halt`."""
    handler = partial(
        _Handler,
        headers=headers_for_all(site),
        prefix=prefix,
        late=late,
        halt=halt,
        directory=str(site),
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()
