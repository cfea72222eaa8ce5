"""A server at the end of one slow line: a delay for every request, and bandwidth they share."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PIECE = 4096  # bytes that the line carries at a time


@contextmanager
def slowly(site: Path, bits: float, delay: float) -> Iterator[str]:
    """Serve a site, compressed, at so many bits a second."""
    line = threading.Lock()

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            body = gzip.compress(path.read_bytes(), 9) if path.is_file() else b""
            time.sleep(delay)
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for at in range(0, len(body), PIECE):
                with line:
                    time.sleep(len(body[at : at + PIECE]) * 8 / bits)
                with suppress(ConnectionError):  # the page is gone, its texts still under way
                    self.wfile.write(body[at : at + PIECE])

        def log_message(self, format: str, *args: object) -> None:
            pass

    handler = lambda *args: Handler(*args, directory=str(site))  # noqa: E731
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
