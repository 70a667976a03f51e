from __future__ import annotations

import itertools
import json
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from verbale.record import Head, Record, check
from verbale.record.decision import canonical
from verbale.record.ledger import GENESIS

from .behind import behind
from .making import draft

PAIRS = [("p.a", "p.b"), ("p.b", "p.c"), ("p.c", "p.d"), ("p.d", "p.e"), ("p.e", "p.f")]


@pytest.fixture
def filled(record: Record) -> Record:
    for a, b in PAIRS:
        record.decide(draft("same", a, b, kind="actor", why="one biography", sources=("https://example.org/é",), weight=0.75))
    return record


def tampered(record: Record, *statements: str) -> None:
    """What somebody does who has the store and takes the guards off first."""
    behind(record, *(each for statement in statements for each in statement.split(";") if each.strip()))


def test_every_row_holds_the_hash_of_the_row_before(filled: Record) -> None:
    taken = filled.decisions()
    assert [each.number for each in taken] == [1, 2, 3, 4, 5]
    assert taken[0].previous == GENESIS
    for before, after in itertools.pairwise(taken):
        assert after.previous == sha256(canonical(before).encode()).hexdigest()
    assert filled.head() == Head(5, sha256(canonical(taken[-1]).encode()).hexdigest())
    assert filled.broken() is None
    assert check(filled) == ()


def test_the_hash_can_be_computed_by_any_other_program(filled: Record) -> None:
    ((body, digest),) = behind(filled, "SELECT body, hash FROM decisions WHERE number = 3", guards=True)
    again = json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert sha256(again.encode()).hexdigest() == digest


def test_an_empty_ledger_is_whole(record: Record) -> None:
    assert record.head() == Head(0, GENESIS)
    assert record.broken([Head(0, GENESIS)]) is None


@pytest.mark.parametrize("statement", ["UPDATE decisions SET by = 'boris'", "DELETE FROM decisions"])
def test_rows_are_only_ever_added(filled: Record, statement: str) -> None:
    with pytest.raises(Exception, match="only ever added"):
        behind(filled, statement, guards=True)


SWAP = """
UPDATE decisions SET number = 90 WHERE number = 2; UPDATE decisions SET number = 2 WHERE number = 4;
UPDATE decisions SET number = 4 WHERE number = 90
"""


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE decisions SET body = replace(body, 'one biography', 'two') WHERE number = 3", "decision 3 was altered"),
        ("UPDATE decisions SET body = 'nothing' WHERE number = 3", "decision 3 was altered"),
        ("UPDATE decisions SET by = 'boris' WHERE number = 2", "decision 2 was altered: its by"),
        ("UPDATE decisions SET hash = 'of nothing' WHERE number = 1", "decision 1 was altered"),
        ("UPDATE decisions SET previous = 'of nothing' WHERE number = 4", "decision 4 was altered: its previous"),
        ("DELETE FROM decisions WHERE number = 1", "decision 1 is missing"),
        ("DELETE FROM decisions WHERE number = 3", "decision 3 is missing: decision 4"),
        ("DELETE FROM decisions WHERE number = 3; UPDATE decisions SET number = 3 WHERE number = 5", "decision 3 is missing: dec"),
        (SWAP, "decision 2 is out of order: decision 4 stands in its place"),
    ],
)
def test_the_first_wrong_row_is_named(filled: Record, statement: str, words: str) -> None:
    tampered(filled, statement)
    assert words in str(filled.broken())
    assert any(words in finding for finding in check(filled))


def test_a_row_that_was_forged_with_its_hash_breaks_the_next(filled: Record) -> None:
    forged = canonical(filled.decisions()[2]).replace("one biography", "a forgery")
    digest = sha256(forged.encode()).hexdigest()
    tampered(filled, f"UPDATE decisions SET body = '{forged}', hash = '{digest}' WHERE number = 3")
    assert filled.broken() == "decision 3 was altered: the next one was chained to another"


@pytest.mark.parametrize("cut", [1, 3, 5])
def test_rows_cut_off_the_end_are_missed_by_an_anchor_only(filled: Record, cut: int) -> None:
    anchor = filled.head()
    tampered(filled, f"DELETE FROM decisions WHERE number >= {cut}")
    assert filled.broken() is None
    assert str(filled.broken([anchor])).startswith(f"decision {cut} is missing: the ledger ends before it")


def test_a_ledger_that_was_written_anew_is_not_that_of_the_anchor(filled: Record) -> None:
    assert filled.broken([filled.head()]) is None
    assert "decision 2 is not the one that was anchored" in str(filled.broken([Head(2, "0" * 64), filled.head()]))


def test_any_flipped_bit_is_found(filled: Record, path: Path) -> None:
    bodies = sqlite3.connect(path).execute("SELECT number, body FROM decisions").fetchall()
    for number, body in bodies:
        for at in range(0, len(body), 37):
            letter = chr(ord(body[at]) ^ 1)
            quoted = (body[:at] + letter + body[at + 1 :]).replace("'", "''")
            with sqlite3.connect(path) as connection:
                connection.execute("DROP TRIGGER IF EXISTS decisions_UPDATE")
                connection.execute(f"UPDATE decisions SET body = '{quoted}' WHERE number = {number}")
            assert str(filled.broken()).startswith(f"decision {number} ")
            with sqlite3.connect(path) as connection:
                connection.execute("UPDATE decisions SET body = ? WHERE number = ?", (body, number))
    assert filled.broken() is None
