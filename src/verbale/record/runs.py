"""Runs: one row for each call of a verb that reads or codes, with what it took in and what came out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from sqlalchemy import RowMapping

from verbale.record.reading import parsed
from verbale.record.rows import Row, text

Ending = Literal["done", "partial", "failed", "interrupted"]


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One call of a verb. Times are ISO, in UTC; ``ended`` is ``None`` while it goes on, or where it was killed.

    ``counts`` names its units (documents, events, set aside, ...); ``status`` is ``running`` or how it ended.
    """

    id: str
    verb: str
    started: str
    ended: str | None = None
    case: str | None = None
    case_version: str | None = None
    coder: str | None = None
    settings: dict[str, Any] = {}
    inputs: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    status: Literal["running", "done", "partial", "failed", "interrupted"] = "running"


def to_row(run: Run) -> Row:
    """The row of a run."""
    row: Row = msgspec.structs.asdict(run)
    return row | {name: text(row[name]) for name in ("settings", "inputs", "counts")}


def from_row(row: RowMapping) -> Run:
    """The run of a row."""
    values = {name: row[name] for name in Run.__struct_fields__}
    read = {name: parsed(values[name]) for name in ("settings", "inputs", "counts")}
    return msgspec.convert(values | read, Run)


def ended(at: str, status: Ending, counts: Mapping[str, int]) -> Row:
    """The columns that change when a run ends."""
    return {"ended": at, "status": status, "counts": text(dict(counts))}
