from __future__ import annotations

import gzip
import sqlite3
import threading
from pathlib import Path

import pytest

from verbale.errors import RecordError, Transient, UsageError
from verbale.record import Record, check, open_record
from verbale.record.copying import backup, restore

from ..stores import Fresh
from .making import draft, make_coded


@pytest.fixture(scope="module")
def fresh(in_files: Fresh) -> Fresh:
    """A server has tools of its own for backups."""
    return in_files


@pytest.fixture
def filled(record: Record) -> Record:
    run = record.begin_run("add")
    for number in range(5):
        coded = make_coded(f"Envoy {number} met minister {number} in Doha, and told nobody what about, nor for how long.")
        record.add_coded(coded, run)
        record.decide(draft("accept", coded.events[0].id))
    return record


def said(path: Path | str) -> tuple[object, ...]:
    with open_record(path, create=False) as record:
        return list(record.documents()), list(record.events()), record.decisions(), record.runs(), record.head(), check(record)


def test_a_backup_brought_back_is_the_record(filled: Record, tmp_path: Path) -> None:
    head = backup(filled, tmp_path / "copy.db")
    assert head == filled.head()
    restored = restore(tmp_path / "copy.db", str(tmp_path / "again.db"))
    assert (restored.head, restored.aside) == (head, None)
    assert said(tmp_path / "again.db") == said(filled.where)
    assert sorted(each.name for each in tmp_path.iterdir() if not each.name.endswith(("-wal", "-shm"))) == ["again.db", "copy.db"]
    with sqlite3.connect(tmp_path / "again.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_copy_made_while_the_record_is_written_to_is_of_one_moment(filled: Record, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with open_record(filled.where) as writer:
            run = writer.begin_run("add")
            number = 100
            while not stop.is_set():
                coded = make_coded(f"Envoy {number} met minister {number} in Doha, and told nobody what about, nor for how long.")
                writer.add_coded(coded, run)
                writer.decide(draft("accept", coded.events[0].id))
                number += 1

    writing = threading.Thread(target=write)
    writing.start()
    try:
        heads = [backup(filled, tmp_path / f"{n}.db") for n in range(5)]
    finally:
        stop.set()
        writing.join()
    assert filled.broken(heads) is None, "every copy is a beginning of the ledger"
    for n, head in enumerate(heads):
        *_, copied, wrong = said(tmp_path / f"{n}.db")
        assert (copied, wrong) == (head, ())


def test_nothing_is_overwritten(filled: Record, tmp_path: Path) -> None:
    backup(filled, tmp_path / "copy.db")
    with pytest.raises(UsageError, match="is there already"):
        backup(filled, tmp_path / "copy.db")
    with pytest.raises(UsageError, match="there is a record at"):
        restore(tmp_path / "copy.db", filled.where)
    with pytest.raises(UsageError, match="no backup at"):
        restore(tmp_path / "none.db", str(tmp_path / "x.db"))


def test_what_is_replaced_is_set_aside_whole(filled: Record, tmp_path: Path) -> None:
    backup(filled, tmp_path / "copy.db")
    filled.decide(draft("undo", "1"))
    before = said(filled.where)
    filled.close()
    first = restore(tmp_path / "copy.db", filled.where, replace=True)
    second = restore(tmp_path / "copy.db", filled.where, replace=True)
    assert first.aside and second.aside and first.aside != second.aside
    assert said(first.aside) == before
    assert said(filled.where)[2] == before[2][:5]  # type: ignore[index]


def test_a_record_in_use_is_not_replaced(filled: Record, tmp_path: Path) -> None:
    backup(filled, tmp_path / "copy.db")
    with sqlite3.connect(filled.where) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(Transient, match="in use"):
            restore(tmp_path / "copy.db", filled.where, replace=True)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DROP TRIGGER decisions_UPDATE; UPDATE decisions SET by = 'boris' WHERE number = 3", "decision 3 was altered"),
        ("DROP TRIGGER decisions_DELETE; PRAGMA foreign_keys=OFF; DELETE FROM decisions WHERE number = 2", "decision 2 is missing"),
        ("UPDATE events SET status = 'denied'", "has been changed"),
    ],
)
def test_a_backup_that_is_not_whole_changes_nothing(filled: Record, tmp_path: Path, statement: str, words: str) -> None:
    backup(filled, tmp_path / "copy.db")
    with sqlite3.connect(tmp_path / "copy.db") as connection:
        connection.executescript(statement)
    before = said(filled.where)
    with pytest.raises(RecordError, match=words):
        restore(tmp_path / "copy.db", filled.where, replace=True)
    assert said(filled.where) == before
    assert not [each for each in tmp_path.iterdir() if "part" in each.name or "before" in each.name]


def test_a_record_with_a_broken_ledger_is_not_backed_up(filled: Record, tmp_path: Path) -> None:
    with sqlite3.connect(filled.where) as connection:
        connection.executescript("DROP TRIGGER decisions_UPDATE; UPDATE decisions SET by = 'boris' WHERE number = 3")
    with pytest.raises(RecordError, match="decision 3"):
        backup(filled, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_record_is_not_restored(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"anything but a database, and long enough to be taken for one at first sight" * 20)
    with pytest.raises(RecordError):
        restore(tmp_path / "x", str(tmp_path / "y.db"))
    assert not (tmp_path / "y.db").exists()


def test_a_backup_of_an_older_schema_is_brought_up_to_date_and_stays_itself(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((Path(__file__).parent / "migrations" / "0001.db.gz").read_bytes()))
    kept = old.read_bytes()
    restore(old, str(tmp_path / "new.db"))
    assert len(said(tmp_path / "new.db")[1]) == 2  # type: ignore[arg-type]
    assert old.read_bytes() == kept


def test_only_files_are_copied(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(UsageError, match="not a file"):
        restore(tmp_path / "x", "postgresql+psycopg://host/name")
