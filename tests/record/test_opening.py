from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from verbale.errors import RecordError, Transient
from verbale.record import open_record, opening

from .making import make_coded


def _sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_record_is_made_with_a_log_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with open_record(path) as record:
        assert record.counts()["documents"] == 0
        with record.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    with open_record(path, create=False) as record:
        assert record.runs() == ()


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with open_record(tmp_path / "empty.db") as record:
        assert record.counts()["events"] == 0


def test_a_record_that_is_not_there_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record") as caught:
        open_record(tmp_path / "typo.db", create=False)
    assert "verbale init" in caught.value.hint
    assert not (tmp_path / "typo.db").exists()


def test_a_folder_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        open_record(tmp_path)
    with pytest.raises(RecordError, match="does not exist"):
        open_record(tmp_path / "no" / "x.db")


def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK\x03\x04 nothing here")
    with pytest.raises(RecordError, match="no SQLite file"):
        open_record(path)
    assert path.read_bytes() == b"PK\x03\x04 nothing here"


def test_a_foreign_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    _sql(path, "CREATE TABLE bookmarks (url)")
    before = path.read_bytes()
    with pytest.raises(RecordError, match="no record of Verbale"):
        open_record(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE meta SET version_num = '9999'", "newer Verbale"),
        ("UPDATE meta SET version_num = 'what'", "does not say its version"),
        ("DELETE FROM meta", "does not say its version"),
    ],
)
def test_a_record_of_another_time_is_refused(path: Path, statement: str, words: str) -> None:
    _sql(path, statement)
    with pytest.raises(RecordError, match=words) as caught:
        open_record(path)
    assert caught.value.hint


def test_a_record_that_another_writes_to_is_busy_not_broken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_BUSY_MS", 1)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with open_record(path) as record, pytest.raises(Transient, match="locked"):
        record.begin_run("add")
    other.close()


def test_readers_do_not_wait_for_a_writer(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with open_record(path) as record:
        assert record.counts()["runs"] == 0
    other.close()


def _add(path: Path, name: str) -> None:
    with open_record(path) as record:
        run = record.begin_run("add")
        for number in range(5):
            record.add_coded(make_coded(f"{name} met a minister, number {number}, and left."), run)


def test_several_may_make_and_fill_one_record_at_once(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(_add, [path] * 3, ["Anna", "Boris", "Chloe"]))
    with open_record(path) as record:
        assert record.counts()["documents"] == 15


def test_alembic_is_not_imported_before_it_is_needed() -> None:
    code = "import sys, verbale.record; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
