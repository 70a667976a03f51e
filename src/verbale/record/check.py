"""Is the record whole: the file, its keys, its full text, its ledger, and every reading against its digest and the decisions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, RowMapping, select

from verbale.errors import RecordError
from verbale.record import ledger, reading
from verbale.record.projecting import differs
from verbale.record.store import Record
from verbale.record.tables import documents, versions


def check(record: Record) -> tuple[str, ...]:
    """What is wrong with a record, in words; nothing where all is well. Reads all of it."""
    try:
        with record.reading() as connection:
            found = tuple(_findings(connection))
        return (*found, *(f"the full-text index {name} does not agree with the texts" for name in record.stale_indexes()))
    except RecordError as error:
        return (error.message,)


def _findings(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        yield from _file(connection)
    yield from _documents(connection)
    broken = ledger.broken(connection)
    if broken:
        yield broken
        return  # what the events should be cannot be told without the decisions
    for number in connection.scalars(select(versions.c.number)).all():
        version = connection.execute(select(versions).where(versions.c.number == number)).mappings().one()
        yield from _version(connection, version)


def _file(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds: pages and keys."""
    for (words,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if words != "ok":
            yield f"the file is damaged: {words}"
    for table, row, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} belongs to nothing"


def _documents(connection: Connection) -> Iterator[str]:
    """Documents that do not say what the version says at which they point."""
    shared = {*documents.c.keys()} & {*versions.c.keys()} - {"last_run"}
    same = (documents.c[name].is_not_distinct_from(versions.c[name]) for name in sorted(shared))
    told = select(versions.c.number).where(versions.c.document == documents.c.id, *same)
    for name in connection.scalars(select(documents.c.id).where(~told.exists())):
        yield f"document {name}: its entry is not that of any version of it"


def _version(connection: Connection, version: RowMapping) -> Iterator[str]:
    name = f"document {version['document']}, version {str(version['sha256'])[:12]}"
    if hashlib.sha256(str(version["text"]).encode()).hexdigest() != version["sha256"]:
        yield f"{name}: its text is not what its hash says"
    if reading.stored(connection, version).digest() != version["digest"]:
        yield f"{name}: what was read in it has been changed"
    elif differs(connection, version):
        yield f"{name}: its events are not what was decided of them"
