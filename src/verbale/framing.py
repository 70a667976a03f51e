"""Messages between processes: a length, then MessagePack; typed on both ends, so nothing foreign is built."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import BinaryIO, TypeVar

import msgspec

T = TypeVar("T")
_LENGTH = 8
_MOST = 1 << 30
"""No message is longer: a length beyond it comes from a process that has lost its way."""


def send(stream: BinaryIO, message: msgspec.Struct) -> None:
    """Write one message, at once."""
    body = msgspec.msgpack.encode(message)
    stream.write(len(body).to_bytes(_LENGTH, "big") + body)
    stream.flush()


def receive(stream: BinaryIO, kind: type[T]) -> T | None:
    """The next message; ``None`` where the other side is gone, or writes what is no message."""
    head = stream.read(_LENGTH)
    length = int.from_bytes(head, "big")
    body = stream.read(length) if len(head) == _LENGTH and length <= _MOST else b""
    if not body or len(body) < length:
        return None
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except msgspec.MsgspecError:
        return None


def answer_by_stdio(serve: Callable[[BinaryIO, BinaryIO], None]) -> None:
    """Let ``serve`` read messages from standard input and answer by standard output, which nothing else reaches."""
    # What a library prints must not get between the answers.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        serve(sys.stdin.buffer, out)
