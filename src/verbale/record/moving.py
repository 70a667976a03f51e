"""A whole record from one store to another: every row copied in one transaction, and compared before that is ended."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection, Result, Table, func, select, text

from verbale.errors import DataError, RecordError, UsageError
from verbale.record import opening
from verbale.record.faults import translated
from verbale.record.inserting import insert_all
from verbale.record.ledger import broken
from verbale.record.store import Record
from verbale.record.tables import engagements, metadata, runs

_TOGETHER = 500


def move(source: Record, target: str) -> dict[str, int]:
    """Copy a record to an empty one at ``target``, made where there is none; return the number of rows by table.

    The source stays as it is. Numbers of rows, times and ids stay the same, so the ledger's hashes do.

    Raises:
        UsageError: There is something at the target already.
        RecordError: The source's ledger is broken.
        DataError: What arrived is not what was sent; then nothing is kept of it.
    """
    wrong = source.broken()
    if wrong:
        raise RecordError(f"the record {source.where} is not sound: {wrong}", "see all that is wrong with: verbale verify")
    engine = opening.connect(target, create=True)
    try:
        with source.reading() as old, translated(target), opening.writing(engine, durable=True) as new:
            if new.execute(select(runs.c.id).limit(1)).first() is not None:
                raise UsageError(f"there is a record at {target} already", "name another place; nothing was changed")
            counts = {table.name: _copy(old, new, table) for table in metadata.sorted_tables}
            _compare(old, new)
    finally:
        engine.dispose()
    return counts


def _copy(old: Connection, new: Connection, table: Table) -> int:
    number, leading = 0, []
    with _rows(old, table) as found:
        for rows in found.mappings().partitions(_TOGETHER):
            given = [dict(row) for row in rows]
            number += len(given)
            if table is engagements:  # one may lead to another that comes later
                leading += [(row["id"], row["redirect"]) for row in given if row["redirect"]]
                given = [row | {"redirect": None} for row in given]
            insert_all(new, table, given)
    for name, target in leading:
        new.execute(table.update().where(table.c.id == name).values(redirect=target))
    if new.dialect.name == "postgresql" and "number" in table.c and table.c.number.autoincrement:
        _go_on_from(new, table)
    return number


def _go_on_from(new: Connection, table: Table) -> None:
    """Let the server give out numbers after those that came with their rows."""
    last = new.scalar(select(func.max(table.c.number)))
    if last:
        new.execute(text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), :last)"), {"last": last})


def _rows(connection: Connection, table: Table) -> Result[Any]:
    """The rows in the order of their keys."""
    chosen = select(table).order_by(*table.primary_key.columns)
    return connection.execution_options(yield_per=_TOGETHER).execute(chosen)


def _compare(old: Connection, new: Connection) -> None:
    for table in metadata.sorted_tables:
        with _rows(old, table) as sent, _rows(new, table) as arrived:
            for number, (there, here) in enumerate(zip_longest(sent, arrived), 1):
                if there is None or here is None or tuple(there) != tuple(here):
                    what = f"row {number} of {table.name} did not arrive as it was sent"
                    raise DataError(what, "nothing was kept; please report this")
    wrong = broken(new)
    if wrong:
        raise DataError(f"the ledger did not arrive whole: {wrong}", "nothing was kept; please report this")
