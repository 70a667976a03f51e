"""Reading in a process of its own, so that no file can hang, kill or fill the one that goes on.

A document that ends the process, or takes it too long, is set aside; the parts of a collection that come after it are read by a
fresh one.
"""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import BinaryIO, Self, cast

import msgspec

from verbale.errors import UnreadableError
from verbale.framing import receive, send, started
from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources.jobs import Job, Link, Order, Wanted, Word
from verbale.sources.reasons import set_aside, unreadable

# -P, so that no file of the folder at hand is taken for a library
_COMMAND = (sys.executable, "-P", "-m", "verbale.sources.child")
_TICK_S = 0.1


class Child:
    """One process that reads, and the watch over how long it takes."""

    def __init__(self, settings: Settings) -> None:
        """Start it."""
        self._process = started(_COMMAND, subprocess.DEVNULL)
        self._to = cast(BinaryIO, self._process.stdin)
        self._from = cast(BinaryIO, self._process.stdout)
        self._limit = settings.read_timeout_s
        self._deadline = float("inf")
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._watching, daemon=True)
        self._watch.start()
        self.read = 0
        self.late = False
        self._tell(Order(settings))

    def ask(self, job: Job) -> Iterator[Word]:
        """Its answers to a job; they end early where it is gone."""
        self._tell(job)
        while (word := self._hear()) is not None:
            if word.done:
                self.read += 1
                yield word
                return
            yield word

    def end(self) -> int:
        """End it, whatever it is doing, and return how it ended."""
        self._over.set()
        self._process.kill()
        self._watch.join()
        for pipe in (self._to, self._from):
            with contextlib.suppress(OSError):
                pipe.close()
        return self._process.wait()

    def ending(self) -> int:
        """How it ended by itself, once its answers have."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        return self.end()

    def reply(self, yes: bool) -> None:
        """Answer its question."""
        self._tell(Wanted(yes))

    def _tell(self, message: Order | Job | Wanted) -> None:
        with contextlib.suppress(OSError):  # it is gone: its silence will say so
            send(self._to, message)

    def _hear(self) -> Word | None:
        self._deadline = time.monotonic() + self._limit
        word = receive(self._from, Word)
        self._deadline = float("inf")
        return word

    def _watching(self) -> None:
        while not self._over.wait(_TICK_S):
            if time.monotonic() > self._deadline:
                self.late = True
                self._process.kill()
                return


class Supervisor:
    """Reads inputs in a child; use it as a context manager."""

    def __init__(self, settings: Settings, wanted: Callable[[str], bool] | None = None) -> None:
        """Start nothing as yet; ``wanted`` tells by a page's plain text whether it is worth taking out of an archive."""
        self._settings = settings
        self._wanted = wanted
        self._child: Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._child:
            self._child.end()
            self._child = None

    def read(self, job: Job, name: str) -> Iterator[Document | SetAside]:
        """All that a job yields; ``name`` is what it is called where it cannot be read."""
        while True:
            part, done = None, False
            child = self._fresh()
            for word in child.ask(job):
                if word.asks is not None:
                    child.reply(self._wanted is None or self._wanted(word.asks))
                part, done = (word.part if word.part is not None else part), word.done
                if found := word.document or word.aside:
                    yield found
            if done:
                return
            yield set_aside(name, self._lost(), part)
            if part is None:
                return
            job = msgspec.structs.replace(job, after=part)

    def links(self, name: str, data: bytes) -> tuple[list[Link], SetAside | None]:
        """What a feed or a sitemap points at, and why no more could be read of it, if so."""
        found: list[Link] = []
        for word in self._fresh().ask(Job(name=name, data=data, links=True)):
            if word.link:
                found.append(word.link)
            if word.aside:
                return found, word.aside
            if word.done:
                return found, None
        return found, set_aside(name, self._lost())

    def _fresh(self) -> Child:
        if self._child and self._child.read >= self._settings.read_recycle:
            self._child.end()
            self._child = None
        self._child = self._child or Child(self._settings)
        return self._child

    def _lost(self) -> UnreadableError:
        """Why the child is gone."""
        child, self._child = self._child, None
        code = child.ending() if child else 0
        if (child and child.late) or code == -getattr(signal, "SIGXCPU", 0):
            return unreadable("too slow", self._settings.read_timeout_s)
        return unreadable("reader died", code)
