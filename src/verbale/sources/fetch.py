"""One page from the web, from a public address only, within bounds of time and size.

Names are resolved once, and the address that was checked is the one that is connected to; every redirect is checked again. No
proxy is asked, and nothing is sent but the request.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from verbale.settings import Settings
from verbale.sources.clocked import Clocked, left
from verbale.sources.public import public
from verbale.sources.raw import Raw, of_bytes
from verbale.sources.reasons import unreadable
from verbale.sources.unpack import unpacked

PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 5
AGENT = "verbale"
_TELLING = f"{AGENT} (reads public reporting on diplomacy)"
_CHUNK = 1 << 16

Resolve = Callable[[str, int], list[str]]
Connect = Callable[[str, int, float], socket.socket]


class Answer(NamedTuple):
    """What an address answered: where it came from in the end, how, and what."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Net(NamedTuple):
    """How names become addresses, and addresses connections."""

    resolve: Resolve
    connect: Connect


def _resolve(host: str, port: int) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _connect(address: str, port: int, timeout: float) -> socket.socket:
    return socket.create_connection((address, port), timeout)


NET = Net(_resolve, _connect)


def fetch(url: str, settings: Settings, net: Net = NET) -> Raw:
    """The page at ``url``, in memory.

    Raises:
        UnreadableError: ``refused address``, ``unreachable`` or ``too large``.
    """
    answer = ask(url, settings, net=net)
    if answer.status != http.client.OK:
        raise unreadable("unreachable", f"{answer.status} {http.client.responses.get(answer.status, '')}".strip())
    return of_bytes(url, answer.body, base=answer.url)


def ask(url: str, settings: Settings, headers: Mapping[str, str] | None = None, net: Net = NET) -> Answer:
    """What ``url`` answers, redirects followed.

    Args:
        url: An http or https address.
        settings: ``fetch_timeout_s`` is for everything together, ``max_document_mb`` for what is sent and for what it unpacks to.
        headers: What is asked besides (``If-None-Match``).
        net: Where names are resolved and connections made.

    Raises:
        UnreadableError: ``refused address``, ``unreachable`` or ``too large``.
    """
    deadline = time.monotonic() + settings.fetch_timeout_s
    here = url
    try:
        for _ in range(MAX_REDIRECTS + 1):
            with closing(_connected(here, deadline, net)) as connected:
                answer = _ask(connected, here, deadline, headers or {})
                if answer.status not in REDIRECTS:
                    found = {name.lower(): value for name, value in answer.getheaders()}
                    chunks = iter(partial(answer.read, _CHUNK), b"")
                    return Answer(here, answer.status, found, unpacked(chunks, found.get("content-encoding"), settings))
            here = urljoin(here, answer.getheader("Location") or "")
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise unreadable("unreachable", f"{type(error).__name__}: {error}") from error
    raise unreadable("unreachable", f"more than {MAX_REDIRECTS} redirects")


def _connected(url: str, deadline: float, net: Net) -> socket.socket:
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname or "@" in parts.netloc:
        raise unreadable("refused address", "only plain http and https addresses are fetched")
    port = parts.port or PORTS[parts.scheme]
    if port not in PORTS.values():
        raise unreadable("refused address", f"port {port} is not one of the web's own")
    plain = net.connect(public(net.resolve(parts.hostname, port)), port, left(deadline))
    plain.settimeout(left(deadline))
    return _secured(plain, parts)


def _secured(plain: socket.socket, parts: SplitResult) -> socket.socket:
    if parts.scheme == "http":
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)
    except BaseException:
        plain.close()
        raise


def _ask(connected: socket.socket, url: str, deadline: float, headers: Mapping[str, str]) -> http.client.HTTPResponse:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port or PORTS[parts.scheme])
    connection.sock = Clocked(connected, deadline)
    told = {"User-Agent": _TELLING, "Accept-Encoding": "gzip", "Connection": "close", **headers}
    connection.request("GET", _target(parts), headers=told)
    return connection.getresponse()


def _target(parts: SplitResult) -> str:
    return quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe="%/:?#[]@!$&'()*+,;=~")
