"""The documents behind events as CSL-JSON, for Zotero and citation processors. Each document once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from verbale.model import DocumentRef, Event
from verbale.record.exports.array import write_array


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write the documents of events; return how many events."""
    known: set[str] = set()
    count = write_array(events, stream, lambda event: _new(event.document, known))
    stream.write("\n")
    return count


def _new(document: DocumentRef, known: set[str]) -> dict[str, Any] | None:
    if document.id in known:
        return None
    known.add(document.id)
    told = {
        "id": document.id,
        "type": "webpage" if document.url else "document",
        "title": document.title or document.key or document.id,
        "container-title": document.publisher,
        "publisher": document.publisher,
        "URL": document.url,
        "issued": {"date-parts": [parts]} if (parts := dated(document.published)) else None,
        "note": f"text {document.sha256}" if document.sha256 else None,
    }
    return {key: value for key, value in told.items() if value}


def dated(published: str | None) -> list[int]:
    """Year, month and day, as far as they are told."""
    return [int(part) for part in (published or "").split("-") if part.isdecimal()]
