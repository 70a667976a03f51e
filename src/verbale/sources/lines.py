"""Lines of a collection, one at a time: a bad one costs itself only, and a file of any size fits into memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from verbale.errors import UnreadableError
from verbale.settings import Settings
from verbale.sources.decode import MARKS, decode
from verbale.sources.reasons import unreadable

Line = str | UnreadableError


def lines(stream: BinaryIO, settings: Settings) -> Iterator[Line]:
    """Each line with its end, or the error that says why it cannot be read (``encoding``, ``line too long``)."""
    limit = settings.max_line_mb * 1_000_000
    first = True
    while data := stream.readline(limit + 1):
        if len(data) > limit:
            _skip(data, stream, limit)
            yield unreadable("line too long", settings.max_line_mb)
        else:
            yield _decoded(data.removeprefix(MARKS[2][0]) if first else data)
        first = False


def _skip(data: bytes, stream: BinaryIO, limit: int) -> None:
    while data and not data.endswith(b"\n"):
        data = stream.readline(limit)


def _decoded(data: bytes) -> Line:
    try:
        return decode(data)
    except UnreadableError as error:
        return error
