"""The local engine: processes on this machine, supervised; answers in the order of the documents, however many there are.

Each worker is a process of its own with one thread here that hands it documents. A worker that dies costs the document that it had
in hand and is replaced. Few documents are coded right here, as a worker takes longer to start than they take.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice

from verbale.catalogue import tables
from verbale.engines.crew import Crew
from verbale.engines.light import import_spacy
from verbale.engines.messages import Order
from verbale.engines.one import code_one
from verbale.model import Coded, Document, SetAside
from verbale.settings import Settings

FEW = 8
"""Below this many inputs no process is started."""
_AHEAD = 4
"""Documents in hand for each worker: enough to keep it busy, few enough to bound the memory."""

Given = Document | SetAside
Found = Coded | SetAside


def code_documents(inputs: Iterable[Given], case: str, settings: Settings, workers: int | None = None) -> Iterator[Found]:
    """What each document tells, in the order of the inputs; what was set aside passes through.

    Args:
        inputs: Documents, and inputs that could not be read.
        case: The case pack that is in force, or ``none``.
        settings: Which pipeline parses, which events are too unsure.
        workers: How many processes; the settings' number where it is ``None``, one for each core where it is 0.

    Raises:
        DataError: There is no such case pack, or it is damaged.
    """
    tables.pack_of(case)
    given = iter(inputs)
    first = list(islice(given, FEW))
    if len(first) < FEW:
        yield from _here(first, case, settings)
    else:
        number = settings.workers if workers is None else workers
        yield from _there(chain(first, given), Order(case, settings), number or cores())


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _here(given: list[Given], case: str, settings: Settings) -> Iterator[Found]:
    # The coder brings the parser with it, which an empty input never needs.
    from verbale.coding.coder import Coder

    coder: Coder | None = None
    for each in given:
        if isinstance(each, SetAside):
            yield each
        else:
            import_spacy()
            coder = coder or Coder(case, settings)
            yield code_one(coder, each)


def _there(given: Iterator[Given], order: Order, number: int) -> Iterator[Found]:
    crew = Crew(order)
    pool = ThreadPoolExecutor(number, "coding")
    waiting: deque[Future[Found] | SetAside] = deque()
    try:
        for each in given:
            waiting.append(pool.submit(crew.code, each) if isinstance(each, Document) else each)
            if len(waiting) >= number * _AHEAD:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    finally:
        crew.dismiss()
        pool.shutdown(cancel_futures=True)
        crew.close()


def _result(waited: Future[Found] | SetAside) -> Found:
    return waited if isinstance(waited, SetAside) else waited.result()
