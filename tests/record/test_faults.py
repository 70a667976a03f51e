from __future__ import annotations

import sqlite3

import msgspec
import pytest
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.exc import DataError as OutOfRange

from verbale.errors import DataError, RecordError, Transient
from verbale.record.faults import translated


def _driver(kind: type[DatabaseError], words: str) -> DatabaseError:
    return kind("SELECT 1", {}, sqlite3.OperationalError(words))


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (_driver(OperationalError, "database is locked"), Transient),
        (_driver(OperationalError, "database or disk is full"), Transient),
        (_driver(OperationalError, "attempt to write a readonly database"), Transient),
        (_driver(OperationalError, "unable to open database file"), Transient),
        (_driver(OperationalError, "no such column: x"), RecordError),
        (_driver(DatabaseError, "database disk image is malformed"), RecordError),
        (_driver(IntegrityError, "UNIQUE constraint failed"), DataError),
        (_driver(OutOfRange, "integer out of range"), DataError),
        (OverflowError("Python int too large to convert to SQLite INTEGER"), DataError),
        (msgspec.ValidationError("not an event"), RecordError),
    ],
)
def test_the_databases_words_become_our_own(error: Exception, expected: type[Exception]) -> None:
    with pytest.raises(expected) as caught, translated("x.db"):
        raise error
    assert type(caught.value) is expected
    assert "x.db" in caught.value.message
    assert caught.value.hint


def test_other_errors_pass() -> None:
    with pytest.raises(KeyError), translated("x.db"):
        raise KeyError("mine")
