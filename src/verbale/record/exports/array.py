"""A JSON array with an item a line, as the forms that are one JSON document hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TextIO

import msgspec

from verbale.model import Event


def write_array(events: Iterable[Event], stream: TextIO, made: Callable[[Event], dict[str, Any] | None]) -> int:
    """Write what is made of every event, leaving out those of which nothing is; return how many events were given."""
    stream.write("[\n")
    count = shown = 0
    for event in events:
        count += 1
        item = made(event)
        if item is not None:
            stream.write(("," if shown else "") + msgspec.json.encode(item).decode() + "\n")
            shown += 1
    stream.write("]")
    return count
