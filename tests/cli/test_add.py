from __future__ import annotations

from pathlib import Path

from verbale.record import open_record

from .conftest import Verbale
from .test_read import PAGE


def test_the_example_of_the_help(verbale: Verbale, tmp_path: Path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "page.txt").write_text(PAGE, encoding="utf-8")
    ran = verbale("add", "pages/")
    assert ran.code == 0 and "1 documents read, 1 new or changed" in ran.err and "verbale brief" in ran.err
    with open_record(tmp_path / "verbale.db", create=False) as record:
        assert record.counts()["events"] >= 1 and [run.status for run in record.runs()] == ["done"]


def test_adding_twice_adds_nothing(verbale: Verbale, tmp_path: Path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    verbale("add", "page.txt", "--record", "own.db")
    assert "1 documents read, 0 new or changed" in verbale("add", "page.txt", "--record", "own.db").err


def test_what_cannot_be_read_is_kept_in_the_run(verbale: Verbale, tmp_path: Path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert verbale("add", "empty.txt").code == 1
    with open_record(tmp_path / "verbale.db", create=False) as record:
        (run,) = record.runs()
        assert run.status == "partial" and [e.reason for e in record.set_asides(run.id)] == ["empty"]
