"""Processes that talk: how one is started; messages of a length and MessagePack, typed on both ends, nothing foreign is built."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import BinaryIO, TypeVar

import msgspec

T = TypeVar("T")
_LENGTH = 8
MOST = 1 << 30
"""No message is longer: a length beyond it comes from a process that has lost its way."""


_ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""What keeps a library's arithmetic from taking memory, and threads, for every core: there is a process for each core already."""


def started(command: Sequence[str], stderr: int | None = None) -> subprocess.Popen[bytes]:
    """Start a process to talk to, in a session of its own: Ctrl-C is for who started it, who then ends it."""
    pipe, around = subprocess.PIPE, {**os.environ, **_ONE_CORE}
    return subprocess.Popen(  # noqa: S603 - our own modules
        command, stdin=pipe, stdout=pipe, stderr=stderr, start_new_session=True, env=around
    )


def send(stream: BinaryIO, message: msgspec.Struct) -> None:
    """Write one message, at once."""
    body = msgspec.msgpack.encode(message)
    stream.write(len(body).to_bytes(_LENGTH, "big") + body)
    stream.flush()


def receive(stream: BinaryIO, kind: type[T]) -> T | None:
    """The next message; ``None`` where the other side is gone, or writes what is no message."""
    head = stream.read(_LENGTH)
    length = int.from_bytes(head, "big")
    body = stream.read(length) if len(head) == _LENGTH and length <= MOST else b""
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
