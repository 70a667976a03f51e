"""Slowing down who guesses passwords: by name and place, by place, and by name."""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

WINDOW = 15 * 60.0
"""Seconds that an attempt counts."""

LIMITS = {"both": 5, "place": 20, "name": 60}
"""Attempts in a window: of one name from one place, from one place, and of one name from all places.

The last is high, so that a stranger cannot easily shut somebody out.
"""

MOST = 20_000
"""Keys that are held; the one that was used longest ago goes first."""


class Throttle:
    """Counts attempts. One counts from when it begins, so that many at once are not free; one that succeeds is taken back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with none."""
        self._clock = clock
        self._held: OrderedDict[tuple[str, str], list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def attempt(self, name: str, place: str) -> float:
        """Begin an attempt: nought where it may go on, else the seconds to wait."""
        now = self._clock()
        with self._lock:
            wait = max(self._wait(kind, key, now) for kind, key in _keys(name, place))
            if wait <= 0:
                for pair in _keys(name, place):
                    self._held.setdefault(pair, []).append(now)
                    self._held.move_to_end(pair)
                while len(self._held) > MOST:
                    self._held.popitem(last=False)
            return max(0.0, wait)

    def passed(self, name: str, place: str) -> None:
        """The attempt succeeded: what was tried before with this name from this place counts no more."""
        (both, _, _), (_, *others) = _keys(name, place), _keys(name, place)
        with self._lock:
            self._held.pop(both, None)
            for pair in others:
                if self._held.get(pair):
                    self._held[pair].pop()

    def _wait(self, kind: str, key: str, now: float) -> float:
        times = [each for each in self._held.get((kind, key), ()) if now - each < WINDOW]
        if times:
            self._held[kind, key] = times
        else:
            self._held.pop((kind, key), None)
        return times[-LIMITS[kind]] + WINDOW - now if len(times) >= LIMITS[kind] else 0.0


def _keys(name: str, place: str) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]]:
    name, place = name.casefold().strip()[:80], _network(place)
    return ("both", f"{name}\n{place}"), ("place", place), ("name", name)


def _network(place: str) -> str:
    """The address; of version 6 its network, as whoever has one address of it has all."""
    try:
        found = ipaddress.ip_address(place)
    except ValueError:
        return place
    if isinstance(found, ipaddress.IPv6Address):
        return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False).network_address)
    return str(found)
