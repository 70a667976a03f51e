"""The documents behind events as CSL-JSON, for Zotero and citation processors. Each document once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import msgspec

from verbale.model import DocumentRef, Event


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write the documents of events; return how many events."""
    stream.write("[\n")
    count = shown = 0
    known: set[str] = set()
    for event in events:
        count += 1
        for entry in _new(event.document, known):
            stream.write(("," if shown else "") + msgspec.json.encode(entry).decode() + "\n")
            shown += 1
    stream.write("]\n")
    return count


def _new(document: DocumentRef, known: set[str]) -> Iterator[dict[str, Any]]:
    if document.id in known:
        return
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
    yield {key: value for key, value in told.items() if value}


def dated(published: str | None) -> list[int]:
    """Year, month and day, as far as they are told."""
    return [int(part) for part in (published or "").split("-") if part.isdecimal()]
