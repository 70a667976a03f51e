"""Many rows into one table at once, by the shortest way that each store has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import DBAPIError

from verbale.record.rows import Row


def numbers(connection: Connection, table: Table, many: int) -> Iterator[int]:
    """The numbers of so many rows that are about to be put in, as the store itself would give them out.

    Only for who writes alone, as every writer does here: then what hangs on a row can go in without asking for its number.
    """
    if connection.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, "number")
        return iter(connection.scalars(select(func.nextval(sequence)).select_from(func.generate_series(1, many))).all())
    last = connection.scalars(select(func.coalesce(func.max(table.c.number), 0))).one()
    return iter(range(last + 1, last + 1 + many))


def insert_all(connection: Connection, table: Table, given: list[Row]) -> None:
    """Put rows in, in their order; each has the same columns in the same order, and plain values.

    A row costs a few microseconds here: SQLAlchemy would take as long as SQLite for it, and a server's rows go in as one stream.
    """
    if not given:
        return
    quote = connection.dialect.identifier_preparer.quote
    where = f"{quote(table.name)} ({', '.join(map(quote, given[0]))})"
    put = _copy if connection.dialect.name == "postgresql" else _execute
    put(connection, where, [tuple(row.values()) for row in given])


def _execute(connection: Connection, where: str, given: list[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * len(given[0]))
    connection.exec_driver_sql(f"INSERT INTO {where} VALUES ({marks})", given)  # noqa: S608 - our own names


def _copy(connection: Connection, where: str, given: list[tuple[Any, ...]]) -> None:
    statement, driver = f"COPY {where} FROM STDIN", connection.dialect.loaded_dbapi
    raw: Any = connection.connection
    try:
        with raw.cursor() as cursor, cursor.copy(statement) as stream:
            for row in given:
                stream.write_row(row)
    except driver.Error as error:  # SQLAlchemy does not see what goes past it
        raise DBAPIError.instance(statement, None, error, driver.Error, dialect=connection.dialect) from error
