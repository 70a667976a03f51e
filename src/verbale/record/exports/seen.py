"""A mark of an event as it stands: another one as soon as anything of it changes, or is decided of it."""

from __future__ import annotations

import zlib

from verbale.model import Event
from verbale.record.exports import jsonl


def seen(event: Event) -> str:
    """The number of the last decision on the event, and a checksum of the whole of it."""
    number = event.review.decision if event.review else 0
    return f"{number}-{zlib.crc32(jsonl.encode(event).encode()):08x}"
