"""One row of a table kept by hand: the document that it is, or cites, and the decision that adds its event."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import NamedTuple, cast

from verbale.catalogue.world import World
from verbale.entering.by_hand import Entry, Who, made
from verbale.entering.dates import DateError, date_of
from verbale.entering.fields import plain
from verbale.entering.mapping import ROLES, Map, facets
from verbale.entering.sheets import Row
from verbale.entering.words import nearest, spans
from verbale.errors import UnreadableError, UsageError
from verbale.model import Document, Event, Role, Span
from verbale.record import Record
from verbale.sources.address import canonical

REASONS: dict[str, tuple[str, str]] = {
    "bad row": ("it has more cells than columns: {detail}", "mend that row; the other rows entered"),
    "bad date": ("{detail}", "write it as 2023-07-12, 12 July 2023, July 2023 or 2023"),
    "nobody": ("it names nobody who acted", "fill its source in, or fix one for all rows in the map"),
    "unknown party": ("{detail}", "map the words to a code under [values.source_party] or [values.target_party]"),
    "bad value": ("{detail}", "mend the cell, or map its words under [values]"),
}
"""Why a row is set aside, by its stable code: what is said of it, and what to do."""


class Entered(NamedTuple):
    """A row that can enter: what it says by field, the document, the event, and on what the event rests.

    ``basis`` is ``document`` (the words stand in a document of the record), ``quotation`` (the row quotes its source) or ``row``
    (there is nothing but the row itself).
    """

    row: Row
    said: dict[str, str]
    document: Document
    event: Event
    basis: str


def entered(row: Row, mapped: Map, record: Record, world: World) -> Entered:
    """What a row becomes.

    Raises:
        UnreadableError: It cannot be read; the reason is one of :data:`REASONS`.
    """
    if "" in row.cells:
        raise unreadable("bad row", row.cells[""])
    said = mapped.said(row.cells)
    entry = _entry(said, mapped)
    rule = f"row {row.number} of {mapped.table.name}, which rests on {mapped.table.basis}"
    try:
        found = _cited(said, entry, record)
        document, words, basis = found or _of_row(row, said, mapped)
        event = made(entry, document, [words], mapped.table.coder, world, dict.fromkeys(Event.__struct_fields__, rule))
    except UsageError as error:
        raise unreadable("unknown party" if "no party" in error.message else "bad value", error.message) from error
    return Entered(row, said, document, event, basis)


def unreadable(reason: str, detail: str = "") -> UnreadableError:
    """The error of a reason in :data:`REASONS`."""
    message, hint = REASONS[reason]
    return UnreadableError(reason, message.format(detail=detail), hint)


def _entry(said: Mapping[str, str], mapped: Map) -> Entry:
    who = tuple(each for role in ROLES for each in _people(said, cast(Role, role), mapped))
    if not any(each.role in ("source", "host") for each in who):
        raise unreadable("nobody")
    meant = {field: mapped.meant(field, words) for field, words in said.items()}
    further: dict[str, object] = {}
    for name, words in facets(meant).items():
        parts = (mapped.meant(name, each) for each in _split(words, mapped.table.separator))
        further |= plain(name, ",".join(parts))
    return Entry(
        type=meant["type"],
        mode=meant.get("mode"),
        who=who,
        date=_date(meant.get("date"), mapped),
        place=said.get("place"),
        country=meant.get("country"),
        facets=further,
    )


def _date(words: str | None, mapped: Map) -> str | None:
    try:
        return date_of(words, mapped.table.dates) if words else None
    except DateError as error:
        raise unreadable("bad date", str(error)) from error


def _people(said: Mapping[str, str], role: Role, mapped: Map) -> list[Who]:
    """Everybody in a role: names with their parties, one party for all of them, or parties alone, which are then the names."""
    names, parties = (_split(said.get(field, ""), mapped.table.separator) for field in (role, f"{role}_party"))
    codes = [mapped.meant(f"{role}_party", each) for each in parties]
    if not names:
        return [Who(name, role, code) for name, code in zip(parties, codes, strict=True)]
    if len(codes) not in (0, 1, len(names)):
        raise unreadable("bad value", f"it has {len(names)} names and {len(codes)} parties as {role}")
    return [Who(name, role, codes[n % len(codes)] if codes else None) for n, name in enumerate(names)]


def _split(cell: str, separator: str) -> list[str]:
    return [each.strip() for each in cell.split(separator) if each.strip()]


def _cited(said: Mapping[str, str], entry: Entry, record: Record) -> tuple[Document, Span, str] | None:
    """The document of the record that a row cites, where the row's words and names stand in it."""
    name = said.get("document") or canonical(said.get("url"))
    if not name or "words" not in said:
        return None
    try:
        document = record.document(name)
        words = spans(document, said["words"])
    except UsageError:
        return None
    named = all(nearest(document.text, each.name, words) for each in entry.who)
    return (document, words, "document") if named else None


def _of_row(row: Row, said: Mapping[str, str], mapped: Map) -> tuple[Document, Span, str]:
    """The row itself as a document: every cell with its column, then what holds for all rows."""
    table = mapped.table
    lines = [f"{column}: {cell}" for column, cell in row.cells.items() if cell]
    fixed = {
        field: said[field] for field in mapped.fixed if field not in mapped.columns or not row.cells.get(mapped.columns[field])
    }
    lines += [f"{field.replace('_', ' ')}: {words}" for field, words in fixed.items()]
    text = f"{table.name}, by {table.coder}\n\n" + "\n".join(lines) + "\n"
    words = said.get("words")
    start = text.index(words) if words and words in text else text.index(lines[0])
    end = start + len(words) if words and words in text else len(text) - 1
    return _document(row, said, mapped, text), Span(start=start, end=end), "quotation" if words else "row"


def _document(row: Row, said: Mapping[str, str], mapped: Map, text: str) -> Document:
    digest, table = hashlib.sha256(text.encode()).hexdigest(), mapped.table.name
    key, published = said.get("key") or digest[:12], _date(said.get("published"), mapped)
    return Document(
        id=hashlib.sha256(f"row:{table}\n{key}".encode()).hexdigest()[:20],
        sha256=digest,
        text=text,
        key=f"{table}: {key}",
        url=canonical(said.get("url")),
        title=said.get("title") or f"{table}, {f'entry {key}' if 'key' in said else f'row {row.number}'}",
        publisher=said.get("publisher") or table,
        published=published,
        published_method="given" if published else None,
        format="table",
    )
