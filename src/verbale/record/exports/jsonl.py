"""Events as JSON Lines: one event a line, keys always in the same order, UTF-8, byte for byte the same every time.

This is also how the record keeps an event, and what the scorer reads. A line leads back to its event without loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from verbale.model import Event

EVENT_KEYS = (
    "id", "document", "type", "mode", "status", "participants", "date", "date_precision", "date_basis", "place", "place_country",
    "channel", "format", "visibility", "venue", "level", "publicised_by", "women_present", "disclaimer", "topics", "instruments",
    "tools", "needs", "said", "naming", "count", "attribution", "evidence", "basis", "confidence", "complete", "in_case", "coder",
    "review",
)  # fmt: skip
DOCUMENT_KEYS = ("id", "key", "path", "url", "title", "publisher", "published", "sha256")
PARTICIPANT_KEYS = ("name", "actor", "party", "role", "title", "rank", "start", "end", "also", "location", "candidates")
INSTRUMENT_KEYS = ("id", "year", "start", "end", "error")

_decoder = msgspec.json.Decoder(Event)


def encode(event: Event) -> str:
    """The event as one line of JSON, without the line's end."""
    return msgspec.json.encode(shape(event)).decode()


def decode(line: str | bytes) -> Event:
    """The event that a line holds.

    Raises:
        msgspec.MsgspecError: The line is no event of this shape.
    """
    return _decoder.decode(line)


def shape(event: Event) -> dict[str, Any]:
    """The event as plain values, keys in their order; maps by name, as a coder may have filled them in any order."""
    raw: dict[str, Any] = msgspec.to_builtins(event)
    raw["document"] = _picked(raw["document"], DOCUMENT_KEYS)
    raw["participants"] = [_picked(each, PARTICIPANT_KEYS) for each in raw["participants"]]
    raw["instruments"] = [_picked(each, INSTRUMENT_KEYS) for each in raw["instruments"]]
    raw["level"] = dict(sorted(raw["level"].items()))
    raw["basis"] = {field: _filled(where) for field, where in sorted(raw["basis"].items())}
    return _picked(raw, EVENT_KEYS)


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write events to a text stream, in the order given, and return how many."""
    return sum(1 for event in events if stream.write(encode(event) + "\n"))


def _picked(values: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: values[key] for key in keys}


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """A basis is a span or a rule: the half that is empty is left out."""
    return {key: value for key, value in values.items() if value is not None}
