"""Asks web addresses whether they answer: politely, briefly, and only outside.

A pathway may come from anywhere, so its addresses may not lead this computer to machines of the
network that it stands in: wherever an answer leads on to, and whatever a name stands for, only
public machines are spoken to. Where the organisation has a proxy, the proxy is asked, and it is
the one that knows what names stand for.
"""

import http.client
import ipaddress
import math
import queue
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from model.checks.links_answer import Answer, Fetch, Unasked
from model.checks.web_addresses import fault

AT_ONCE = 8
"""How many addresses are asked at the same time."""
TIMEOUT = 10.0
"""Seconds that a server may be silent."""
LONGEST = 40.0
"""Seconds after which an address is given up, however its server drips."""

_REFUSED = 400  # from here on, a server may only dislike being asked for the head

Allows = Callable[[str], bool]
"""Whether a machine may be spoken to, by its IP address."""


class _AsideError(OSError):
    """An address leads into an internal network."""


def is_public(machine: str) -> bool:
    """Whether an IP address is one of the public network."""
    return ipaddress.ip_address(machine.partition("%")[0]).is_global


def ask_all(
    addresses: Sequence[str], fetch: Fetch | None = None, longest: float = LONGEST
) -> dict[str, Answer]:
    """Ask addresses, several at once; where none answers at all, the network is away."""
    ask = fetch or Web().ask
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    answered: queue.SimpleQueue[tuple[str, Answer]] = queue.SimpleQueue()
    for address in addresses:
        waiting.put(address)

    def work() -> None:
        try:
            while True:
                address = waiting.get_nowait()
                answered.put((address, ask(address)))
        except queue.Empty:
            return

    for _worker in range(min(AT_ONCE, len(addresses))):
        threading.Thread(target=work, daemon=True).start()  # a dripping server holds up nobody
    answers = dict.fromkeys(addresses, Answer())
    until = time.monotonic() + longest * math.ceil(len(addresses) / AT_ONCE)
    try:
        for _answer in addresses:
            address, answer = answered.get(timeout=max(until - time.monotonic(), 0.001))
            answers[address] = answer
    except queue.Empty:
        pass
    if all(answer == Answer() for answer in answers.values()):
        return dict.fromkeys(addresses, Answer(unasked=Unasked.NO_NETWORK))
    return answers


class Web:
    """The public web, asked for the heads of pages."""

    def __init__(self, allows: Allows = is_public) -> None:
        self._opener = OpenerDirector()
        for handler in (
            ProxyHandler(),
            _Http(allows),
            _Https(allows),
            _Redirects(),
            HTTPDefaultErrorHandler(),
            HTTPErrorProcessor(),
        ):
            self._opener.add_handler(handler)
        self._opener.addheaders = [
            ("User-Agent", f"Ketjupaja/{version('ketjupaja')} (asks whether links answer)"),
            ("Accept", "*/*"),
        ]

    def ask(self, address: str) -> Answer:
        """Ask for the head of a page; where that is refused, for the page, and read none of it."""
        answer = self._ask(address, "HEAD")
        if answer.status is not None and answer.status >= _REFUSED:
            return self._ask(address, "GET")
        return answer

    def _ask(self, address: str, method: str) -> Answer:
        try:
            request = Request(_in_ascii(address), method=method)  # noqa: S310 - http and https only
            with self._opener.open(request, timeout=TIMEOUT) as response:
                return Answer(status=response.status)
        except HTTPError as error:
            with error:
                return Answer(status=error.code)
        except URLError as error:
            return Answer(unasked=_why(error.reason))
        except (OSError, http.client.HTTPException, ValueError):
            return Answer()


def _why(reason: object) -> Unasked | None:
    match reason:
        case _AsideError():
            return Unasked.ASIDE
        case ssl.SSLCertVerificationError():
            return Unasked.UNTRUSTED
        case _:
            return None


class _Http(HTTPHandler):
    def __init__(self, allows: Allows) -> None:
        super().__init__()
        self._allows = allows

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_outward(http.client.HTTPConnection, req, self._allows), req)


class _Https(HTTPSHandler):
    def __init__(self, allows: Allows) -> None:
        super().__init__()
        self._allows = allows

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_outward(http.client.HTTPSConnection, req, self._allows), req)


def _outward(
    kind: type[http.client.HTTPConnection], request: Request, allows: Allows
) -> Callable[..., http.client.HTTPConnection]:
    """Return how to connect: by the organisation's proxy, else to public machines only.

    Which machine it is, is asked of the connection itself, before anything is sent: a name may
    stand for another one each time that it is looked up.
    """
    if request.host != urlsplit(request.full_url).netloc:
        return kind  # the proxy

    class Outward(kind):  # type: ignore[misc, valid-type]
        def connect(self) -> None:
            super().connect()
            if not allows(self.sock.getpeername()[0]):
                self.close()
                raise _AsideError

    return Outward


class _Redirects(HTTPRedirectHandler):
    def redirect_request(  # noqa: PLR0913, PLR0917 - how urllib calls it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        if fault(newurl) is not None or urlsplit(newurl).scheme not in {"http", "https"}:
            fp.close()
            raise URLError(_AsideError())
        onward = super().redirect_request(req, fp, code, msg, headers, newurl)
        if onward is not None:
            onward.method = req.get_method()
        return onward


def _in_ascii(address: str) -> str:
    """Return an address as it goes over the wire: names in Punycode, the rest in per cent signs."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    netloc = f"{host}:{parts.port}" if parts.port else host
    keep = "%/:=&?~+!$,;'@()*[]"
    return urlunsplit(
        (parts.scheme, netloc, quote(parts.path, safe=keep), quote(parts.query, safe=keep), "")
    )
