"""The preview's server, asked as browsers and as others ask."""

import http.client
import socket
import threading
from collections.abc import Iterator

import pytest

from designer.publishing.preview import PreviewServer

FILES = {
    "index.html": b"<h1>etusivu</h1>",
    "fi/index.html": b"lista",
    "fi/uni.html": "<p>yö</p>".encode(),
    "style.css": b"p{}",
    "_headers": b"/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"
    b"  X-Frame-Options: DENY\n",
}


@pytest.fixture
def server() -> Iterator[PreviewServer]:
    started = PreviewServer(FILES)
    yield started
    started.close()


def ask(
    server: PreviewServer, path: str, method: str = "GET", host: str | None = None
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host=True)
        if host != "":
            connection.putheader("Host", host or f"127.0.0.1:{server.port}")
        connection.endheaders()
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def within(server: PreviewServer, name: str) -> str:
    return f"/{server.address.split('/')[3]}/{name}"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("", FILES["index.html"], "text/html; charset=utf-8"),
        ("fi/", FILES["fi/index.html"], "text/html; charset=utf-8"),
        ("fi/uni.html?a=1", FILES["fi/uni.html"], "text/html; charset=utf-8"),
        ("style.css", b"p{}", "text/css; charset=utf-8"),
    ],
)
def test_the_site_is_served(server: PreviewServer, name: str, content: bytes, kind: str) -> None:
    response, body = ask(server, within(server, name))
    assert (response.status, body) == (200, content)
    assert response.headers["Content-Type"] == kind
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "name",
    [
        "none.html",
        "fi",
        "_headers",
        "../index.html",
        "fi/../index.html",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%5c..%5cwindows%5cwin.ini",
        "/etc/passwd",
        "//etc/passwd",
        "fi/uni.html%00.txt",
        "%ff",
        "C:/windows/win.ini",
    ],
)
def test_nothing_else_is(server: PreviewServer, name: str) -> None:
    response, body = ask(server, within(server, name))
    assert response.status == 404
    assert body == b"Not Found"
    assert "Content-Security-Policy" in response.headers


@pytest.mark.parametrize("path", ["/", "/index.html", "/fi/uni.html", "/wrong/index.html", "*"])
def test_nobody_finds_it_without_its_address(server: PreviewServer, path: str) -> None:
    assert ask(server, path)[0].status == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost", "127.0.0.1:1", ""])
def test_another_name_is_refused(server: PreviewServer, host: str) -> None:
    """A page of the web whose name was made to lead to this computer asks for its own name."""
    response, body = ask(server, within(server, ""), host=host)
    assert response.status == 421
    assert b"etusivu" not in body


def test_a_head_has_no_body(server: PreviewServer) -> None:
    response, body = ask(server, within(server, ""), "HEAD")
    assert (response.status, body) == (200, b"")
    assert response.headers["Content-Length"] == str(len(FILES["index.html"]))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_only_reading_is_understood(server: PreviewServer, method: str) -> None:
    assert ask(server, within(server, ""), method)[0].status == 501


def test_only_this_computer_can_ask(server: PreviewServer) -> None:
    others = {
        address[4][0]
        for address in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        if not str(address[4][0]).startswith("127.")
    }
    for address in others:
        with pytest.raises(OSError):  # noqa: PT011 - refused or unreachable, by the system's words
            socket.create_connection((str(address), server.port), timeout=2)


def test_nothing_is_left_when_it_is_closed() -> None:
    server = PreviewServer(FILES)
    port = server.port
    idle = socket.create_connection(("127.0.0.1", port))  # a browser keeps one open
    server.close()
    idle.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=2)
    assert not [thread for thread in threading.enumerate() if thread.name == "preview"]


def test_a_connection_that_says_nothing_ends_with_it() -> None:
    server = PreviewServer(FILES)
    before = set(threading.enumerate())
    with socket.create_connection(("127.0.0.1", server.port), timeout=2) as idle:
        ask(server, within(server, ""))  # the idle one was taken first
        answering = set(threading.enumerate()) - before
        assert answering
        server.close()
        assert idle.recv(1) == b""
    for thread in answering:
        thread.join(2)
        assert not thread.is_alive()


def test_two_previews_have_two_addresses() -> None:
    one, other = PreviewServer(FILES), PreviewServer(FILES)
    try:
        assert one.address != other.address
        assert ask(one, within(other, ""))[0].status == 404
    finally:
        one.close()
        other.close()
