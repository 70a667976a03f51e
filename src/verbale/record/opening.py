"""Opening a record: is it there, is it ours, is it of our time; then the connection on which everything else runs."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.engine.interfaces import DBAPICursor

from verbale.errors import RecordError
from verbale.record.faults import DAMAGED, translated
from verbale.record.migrations import upgrade
from verbale.record.tables import SCHEMA, meta

_BUSY_MS = 10_000
_PAUSE_MS = 50
_CACHE_KB = 32_000
"""What SQLite may keep of a file: enough that a large record's indexes are not read again, and written out, for each document."""
_HEADER = b"SQLite format 3\0"
_WRITER = int.from_bytes(b"verbale")
"""The number of the lock that whoever writes to a record on a server holds; each database has its own of that number."""


def connect(where: str, *, create: bool) -> Engine:
    """An engine on the record at ``where``, which is made or brought up to date first.

    Args:
        where: A file, or a database address such as ``postgresql+psycopg://host/name``.
        create: Make the record where there is none.

    Raises:
        RecordError: It is missing, foreign, newer than this program, or damaged.
        Transient: It is locked, or its disk is full or cannot be written.
    """
    if "://" not in where:
        _check_file(Path(where), create=create)
        where = f"sqlite:///{where}"
    engine = create_engine(where)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    else:
        # whoever reads sees one state of the record, however many questions are asked of it
        engine.update_execution_options(isolation_level="REPEATABLE READ")
        event.listen(engine, "begin", _begin_on_server)
    try:
        with translated(where):
            _bring_up(engine, where)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine, *, durable: bool = False) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept, or nothing; if ``durable``, it is on the disk when it ends."""
    with engine.connect().execution_options(writes=True, durable=durable) as connection, connection.begin():
        yield connection


def _check_file(path: Path, *, create: bool) -> None:
    """Refuse what cannot be a record before anything touches it."""
    if path.is_dir():
        raise RecordError(f"{path} is a folder, not a record", f"name a file in it, such as {path / 'verbale.db'}")
    if not path.exists():
        if not create:
            raise RecordError(f"there is no record at {path}", "make one with: verbale init")
        if not path.parent.is_dir():
            raise RecordError(f"the folder {path.parent} for the record does not exist", f"make it first: mkdir -p {path.parent}")
        return
    with path.open("rb") as file:
        start = file.read(len(_HEADER))
    if start and start != _HEADER:
        raise RecordError(f"{path} is not a record: it is no SQLite file, or its first bytes are damaged", DAMAGED)


def _bring_up(engine: Engine, where: str) -> None:
    """Make or upgrade the schema, in one transaction."""
    with engine.connect() as connection:
        found = _schema(connection, where)
    if found == SCHEMA:
        return
    with writing(engine) as connection:
        upgrade(connection)
    if engine.dialect.name == "sqlite":
        _use_log(engine)


def _schema(connection: Connection, where: str) -> str | None:
    """The schema's version; ``None`` for an empty database."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if not {"meta", "documents", "versions", "runs"} <= set(names):
        raise RecordError(f"{where} is a database, but no record of Verbale", "name another file; this one is left as it is")
    found = connection.execute(select(meta.c.version_num)).scalar()
    if not isinstance(found, str) or not found.isdigit():
        raise RecordError(f"the record {where} does not say its version", DAMAGED)
    if found > SCHEMA:
        raise RecordError(f"the record {where} was written by a newer Verbale (schema {found}, known here up to {SCHEMA})",
                          "upgrade with: pip install --upgrade verbale")  # fmt: skip
    return found


def _use_log(engine: Engine) -> None:
    """Write ahead into a log, so that readers never wait for a writer. The file remembers it."""
    with closing(engine.raw_connection()) as raw:
        patience = _BUSY_MS
        while not _switched(raw.cursor()) and patience > 0:
            time.sleep(_PAUSE_MS / 1000)
            patience -= _PAUSE_MS


def _switched(cursor: DBAPICursor) -> bool:
    """Try to turn the log on: SQLite does not wait here by itself where another process is opening the same new record."""
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError:
        return False
    return True


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    # the driver must not open transactions by itself: it would begin them late and without a write lock
    connection.isolation_level = None
    for pragma in (f"busy_timeout={_BUSY_MS}", "foreign_keys=ON", f"cache_size=-{_CACHE_KB}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # a writer takes its lock at once: two that upgrade from reading would fail instead of waiting for each other
    options = connection.get_execution_options()
    writes = options.get("writes")
    # what was coded can be coded again after a power cut; what a person decided cannot be decided again
    connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if options.get('durable') else 'NORMAL'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_on_server(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("writes"):
        return
    # One writer at a time, as in a file: each reads what is there before it writes, so two at once would undo, or refuse, each
    # other's rows. Whoever waited has to see what the other one wrote, and does not in a snapshot of the time before.
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_BUSY_MS}")
    if options.get("durable"):
        connection.exec_driver_sql("SET LOCAL synchronous_commit = on")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")
