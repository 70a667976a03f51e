"""What is kept of the engagements, for those who need the reports of few of them: these are read when one is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import overload

from verbale.model import Event

Read = Callable[[], Callable[[str], Event]]
"""Reads all events, and gives what finds one by its id."""


class Kept:
    """The engagements as they stand.

    ``bodies`` holds what is kept of each, in no order.
    """

    def __init__(self, bodies: Sequence[str], read: Read) -> None:
        """Take what is kept, and what reads the events of the same moment."""
        self.bodies = bodies
        self._read = read

    @cached_property
    def event(self) -> Callable[[str], Event]:
        """What finds an event by its id."""
        return self._read()

    def reports(self, names: tuple[str, ...]) -> Sequence[Event]:
        """The events with these ids, in that order."""
        return _Reports(names, self)


class _Reports(Sequence[Event]):
    """Events that are read when one of them is first asked for."""

    __slots__ = ("_found", "_kept", "_names")

    def __init__(self, names: tuple[str, ...], kept: Kept) -> None:
        self._names, self._kept = names, kept
        self._found: tuple[Event, ...] | None = None

    @property
    def _events(self) -> tuple[Event, ...]:
        if self._found is None:
            self._found = tuple(map(self._kept.event, self._names))
        return self._found

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, at: int | slice) -> Event | tuple[Event, ...]:
        return self._events[at]
