"""A socket that keeps to one deadline for all that is done with it: who sends a byte now and then gains nothing by it."""

from __future__ import annotations

import io
import socket
import time
from typing import Any


def left(deadline: float) -> float:
    """The seconds until a deadline.

    Raises:
        TimeoutError: There are none.
    """
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError("it took too long")
    return seconds


class Clocked:
    """As much of a socket as :mod:`http.client` uses. Who opened the socket closes it, as an answer may still be read from it."""

    def __init__(self, inner: socket.socket, deadline: float) -> None:
        """Take a connected socket, and until when (by :func:`time.monotonic`) it may be used."""
        self._inner = inner
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send all of it."""
        self._inner.settimeout(left(self._deadline))
        self._inner.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """What comes in, as a file; ``mode`` is always the one for reading bytes."""
        del mode
        return io.BufferedReader(_Incoming(self._inner, self._deadline))

    def close(self) -> None:
        """Leave it to who opened it."""


class _Incoming(io.RawIOBase):
    def __init__(self, inner: socket.socket, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._inner.settimeout(left(self._deadline))
        return self._inner.recv_into(buffer)
