"""Whose fault a death is: a document's that was in hand, alone, and not that of whoever ended the run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.engines.journal import DEATHS, Journal, excuse, journal_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return journal_of(tmp_path, 3)


def dead() -> int:
    """The number of a process that is no more."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def begun(path: Path) -> Journal:
    """A journal as somebody has it who has died since."""
    found = Journal(path)
    found._file.close()
    return found


def attempt(path: Path, process: int, *, host: str | None = None, excused: bool = False) -> None:
    """What somebody leaves who died with document 7 in hand."""
    with path.open("ab") as file:
        file.write(f"begin {process}@{host or socket.gethostname()}\n6\n-\n7\n".encode())
    if excused:
        excuse(path)


def test_a_document_in_hand_at_every_death_is_passed_over(path: Path) -> None:
    process = dead()
    for _ in range(DEATHS + 1):  # the first had many in hand
        assert not begun(path).deadly(7)
        path.write_bytes(path.read_bytes().rpartition(b"begin")[0])
        attempt(path, process)
    found = begun(path)
    assert found.deadly(7) and not found.deadly(6)


@pytest.mark.parametrize("how", ["alive", "excused"])
def test_who_still_works_or_was_ended_on_purpose_is_no_death(path: Path, how: str) -> None:
    for _ in range(2 * DEATHS):
        attempt(path, os.getpid() if how == "alive" else dead(), excused=how == "excused")
    assert not begun(path).deadly(7)


def test_a_death_on_another_machine_counts(path: Path) -> None:
    for _ in range(DEATHS + 1):
        attempt(path, os.getpid(), host="elsewhere.example")
    assert begun(path).deadly(7)


def test_what_is_done_has_no_journal_and_nothing_to_excuse(path: Path) -> None:
    Journal(path).end()
    excuse(path)
    assert not path.exists()
