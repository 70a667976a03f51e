"""The record: what was read, what was coded, in which run."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, insert, select, update

from verbale.errors import Transient
from verbale.logs import note
from verbale.model import Coded, Document, SetAside
from verbale.record import deciding, indexes, keeping, ledger, minting, opening
from verbale.record import runs as running
from verbale.record.asking import Answers
from verbale.record.decision import Decision
from verbale.record.faults import translated
from verbale.record.keeping import Grouping
from verbale.record.minting import Minted
from verbale.record.runs import Ending, Run
from verbale.record.tables import runs, set_aside
from verbale.record.writing import keep


class OvertakenError(Transient):
    """Something was decided, or given out, since somebody looked."""


Maker = Callable[[], str]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _new_id() -> str:
    return uuid.uuid4().hex


def open_record(where: str | Path, *, create: bool = True, clock: Maker = _now, new_id: Maker = _new_id) -> Record:
    """Open the record at ``where``, made or brought up to date first; use it as a context manager.

    Args:
        where: A file, or a database address such as ``postgresql+psycopg://host/name``.
        create: Make the record where there is none.
        clock: Gives the time as ISO text; only runs carry times.
        new_id: Gives the id of a new run.

    Raises:
        RecordError: The record is missing, foreign, newer than this program, or damaged.
        Transient: It is locked, or its disk is full or cannot be written.
    """
    return Record(str(where), opening.connect(str(where), create=create), clock, new_id)


class Record(Answers):
    """An open record. What it says depends on what was put in, not on how often or in which order."""

    def __init__(self, where: str, engine: Engine, clock: Maker, new_id: Maker) -> None:
        """Take an engine on a database that is up to date; callers use :func:`open_record`."""
        super().__init__(where, engine)
        self._clock = clock
        self._new_id = new_id

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()

    def begin_run(
        self,
        verb: str,
        *,
        case: str | None = None,
        case_version: str | None = None,
        coder: str | None = None,
        settings: Mapping[str, Any] | None = None,
        inputs: Iterable[str] = (),
    ) -> str:
        """Note that a verb begins, and return the id under which it adds to the record."""
        run = Run(
            id=self._new_id(),
            verb=verb,
            started=self._clock(),
            case=case,
            case_version=case_version,
            coder=coder,
            settings=dict(settings or {}),
            inputs=tuple(inputs),
        )
        with self._writing() as connection:
            connection.execute(insert(runs).values(**running.to_row(run)))
        note("run_begun", run=run.id, verb=verb)
        return run.id

    def end_run(self, run: str, status: Ending, counts: Mapping[str, int]) -> None:
        """Note how a run ended, with its counts by unit."""
        values = running.ended(self._clock(), status, counts)
        with self._writing() as connection:
            connection.execute(update(runs).where(runs.c.id == run).values(values))
        note("run_ended", **{**counts, "run": run, "status": status})

    def add_documents(self, given: Iterable[Document], run: str) -> int:
        """Keep documents that are not coded as yet, one transaction each; return how many changed the record."""
        return sum(self.add_coded(Coded(document=document), run) for document in given)

    def add_coded(self, coded: Coded, run: str) -> bool:
        """Keep a document and what was read in it, all or nothing; true where that changed the record.

        What was kept before for the same version gives way to a newer coder, never to an older one.

        Raises:
            DataError: The reading does not agree with its document, or two of its events have one id.
        """
        with self._writing() as connection:
            return bool(keep(connection, (coded,), run))

    def add_all(self, given: Iterable[Coded], run: str) -> int:
        """Keep many readings, all or none of them; return how many changed the record.

        Raises:
            DataError: As :meth:`add_coded` does.
        """
        with self._writing() as connection:
            return keep(connection, given, run)

    def set_aside(self, entry: SetAside, run: str) -> None:
        """Keep that an input could not be read, and why; once a run."""
        key = {"run": run, "path": entry.path, "reason": entry.reason}
        known = select(set_aside).where(*(set_aside.c[name] == value for name, value in key.items()))
        with self._writing() as connection:
            if connection.execute(known).first() is None:
                connection.execute(insert(set_aside).values(**key, message=entry.message, hint=entry.hint))

    def keep_grouping(self, of: Grouping, given: Iterable[Minted], bodies: Mapping[str, str | None]) -> None:
        """Keep the engagements that were worked out, all of them or nothing.

        Args:
            of: From what they were worked out.
            given: The ids that are new or stand for others now, in the place of what was kept of the same ones.
            bodies: What is new of the engagements, by id; ``None`` for one that stands no more.

        The record may have changed since: then they are kept as what they are, the engagements of before.

        Raises:
            OvertakenError: Somebody else kept engagements since, and may have given out ids.
        """
        with self._writing() as connection:
            if keeping.upcoming(connection) != of.number:
                raise OvertakenError("somebody else gave out ids meanwhile", "look at the engagements again")
            minting.keep(connection, given)
            keeping.keep(connection, of, bodies)

    def stale_indexes(self) -> tuple[str, ...]:
        """The full-text indexes that do not agree with the texts."""
        with self._writing() as connection:
            return tuple(indexes.stale(connection))

    def decide(self, draft: Decision) -> Decision:
        """Take a decision: it is in the ledger, on the disk, and in the events, or it was not taken.

        Args:
            draft: Who decides what, on which ids and why; number, time and place in the chain are given to it here.

        Raises:
            UsageError: It is no decision that can be taken, or it names what is not there.
            DataError: The event that is added does not agree with its document, or is there already.
        """
        (taken,) = self.decide_all((draft,))
        return taken

    def decide_all(self, drafts: Iterable[Decision], *, head: int | None = None) -> tuple[Decision, ...]:
        """Take decisions that belong together, all or none; raises as :meth:`decide` does.

        Args:
            drafts: The decisions.
            head: The number of the last decision that whoever decides has seen.

        Raises:
            OvertakenError: Another one was taken since.
        """
        with self._writing(durable=True) as connection:
            if head is not None and ledger.head(connection).number != head:
                raise OvertakenError("somebody else decided meanwhile", "look at what was decided, and decide again")
            return tuple(deciding.take(connection, draft, self._clock()) for draft in drafts)

    @contextmanager
    def _writing(self, *, durable: bool = False) -> Iterator[Connection]:
        with translated(self.where), opening.writing(self._engine, durable=durable) as connection:
            yield connection
