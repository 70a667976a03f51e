"""Keeping the events of the record as people decided: the one place where decisions reach the events.

Worked out for a document whenever something was decided on it, and whenever it was coded again. Whoever reads events reads the
outcome: rejected ones are there and not shown, corrected ones are as corrected, added ones stand beside what the coder read.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, or_, select, update

from verbale.model import Event
from verbale.record import reading
from verbale.record.attaching import Page, Settled, Slot, settle
from verbale.record.decision import Decision, live
from verbale.record.exports import jsonl
from verbale.record.inserting import insert_all
from verbale.record.ledger import parsed
from verbale.record.rows import EventRows, Row, event_rows, text
from verbale.record.tables import attachments, decisions, documents, events, evidence, participants, versions


def project(connection: Connection, given: Iterable[str]) -> None:
    """Bring the events of documents into agreement with the decisions on them."""
    for document in _concerned(connection, given):
        _project(connection, document)


def _project(connection: Connection, document: str) -> None:
    decided = _decided(connection, document)
    present = connection.scalars(select(documents.c.sha256).where(documents.c.id == document)).one()
    for version in connection.execute(select(versions).where(versions.c.document == document)).mappings().all():
        settled = _settle(connection, version, decided)
        _write(connection, version, settled)
        if version["sha256"] == present:
            _attach(connection, document, settled)


def differs(connection: Connection, version: RowMapping) -> bool:
    """Whether the events of a version are not what the decisions make of them."""
    if not _concerned(connection, (version["document"],)):
        marked = or_(events.c.verdict.is_not(None), events.c.review.is_not(None), events.c.read.is_not(None))
        return connection.execute(select(events.c.id).where(events.c.version == version["number"], marked)).first() is not None
    settled = _settle(connection, version, _decided(connection, version["document"]))
    chosen = select(events.c.body, events.c.verdict, events.c.review, events.c.read).where(events.c.version == version["number"])
    stored = [tuple(row) for row in connection.execute(chosen.order_by(events.c.ordinal))]
    own = [_own(row) for row, _ in _read(connection, version["number"])]
    return stored != [tuple(_columns(slot, body).values()) for slot, body in zip_longest(settled.slots, own)]


def _concerned(connection: Connection, given: Iterable[str]) -> list[str]:
    """Those of the documents on which anything was ever decided."""
    mine = attachments.c.document.in_(list(given))
    return list(connection.scalars(select(attachments.c.document).where(mine).distinct().order_by(attachments.c.document)))


def _decided(connection: Connection, document: str) -> tuple[Decision, ...]:
    """The decisions on a document that hold, in their order."""
    sides = select(attachments.c.decision).where(attachments.c.document == document)
    chosen = select(decisions.c.body).where((decisions.c.action == "undo") | decisions.c.number.in_(sides))
    return live(tuple(parsed(body) for body in connection.scalars(chosen.order_by(decisions.c.number))))


def _settle(connection: Connection, version: RowMapping, decided: tuple[Decision, ...]) -> Settled:
    document = reading.document(version)
    page = Page(reading.reference(document), document.sha256, document.text)
    return settle(page, [event for _, event in _read(connection, version["number"])], decided)


def _read(connection: Connection, version: int) -> list[tuple[RowMapping, Event]]:
    """The rows of what the coder read, each with the event as the coder read it."""
    found = connection.execute(select(events).where(events.c.version == version).order_by(events.c.ordinal)).mappings()
    return [(row, reading.event(_own(row))) for row in found if row["read"] != ""]


def _own(row: RowMapping) -> str:
    """The body that the coder read, whatever was made of it."""
    return str(row["body"] if row["read"] is None else row["read"])


def _write(connection: Connection, version: RowMapping, settled: Settled) -> None:
    connection.execute(delete(events).where(events.c.version == version["number"], events.c.read == ""))
    coded = _read(connection, version["number"])
    for (row, _), slot in zip(coded, settled.slots, strict=False):
        _change(connection, row, slot)
    for ordinal, slot in enumerate(settled.slots[len(coded) :], len(coded)):
        _enter(connection, version, slot, ordinal)


def _change(connection: Connection, row: RowMapping, slot: Slot) -> None:
    """Let the row of what the coder read say what counts."""
    values, number = _columns(slot, _own(row)), row["number"]
    if all(row[name] == value for name, value in values.items()):
        return
    if values["body"] != row["body"]:
        made = event_rows(slot.event, row["sha256"], row["ordinal"])
        values = made.event | values
        for table in (participants, evidence):
            connection.execute(delete(table).where(table.c.event == number))
        _below(connection, made, number)
    connection.execute(update(events).where(events.c.number == number).values(values))


def _enter(connection: Connection, version: RowMapping, slot: Slot, ordinal: int) -> None:
    """Put in an event that only people know of."""
    made = event_rows(slot.event, version["sha256"], ordinal)
    values = made.event | _columns(slot, None) | {"version": version["number"], "run": version["coded_run"]}
    _below(connection, made, connection.scalars(insert(events).values(values).returning(events.c.number)).one())


def _below(connection: Connection, made: EventRows, number: int) -> None:
    for table, rows in ((participants, made.participants), (evidence, made.evidence)):
        insert_all(connection, table, [each | {"event": number} for each in rows])


def _columns(slot: Slot, own: str | None) -> Row:
    """The columns of an event in which decisions show; ``own`` is the body that the coder read."""
    as_read, review = slot.event == slot.read, slot.review
    return {
        "body": own if as_read else jsonl.encode(slot.event),
        "verdict": review.verdict if review else None,
        "review": text(review) if review else None,
        "read": None if as_read else (own or ""),
    }


def _attach(connection: Connection, document: str, settled: Settled) -> None:
    mine = attachments.c.document == document
    connection.execute(update(attachments).where(mine).values(event=None, stale=None))
    found: list[tuple[tuple[int, int], dict[str, Any]]] = [(key, {"event": event}) for key, event in settled.attached.items()]
    found += [(key, {"stale": reason}) for key, reason in settled.stale.items()]
    for (decision, side), values in found:
        here = (attachments.c.decision == decision, attachments.c.side == side)
        connection.execute(update(attachments).where(*here).values(**values))
