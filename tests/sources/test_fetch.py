from __future__ import annotations

import contextlib
import gzip
import itertools
import socket
import time
import tracemalloc
import zlib

import pytest

from verbale.errors import UnreadableError
from verbale.model import Document
from verbale.settings import Settings
from verbale.sources import read_one
from verbale.sources.fetch import MAX_REDIRECTS, NET, Net, ask, fetch
from verbale.sources.raw import of_bytes

from .make import SETTINGS, page
from .web import PUBLIC, Web, answer


def refusal(web: Web, url: str, settings: Settings = SETTINGS) -> str:
    with pytest.raises(UnreadableError) as caught:
        web.get(url, settings)
    return caught.value.reason


def never(address: str, port: int, timeout: float) -> socket.socket:
    raise AssertionError(f"connected to {address}")


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
     "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1",
     "2001:0:7f00:1::", "::", "ff02::1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1"],
)  # fmt: skip
def test_inside_addresses_are_refused(address: str) -> None:
    web = Web({}, {"inside.example": [PUBLIC, address]})
    assert refusal(web, "http://inside.example/") == "refused address"
    assert web.connected == []


def test_a_redirect_inside_is_refused() -> None:
    web = Web({"/": answer("302 Found", Location="http://meta.example/")}, {"meta.example": ["169.254.169.254"]})
    assert refusal(web, "http://example.org/") == "refused address"
    assert web.connected == [PUBLIC]


def test_redirects_have_an_end() -> None:
    hops = {f"/{n}": answer("302 Found", Location=f"/{n + 1}") for n in range(MAX_REDIRECTS + 1)}
    last = {f"/{MAX_REDIRECTS + 1}": answer(body=page())}
    assert refusal(Web(hops | last), "http://example.org/0") == "unreachable"
    assert Web(hops | last).get("http://example.org/1").url


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "url",
    ["http://0x7f.1/", "http://2130706433/", "http://0177.0.0.1/", "http://127.1/", "http://[::ffff:127.0.0.1]/", "http://localhost./"],
)  # fmt: skip
def test_inside_addresses_in_other_spellings_are_refused(url: str) -> None:
    """As the system itself resolves them, which takes no net for numbers."""
    with pytest.raises(UnreadableError) as caught:
        fetch(url, SETTINGS, Net(NET.resolve, never))
    assert caught.value.reason in ("refused address", "unreachable")


@pytest.mark.parametrize(
    "url",
    ["http://example.org:8080/", "http://@example.org/", "http://:pw@example.org/", "http://example.org@127.0.0.1/", "http:///"],
)
def test_tricks_in_the_address_are_refused(url: str) -> None:
    web = Web({})
    assert refusal(web, url) == "refused address"
    assert web.connected == []


def test_a_name_that_changes_its_address_is_asked_once() -> None:
    """What was checked is what is connected to."""
    given = iter([[PUBLIC], ["127.0.0.1"]])
    web = Web({"/": answer(body=page())})
    found = ask("http://rebinding.example/", SETTINGS, net=Net(lambda host, port: next(given), web.connect))
    assert found.status == 200
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


class Slow(Web):
    """Sends one byte at a time, for ever."""

    def __init__(self, start: bytes) -> None:
        super().__init__({})
        self.start = start

    def _serve(self, end: socket.socket) -> None:
        with end, contextlib.suppress(OSError):
            end.recv(65536)
            for byte in itertools.chain(self.start, itertools.repeat(120)):
                end.sendall(bytes([byte]))
                time.sleep(0.05)


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_slow_drips_end_at_the_deadline(start: bytes) -> None:
    begun = time.monotonic()
    assert refusal(Slow(start), "http://example.org/", Settings(fetch_timeout_s=1)) == "unreachable"
    assert time.monotonic() - begun < 3


def test_a_packed_page_is_unpacked() -> None:
    packed = {"Content-Encoding": "gzip"}
    assert Web({"/": answer(body=gzip.compress(page()), **packed)}).get("http://example.org/").format == "html"
    assert refusal(Web({"/": answer(body=b"not packed", **packed)}), "http://example.org/") == "unreachable"
    assert refusal(Web({"/": answer(body=b"x", **{"Content-Encoding": "br"})}), "http://example.org/") == "unreachable"


@pytest.mark.parametrize(("packing", "bits"), [("gzip", 31), ("deflate", 15)])
def test_a_bomb_is_never_unpacked_in_full(packing: str, bits: int) -> None:
    packer = zlib.compressobj(9, wbits=bits)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
    web = Web({"/": answer(body=bomb, **{"Content-Encoding": packing})})
    tracemalloc.start()
    assert refusal(web, "http://example.org/", Settings(max_document_mb=2)) == "too large"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_header_without_end_is_refused() -> None:
    endless = b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n"
    assert refusal(Web({"/": endless}), "http://example.org/") == "unreachable"
    assert refusal(Web({"/": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000}), "http://example.org/") == "unreachable"


def test_no_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    web = Web({"/": answer(body=page())})
    assert web.get("http://example.org/").format == "html"
    assert web.connected == [PUBLIC]


def test_an_inside_address_given_by_hand() -> None:
    with pytest.raises(UnreadableError, match="refused"):
        fetch("http://127.0.0.1/", SETTINGS, Net(lambda host, port: [host], never))


def test_an_address_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = of_bytes("https://example.org/b", page(), base="https://example.org/b")
    monkeypatch.setattr("verbale.sources.fetch.fetch", lambda url, settings: asked)
    (found,) = read_one("https://example.org/b", SETTINGS)
    assert isinstance(found, Document)
    assert found.path == "https://example.org/b"
