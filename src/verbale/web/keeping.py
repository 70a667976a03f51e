"""Pages that were written, kept for who asks the same of the same record."""

from __future__ import annotations

import threading
from collections import OrderedDict

MOST = 300
"""Pages that are kept; the one that was asked for longest ago goes first."""


class Kept:
    """Pages by the state of the record and the address. They go by themselves: a record that changes has another state."""

    def __init__(self, most: int = MOST) -> None:
        """Begin with none."""
        self._most = most
        self._pages: OrderedDict[tuple[str, str], tuple[str, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, state: str, address: str) -> tuple[str, int] | None:
        """A page and its status, where it is kept."""
        with self._lock:
            found = self._pages.get((state, address))
            if found:
                self._pages.move_to_end((state, address))
            return found

    def put(self, state: str, address: str, page: str, status: int) -> None:
        """Keep a page."""
        with self._lock:
            self._pages[state, address] = (page, status)
            while len(self._pages) > self._most:
                self._pages.popitem(last=False)
