"""Sessions: random tokens, of which only hashes are held, in memory alone; they end by themselves."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable

import msgspec

IDLE = 2 * 3600.0
"""Seconds without a request after which a session ends."""

LONGEST = 12 * 3600.0
"""Seconds after which it ends in any case."""

MOST = 8
"""Sessions that one account may have at once; the oldest goes first."""


class Session(msgspec.Struct):
    """Who signed in, with the password of which moment, when, and when they asked last."""

    name: str
    changed: str
    began: float
    asked: float


class Sessions:
    """The sessions of one server."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with none."""
        self._clock = clock
        self._held: dict[str, Session] = {}
        self._lock = threading.Lock()

    def begin(self, name: str, changed: str) -> str:
        """A new session; its token is told here and nowhere else."""
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._held = {key: each for key, each in self._held.items() if not _over(each, now)}
            mine = sorted((each.began, key) for key, each in self._held.items() if each.name == name)
            for _, key in mine[: max(0, len(mine) - MOST + 1)]:
                del self._held[key]
            self._held[_hash(token)] = Session(name, changed, now, now)
        return token

    def of(self, token: str) -> Session | None:
        """The session of a token, where it has not ended."""
        now = self._clock()
        with self._lock:
            found = self._held.get(_hash(token))
            if found is None or _over(found, now):
                self._held.pop(_hash(token), None)
                return None
            found.asked = now
            return found

    def end(self, token: str) -> None:
        """End a session."""
        with self._lock:
            self._held.pop(_hash(token), None)

    def end_all(self, name: str) -> None:
        """End every session of an account."""
        with self._lock:
            self._held = {key: each for key, each in self._held.items() if each.name != name}

    def count(self, name: str) -> int:
        """How many sessions an account has."""
        now = self._clock()
        with self._lock:
            return sum(each.name == name and not _over(each, now) for each in self._held.values())


def _over(session: Session, now: float) -> bool:
    return now - session.asked > IDLE or now - session.began > LONGEST


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
