"""Tables as people keep them: CSV and XLSX, one row after the other, each cell as the words that it shows."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from verbale.errors import DataError, UsageError
from verbale.settings import Settings
from verbale.sources.decode import decode

_DELIMITERS = ",;\t|"
_MB = 1 << 20
_SWELL = 20
"""How many times its size a workbook may be when it is unpacked: more is a bomb, not a table."""


class Row(NamedTuple):
    """A row: its number in the file, counted from 1 with the row of names, and its cells by column."""

    number: int
    cells: dict[str, str]


class Sheet(NamedTuple):
    """A table: its columns in their order, and its rows; empty rows are left out."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def sheet(path: Path, settings: Settings, name: str | None = None) -> Sheet:
    """The table in a file.

    Args:
        path: A CSV or XLSX file.
        settings: How large it may be.
        name: Of a workbook, the sheet; the first otherwise.

    Raises:
        UsageError: There is no such file or sheet, or it is of another kind.
        DataError: It is too large, damaged, or has no row of names.
    """
    if not path.is_file():
        raise UsageError(f"there is no table at {path}", "check the spelling")
    if path.stat().st_size > settings.max_document_mb * _MB:
        raise DataError(
            f"{path} is larger than {settings.max_document_mb} MB", "split it, or raise max_document_mb in verbale.toml"
        )
    lines = _workbook(path, settings, name) if path.suffix.lower() in (".xlsx", ".xlsm") else _plain(path)
    return _named(path, lines)


def _named(path: Path, lines: Iterable[list[str]]) -> Sheet:
    numbered = [(number, cells) for number, cells in enumerate(lines, 1) if any(cells)]
    if not numbered:
        raise DataError(f"{path} is empty", "check that it was saved in full")
    columns = tuple(each for each in numbered[0][1] if each)
    if len(set(columns)) != len(columns):
        twice = next(each for each in columns if columns.count(each) > 1)
        raise DataError(f"{path} has two columns named {twice}", "name every column differently in the first row")
    rows = (Row(number, _cells(numbered[0][1], cells)) for number, cells in numbered[1:])
    return Sheet(columns, tuple(rows))


def _cells(names: list[str], cells: list[str]) -> dict[str, str]:
    """The cells by their names; what stands beyond the last name is kept under no name, so that it can be complained of."""
    beyond = " ".join(filter(None, cells[len(names) :]))
    return {name: cell for name, cell in zip(names, cells, strict=False) if name} | ({"": beyond} if beyond else {})


def _plain(path: Path) -> Iterator[list[str]]:
    text = decode(path.read_bytes())
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield [_line(cell) for cell in line]
    except csv.Error as error:
        raise DataError(f"{path} is not valid CSV: {error}", "save it again as CSV, UTF-8") from error


def _workbook(path: Path, settings: Settings, name: str | None) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    _check_size(path, settings)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        if name and name not in book.sheetnames:
            raise UsageError(f"{path} has no sheet named {name}", f"it has: {', '.join(book.sheetnames)}")
        for line in (book[name] if name else book.worksheets[0]).iter_rows(values_only=True):
            yield [shown(value) for value in line]
    except (KeyError, ValueError, TypeError, OSError, SyntaxError) as error:  # openpyxl's own ways of saying "damaged"
        raise DataError(f"{path} cannot be read: {error}", "open it in a spreadsheet and save it as CSV") from error


def _check_size(path: Path, settings: Settings) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except zipfile.BadZipFile as error:
        raise DataError(f"{path} is no workbook: {error}", "open it in a spreadsheet and save it as CSV") from error
    if size > settings.max_document_mb * _MB * _SWELL:
        raise DataError(f"{path} unpacks to {size // _MB} MB", "save the sheet by itself as CSV")


def shown(value: Any) -> str:
    """A cell's value as the words that it shows."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _line(str(value))


def _line(cell: str) -> str:
    return " ".join(cell.split())
