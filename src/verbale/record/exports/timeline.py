"""Events as JSON for TimelineJS: dates as exact as they are, imprecise ones with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any, TextIO

import msgspec

from verbale.catalogue import labels
from verbale.model import DocumentRef, Event
from verbale.record.exports.array import write_array


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write every event that has a date; return how many were given."""
    title = {"text": {"headline": "Engagements", "text": "Each entry is one act as one document tells it."}}
    stream.write(f'{{"title":{msgspec.json.encode(title).decode()},"events":')
    count = write_array(events, stream, _entry)
    stream.write("}\n")
    return count


def _entry(event: Event) -> dict[str, Any] | None:
    date = event.date
    if not (date and date[:4].isdecimal()):
        return None
    parts = [part for part in date.split("-") if part.isdecimal()]
    parties = ", ".join(labels.heading(code) for code in sorted(event.parties()))
    source = _source(event.document)
    seen = "" if event.review else "<p>Machine-read, not reviewed.</p>"
    text = f"<blockquote>{escape(' '.join(event.evidence[0].text.split()))}</blockquote><p>{source}</p>{seen}"
    entry: dict[str, Any] = {
        "start_date": dict(zip(("year", "month", "day"), parts, strict=False)),
        "text": {"headline": escape(f"{labels.label('type', event.type)}: {parties}"), "text": text},
        "group": labels.label("type", event.type),
        "unique_id": event.id,
    }
    return entry if event.date_precision == "day" else entry | {"display_date": f"{date} (to the {event.date_precision})"}


def _source(document: DocumentRef) -> str:
    if not document.url or not document.url.startswith(("http://", "https://")):
        return escape(document.publisher or "")
    return f'<a href="{escape(document.url)}">{escape(document.publisher or "the page")}</a>'
