"""From inputs into the record, in one run: read, code, keep; with the counts that the run reports."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from verbale.catalogue import tables
from verbale.coding.coder import NAME
from verbale.engines import Gate, code_documents
from verbale.engines.one import set_aside
from verbale.errors import DataError, RecordError
from verbale.model import Coded, Document, SetAside
from verbale.record import Record
from verbale.settings import Settings
from verbale.sources import read

Watch = Callable[[Coded | SetAside], None]
TOGETHER = 200
"""Readings that enter in one transaction."""
_PATIENCE_S = 0.5


def add(paths: Iterable[str], record: Record, settings: Settings, watch: Watch, verb: str = "add") -> dict[str, int]:
    """Read and code ``paths`` into ``record``, and return the run's counts by unit.

    Args:
        paths: Files, folders, globs, addresses, ``-``.
        record: Where it is kept, within half a second, so that an interrupted run keeps what it did.
        settings: The settings in force: the case, the processes that code, the limits.
        watch: Is told of each reading, and of each input that could not be read.
        verb: Under which name the run is noted.
    """
    given = tuple(paths)
    found = code_documents(read(given, settings, Gate(settings.case)), settings.case, settings)
    return keep(found, given, record, settings, watch, verb)


def add_singly(
    found: Iterable[Document | SetAside], inputs: Iterable[str], record: Record, settings: Settings, watch: Watch, verb: str
) -> dict[str, int]:
    """Code what comes slowly into ``record``: each document is kept before the next is asked for."""
    coded = (each for one in found for each in code_documents([one], settings.case, settings))
    return keep(coded, inputs, record, settings, watch, verb, together=1)


def keep(
    found: Iterable[Coded | SetAside],
    inputs: Iterable[str],
    record: Record,
    settings: Settings,
    watch: Watch,
    verb: str,
    *,
    coder: str = NAME,
    together: int = TOGETHER,
) -> dict[str, int]:
    """Keep what was coded of ``inputs`` in ``record``, in one run, and return the run's counts by unit.

    Args:
        found: What was coded, and what could not be read. A document that the record refuses is set aside, and the rest goes on.
        inputs: From what; noted in the run.
        record: Where it is kept.
        settings: Under which it was coded.
        watch: Is told of each once it is kept.
        verb: Under which name the run is noted.
        coder: Who coded it.
        together: How many are kept at a time, all or nothing; fewer where they come slowly.
    """
    case = settings.case
    run = record.begin_run(verb, case=case, case_version=_version(case), coder=coder, settings=_noted(settings), inputs=inputs)
    counts: Counter[str] = Counter(documents=0, changed=0, events=0, set_aside=0)
    try:
        for some in _grouped(found, together):
            for each in _kept(some, record, run, counts):
                watch(each)
    except BaseException as error:
        record.end_run(run, "interrupted" if isinstance(error, KeyboardInterrupt | GeneratorExit) else "failed", counts)
        raise
    record.end_run(run, "partial" if counts["set_aside"] else "done", counts)
    return dict(counts)


def unread(record: Record) -> tuple[SetAside, ...]:
    """What the runs could not read, each input once, by path."""
    found = {entry.path: entry for run in reversed(record.runs()) for entry in record.set_asides(run.id)}
    return tuple(entry for _, entry in sorted(found.items()))


def _grouped(found: Iterable[Coded | SetAside], most: int) -> Iterator[list[Coded | SetAside]]:
    """What was found, so many at a time, or fewer where it comes slowly; an error waits until what came before it is kept."""
    some: list[Coded | SetAside] = []
    begun = time.monotonic()
    try:
        for each in found:
            some.append(each)
            if len(some) == most or time.monotonic() - begun > _PATIENCE_S:
                yield some
                some, begun = [], time.monotonic()
    except (Exception, KeyboardInterrupt):
        yield some
        raise
    yield some


def _kept(given: list[Coded | SetAside], record: Record, run: str, counts: Counter[str]) -> list[Coded | SetAside]:
    """Keep some of what was found, count it, and return what was kept, with whatever the record refuses as set aside."""
    coded = [each for each in given if isinstance(each, Coded)]
    try:
        counts["changed"] += record.add_all(coded, run)
    except RecordError:
        raise
    except DataError as error:
        if len(given) > 1:
            return [each for one in given for each in _kept([one], record, run, counts)]
        given, coded = [set_aside(coded[0].document, "not kept", error.message)], []
    aside = [each for each in given if isinstance(each, SetAside)]
    for each in aside:
        record.set_aside(each, run)
    counts.update(documents=len(coded), events=sum(len(each.events) for each in coded), set_aside=len(aside))
    return given


def _noted(settings: Settings) -> dict[str, str | int | float]:
    return {name: getattr(settings, name) for name in settings.__struct_fields__ if name not in ("record", "log")}


def _version(case: str) -> str | None:
    """The version that the case pack gives itself."""
    version = tables.pack_of(case).get("version")
    return str(version) if version else None
