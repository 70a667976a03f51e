"""Hashes as they are in use: argon2id, with the memory and the time that RFC 9106 recommends where memory is short."""

from __future__ import annotations

import re
import sys

import pytest

from verbale.errors import UsageError
from verbale.web.team import passwords

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher

    monkeypatch.setattr(passwords, "_hasher", PasswordHasher)


def test_a_hash_takes_memory_and_time(real: None) -> None:
    kept = passwords.hashed("five grey herons at noon", "anna")
    found = re.match(r"\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$", kept)
    assert found
    memory, rounds, lanes = map(int, found.groups())
    assert memory >= 65536
    assert rounds >= 3
    assert lanes >= 1
    assert passwords.matches("five grey herons at noon", kept)
    assert not passwords.matches("five grey herons at noom", kept)


def test_the_same_letters_written_otherwise_are_the_same_password() -> None:
    kept = passwords.hashed("cafe\u0301 and seven herons", "anna")
    assert passwords.matches("café and seven herons", kept)


def test_nobody_has_no_password() -> None:
    assert not passwords.matches("nobody has this password", None)


def test_a_hash_that_is_none_lets_nobody_in() -> None:
    assert not passwords.matches("anything at all", "plain text")


def test_without_the_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "argon2", None)
    passwords._hasher.cache_clear()
    with pytest.raises(UsageError, match="not installed") as caught:
        passwords.available()
    assert "verbale[team]" in caught.value.hint
