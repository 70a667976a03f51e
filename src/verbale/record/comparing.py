"""Two runs side by side: what differs in how they were made, and in what came out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from verbale.record.runs import Run


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in which two runs differ, with what it was in each; ``None`` where it was not there."""

    what: str
    first: Any
    second: Any


_PLAIN = ("verb", "case", "case_version", "coder", "inputs", "status")


def differences(first: Run, second: Run) -> Iterator[Difference]:
    """What differs, in an order of its own: how they were made first, then what came out. Times and ids always differ."""
    for name in _PLAIN:
        one, other = getattr(first, name), getattr(second, name)
        if one != other:
            yield Difference(what=name, first=one, second=other)
    for part in ("settings", "counts"):
        one, other = getattr(first, part), getattr(second, part)
        for name in sorted({*one, *other}):
            if one.get(name) != other.get(name):
                yield Difference(what=f"{part}.{name}", first=one.get(name), second=other.get(name))
