"""A web without a net, for tests of what fetches."""

from __future__ import annotations

import contextlib
import socket
import threading

from verbale.model import Document
from verbale.settings import Settings
from verbale.sources import read_raw
from verbale.sources.fetch import Net, fetch

from .make import SETTINGS

PUBLIC = "93.184.216.34"


class Web:
    """A web without a net: answers by path, and what was asked of it."""

    def __init__(self, answers: dict[str, bytes], addresses: dict[str, list[str]] | None = None) -> None:
        self.answers, self.addresses = answers, addresses or {}
        self.asked: list[str] = []
        self.requests: list[list[str]] = []
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
            self.requests.append(request)
            self.asked.append(request[0].split()[1])
            end.sendall(self.answers[self.asked[-1]])

    def get(self, url: str, settings: Settings = SETTINGS) -> Document:
        (found,) = read_raw(fetch(url, settings, Net(self.resolve, self.connect)), settings)
        assert isinstance(found, Document)
        return found


def answer(status: str = "200 OK", body: bytes = b"", **headers: str) -> bytes:
    told = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\n{told}Content-Length: {len(body)}\r\n\r\n".encode() + body
