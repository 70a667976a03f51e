"""Answers of the web, which may be packed, unpacked within bounds: a bomb of a kilobyte never becomes more than is allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from verbale.settings import Settings
from verbale.sources.reasons import unreadable

# How an answer may be packed, and what zlib calls that.
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 15}


def unpacked(chunks: Iterable[bytes], packing: str | None, settings: Settings) -> bytes:
    """The whole of what comes in pieces.

    Args:
        chunks: The pieces as they were sent.
        packing: The Content-Encoding.
        settings: ``max_document_mb`` is for what is sent and for what it unpacks to.

    Raises:
        UnreadableError: ``too large``, or ``unreachable`` where it is packed in a way that was not asked for.
        zlib.error: It is not what it says.
    """
    named = (packing or "identity").strip().lower()
    if named != "identity" and named not in _PACKED:
        raise unreadable("unreachable", f"it is packed as {named}, which was not asked for")
    unpacker = zlib.decompressobj(_PACKED[named]) if named in _PACKED else None
    limit = settings.max_document_mb * 1_000_000
    data, sent = bytearray(), 0
    for chunk in chunks:
        sent += len(chunk)
        data += unpacker.decompress(chunk, limit + 1 - len(data)) if unpacker else chunk
        if len(data) > limit or sent > limit:
            raise unreadable("too large", f"more than {settings.max_document_mb} MB", setting="max_document_mb")
    return bytes(data)
