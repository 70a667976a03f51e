"""SQLite's full-text indexes against the texts that they are of. On a server a text and its words are one row, and always agree."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, OperationalError

_INDEXES = ("documents_fts", "evidence_fts")


def stale(connection: Connection) -> Iterator[str]:
    """The indexes that do not agree with the texts.

    Args:
        connection: A transaction that writes: SQLite asks for the writer's lock here, though nothing is written.
    """
    if connection.dialect.name != "sqlite":
        return
    for index in _INDEXES:
        try:
            connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except OperationalError:
            raise
        except DatabaseError:
            yield index
