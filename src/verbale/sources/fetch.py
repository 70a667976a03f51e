"""One page from the web, from a public address only: an address in a document must not reach the machines around us.

Names are resolved once, and the address that was checked is the one that is connected to; every redirect is checked again.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from verbale.settings import Settings
from verbale.sources.raw import Raw, of_bytes
from verbale.sources.reasons import unreadable

PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 5
AGENT = "verbale (reads public reporting on diplomacy)"
_CHUNK = 1 << 16

Resolve = Callable[[str, int], list[str]]
Connect = Callable[[str, int, float], socket.socket]


def _resolve(host: str, port: int) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _connect(address: str, port: int, timeout: float) -> socket.socket:
    return socket.create_connection((address, port), timeout)


def fetch(url: str, settings: Settings, resolve: Resolve = _resolve, connect: Connect = _connect) -> Raw:
    """The page at ``url``, in memory.

    Args:
        url: An http or https address.
        settings: ``fetch_timeout_s`` is for everything together, ``max_document_mb`` for the page.
        resolve: Host and port to addresses.
        connect: Address, port and seconds to a connected socket.

    Raises:
        UnreadableError: ``refused address``, ``unreachable`` or ``too large``.
    """
    deadline = time.monotonic() + settings.fetch_timeout_s
    here = url
    try:
        for _ in range(MAX_REDIRECTS + 1):
            with closing(_connection(here, deadline, resolve, connect)) as connection, closing(_ask(connection, here)) as answer:
                if answer.status not in REDIRECTS:
                    return of_bytes(url, _body(answer, settings, deadline), base=here)
                here = urljoin(here, answer.getheader("Location") or "")
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise unreadable("unreachable", f"{type(error).__name__}: {error}") from error
    raise unreadable("unreachable", f"more than {MAX_REDIRECTS} redirects")


def _connection(url: str, deadline: float, resolve: Resolve, connect: Connect) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname or parts.username:
        raise unreadable("refused address", "only plain http and https addresses are fetched")
    port = parts.port or PORTS[parts.scheme]
    connection = http.client.HTTPConnection(parts.hostname, port)
    connection.sock = _secured(connect(_public(resolve(parts.hostname, port)), port, _left(deadline)), parts)
    return connection


def _ask(connection: http.client.HTTPConnection, url: str) -> http.client.HTTPResponse:
    headers = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
    connection.request("GET", _target(urlsplit(url)), headers=headers)
    return connection.getresponse()


def _target(parts: SplitResult) -> str:
    return quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe="%/:?#[]@!$&'()*+,;=~")


def _public(addresses: list[str]) -> str:
    """The first address; refused unless all of them are public, as a name with an inside address among others is a trick."""
    if not addresses:
        raise unreadable("unreachable", "its name has no address")
    for address in addresses:
        number: Any = ipaddress.ip_address(address.partition("%")[0])
        # ::ffff:127.0.0.1 and its like are judged as what they stand for.
        number = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None) or number
        if not number.is_global or number.is_multicast:
            raise unreadable("refused address", f"{address} is not on the public net")
    return addresses[0]


def _secured(plain: socket.socket, parts: SplitResult) -> socket.socket:
    if parts.scheme == "http":
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)


def _body(answer: http.client.HTTPResponse, settings: Settings, deadline: float) -> bytes:
    if answer.status != http.client.OK:
        raise unreadable("unreachable", f"{answer.status} {answer.reason}")
    limit = settings.max_document_mb * 1_000_000
    data = bytearray()
    while chunk := answer.read(_CHUNK):
        data += chunk
        _left(deadline)
        if len(data) > limit:
            raise unreadable("too large", f"more than {settings.max_document_mb} MB", setting="max_document_mb")
    return bytes(data)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("it took too long")
    return left
