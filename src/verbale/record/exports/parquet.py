"""Events as Parquet, for pandas, R and polars: the columns of the CSV with types, several values as lists, zstd."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from verbale.errors import UsageError
from verbale.model import Event
from verbale.record.exports.codebook import WORDS
from verbale.record.exports.csv import COLUMNS, SEPARATOR

_BATCH = 5_000
_INTEGERS = frozenset({"count", "evidence_start", "evidence_end"})
_BOOLEANS = frozenset({"disclaimer", "complete", "in_case"})
_LISTS = frozenset(
    {"source_parties", "target_parties", "host_parties", "mediator_parties", "participants", "level", "publicised_by", "topics",
     "instruments", "tools", "needs", "evidence"}
)  # fmt: skip


def write(events: Iterable[Event], path: Path) -> int:
    """Write events to a file, a batch at a time; return how many.

    Raises:
        UsageError: The library that writes it is not installed.
    """
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow", 'install it: pip install "verbale[parquet]"') from error
    fields = [arrow.field(name, _type(arrow, name), metadata={"description": WORDS[name]}) for name in COLUMNS]
    schema = arrow.schema(fields)
    count = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for some in _batches(events):
            rows = [{name: _value(name, read(event)) for name, read in COLUMNS.items()} for event in some]
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
            count += len(rows)
    return count


def _batches(events: Iterable[Event]) -> Iterable[list[Event]]:
    some: list[Event] = []
    for event in events:
        some.append(event)
        if len(some) == _BATCH:
            yield some
            some = []
    if some:
        yield some


def _type(arrow: Any, name: str) -> Any:
    if name in _INTEGERS:
        return arrow.int64()
    if name in _BOOLEANS:
        return arrow.bool_()
    if name == "confidence":
        return arrow.float64()
    return arrow.list_(arrow.string()) if name in _LISTS else arrow.string()


def _value(name: str, value: object) -> object:
    if name in _LISTS:
        return str(value).split(SEPARATOR) if value else []
    return value
