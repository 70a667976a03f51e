"""Correcting an event: which fields a person may change, and the event with the changes made."""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.errors import UsageError
from verbale.model import Event

FIXED = frozenset({"id", "document", "evidence", "coder", "review"})
"""What no correction reaches: what the event is about, its words, and who read it. For other words, reject it and add another."""


def corrected(event: Event, changes: dict[str, Any]) -> Event:
    """The event with some of its fields, in the form that they have in JSON, put in the place of its own.

    Raises:
        UsageError: A field cannot be changed, or a value does not fit it.
    """
    if not changes:
        return event
    for name in changes:
        if name in FIXED or name not in Event.__struct_fields__:
            raise UsageError(f"{name} of an event cannot be corrected", f"take one of: {', '.join(correctable())}")
    try:
        return msgspec.convert(msgspec.to_builtins(event) | changes, Event)
    except msgspec.ValidationError as error:
        raise UsageError(f"a corrected value does not fit: {error}", "see docs/reference/codebook-types.md") from error


def correctable() -> tuple[str, ...]:
    """The fields that may be changed."""
    return tuple(name for name in Event.__struct_fields__ if name not in FIXED)
