"""What somebody does to a record who has its store, and takes the guards off first."""

from __future__ import annotations

import sqlite3
from typing import Any

from verbale.record import Record

_OFF = "DROP TRIGGER decisions_UPDATE; DROP TRIGGER decisions_DELETE; PRAGMA foreign_keys=OFF;"


def behind(record: Record, *statements: str, guards: bool = False) -> list[tuple[Any, ...]]:
    """Carry out statements behind the record's back, and return what the last one answers."""
    if "://" in record.where:
        return _on_server(record, statements, guards)
    connection = sqlite3.connect(record.where)
    try:
        if not guards:
            connection.executescript(_OFF)
        found = [connection.execute(each).fetchall() for each in statements]
        connection.commit()
    finally:
        connection.close()
    return found[-1]


def _on_server(record: Record, statements: tuple[str, ...], guards: bool) -> list[tuple[Any, ...]]:
    import psycopg

    with psycopg.connect(record.where.replace("+psycopg", ""), autocommit=True) as connection:
        if not guards:
            connection.execute("SET session_replication_role = replica")
        answer = None
        for each in statements:
            answer = connection.execute(each)  # type: ignore[arg-type]
        return answer.fetchall() if answer and answer.description else []
