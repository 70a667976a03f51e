"""Pages that were written, kept for who asks the same of the same record."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")
MOST = 300
"""Pages that are kept; the one that was asked for longest ago goes first."""
_AT_ONCE = 3
"""Pages that are written at once: with more, none would come sooner, and the short ones as late as the long."""


class Kept(Generic[_T]):
    """What was made, by the state of the record and what was asked; it goes by itself, as a changed record has another state."""

    def __init__(self, most: int = MOST) -> None:
        """Begin with none."""
        self._most = most
        self._pages: OrderedDict[tuple[str, str], _T] = OrderedDict()
        self._writing: dict[tuple[str, str], threading.Lock] = {}
        self._lock = threading.Lock()
        self._turns = threading.Semaphore(_AT_ONCE)

    def __call__(self, state: str, address: str, written: Callable[[], _T]) -> _T:
        """As it is kept, or made now, by one of those who ask for it while the others wait."""
        key = (state, address)
        with self._lock:
            if found := self._found(key):
                return found
            writing = self._writing.setdefault(key, threading.Lock())
        with writing:
            with self._lock:
                if found := self._found(key):
                    return found
            try:
                with self._turns:
                    made = written()
                with self._lock:
                    self._pages[key] = made
                    while len(self._pages) > self._most:
                        self._pages.popitem(last=False)
                return made
            finally:
                with self._lock:
                    self._writing.pop(key, None)

    def _found(self, key: tuple[str, str]) -> _T | None:
        found = self._pages.get(key)
        if found:
            self._pages.move_to_end(key)
        return found
