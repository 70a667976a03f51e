"""The forms in which events leave the program: one file a form, named in one table.

To add a form: a module here with ``write(events, stream) -> int``, a line in ``FORMATS``, an example in its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from verbale.errors import UsageError
from verbale.model import Event
from verbale.record.exports import csv, jsonl

Writer = Callable[[Iterable[Event], TextIO], int]

FORMATS: dict[str, Writer] = {
    "csv": csv.write,
    "jsonl": jsonl.write,
}
"""Every form by the name that ``--format`` takes."""


def writer(name: str) -> Writer:
    """The writer of a form: ``write(events, stream)`` writes text and returns how many events it wrote.

    Raises:
        UsageError: There is no form of this name.
    """
    try:
        return FORMATS[name]
    except KeyError:
        raise UsageError(f"there is no export format named {name}", f"take one of: {', '.join(FORMATS)}") from None
