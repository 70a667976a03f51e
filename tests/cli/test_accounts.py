from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from verbale.record import Record

from .conftest import Verbale

pytest.importorskip("argon2")
WORDS = "five grey herons at noon"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\n" * 2))


def test_an_account_is_made_listed_changed_and_removed(verbale: Verbale, typed: None, tmp_path: Path) -> None:
    assert "no accounts" in verbale("accounts", "list").err
    assert verbale("accounts", "add", "Anna", "--role", "admin", "--stdin").code == 0
    assert verbale("accounts", "add", "Ben", "--role", "viewer", "--stdin").code == 0
    assert verbale("accounts", "role", "ben", "--role", "coder").code == 0
    assert [line.split()[:2] for line in verbale("accounts", "list").out.splitlines()] == [["Anna", "admin"], ["Ben", "coder"]]
    assert verbale("accounts", "remove", "Anna").code == 2
    assert verbale("accounts", "remove", "Ben").code == 0
    (kept,) = json.loads((tmp_path / "accounts.json").read_text(encoding="utf-8"))
    assert kept["name"] == "Anna"
    assert WORDS not in json.dumps(kept)


def test_a_password_is_asked_for_twice_and_not_shown(verbale: Verbale, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def hidden(prompt: str = "", **_: object) -> str:
        asked.append(prompt)
        return WORDS

    monkeypatch.setattr("getpass.getpass", hidden)
    monkeypatch.setattr("typer._click.termui.hidden_prompt_func", hidden, raising=False)
    ran = verbale("accounts", "add", "anna", "--role", "admin")
    assert ran.code == 0, ran.err
    assert len(asked) == 2
    assert WORDS not in ran.out + ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add",), "needs the name"),
        (("add", "anna"), "which role?"),
        (("role", "anna"), "which role?"),
        (("role", "anna", "--role", "coder"), "no account anna"),
        (("add", "anna", "--role", "coder", "--stdin"), "nobody would be left"),
    ],
)
def test_what_cannot_be_done_is_said(verbale: Verbale, typed: None, words: tuple[str, ...], told: str) -> None:
    ran = verbale("accounts", *words)
    assert ran.code == 2
    assert told in ran.err


def test_where_the_file_is_can_be_set(verbale: Verbale, typed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBALE_ACCOUNTS", str(tmp_path / "team.json"))
    verbale("accounts", "add", "anna", "--role", "admin", "--stdin")
    assert (tmp_path / "team.json").exists()


def test_with_accounts_others_are_let_in_once_it_is_known_how_they_open_it(
    verbale: Verbale, filled: Record, typed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    verbale("accounts", "add", "anna", "--role", "admin", "--stdin")
    ran = verbale("serve", "--host", "0.0.0.0")
    assert ran.code == 2
    assert "nobody knows under which address" in ran.err
    ran = verbale("serve", "--host", "0.0.0.0", "--address", "nonsense")
    assert ran.code == 2
    assert "no address of a server" in ran.err


def test_an_address_for_others_needs_accounts_wherever_it_listens(verbale: Verbale, filled: Record) -> None:
    ran = verbale("serve", "--address", "https://observatory.example")
    assert ran.code == 2
    assert "would let others in" in ran.err
    assert "verbale accounts add" in ran.err
