"""Pages that were written, kept for who asks the same of the same record."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

Written = tuple[str, int]
MOST = 300
"""Pages that are kept; the one that was asked for longest ago goes first."""


class Kept:
    """Pages by the state of the record and the address. They go by themselves: a record that changes has another state."""

    def __init__(self, most: int = MOST) -> None:
        """Begin with none."""
        self._most = most
        self._pages: OrderedDict[tuple[str, str], Written] = OrderedDict()
        self._writing: dict[tuple[str, str], threading.Lock] = {}
        self._lock = threading.Lock()

    def __call__(self, state: str, address: str, written: Callable[[], Written]) -> Written:
        """A page and its status: as it is kept, or written now, by one of those who ask for it while the others wait."""
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
                made = written()
                with self._lock:
                    self._pages[key] = made
                    while len(self._pages) > self._most:
                        self._pages.popitem(last=False)
                return made
            finally:
                with self._lock:
                    self._writing.pop(key, None)

    def _found(self, key: tuple[str, str]) -> Written | None:
        found = self._pages.get(key)
        if found:
            self._pages.move_to_end(key)
        return found
