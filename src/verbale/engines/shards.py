"""A run over shards on this machine: supervised processes, each with a shard in hand; what is done stays done.

A worker that dies costs its attempt at its shard, and is replaced. Ctrl-C, a kill and a power cut leave a folder from which the
same command goes on.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import BinaryIO, cast

from verbale import errors
from verbale.engines.journal import excuse, journal_of
from verbale.engines.local import cores
from verbale.engines.plan import Plan
from verbale.engines.shard import Receipt, receipt
from verbale.engines.shard_worker import Report, Shard, Work
from verbale.framing import receive, send, started
from verbale.logs import note, warn

# -P, so that no file of the folder at hand is taken for a library
_COMMAND = (sys.executable, "-P", "-m", "verbale.engines.shard_worker")


def run_shards(plan: Plan, folder: Path, workers: int) -> Iterator[Receipt]:
    """Code every shard of a plan that has no receipt yet, and yield all receipts, each when it is there.

    Args:
        plan: Which inputs make which shard.
        folder: Where rows and receipts go.
        workers: How many processes; one for each core where it is 0.

    Raises:
        VerbaleError: Something that every document would meet, or a shard that no attempt could finish.
    """
    _sweep(folder)
    open_numbers = []
    for number in range(len(plan.inputs)):
        known = receipt(folder, number)
        if known:
            yield known
        else:
            open_numbers.append(number)
    yield from _run(plan, folder, open_numbers, workers or cores())
    _sweep(folder)


def _sweep(folder: Path) -> None:
    """Remove what workers that died had begun to write, and journals of shards that are done; only while nobody is at work."""
    for stale in folder.glob(".part-*.part"):
        stale.unlink()
    for journal in folder.glob(".part-*.journal"):
        if receipt(folder, int(journal.stem.removeprefix(".part-"))):
            journal.unlink()


def _run(plan: Plan, folder: Path, numbers: list[int], workers: int) -> Iterator[Receipt]:
    hands = [_Hand(Work(plan, str(folder))) for _ in range(min(workers, len(numbers)))]
    pool = ThreadPoolExecutor(max(1, len(hands)), "shards")
    todo, free = iter(numbers), list(hands)
    busy: dict[Future[Receipt], _Hand] = {}
    try:
        while True:
            for number in todo:
                hand = free.pop()
                busy[pool.submit(hand.code, number)] = hand
                if not free:
                    break
            if not busy:
                return
            for finished in wait(busy, return_when=FIRST_COMPLETED).done:
                free.append(busy.pop(finished))
                yield finished.result()
    finally:
        for hand in hands:
            hand.end()
        pool.shutdown()


class _Hand:
    """One worker, replaced when it dies."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._process: subprocess.Popen[bytes] | None = None
        self._over = False
        self._at: int | None = None

    def code(self, number: int) -> Receipt:
        self._at = number
        attempts = self._work.plan.settings.shard_attempts
        for attempt in range(1, attempts + 1):
            report = self._ask(number)
            if report and report.receipt:
                self._at = None
                return report.receipt
            if report and report.failure:
                name, message, hint = report.failure
                raise getattr(errors, name, errors.DataError)(message, hint)
            self._drop()
            warn("attempt_failed", shard=number, attempt=attempt)
        what = f"shard {number} could not be coded: its process died {attempts} times"
        raise errors.Transient(what, "see what else runs on the machine, then run it again")

    def end(self) -> None:
        self._over, at = True, self._at
        self._drop()
        if at is not None:
            excuse(journal_of(Path(self._work.folder), at))

    def _ask(self, number: int) -> Report | None:
        process = self._started()
        try:
            send(cast(BinaryIO, process.stdin), Shard(number))
        except OSError:
            return None
        return receive(cast(BinaryIO, process.stdout), Report)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._over:
            raise errors.Transient("the run is over")
        if self._process is None:
            self._process = started(_COMMAND)
            note("worker_started")
            with contextlib.suppress(OSError):
                send(cast(BinaryIO, self._process.stdin), self._work)
        return self._process

    def _drop(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    cast(BinaryIO, pipe).close()
