"""Messages between an engine and its workers: a length, then MessagePack; typed on both ends, so nothing foreign is built."""

from __future__ import annotations

from typing import BinaryIO, TypeVar

import msgspec

from verbale.model import Coded, Document, SetAside
from verbale.settings import Settings

T = TypeVar("T")
_LENGTH = 8


class Order(msgspec.Struct, frozen=True):
    """The first message to a worker: under which case and settings it is to code."""

    case: str
    settings: Settings


class Answer(msgspec.Struct, frozen=True):
    """A worker's answer to a document: what it tells, or why it is set aside, or what makes the whole run fail."""

    coded: Coded | None = None
    aside: SetAside | None = None
    failure: tuple[str, str, str] | None = None


def send(stream: BinaryIO, message: Order | Document | Answer) -> None:
    """Write one message, at once."""
    body = msgspec.msgpack.encode(message)
    stream.write(len(body).to_bytes(_LENGTH, "big") + body)
    stream.flush()


def receive(stream: BinaryIO, kind: type[T]) -> T | None:
    """The next message; ``None`` where the other side is gone."""
    head = stream.read(_LENGTH)
    body = stream.read(int.from_bytes(head, "big")) if len(head) == _LENGTH else b""
    if not body or len(body) < int.from_bytes(head, "big"):
        return None
    return msgspec.msgpack.decode(body, type=kind)
