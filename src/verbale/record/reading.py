"""From the record's rows back to the types: documents, events, whole readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, Table, select

from verbale.model import Claim, Coded, Document, DocumentRef, Event, Mention, Review
from verbale.record.exports import jsonl
from verbale.record.rows import EventRows, Row, Rows, event_rows
from verbale.record.tables import claims, events, evidence, mentions, participants

_OWN = {"number", "version", "event", "run", "digest", "seen_run", "coded_run", "last_run", "verdict", "review", "read"}
"""The columns that say where and when a row was kept and what was decided of it, not what was read."""

SHOWN = events.c.verdict.is_distinct_from("rejected")
"""Of events: whether they count, or were rejected."""


def parsed(value: object) -> Any:
    """What a column of JSON holds.

    Raises:
        msgspec.MsgspecError: It holds something else: in a damaged file, a column may hold anything.
    """
    return msgspec.json.decode(msgspec.convert(value, str))


def event(body: object, review: object = None) -> Event:
    """The event of a column ``body``, with that of ``review``; raises as :func:`parsed` does."""
    found = jsonl.decode(msgspec.convert(body, str))
    return found if review is None else msgspec.structs.replace(found, review=msgspec.convert(parsed(review), Review))


def reference(document: Document) -> DocumentRef:
    """What an event carries of its document."""
    return DocumentRef(**{name: getattr(document, name) for name in DocumentRef.__struct_fields__})


def document(row: RowMapping) -> Document:
    """The document of a row of ``versions``."""
    values = {name: row["document" if name == "id" else name] for name in Document.__struct_fields__}
    return msgspec.convert(values | {"furniture": parsed(row["furniture"])}, Document)


def codings(connection: Connection, versions: Sequence[RowMapping], known: Mapping[str, Event]) -> Iterator[Coded]:
    """All that was read in versions, exactly as it was given to the record, but for what people decided of its events.

    Events that are ``known`` by their ids are not read again.
    """
    numbers = [version["number"] for version in versions]
    told: dict[int, list[Event]] = {}
    shown = select(events.c.version, events.c.id, events.c.body, events.c.review).where(events.c.version.in_(numbers), SHOWN)
    for number, name, body, review in connection.execute(shown.order_by(events.c.version, events.c.ordinal)):
        told.setdefault(number, []).append(known.get(name) or event(body, review))
    named, claimed = _below(connection, mentions, numbers), _below(connection, claims, numbers)
    for version in versions:
        number = version["number"]
        yield Coded(
            document=document(version),
            events=tuple(told.get(number, ())),
            mentions=tuple(msgspec.convert(_unworded(row), Mention) for row in named.get(number, ())),
            claims=tuple(msgspec.convert(_claim(row), Claim) for row in claimed.get(number, ())),
            skipped=version["skipped"],
            coder=version["coder"],
        )


def stored(connection: Connection, version: RowMapping) -> Rows:
    """The rows of what was read in a version as they stand in the record, to be compared with what they should be."""
    number = version["number"]
    return Rows(
        version=_plain(version),
        events=[_event(connection, row) for row in _rows(connection, events, "version", number) if row["read"] != ""],
        mentions=_of(connection, mentions, number),
        claims=_of(connection, claims, number),
    )


def _event(connection: Connection, row: RowMapping) -> EventRows:
    if row["read"] is not None:
        made = event_rows(event(row["read"]), row["sha256"], row["ordinal"])
        return EventRows(made.event | {"body": row["read"]}, made.participants, made.evidence)
    below = ([_plain(each) for each in _rows(connection, table, "event", row["number"])] for table in (participants, evidence))
    return EventRows(_plain(row), *below)


def _of(connection: Connection, table: Table, version: int) -> list[Row]:
    return [_plain(row) for row in _rows(connection, table, "version", version)]


def _rows(connection: Connection, table: Table, parent: str, number: int) -> list[RowMapping]:
    chosen = select(table).where(table.c[parent] == number).order_by(table.c.ordinal)
    return list(connection.execute(chosen).mappings())


def _below(connection: Connection, table: Table, versions: Sequence[int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    chosen = select(table).where(table.c.version.in_(versions)).order_by(table.c.version, table.c.ordinal)
    for row in connection.execute(chosen).mappings():
        found.setdefault(row["version"], []).append(_plain(row))
    return found


def _plain(row: RowMapping) -> Row:
    # str(): a quoted column's name is a str of SQLAlchemy's own kind, which msgspec does not take for a field's
    return {str(name): value for name, value in row.items() if name not in _OWN}


def _unworded(row: Row) -> dict[str, Any]:
    return {("words" if name == "text" else name): value for name, value in row.items() if name != "ordinal"}


def _claim(row: Row) -> dict[str, Any]:
    return _unworded(row) | {"about": parsed(row["about"])}
