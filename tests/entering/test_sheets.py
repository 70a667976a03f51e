from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import msgspec
import pytest
from openpyxl import Workbook

from verbale.entering.sheets import sheet
from verbale.errors import DataError, UnreadableError, UsageError
from verbale.settings import Settings

SETTINGS = Settings()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_in_any_common_form(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "t.csv"
    lines = [["Date", "Who", "City"], ["2023-07-12", "  Anna\u00a0 Berg ", '"Ka, bul"'], ["", "", ""], ["2023", "Boris", ""]]
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(delimiter.join(line) for line in lines).encode())
    found = sheet(path, SETTINGS)
    assert found.columns == ("Date", "Who", "City")
    assert [(row.number, row.cells) for row in found.rows] == [
        (2, {"Date": "2023-07-12", "Who": "Anna Berg", "City": "Ka, bul"}),
        (4, {"Date": "2023", "Who": "Boris", "City": ""}),
    ]


def test_a_workbook_shows_its_cells_as_words(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Other").append(["Nothing"])
    first = book.worksheets[0]
    first.title = "Meetings"
    first.append(["Date", "Who", "How many"])
    first.append([datetime.datetime(2023, 7, 12), "=1+1", 3.0])
    first.append([datetime.date(2023, 7, 13), None, 2.5])
    path = tmp_path / "t.xlsx"
    book.save(path)
    assert sheet(path, SETTINGS).rows[0].cells == {"Date": "2023-07-12", "Who": "", "How many": "3"}
    assert sheet(path, SETTINGS, "Meetings").rows[1].cells == {"Date": "2023-07-13", "Who": "", "How many": "2.5"}
    with pytest.raises(UsageError, match="no sheet named Minutes") as caught:
        sheet(path, SETTINGS, "Minutes")
    assert "Meetings" in caught.value.hint


def test_cells_beyond_the_last_name_are_not_lost(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\n1,2,3\n")
    assert sheet(tmp_path / "t.csv", SETTINGS).rows[0].cells == {"a": "1", "b": "2", "": "3"}


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("t.csv", b"", DataError),
        ("t.csv", b"a,a\n1,2\n", DataError),
        ("t.csv", b'a,b\n"1,2\n', DataError),
        ("t.csv", b"a,b\n\x00\x01\x02\x03,2\n", UnreadableError),
        ("t.xlsx", b"not a workbook", DataError),
        ("t.xlsx", b"PK\x03\x04 neither", DataError),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(tmp_path: Path, name: str, data: bytes, error: type[Exception]) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error) as caught:
        sheet(tmp_path / name, SETTINGS)
    assert caught.value.hint  # type: ignore[attr-defined]


def test_a_table_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        sheet(tmp_path / "none.csv", SETTINGS)
    (tmp_path / "t.csv").write_text("a,b\n" + "1,2\n" * 300_000)
    with pytest.raises(DataError, match="larger than 1 MB"):
        sheet(tmp_path / "t.csv", msgspec.structs.replace(SETTINGS, max_document_mb=1))


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (30 << 20))
    with pytest.raises(DataError, match="unpacks to"):
        sheet(tmp_path / "t.xlsx", msgspec.structs.replace(SETTINGS, max_document_mb=1))
