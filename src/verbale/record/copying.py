"""Backing a record up while it is written to, and bringing a backup back; nothing that is there is ever overwritten."""

from __future__ import annotations

import itertools
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.engine import make_url

from verbale.errors import RecordError, Transient, UsageError
from verbale.record.check import check
from verbale.record.faults import DAMAGED
from verbale.record.ledger import Head
from verbale.record.store import Record, open_record

_SIDES = ("", "-wal", "-shm")


class Restored(NamedTuple):
    """A record that was brought back: where it is, its ledger's end, and where what was there before went, if anything was."""

    path: Path
    head: Head
    aside: Path | None


def backup(record: Record, target: Path) -> Head:
    """Copy a record as it is at one moment, whoever writes to it meanwhile, and check the copy's ledger.

    Args:
        record: What to copy.
        target: A file that is not there yet. It appears only once it is whole and on the disk.

    Returns:
        The end of the copy's ledger.

    Raises:
        UsageError: The target is there, or the record is no SQLite file.
        RecordError: The copy's ledger is broken.
        Transient: The target cannot be written.
    """
    _free(target)
    part = _part(target)
    try:
        _copy(_file(record.where), part)
        with open_record(part, create=False) as copied:
            broken, end = copied.broken(), copied.head()
        if broken:
            raise RecordError(f"the record {record.where} is not sound: {broken}", "see all that is wrong with: verbale verify")
        _settle(part, target)
    finally:
        _remove(part)
    return end


def restore(source: Path, where: str, *, replace: bool = False) -> Restored:
    """Check a backup, its ledger first, and make it the record at ``where``.

    Args:
        source: The backup. It stays as it is, also where its schema is an older one.
        where: The record's file.
        replace: Whether a record that is there may be set aside; it is renamed, never removed.

    Raises:
        UsageError: There is a record, and it may not be set aside; or there is no backup.
        RecordError: The backup is no record, or not whole.
        Transient: The record is in use, or its folder cannot be written.
    """
    target = _file(where)
    if not source.is_file():
        raise UsageError(f"there is no backup at {source}", "make one with: verbale backup FILE")
    if target.exists() and not replace:
        raise UsageError(f"there is a record at {target} already", "name another with --record, or set it aside with --replace")
    part = _part(target)
    try:
        _copy(source, part)
        with open_record(part, create=False) as copied:
            broken, end = copied.broken(), copied.head()
            wrong = (broken,) if broken else check(copied)
        if wrong:
            raise RecordError(f"the backup {source} is not sound: {wrong[0]}", "bring back an earlier one; nothing was changed")
        aside = _set_aside(target) if target.exists() else None
        _settle(part, target)
    finally:
        _remove(part)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    return Restored(target, end, aside)


def _file(where: str) -> Path:
    """The file of a record."""
    if "://" not in where:
        return Path(where)
    url = make_url(where)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise UsageError(f"{where} is not a file", "use the database's own tools: pg_dump and pg_restore")
    return Path(url.database)


def _free(target: Path) -> None:
    if target.exists():
        raise UsageError(f"{target} is there already, and no backup overwrites anything", "name another file")


def _part(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def _copy(source: Path, target: Path) -> None:
    """SQLite's own copying, which sees one moment of a database and lets its writers go on."""
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.execute("PRAGMA query_only=ON")
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it that could be left behind
    except sqlite3.OperationalError as error:
        raise Transient(
            f"{source} cannot be copied to {target}: {error}", "look after the disk and its rights, then try again"
        ) from error
    except sqlite3.DatabaseError as error:
        raise RecordError(f"{source} is not a record, or damaged: {error}", DAMAGED) from error


def _settle(part: Path, target: Path) -> None:
    """Put a finished file in its place, on the disk before it has its name."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
        os.fsync(folder)
        os.close(folder)


def _set_aside(target: Path) -> Path:
    """Rename what is there, with what SQLite keeps beside it; refuse while somebody writes."""
    with closing(sqlite3.connect(target, timeout=1)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise Transient(f"the record {target} is in use: {error}", "end what uses it, then try again") from error
        except sqlite3.DatabaseError:
            pass  # damaged: which may be why a backup is brought back
    names = (target.with_name(f"{target.name}.before-{n}") for n in itertools.count(1))
    aside = next(name for name in names if not name.exists())
    for side in _SIDES:
        if (here := target.with_name(target.name + side)).exists():
            here.rename(aside.with_name(aside.name + side))
    return aside


def _remove(part: Path) -> None:
    for side in (*_SIDES, "-journal"):
        part.with_name(part.name + side).unlink(missing_ok=True)
