"""A preview in the user's own browser: a small web server of this computer, for one site.

It answers only at 127.0.0.1, only to GET and HEAD, only for the files of the site, and only under
an address that nobody can guess: on a computer that several people use at once, the drafts of one
are not for the others. A page of the web that has made its own name lead here (DNS rebinding) asks
for that name and is refused.
"""

import secrets
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import unquote, urlsplit

_TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "woff": "font/woff",
    "woff2": "font/woff2",
}
_HEADERS: Final = "_headers"
"""The site's own file of headers; a server reads it and does not hand it out."""
_PATIENCE: Final = 10
"""Seconds that a request may take to be said: one that never ends must not keep a thread."""


class PreviewServer:
    """Serves the files of a site from memory, until it is closed: no draft comes to lie on a disk.

    `address` is where its front page is.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Raise OSError when the computer has no port to spare."""
        self._secret = secrets.token_urlsafe(16)
        self._server = _Server(("127.0.0.1", 0), _handler(files, self._secret))
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.1,), name="preview", daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/{self._secret}/"

    def close(self) -> None:
        """Stop answering; no connection and no thread stays."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, *args: Any) -> None:
        self._open: set[Any] = set()
        self._changed = threading.Condition()
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._changed:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        with self._changed:
            self._open.discard(request)
            self._changed.notify_all()

    def server_close(self) -> None:
        """Hang up on browsers too that hold a connection without saying anything."""
        super().server_close()
        with self._changed:
            for each in self._open:
                with suppress(OSError):  # it has just hung up by itself
                    each.shutdown(socket.SHUT_RDWR)
            self._changed.wait_for(lambda: not self._open, _PATIENCE)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let it be: a browser that goes away in the middle is no fault of ours."""


def _handler(files: Mapping[str, bytes], secret: str) -> type[BaseHTTPRequestHandler]:
    headers = {**_site_headers(files.get(_HEADERS, b"")), "Cache-Control": "no-store"}
    served = {name: data for name, data in files.items() if name != _HEADERS}

    class Handler(BaseHTTPRequestHandler):
        """Looks a path up among the names of the site; no path ever reaches a disk."""

        timeout = _PATIENCE
        server_version = "Ketjupaja"
        sys_version = ""

        def do_GET(self) -> None:
            content = self._answer()
            self.wfile.write(content)

        def do_HEAD(self) -> None:
            self._answer()

        def _answer(self) -> bytes:
            port = self.connection.getsockname()[1]
            if self.headers.get_all("Host", []) != [f"127.0.0.1:{port}"]:
                return self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            name = _name_of(self.path, secret)
            if name is None or name not in served:
                return self._refuse(HTTPStatus.NOT_FOUND)
            kind = _TYPES.get(name.rpartition(".")[2], "application/octet-stream")
            return self._send(HTTPStatus.OK, kind, served[name])

        def _refuse(self, status: HTTPStatus) -> bytes:
            return self._send(status, "text/plain; charset=utf-8", status.phrase.encode())

        def _send(self, status: HTTPStatus, kind: str, content: bytes) -> bytes:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            for header, value in headers.items():
                self.send_header(header, value)
            self.end_headers()
            return content

        def log_message(self, format: str, *args: Any) -> None:
            """Keep quiet: what somebody looks at is nobody's business."""

    return Handler


def _name_of(path: str, secret: str) -> str | None:
    """Return the file that is meant by the path of a request, None for none of ours."""
    try:
        said = unquote(urlsplit(path).path, errors="strict")
    except (UnicodeDecodeError, ValueError):
        return None
    beginning = f"/{secret}/"
    if not secrets.compare_digest(said[: len(beginning)].encode(), beginning.encode()):
        return None
    name = said[len(beginning) :]
    return f"{name}index.html" if name.endswith("/") or not name else name


def _site_headers(written: bytes) -> dict[str, str]:
    """Return the headers that the site asks for on every page."""
    headers = {}
    for line in written.decode("utf-8", "replace").splitlines():
        name, colon, value = line.strip().partition(":")
        if colon and line.startswith((" ", "\t")):
            headers[name] = value.strip()
    return headers
