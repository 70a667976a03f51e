"""From inputs into the record, in one run: read, code, keep; with the counts that the run reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from verbale.catalogue import tables
from verbale.coding.coder import NAME
from verbale.engines import Gate, code_documents
from verbale.model import Coded, Document, SetAside
from verbale.record import Record
from verbale.settings import Settings
from verbale.sources import read

Watch = Callable[[Coded | SetAside], None]


def add(paths: Iterable[str], record: Record, settings: Settings, watch: Watch, verb: str = "add") -> dict[str, int]:
    """Read and code ``paths`` into ``record``, and return the run's counts by unit.

    Args:
        paths: Files, folders, globs, addresses, ``-``.
        record: Where it is kept; each document at once, so that an interrupted run keeps what it did.
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
    return keep(coded, inputs, record, settings, watch, verb)


def keep(
    found: Iterable[Coded | SetAside], inputs: Iterable[str], record: Record, settings: Settings, watch: Watch, verb: str
) -> dict[str, int]:
    """Keep what was coded of ``inputs`` in ``record``, in one run, and return the run's counts by unit."""
    case = settings.case
    run = record.begin_run(verb, case=case, case_version=_version(case), coder=NAME, settings=_noted(settings), inputs=inputs)
    counts: Counter[str] = Counter(documents=0, changed=0, events=0, set_aside=0)
    try:
        for each in found:
            counts.update(_kept(each, record, run))
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


def _kept(found: Coded | SetAside, record: Record, run: str) -> dict[str, int]:
    if isinstance(found, SetAside):
        record.set_aside(found, run)
        return {"set_aside": 1}
    return {"documents": 1, "changed": int(record.add_coded(found, run)), "events": len(found.events)}


def _noted(settings: Settings) -> dict[str, str | int | float]:
    return {name: getattr(settings, name) for name in settings.__struct_fields__ if name not in ("record", "log")}


def _version(case: str) -> str | None:
    """The version that the case pack gives itself."""
    version = tables.pack_of(case).get("version")
    return str(version) if version else None
