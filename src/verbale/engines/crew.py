"""The workers of the local engine: one process for each thread that hands out documents, replaced when it dies."""

from __future__ import annotations

import contextlib
import sys
import threading
from typing import BinaryIO, cast

from verbale import errors
from verbale.engines.messages import Answer, Order
from verbale.engines.one import set_aside
from verbale.framing import receive, send, started
from verbale.logs import note, warn
from verbale.model import Coded, Document, SetAside

# -P, so that no file of the folder at hand is taken for a library
_COMMAND = (sys.executable, "-P", "-m", "verbale.engines.worker")

_STARTING_S = 120
"""What a worker may take besides, until it has answered for the first time: it loads the pipeline and the catalogue."""


class Worker:
    """One process that codes, and how to talk to it."""

    def __init__(self, order: Order) -> None:
        """Start it and give it its order."""
        self._process = started(_COMMAND)
        self._to = cast(BinaryIO, self._process.stdin)
        self._from = cast(BinaryIO, self._process.stdout)
        self._order: Order | None = order
        self.late = False

    def ask(self, document: Document, seconds: float) -> Answer | None:
        """Its answer; ``None`` where it died over the document, or took so long that it was ended."""
        try:
            if self._order:
                seconds += _STARTING_S
                send(self._to, self._order)
                self._order = None
            send(self._to, document)
        except OSError:
            return None
        watch = threading.Timer(seconds, self._give_up)
        watch.daemon = True
        watch.start()
        try:
            return receive(self._from, Answer)
        finally:
            watch.cancel()

    def _give_up(self) -> None:
        self.late = True
        self.kill()

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()

    def end(self) -> int:
        """Wait for its end, let its pipes go, and return how it ended."""
        code = self._process.wait()
        for pipe in (self._to, self._from):
            with contextlib.suppress(OSError):  # what was still to be written to a worker that is gone
                pipe.close()
        return code


class Crew:
    """All workers of a run."""

    def __init__(self, order: Order) -> None:
        """Take what each worker is told first."""
        self._order = order
        self._mine = threading.local()
        self._lock = threading.Lock()
        self._all: set[Worker] = set()
        self._over = False

    def code(self, document: Document) -> Coded | SetAside:
        """Have the calling thread's worker code a document.

        Raises:
            VerbaleError: Something that every document would meet.
        """
        worker = self._worker()
        seconds = self._order.settings.code_timeout_s
        answer = worker.ask(document, seconds)
        if answer is None:
            code = self._dismiss(worker)
            warn("worker_lost", code=code, document=document.id)
            return set_aside(document, "coded too slowly", seconds) if worker.late else set_aside(document, "worker died", code)
        if answer.failure:
            name, message, hint = answer.failure
            raise getattr(errors, name, errors.DataError)(message, hint)
        return cast("Coded | SetAside", answer.coded or answer.aside)

    def dismiss(self) -> None:
        """End all workers, whatever they are doing; none is started from now on."""
        with self._lock:
            self._over = True
            for worker in self._all:
                worker.kill()

    def close(self) -> None:
        """Wait for the end of all workers, once no thread asks any more."""
        for worker in self._all:
            worker.end()

    def _worker(self) -> Worker:
        worker: Worker | None = getattr(self._mine, "worker", None)
        if worker is None:
            with self._lock:
                if self._over:
                    raise errors.Transient("the run is over")
                worker = self._mine.worker = Worker(self._order)
                self._all.add(worker)
            note("worker_started")
        return worker

    def _dismiss(self, worker: Worker) -> int:
        worker.kill()
        self._mine.worker = None
        with self._lock:
            self._all.discard(worker)
        return worker.end()
