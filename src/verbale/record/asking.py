"""The half of a record that is asked: documents, events, whole readings, runs and counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple, Unpack

import msgspec
from sqlalchemy import Connection, Engine, select

from verbale.errors import Transient, UsageError
from verbale.model import Coded, Document, Event, Mention, SetAside
from verbale.record import deciding, keeping, ledger, minting, overview, reading
from verbale.record import runs as running
from verbale.record.attaching import STALE
from verbale.record.choosing import Filters, beginning, by_id, called, chosen, counting, named, present_versions, rejected, worded
from verbale.record.decision import Decision, Judged
from verbale.record.faults import translated
from verbale.record.grouping import Groups
from verbale.record.keeping import Grouping
from verbale.record.kept import Kept
from verbale.record.ledger import Head
from verbale.record.minting import Minted
from verbale.record.naming import actors, renamed
from verbale.record.overview import Source
from verbale.record.runs import Run
from verbale.record.tables import attachments, decisions, runs, set_aside, versions

_BATCH = 500
_SHOWN = 6


class Stale(NamedTuple):
    """A decision that belongs to no event of the present version of its document: the reason's code, and in words."""

    decision: Decision
    document: str
    reason: str
    words: str


class Grouped(NamedTuple):
    """Engagements as a record keeps them.

    ``kept`` says from what they were worked out, ``now`` from what they would be; ``fresh`` whether that is the same, ``changed``
    the documents of whose events something changed since. ``bodies`` is what is kept, by id.
    """

    kept: Grouping | None
    now: Grouping
    fresh: bool
    changed: frozenset[str]
    bodies: dict[str, str]
    events: tuple[Event, ...]


class Answers:
    """What a record says. Everything comes in an order of its own, not in that of the writing."""

    def __init__(self, where: str, engine: Engine) -> None:
        """Take the record's address, for messages, and an engine on it."""
        self.where = where
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for reading, on which everything stays as it was at the first question."""
        with translated(self.where), self._engine.connect() as connection:
            yield connection

    def documents(self) -> Iterator[Document]:
        """Every document in its present version, by id."""
        with self.reading() as connection, connection.execution_options(yield_per=_BATCH).execute(present_versions()) as found:
            yield from map(reading.document, found.mappings())

    def texts(self, names: Iterable[str]) -> dict[str, str]:
        """The words of documents in their present versions, by the documents' ids."""
        wanted = sorted(names)
        found: dict[str, str] = {}
        with self.reading() as connection:
            for first in range(0, len(wanted), _BATCH):
                rows = connection.execute(worded(wanted[first : first + _BATCH]))
                found |= {row.document: row.text for row in rows}
        return found

    def sources(self) -> tuple[Source, ...]:
        """Every document without its words, by id: what was read, and whether anything was coded in it."""
        with self.reading() as connection:
            return overview.sources(connection)

    def mentions(self) -> tuple[tuple[str, Mention], ...]:
        """What documents hold outside events, each with its document's id, by document and in its order."""
        with self.reading() as connection:
            return overview.mentioned(connection)

    def document(self, name: str) -> Document:
        """The document with that id, or the only one whose id begins so or which has that key, path or address.

        Raises:
            UsageError: There is none, or there are several.
        """
        with self.reading() as connection:
            found = {row["document"]: row for row in connection.execute(called(name)).mappings()} if name else {}
            if name not in found and len(found) != 1:
                raise unclear("document", name, list(found), "verbale search WORDS")
            return reading.document(found.get(name) or next(iter(found.values())))

    def events(self, **filters: Unpack[Filters]) -> Iterator[Event]:
        """The events of present versions that pass every filter, by document and in its order.

        Raises:
            UsageError: ``since`` or ``until`` is no date.
        """
        with self.reading() as connection:
            yield from _events(connection, filters)

    def rejected(self) -> tuple[Event, ...]:
        """The events of present versions that somebody rejected, which nothing else counts or lists."""
        with self.reading() as connection:
            redirects = actors(connection).redirects()
            return tuple(renamed(reading.event(*row), redirects) for row in connection.execute(rejected()))

    def event(self, prefix: str) -> Event:
        """The event whose id is ``prefix``, or the only one whose id begins so; also one that was rejected, its review says so.

        Raises:
            UsageError: There is none, or there are several.
        """
        with self.reading() as connection:
            found = connection.execute(named(prefix)).all() or connection.execute(beginning(prefix)).all()
            if len(found) != 1:
                raise unclear("event", prefix, [row.id for row in found], "verbale search WORDS")
            event = reading.event(*found[0][1:])
            return renamed(event, actors(connection).redirects())

    def coded(self, document: str, sha256: str | None = None) -> Coded:
        """All that was read in a document: in its present version, or in the one whose text has that hash.

        Raises:
            UsageError: The record has no such document or version.
        """
        wanted = present_versions() if sha256 is None else select(versions).where(versions.c.sha256 == sha256)
        with self.reading() as connection:
            version = connection.execute(wanted.where(versions.c.document == document)).mappings().first()
            if version is None:
                raise UsageError(f"there is no document {document} in the record", "find its id with: verbale search WORDS")
            return next(_named(reading.codings(connection, [version], {}), actors(connection).redirects()))

    def codings(self, known: Iterable[Event] = ()) -> Iterator[Coded]:
        """All that was read in every document in its present version, by the document's id.

        Args:
            known: Events of the record as somebody has them already; they are not read a second time.
        """
        had = {event.id: event for event in known}
        with self.reading() as connection:
            redirects = actors(connection).redirects()
            with connection.execution_options(yield_per=_BATCH).execute(present_versions()) as found:
                for many in found.mappings().partitions(_BATCH):
                    yield from _named(reading.codings(connection, many, had), redirects)

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, the first first; :func:`verbale.record.live` tells which of them hold."""
        with self.reading() as connection:
            return tuple(ledger.entries(connection))

    def head(self) -> Head:
        """Where the ledger ends."""
        with self.reading() as connection:
            return ledger.head(connection)

    def broken(self, anchors: Iterable[Head] = ()) -> str | None:
        """The first decision that was altered, is missing or out of order, in words; ``None`` where the ledger is whole.

        Args:
            anchors: Heads that the ledger had before, as kept elsewhere.
        """
        with self.reading() as connection:
            return ledger.broken(connection, anchors)

    def known(self, judged: Judged) -> str | None:
        """The id of an act that the record has in the same words, of the same type, mode and parties; also one rejected."""
        with self.reading() as connection:
            return deciding.known(connection, judged)

    def minted(self) -> tuple[Minted, ...]:
        """Every id that was given out to an engagement, the first first."""
        with self.reading() as connection:
            return minting.minted(connection)

    def claiming(self, names: Iterable[str], events: Iterable[str]) -> tuple[tuple[Minted, ...], int]:
        """The ids with these names, or that stand for these events or are anchored there; and the number of the last id of all."""
        with self.reading() as connection:
            return minting.claiming(connection, names, events), minting.last(connection)

    def grouped(self, rules: str) -> Grouped:
        """The engagements as they are kept, what changed since, and the events, all as they are at one moment.

        Args:
            rules: By which engagements are worked out now.
        """
        with self.reading() as connection:
            kept, now = keeping.kept(connection), keeping.present(connection, rules)
            fresh = kept is not None and kept[1:4] == now[1:4]
            return Grouped(
                kept=kept,
                now=now if fresh else now._replace(texts=keeping.texts(connection)),
                fresh=fresh,
                changed=keeping.since(connection, kept.changed) if kept and not fresh else frozenset(),
                bodies=keeping.bodies(connection),
                events=tuple(_events(connection, {})),
            )

    def kept(self, rules: str) -> Kept | None:
        """The engagements as they are kept, where nothing changed since by which they were worked out; else nothing.

        Their events are read when one is first asked for; should the record have changed by then, that is a :class:`Transient`.

        Args:
            rules: By which engagements are worked out now.
        """
        with self.reading() as connection:
            kept, now = keeping.kept(connection), keeping.present(connection, rules)
            if kept is None or kept[1:4] != now[1:4]:
                return None
            return Kept(tuple(keeping.bodies(connection).values()), lambda: self._told(now))

    def _told(self, at: Grouping) -> Callable[[str], Event]:
        """What finds an event of a moment by its id."""
        with self.reading() as connection:
            if keeping.present(connection, at.rules)[1:4] != at[1:4]:
                raise Transient("the record changed while it was read", "ask again")
            redirects = actors(connection).redirects()
            found = {row[0]: row for row in connection.execute(by_id()).all()}
        return lambda name: renamed(reading.event(*found[name][1:]), redirects)

    def actors(self) -> Groups:
        """Who is whom, by the decisions that hold."""
        with self.reading() as connection:
            return actors(connection)

    def attached(self) -> dict[tuple[int, int], str]:
        """To which event of a present version each decision on events belongs, by its number and its side (0, or 1 of a pair)."""
        where = select(attachments).where(attachments.c.event.is_not(None)).order_by(attachments.c.decision, attachments.c.side)
        with self.reading() as connection:
            return {(row.decision, row.side): row.event for row in connection.execute(where)}

    def stale(self) -> tuple[Stale, ...]:
        """The decisions that belong to no event any more, and why: for a person to look at."""
        where = select(attachments, decisions.c.body).join(decisions).where(attachments.c.stale.is_not(None))
        with self.reading() as connection:
            found = connection.execute(where.order_by(attachments.c.decision, attachments.c.side)).all()
        return tuple(Stale(ledger.parsed(row.body), row.document, row.stale, STALE[row.stale]) for row in found)

    def counts(self) -> dict[str, int]:
        """How much there is, by unit; events (all, complete, in the case), mentions and claims are those of present versions."""
        with self.reading() as connection:
            return {unit: connection.scalars(question).one() for unit, question in counting().items()}

    def runs(self, most: int | None = None) -> tuple[Run, ...]:
        """The runs, the latest first: all, or no more than so many."""
        with self.reading() as connection:
            found = connection.execute(select(runs).order_by(runs.c.started.desc(), runs.c.id).limit(most)).mappings()
            return tuple(running.from_row(row) for row in found)

    def run(self, prefix: str) -> Run:
        """The run whose id is ``prefix``, or the only one whose id begins so.

        Raises:
            UsageError: There is none, or there are several.
        """
        found = {run.id: run for run in self.runs() if run.id.startswith(prefix)}
        if prefix not in found and len(found) != 1:
            raise unclear("run", prefix, list(found), "verbale runs")
        return found.get(prefix) or next(iter(found.values()))

    def set_asides(self, run: str) -> tuple[SetAside, ...]:
        """What a run could not read, by path."""
        wanted = select(set_aside).where(set_aside.c.run == run).order_by(set_aside.c.path, set_aside.c.reason)
        with self.reading() as connection:
            return tuple(SetAside(path=r.path, reason=r.reason, message=r.message, hint=r.hint) for r in connection.execute(wanted))


def _events(connection: Connection, filters: Filters) -> Iterator[Event]:
    redirects = actors(connection).redirects()
    with connection.execution_options(yield_per=_BATCH).execute(chosen(filters)) as found:
        for row in found:
            yield renamed(reading.event(*row), redirects)


def _named(found: Iterable[Coded], redirects: Mapping[str, str]) -> Iterator[Coded]:
    for each in found:
        yield msgspec.structs.replace(each, events=tuple(renamed(event, redirects) for event in each.events))


def unclear(kind: str, prefix: str, found: list[str], finder: str) -> UsageError:
    """The error of a prefix that begins no id, or several."""
    if not found:
        return UsageError(f"there is no {kind} {prefix} in the record", f"find its id with: {finder}")
    return UsageError(f"{prefix} begins the ids of several {kind}s", f"write more of the one you mean: {', '.join(found[:_SHOWN])}")
