"""A folder served as a web host would, and the programs that look at it."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Write no line for each request."""


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve a folder on this machine; yields its address, without a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        serving.join()


def program(name: str) -> str:
    """Return the path of a program that `make test-all` sees to."""
    found = shutil.which(name)
    assert found, f"{name} is missing: run the tests with `make test-all`"
    return found


def ran(name: str, *arguments: str | Path, minutes: int = 10) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the commands stand in the tests
        [program(name), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60 * minutes,
    )
