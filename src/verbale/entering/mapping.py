"""The map of a table: which column says what, what holds for every row, and what its words stand for (``map.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from verbale.errors import UsageError
from verbale.model import Event

ROLES = ("source", "target", "host", "mediator")
SOURCES = ("document", "words", "url", "publisher", "published", "title")
FIELDS = (
    "key", "type", "mode", "date", "place", "country",
    *ROLES, *(f"{role}_party" for role in ROLES), *SOURCES,
    "status", "topics", "tools", "needs", "channel", "format", "visibility", "venue", "women_present", "disclaimer", "count",
)  # fmt: skip
"""What a column, or a fixed value, can say: of an event, of its source, and the row's own key."""


class About(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose table it is, and what it rests on. ``dates`` says how 05/04/2023 is meant; ``separator`` parts names in one cell."""

    name: str
    coder: str
    basis: str
    sheet: str | None = None
    dates: Literal["unclear", "day-first", "month-first"] = "unclear"
    separator: str = ";"


class Map(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole map. ``values`` has, by field, what a cell's words stand for: ``values.source_party`` maps "Türkiye" to TUR."""

    table: About
    columns: dict[str, str] = {}
    fixed: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}

    def said(self, cells: Mapping[str, str]) -> dict[str, str]:
        """What a row says, by field; a cell that is empty says what is fixed, or nothing."""
        own = {field: cells.get(column, "") for field, column in self.columns.items()}
        return self.fixed | {field: words for field, words in own.items() if words}

    def meant(self, field: str, words: str) -> str:
        """What a cell's words stand for, by the map; the words themselves where it does not tell."""
        return self.values.get(field, {}).get(words, words)


def load_map(path: Path, columns: tuple[str, ...]) -> Map:
    """The map in a file, checked against the columns of its table.

    Raises:
        UsageError: It cannot be read, or it names a field or a column that there is not, or says of nobody who acted.
    """
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Map)
    except OSError as error:
        raise UsageError(f"there is no map at {path}", "write one: docs/guides/own-table.md shows how") from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise UsageError(f"the map {path} cannot be read: {error}", "docs/guides/own-table.md shows a whole one") from error
    for field in (*found.columns, *found.fixed, *found.values):
        if field not in FIELDS:
            raise UsageError(f"the map {path} names a field {field} that there is not", f"take one of: {', '.join(FIELDS)}")
    for field, column in found.columns.items():
        if column not in columns:
            raise UsageError(f"the table has no column {column} for {field}", f"it has: {', '.join(columns)}")
    _check_enough(path, found)
    return found


def _check_enough(path: Path, found: Map) -> None:
    told = {*found.columns, *found.fixed}
    if not {"source", "source_party"} & told:
        raise UsageError(f"the map {path} does not say who acted", "map source, or source_party, to a column")
    if "type" not in told:
        raise UsageError(f"the map {path} does not say what is counted", 'write under [fixed]: type = "CONSULT", mode = "meet"')
    if not all(each.strip() for each in (found.table.name, found.table.coder, found.table.basis)):
        raise UsageError(f"the map {path} leaves name, coder or basis empty", "say whose table it is and what its rows rest on")


def facets(said: Mapping[str, str]) -> dict[str, Any]:
    """The fields of an event that are neither who, when, where nor which type."""
    return {name: words for name, words in said.items() if name in Event.__struct_fields__ and name not in _OWN}


_OWN = {"type", "mode", "date", "place", "document"}
