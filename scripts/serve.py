"""`make serve`: every page shows the data as it now is, or what is wrong with it.

A copy of the project, with generated text up to date, is built after each edit, by whichever site
builder: so serving writes no file of the project, an edit between generated markers is not erased,
and a page may be read-only. After an edit that breaks something, pages keep the last good text and
show the problems above it.
"""

from __future__ import annotations

import html
import os
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from scripts import builder, bundler, edits, page_rules, project
from scripts.builder import SITE
from scripts.folding import fold
from scripts.problems import DataError, Problem
from scripts.publish import publish

# What a site is made of.
WATCHED = (
    "docs",
    "includes",
    "overrides",
    "search",
    "edition.yml",
    "mkdocs.yml",
    "redirects.txt",
)
Stamps = dict[str, tuple[int, int]]
NUMBER = "/.build"  # an address that tells which build is served
_SHOWN = 20
_PAUSE = 0.4  # seconds between two looks at the files
_RELOAD = (
    "<script>setInterval(async()=>{try{if(await(await fetch('%s')).text()!=='%d')"
    "location.reload()}catch{}},700)</script>"
)
_BANNER = "position:sticky;top:0;z-index:9;padding:.8rem 1.2rem;background:#8b0000;color:#fff"


class Draft:
    """The site as it is while somebody writes: `site` is the folder to serve, or None."""

    def __init__(self, root: Path, command: Sequence[str], folder: Path) -> None:
        self.root = root.resolve()
        # Our own checks report a warning; it must not keep the page from being shown.
        self.command = [word for word in command if word != "--strict"]
        self.folder = folder
        self.site: Path | None = None
        self.number = 0
        self.problems: list[Problem] = []
        self.good: project.Project | None = None

    def build(self) -> None:
        """Build what now stands; if that cannot be, the last good site stays, if there is one."""
        work = self.folder / "work"
        shutil.rmtree(work, ignore_errors=True)
        broken = not self._read()
        self._copy(work, broken)
        self.problems += bundler.bundle(self.root, work)
        built = self.folder / f"site-{self.number + 1}"
        try:
            self._run(work, built)
            if self.good:
                data = self.good.loaded.comparison
                publish(data, self.root, built, os.environ, draft=True)
        except DataError as bad:
            self.problems += bad.problems
            shutil.rmtree(built, ignore_errors=True)
            if self.site:
                shutil.copytree(self.site, built)
            else:
                built.mkdir()
                for name in ("index.html", "404.html"):
                    (built / name).write_text("<!doctype html><body></body>", encoding="utf-8")
            broken = self.site is not None
        self.number += 1
        for page in built.rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            page.write_text(self._marked(text, broken), encoding="utf-8")
        old, self.site = self.site, built
        if old:
            shutil.rmtree(old, ignore_errors=True)

    def _read(self) -> bool:
        """Whether data and pages are such that text can be generated."""
        try:
            read = project.read(self.root)
        except DataError as bad:
            self.problems = fold(bad.problems)
            return False
        edited = edits.find(read, project.stale(read))
        self.problems = fold([*edited, *page_rules.check_strictly(read.checked)])
        self.good = read
        return True

    def _copy(self, work: Path, broken: bool) -> None:
        """The project, with generated text as the last good data gives it."""
        work.mkdir(parents=True)
        for name in WATCHED:
            source = self.root / name
            if source.is_dir():
                shutil.copytree(source, work / name)
            elif source.is_file():
                shutil.copy(source, work / name)
        if self.good is None:
            return
        full = {f"docs/{page}": text for page, text in self.good.full.items()}
        for page, text in self.good.pages.items() if broken else ():
            now = work / "docs" / page
            if now.is_file() and now.read_bytes() != text.encode():
                full.pop(f"docs/{page}", None)  # what somebody is writing, as it stands
        for path, text in {**full, **project.generated_files(self.good)}.items():
            (work / path).parent.mkdir(parents=True, exist_ok=True)
            (work / path).unlink(missing_ok=True)
            (work / path).write_text(text, encoding="utf-8")
        for change in () if broken else project.stale(self.good):
            if change.path == project.CONFIG:
                (work / change.path).write_text(change.new, encoding="utf-8")

    def _run(self, work: Path, built: Path) -> None:
        """Let the builder build; one without an option for its target builds into site/."""
        here, address = Path.cwd(), os.environ.get("SITE_URL")
        os.chdir(work)
        os.environ["SITE_URL"] = ""  # links of the page itself lead to this server
        try:
            failed = builder.run([str(built) if word == SITE else word for word in self.command])
        finally:
            os.chdir(here)
            del os.environ["SITE_URL"]
            os.environ.update({"SITE_URL": address} if address is not None else {})
        if SITE not in self.command and (work / "site").is_dir():
            (work / "site").rename(built)
        if failed or not (built / "index.html").is_file():
            fix = "see what it says in the terminal"
            raise DataError([Problem(project.CONFIG, 1, "", f"{self.command[0]} failed", fix)])

    def _marked(self, text: str, broken: bool) -> str:
        """A page with its problems above it, which loads itself anew after the next build."""
        text = text.partition("<!-- draft -->")[0] or text
        start = text.find(">", max(text.find("<body"), 0)) + 1
        shown = banner(self.problems, broken) if self.problems else ""
        reload = _RELOAD % (NUMBER, self.number)
        return f"{text[:start]}{shown}{text[start:]}<!-- draft -->{reload}"


def banner(problems: list[Problem], broken: bool) -> str:
    """A box with every problem, as far as one can read them."""
    count = "One problem." if len(problems) == 1 else f"{len(problems)} problems."
    count += " Below is the last good text." if broken else ""
    lines = [str(problem) for problem in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        lines.append(f"… and {len(problems) - _SHOWN} more in the terminal")
    text = "white-space:pre-wrap;margin:.4rem 0 0;font-size:.7rem"
    return (
        f'<div role="alert" style="{_BANNER}"><strong>{count}</strong>'
        f'<pre style="{text}">{html.escape(chr(10).join(lines))}</pre></div>'
    )


class _Handler(SimpleHTTPRequestHandler):
    """Serves the newest build, and tells which that is; to this machine's own names alone."""

    def __init__(self, *args: object, draft: Draft, host: str) -> None:
        self.draft = draft
        self.names = {"127.0.0.1", "::1", "localhost", host}
        super().__init__(*args, directory=str(draft.site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        name = self.headers.get("Host", "").rpartition(":")[0].strip("[]")
        if name not in self.names:
            self.send_error(421, "Not the name of this server")
        elif self.path == NUMBER:
            self._answer(200, str(self.draft.number).encode())
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code == 404 and page.is_file():
            self._answer(404, page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def _answer(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes to another page meanwhile is no error."""


def serve(root: Path, host: str, port: int, command: Sequence[str]) -> None:
    """Serve until interrupted; DataError where the port cannot be had."""
    with tempfile.TemporaryDirectory(prefix="serve-") as folder:
        draft = Draft(root, command, Path(folder))
        kind = type("_Own", (_Server,), {"address_family": _family(host)})
        try:
            server = kind((host, port), partial(_Handler, draft=draft, host=host))
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or "no such port"
            what = f"{host}:{port} cannot be served on: {why}"
            fix = "run 'make serve PORT=8001', or stop what uses the port"
            raise DataError([Problem("Makefile", 1, "PORT", what, fix)]) from None
        with server:
            shown = f"[{host}]" if ":" in host else host
            print(f"Building; then at http://{shown}:{port}/ (Ctrl+C ends it)", flush=True)
            before = stamps(draft.root)
            _build(draft)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for _ in _edits(draft.root, before):
                _build(draft)
            server.shutdown()


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _build(draft: Draft) -> None:
    start = time.perf_counter()
    draft.build()
    for problem in draft.problems:
        print(problem, file=sys.stderr)
    print(f"{time.strftime('%H:%M:%S')} built in {time.perf_counter() - start:.1f} s", flush=True)


def _edits(root: Path, before: Stamps) -> Iterator[None]:
    """One for each edit, once the files have come to rest."""
    while True:
        time.sleep(_PAUSE)
        now = stamps(root)
        if now == before:
            continue
        while True:
            time.sleep(_PAUSE / 4)
            later = stamps(root)
            if later == now:
                break
            now = later
        before = now
        yield


def stamps(root: Path) -> Stamps:
    """When each file that a site is made of was written, and its size."""
    found = {}
    for name in WATCHED:
        top = root / name
        for path in [top, *top.rglob("*")] if top.is_dir() else [top]:
            try:
                state = path.stat()
            except OSError:
                continue  # gone meanwhile, or a link to nothing
            if not path.is_dir():
                found[str(path)] = (state.st_mtime_ns, state.st_size)
    return found
