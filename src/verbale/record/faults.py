"""What a database complains of, said as one of this program's own errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from sqlalchemy.exc import DataError as OutOfRange
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError

from verbale.errors import DataError, RecordError, Transient

_PASSING = {
    "locked": "another process is writing to it; try again when that has ended",
    "busy": "another process is writing to it; try again when that has ended",
    "lock timeout": "another process is writing to it; try again when that has ended",
    "full": "free some space on its disk, then try again",
    "readonly": "make the file and its folder writable, then try again",
    "unable to open": "make the file and its folder readable and writable, then try again",
    "connection": "see whether the database's server runs and lets you in, then try again",
    "deadlock": "another process is writing to it; try again when that has ended",
    "no space left": "free some space on its server's disk, then try again",
    "disk i/o error": "look after its disk, then try again",
}
DAMAGED = "bring back a backup, or set the file aside and make a new record with: verbale init"


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn the errors of the database ``where`` into this program's own.

    Raises:
        Transient: A lock, a full or read-only disk.
        DataError: What was to be kept breaks a rule of the record, or holds a number that is beyond it.
        RecordError: The record is damaged.
    """
    try:
        yield
    except IntegrityError as error:
        hint = "two events of one document may have the same id, or the run is unknown"
        raise DataError(f"{where} refuses this: {error.orig}", hint) from error
    except (OutOfRange, OverflowError) as error:
        words = error.orig if isinstance(error, OutOfRange) else error
        raise DataError(f"{where} refuses this: {words}", "a number in it is larger than any that a text can tell") from error
    except (SQLAlchemyError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _said(where, error) from error


def _said(where: str, error: Exception) -> RecordError | Transient:
    words = str(error.orig if isinstance(error, DBAPIError) else error)
    if isinstance(error, OperationalError):
        for sign, hint in _PASSING.items():
            if sign in words.lower():
                return Transient(f"the record {where} cannot be used now: {words}", hint)
    return RecordError(f"the record {where} is damaged: {words}", DAMAGED)
