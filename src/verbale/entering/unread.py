"""What was changed in a workbook and is not taken: cells of a row without a decision, cells and sheets that are not read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from verbale.entering.sheets import Row, sheet, shown
from verbale.errors import UsageError
from verbale.model import Event, SetAside
from verbale.record import Record
from verbale.record.exports.seen import seen
from verbale.record.exports.xlsx import EDITABLE, held, review_row, table_row
from verbale.settings import Settings

_FIXED = ("act", "parties", "words")
"""Columns of the sheet Review that tell of an event and are not read back."""
_TABLE = "Events"


def unread(path: Path, rows: Sequence[Row], record: Record, settings: Settings) -> Iterator[SetAside]:
    """Every row of which a change is not taken, with what to do about it.

    Rows that were made of an event as it no longer stands are passed over: what differs there need be nobody's change.

    Args:
        path: The workbook, or its review sheet as CSV.
        rows: The rows of the review sheet.
        record: What the workbook was made from.
        settings: The settings in force.
    """
    standing = {event.id: event for event in _standing(rows, record)}
    for row in rows:
        event = standing.get(row.cells.get("id", ""))
        if event is None:
            continue
        if fixed := _changed(row, review_row(event), _FIXED):
            yield _aside(f"{path}, row {row.number}", fixed, "not read back", "correct it with verbale decide, or on its page")
        if not row.cells.get("decision") and (edited := _changed(row, review_row(event), EDITABLE)):
            hint = "write correct into the column decision of that row"
            yield _aside(f"{path}, row {row.number}", edited, "changed without a decision, and not taken", hint)
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        yield from _table(path, standing, settings)


def _standing(rows: Iterable[Row], record: Record) -> Iterator[Event]:
    for row in rows:
        try:
            event = record.event(row.cells.get("id", ""))
        except UsageError:
            continue
        if seen(event) == row.cells.get("seen"):
            yield event


def _table(path: Path, standing: Mapping[str, Event], settings: Settings) -> Iterator[SetAside]:
    """The rows of the sheet Events that were changed; a workbook from which the sheet was taken has none."""
    try:
        rows = sheet(path, settings, _TABLE).rows
    except UsageError:
        return
    for row in rows:
        event = standing.get(row.cells.get("id", ""))
        cells = table_row(event) if event else {}
        if changed := _changed(row, cells, tuple(cells)):
            hint = "make the change in the sheet Review, with correct in its column decision"
            yield _aside(f"{path}, sheet {_TABLE}, row {row.number}", changed, "not read back from this sheet", hint)


def _changed(row: Row, cells: Mapping[str, Any], names: Iterable[str]) -> tuple[str, ...]:
    """The columns that say otherwise than what was written."""
    return tuple(name for name in names if name in row.cells and row.cells[name] != _written(cells[name]))


def _written(value: Any) -> str:
    return shown(held(value) if isinstance(value, str) else value)


def _aside(path: str, names: Sequence[str], why: str, hint: str) -> SetAside:
    return SetAside(path=path, reason="decision", message=f"{', '.join(names)}: {why}", hint=hint)
