from __future__ import annotations

import sqlite3

import pytest

from verbale.record import Record, check

from ..stores import Fresh
from .making import make_coded


@pytest.fixture(scope="module")
def fresh(in_files: Fresh) -> Fresh:
    """What is done to the record here is said in words of its file."""
    return in_files


@pytest.fixture
def filled(record: Record) -> Record:
    record.add_coded(make_coded(), record.begin_run("add"))
    return record


def test_a_whole_record_has_no_findings(filled: Record) -> None:
    assert check(filled) == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE versions SET text = replace(text, 'Kabul', 'Herat')", "not what its hash says"),
        ("UPDATE versions SET publisher = 'somebody'", "has been changed"),
        ("UPDATE events SET body = replace(body, 'happened', 'denied')", "has been changed"),
        ("UPDATE events SET status = 'denied'", "has been changed"),
        ("UPDATE participants SET party = 'USA'", "has been changed"),
        ("UPDATE mentions SET value = 'food'", "has been changed"),
        ("DELETE FROM claims", "has been changed"),
        ("DELETE FROM events", "has been changed"),
        ("UPDATE documents SET sha256 = 'of nothing'", "not that of any version"),
        ("UPDATE documents SET url = 'https://example.org/other'", "not that of any version"),
        ("PRAGMA foreign_keys=OFF; DELETE FROM documents", "belongs to nothing"),
        ("INSERT INTO documents_fts(documents_fts) VALUES ('delete-all')", "full-text index"),
    ],
)
def test_a_change_behind_the_programs_back_is_found(filled: Record, statement: str, words: str) -> None:
    connection = sqlite3.connect(filled.where)
    connection.executescript(statement)
    connection.close()
    assert any(words in finding for finding in check(filled))
