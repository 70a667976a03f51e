from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from verbale.record import Record

from ..record.making import draft, make_coded
from .conftest import Verbale

EVENT = make_coded(id="potzel").events[0].id


def test_a_whole_record_says_its_head_and_writes_it_to_the_anchor(verbale: Verbale, filled: Record, tmp_path: Path) -> None:
    filled.decide(draft("accept", EVENT))
    ran = verbale("verify", "--anchor", "heads.txt")
    assert (ran.code, ran.out) == (0, f"1 {filled.head().hash}\n")
    assert (tmp_path / "heads.txt").read_text() == ran.out
    assert json.loads(verbale("verify", "--json").out) == {"decisions": 1, "head": filled.head().hash, "wrong": []}


def test_what_was_altered_is_named(verbale: Verbale, filled: Record) -> None:
    filled.decide(draft("accept", EVENT))
    with sqlite3.connect(filled.where) as connection:
        connection.executescript("DROP TRIGGER decisions_UPDATE; UPDATE decisions SET by = 'boris'")
    ran = verbale("verify")
    assert ran.code == 1
    assert "decision 1 was altered: its by is not what its body says" in ran.out
    assert "verbale restore" in ran.err


def test_what_was_cut_off_is_missed_by_the_anchor(verbale: Verbale, filled: Record) -> None:
    for action in ("accept", "reject"):
        filled.decide(draft(action, EVENT))
    verbale("verify", "--anchor", "heads.txt")
    with sqlite3.connect(filled.where) as connection:
        connection.executescript("DROP TRIGGER decisions_DELETE; DELETE FROM attachments; DELETE FROM decisions WHERE number = 2")
    assert "decision 2 is missing" in verbale("verify", "--anchor", "heads.txt").out


def test_what_was_changed_beside_the_ledger_is_found_too(verbale: Verbale, filled: Record) -> None:
    filled.decide(draft("reject", EVENT))
    with sqlite3.connect(filled.where) as connection:
        connection.execute("UPDATE events SET verdict = NULL, review = NULL")
    ran = verbale("verify")
    assert ran.code == 1 and "its events are not what was decided of them" in ran.out
