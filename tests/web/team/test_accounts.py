"""The file of the accounts: whole at any moment, for its owner alone, and without a single password."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from verbale.errors import DataError, UsageError
from verbale.web.team.accounts import Accounts
from verbale.web.team.passwords import matches

from ..conftest import PASSWORD


def test_no_password_is_in_the_file_which_only_its_owner_reads(accounts: Accounts) -> None:
    words = accounts.path.read_text(encoding="utf-8")
    assert PASSWORD not in words
    assert stat.S_IMODE(accounts.path.stat().st_mode) == 0o600
    hashes = [each["password"] for each in json.loads(words)]
    assert all(each.startswith("$argon2id$") for each in hashes)
    assert len(set(hashes)) == len(hashes), "each has a salt of its own"
    assert list(accounts.path.parent.glob(".*part")) == []


def test_a_name_is_one_account_whatever_its_case_and_form(accounts: Accounts) -> None:
    accounts.add("Zoë  Q", "coder", PASSWORD)
    assert accounts.get("zoe\u0308 q") == accounts.get("ZOË Q") != None  # noqa: E711
    for name in ("zoë q", "CODER"):
        with pytest.raises(UsageError, match="already"):
            accounts.add(name, "viewer", PASSWORD)


@pytest.mark.parametrize("name", ["", " ", "a\0b", "a" * 41, "<b>", "a/b", "-a"])
def test_what_is_no_name_is_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(UsageError):
        accounts.add(name, "viewer", PASSWORD)


@pytest.mark.parametrize("password", ["short", "a" * 20, "abababababab", "", "x" * 2000])
def test_a_password_that_is_guessed_easily_is_refused(accounts: Accounts, password: str) -> None:
    with pytest.raises(UsageError):
        accounts.add("eve", "viewer", password)
    assert accounts.get("eve") is None


def test_a_password_that_is_the_name_is_refused(accounts: Accounts) -> None:
    with pytest.raises(UsageError, match="guessed"):
        accounts.add("Constantinople", "viewer", "constantinople1")


def test_somebody_is_left_to_manage_them(accounts: Accounts, tmp_path: Path) -> None:
    for change in (lambda: accounts.remove("admin"), lambda: accounts.set_role("admin", "coder")):
        with pytest.raises(UsageError, match="nobody would be left"):
            change()
    with pytest.raises(UsageError, match="nobody would be left"):
        Accounts(tmp_path / "none.json").add("anna", "coder", PASSWORD)
    accounts.set_role("coder", "admin")
    accounts.remove("admin")
    assert accounts.get("admin") is None


def test_another_password_opens_and_the_old_one_no_longer(accounts: Accounts) -> None:
    before = accounts.get("coder")
    accounts.set_password("coder", "seven blue kettles")
    after = accounts.get("coder")
    assert after is not None and before is not None
    assert matches("seven blue kettles", after.password)
    assert not matches(PASSWORD, after.password)
    assert before.changed < after.changed


def test_a_file_that_others_may_change_is_not_trusted(accounts: Accounts) -> None:
    accounts.path.chmod(0o666)
    with pytest.raises(UsageError, match="chmod 600"):
        accounts.all()


@pytest.mark.parametrize("words", ["", "{}", '[{"name": "eve"}]', '[{"name": "e", "role": "root", "password": "", "changed": ""}]'])
def test_a_file_of_something_else_lets_nobody_in(accounts: Accounts, words: str) -> None:
    accounts.path.write_text(words, encoding="utf-8")
    with pytest.raises(DataError):
        accounts.get("eve")


def test_an_unknown_account_is_named(accounts: Accounts) -> None:
    with pytest.raises(UsageError, match="no account eve"):
        accounts.remove("eve")
