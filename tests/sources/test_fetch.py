from __future__ import annotations

import contextlib
import socket
import threading

import pytest

from verbale.errors import UnreadableError
from verbale.model import Document
from verbale.settings import Settings
from verbale.sources import read_one, read_raw
from verbale.sources.fetch import fetch
from verbale.sources.raw import of_bytes

from .make import SETTINGS, page

PUBLIC = "93.184.216.34"


class Web:
    """A web without a net: answers by path, and what was asked of it."""

    def __init__(self, answers: dict[str, bytes], addresses: dict[str, list[str]] | None = None) -> None:
        self.answers, self.addresses = answers, addresses or {}
        self.asked: list[str] = []
        self.resolved: list[str] = []
        self.connected: list[str] = []

    def resolve(self, host: str, port: int) -> list[str]:
        self.resolved.append(host)
        return self.addresses.get(host, [PUBLIC])

    def connect(self, address: str, port: int, timeout: float) -> socket.socket:
        self.connected.append(address)
        ours, theirs = socket.socketpair()
        ours.settimeout(timeout)
        threading.Thread(target=self._serve, args=(theirs,), daemon=True).start()
        return ours

    def _serve(self, end: socket.socket) -> None:
        # Who is refused what comes next hangs up early.
        with end, contextlib.suppress(OSError):
            request = end.recv(65536).decode().split("\r\n")
            self.asked.append(request[0].split()[1])
            end.sendall(self.answers[self.asked[-1]])

    def get(self, url: str, settings: Settings = SETTINGS) -> Document:
        (found,) = read_raw(fetch(url, settings, self.resolve, self.connect), settings)
        assert isinstance(found, Document)
        return found


def answer(status: str = "200 OK", body: bytes = b"", **headers: str) -> bytes:
    told = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\n{told}Content-Length: {len(body)}\r\n\r\n".encode() + body


def refusal(web: Web, url: str, settings: Settings = SETTINGS) -> str:
    with pytest.raises(UnreadableError) as caught:
        web.get(url, settings)
    return caught.value.reason


def test_a_page() -> None:
    web = Web({"/a?b=c%20d": answer(body=page())})
    found = web.get("http://example.org/a?b=c d#e")
    assert found.format == "html"
    assert (found.path, found.url, found.key) == ("http://example.org/a?b=c d#e", "https://example.org/envoy", None)
    assert web.resolved == ["example.org"]
    assert web.connected == [PUBLIC]


def test_the_address_is_the_identity_where_the_page_names_none() -> None:
    bare = page().replace(b"canonical", b"other")
    web = Web({"/old": answer("301 Moved", Location="/new?utm_source=x"), "/new?utm_source=x": answer(body=bare)})
    assert web.get("http://example.org/old").url == "http://example.org/new"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1",
     "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::"],
)  # fmt: skip
def test_inside_addresses_are_refused(address: str) -> None:
    web = Web({}, {"inside.example": [PUBLIC, address]})
    assert refusal(web, "http://inside.example/") == "refused address"
    assert web.connected == []


def test_a_redirect_inside_is_refused() -> None:
    web = Web({"/": answer("302 Found", Location="http://meta.example/")}, {"meta.example": ["169.254.169.254"]})
    assert refusal(web, "http://example.org/") == "refused address"
    assert web.connected == [PUBLIC]


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://example.org/", "http://user:pw@example.org/"])
def test_other_schemes_are_refused(location: str) -> None:
    assert refusal(Web({"/": answer("302 Found", Location=location)}), "http://example.org/") == "refused address"


def test_what_does_not_answer() -> None:
    assert refusal(Web({"/": answer("404 Not Found")}), "http://example.org/") == "unreachable"
    assert refusal(Web({"/": answer("302 Found", Location="/")}), "http://example.org/") == "unreachable"
    assert refusal(Web({"/": b"nonsense"}), "http://example.org/") == "unreachable"
    assert refusal(Web({}, {"gone.example": []}), "http://gone.example/") == "unreachable"
    assert refusal(Web({}), "http://example.org/", Settings(fetch_timeout_s=0)) == "unreachable"


def test_too_large() -> None:
    assert refusal(Web({"/": answer(body=b"x" * 1_100_000)}), "http://example.org/", Settings(max_document_mb=1)) == "too large"


def test_an_inside_address_given_by_hand() -> None:
    with pytest.raises(UnreadableError, match="refused"):
        fetch("http://127.0.0.1:8080/", SETTINGS, lambda host, port: [host])


def test_an_address_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = of_bytes("https://example.org/b", page(), base="https://example.org/b")
    monkeypatch.setattr("verbale.sources.fetch.fetch", lambda url, settings: asked)
    (found,) = read_one("https://example.org/b", SETTINGS)
    assert isinstance(found, Document)
    assert found.path == "https://example.org/b"
