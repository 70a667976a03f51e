"""Tables of documents: JSON Lines and CSV, one document a row. A bad row is named by its number and the others are read."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterator, Mapping

import msgspec

from verbale.errors import UnreadableError
from verbale.model import SetAside
from verbale.settings import Settings
from verbale.sources.decode import MARKS
from verbale.sources.document import Draft
from verbale.sources.lines import Line, lines
from verbale.sources.raw import Raw
from verbale.sources.reasons import set_aside, unreadable
from verbale.sources.sniff import binary

SUFFIXES = frozenset({"jsonl", "ndjson", "csv", "tsv"})
MAX_CELL = 1 << 28
DELIMITERS = ",;\t"
# A row's column, and its field in a draft.
COLUMNS = {name: name for name in ("text", "title", "url", "publisher", "published", "language")} | {"id": "given"}
_JSON = re.compile(rb"\s*\{")
_OBJECT_WITH_TEXT = re.compile(rb'\s*\{.*?"text"\s*:', re.S)


def bid(raw: Raw) -> float:
    """Sure where the first row has a text; by name where it is at least characters."""
    head = raw.head.removeprefix(MARKS[2][0])
    first = head.lstrip().split(b"\n", 1)[0]
    if _OBJECT_WITH_TEXT.match(first) or len(_known(first.decode("latin-1"))) > 1:
        return 0.9
    return 0.6 if raw.suffix in SUFFIXES and not binary(raw.head) else 0.0


def read(raw: Raw, settings: Settings) -> Iterator[Draft | SetAside]:
    """The rows' documents in order; ``part`` is the row's number, counted from 1 (in CSV the row of names is the first)."""
    rows = _json_rows if _JSON.match(raw.head.removeprefix(MARKS[2][0])) else _csv_rows
    with raw.open() as stream:
        for number, row in rows(lines(stream, settings)):
            try:
                yield _draft(row, number, "jsonl" if rows is _json_rows else "csv")
            except UnreadableError as error:
                yield set_aside(raw.name, error, number)


Row = Mapping[object, object] | UnreadableError


def _json_rows(source: Iterator[Line]) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(source, 1):
        if isinstance(line, UnreadableError):
            yield number, line
        elif line.strip():
            yield number, _object(line)


def _object(line: str) -> Row:
    try:
        row = msgspec.json.decode(line.encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError) as error:
        return unreadable("bad row", f"it is not valid JSON: {error}")
    return row if isinstance(row, dict) else unreadable("bad row", "it is not an object in braces")


def _csv_rows(source: Iterator[Line]) -> Iterator[tuple[int, Row]]:
    first = next(source, "")
    delimiter = _delimiter(first) if isinstance(first, str) else None
    if delimiter is None:
        raise unreadable("no text column")
    # The module's limit is for everybody: it is only ever raised. How long a text may be is checked later, for all formats.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CELL))
    errors: list[UnreadableError] = []
    table = csv.reader(_sound(itertools.chain([first], source), errors), delimiter=delimiter, strict=True)
    names = [_name(cell) for cell in next(table)]
    for number in itertools.count(2):
        row = _next(table, names)
        if row is None:
            return
        if errors:
            row = errors[0]
            errors.clear()
        if row != {}:
            yield number, row


def _sound(source: Iterator[Line], errors: list[UnreadableError]) -> Iterator[str]:
    """The lines for the CSV parser, which must go on after a bad one: what was wrong is left in ``errors``."""
    for line in source:
        if isinstance(line, UnreadableError):
            errors.append(line)
        yield "\n" if isinstance(line, UnreadableError) else line


def _next(table: Iterator[list[str]], names: list[str]) -> Row | None:
    try:
        cells = next(table, None)
    except csv.Error as error:
        return unreadable("bad row", f"it is not valid CSV: {error}")
    if cells is None:
        return None
    if len(cells) > len(names):
        return unreadable("bad row", f"it has {len(cells)} cells under {len(names)} names")
    return dict(zip(names, cells, strict=False))


def _known(first: str) -> set[str]:
    """The columns of ours that a CSV's first row names."""
    delimiter = _delimiter(first)
    return {_name(cell) for cell in first.split(delimiter)} & COLUMNS.keys() if delimiter else set()


def _delimiter(first: str) -> str | None:
    return next((d for d in DELIMITERS if "text" in map(_name, first.split(d))), None)


def _name(cell: str) -> str:
    return cell.strip().strip('"').lower()


def _draft(row: Row, number: int, kind: str) -> Draft:
    if isinstance(row, UnreadableError):
        raise row
    fields = {COLUMNS[name]: _words(name, value) for name, value in row.items() if isinstance(name, str) and name in COLUMNS}
    text = fields.pop("text", None)
    if text is None:
        raise unreadable("bad row", "it has no text")
    method = "given" if fields.get("published") else None
    return Draft(text=text, format=kind, part=number, published_method=method, **fields)


def _words(name: str, value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool) and name in ("id", "published"):
        return str(value)
    raise unreadable("bad row", f"its {name} is not text")
