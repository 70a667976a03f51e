"""Passwords: kept as argon2id hashes, and compared in the same time whether there is such an account or not."""

from __future__ import annotations

import functools
import importlib
import threading
import unicodedata
from typing import Any

from verbale.errors import UsageError

LEAST, LONGEST = 12, 1024
"""Characters of a password; there are no other rules, which lead to worse ones."""

_HINT = "take several words that have nothing to do with each other"

_AT_ONCE = threading.Semaphore(2)
"""Each hash takes 64 MB: more at once would let strangers fill the memory."""


def hashed(password: str, name: str) -> str:
    """The hash of a new password.

    Raises:
        UsageError: It is too short or too easily guessed, or the library is missing.
    """
    plain = _plain(password)
    if not LEAST <= len(plain) <= LONGEST:
        raise UsageError(f"a password has {LEAST} characters at least", _HINT)
    if len(set(plain)) < LEAST // 3 or plain.casefold().strip("0123456789!.") == name.casefold():
        raise UsageError("that password is guessed easily", _HINT)
    with _AT_ONCE:
        return str(_hasher().hash(plain))


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is that of a hash; ``None`` stands for an account that is not there, and takes as long."""
    errors = importlib.import_module("argon2.exceptions")
    plain = _plain(password)[: LONGEST + 1]
    try:
        with _AT_ONCE:
            found = bool(_hasher().verify(kept or _nobody(), plain))
    except (errors.VerificationError, errors.InvalidHashError):
        return False
    return found and kept is not None


def available() -> None:
    """Refuse to go on where the library is missing.

    Raises:
        UsageError: It is.
    """
    _hasher()


def _plain(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


@functools.cache
def _hasher() -> Any:
    try:
        return importlib.import_module("argon2").PasswordHasher()
    except ImportError as error:
        raise UsageError("accounts need a library that is not installed", "install it with: pip install 'verbale[team]'") from error


@functools.cache
def _nobody() -> str:
    return str(_hasher().hash("nobody has this password"))
