"""The forms that are files of their own, each opened by another library than the one that wrote it, where there is one."""

from __future__ import annotations

import datetime
import json
import sqlite3
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from verbale.model import Event
from verbale.record.exports import FILES, file_writer
from verbale.record.exports.csv import COLUMNS
from verbale.record.exports.lists import WORDS as REVIEWED

from .making import HOSTILE, RTL, both, plain

XLSX, PARQUET, SQLITE = FILES


def written(name: str, folder: Path, events: list[Event]) -> Path:
    path = folder / f"events.{name}"
    assert file_writer(name)(events, path) == len(events)
    return path


def test_a_workbook_has_its_sheets_and_typed_cells(tmp_path: Path) -> None:
    book = CalamineWorkbook.from_path(written(XLSX, tmp_path, both()))
    assert book.sheet_names == ["Review", "Events", "Sources", "Codebook", "Lists", "About"]
    head, first, second = book.get_sheet_by_name("Events").to_python()
    row = dict(zip(head, first, strict=True))
    assert row["date"] == datetime.date(2023, 7, 12)
    assert row["confidence"] == 0.5
    assert dict(zip(head, second, strict=True))["publisher"] == f"@{RTL}"
    told = [row[0] for row in book.get_sheet_by_name("Codebook").to_python()]
    assert told == ["column", *REVIEWED, *COLUMNS]


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(XLSX, tmp_path, both())) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/")]
    assert any("HYPERLINK" in sheet for sheet in sheets)
    assert not any("<f>" in sheet or "<f " in sheet for sheet in sheets)


def test_parquet_has_types_lists_and_words(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = parquet.read_table(written(PARQUET, tmp_path, both()))
    assert table.column_names == list(COLUMNS)
    assert table.column("evidence").to_pylist()[1] == [HOSTILE, RTL]
    assert table.column("topics").to_pylist() == [["education"], []]
    assert table.schema.field("date").metadata[b"description"].startswith(b"when it was")


def test_sqlite_has_keys_text_and_its_description(tmp_path: Path) -> None:
    path = written(SQLITE, tmp_path, both())
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("SELECT count(*) FROM contacts").fetchone() == (2,)
        assert base.execute("SELECT rowid FROM events_fts WHERE events_fts MATCH 'Muttaqi'").fetchall() == [(1,)]
        assert base.execute("SELECT name FROM participants WHERE party = 'AFG-WOM'").fetchone() == (RTL,)
        columns = {row[1] for row in base.execute("PRAGMA table_info(events)")}
    described = json.loads(path.with_suffix(".metadata.json").read_text(encoding="utf-8"))
    assert set(described["databases"]["events"]["tables"]["events"]["columns"]) == columns


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_a_file_too(name: str, tmp_path: Path) -> None:
    assert written(name, tmp_path, []).stat().st_size > 0


@pytest.mark.parametrize("name", [SQLITE, XLSX])
def test_memory_does_not_grow_with_the_rows(name: str, tmp_path: Path) -> None:
    def many(n: int) -> Iterator[Event]:
        one = plain()
        return (msgspec.structs.replace(one, id=f"{i:08}") for i in range(n))

    def peak(n: int) -> int:
        tracemalloc.start()
        file_writer(name)(many(n), tmp_path / f"{n}.{name}")
        try:
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    assert peak(160) < peak(40) * 2
