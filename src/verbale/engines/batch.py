"""Coding as one pure function on a batch: the same for every engine, on this machine or on many."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

import msgspec
import pyarrow as pa

from verbale.coding.coder import Coder
from verbale.engines.light import import_spacy
from verbale.engines.one import code_one
from verbale.model import Coded, Document, Event, SetAside
from verbale.settings import Settings

_TEXT, _LIST = pa.string(), pa.list_(pa.string())
DOCUMENTS = pa.schema([pa.field("document", _TEXT, nullable=False)])
"""What goes in: a document as JSON in each row."""
_EVENT = pa.struct(
    [("id", _TEXT), ("type", _TEXT), ("mode", _TEXT), ("status", _TEXT), ("date", _TEXT), ("date_precision", _TEXT),
     ("place", _TEXT), ("place_country", _TEXT), ("source_parties", _LIST), ("target_parties", _LIST), ("host_parties", _LIST),
     ("mediator_parties", _LIST), ("topics", _LIST), ("tools", _LIST), ("evidence", _LIST), ("confidence", pa.float64()),
     ("complete", pa.bool_()), ("in_case", pa.bool_()), ("coder", _TEXT)]
)  # fmt: skip
CODED = pa.schema(
    [("id", _TEXT), ("sha256", _TEXT), ("key", _TEXT), ("path", _TEXT), ("url", _TEXT), ("title", _TEXT), ("publisher", _TEXT),
     ("published", _TEXT), ("language", _TEXT), ("skipped", _TEXT), ("reason", _TEXT), ("events", pa.list_(_EVENT)),
     ("body", _TEXT)]
)  # fmt: skip
"""What comes out: a row for each document, its events as other programs can read them, and in ``body`` all of it as JSON.

``reason`` is why the input was set aside; ``body`` is then the record of that, and a document otherwise.
"""
_SHOWN = ("sha256", "key", "path", "url", "title", "publisher", "published", "language")
_ROLES = ("source", "target", "host", "mediator")


def code_batch(batch: pa.RecordBatch, settings: Settings) -> pa.RecordBatch:
    """The readings of a batch of documents, in its order.

    Args:
        batch: Of the schema :data:`DOCUMENTS`.
        settings: The case that is in force, and how it is coded.

    Returns:
        A batch of the schema :data:`CODED`.
    """
    coder = _coder(settings)
    given = (msgspec.json.decode(row, type=Document) for row in batch.column("document").to_pylist())
    return coded_batch(code_one(coder, document) for document in given)


def documents_batch(documents: Iterable[Document]) -> pa.RecordBatch:
    """Documents as a batch that :func:`code_batch` takes."""
    return pa.RecordBatch.from_pylist([{"document": msgspec.json.encode(each).decode()} for each in documents], DOCUMENTS)


def coded_batch(found: Iterable[Coded | SetAside]) -> pa.RecordBatch:
    """Readings, and what was set aside, as a batch of the schema :data:`CODED`."""
    return pa.RecordBatch.from_pylist([_row(each) for each in found], CODED)


def reading(row: dict[str, Any]) -> Coded | SetAside:
    """What a row of the schema :data:`CODED` stands for."""
    if row["reason"] is not None:
        return msgspec.json.decode(row["body"], type=SetAside)
    return msgspec.json.decode(row["body"], type=Coded)


@functools.lru_cache(maxsize=4)
def _coder(settings: Settings) -> Coder:
    import_spacy()
    return Coder(settings.case, settings)


def _row(found: Coded | SetAside) -> dict[str, Any]:
    body = msgspec.json.encode(found).decode()
    if isinstance(found, SetAside):
        return {"path": found.path, "reason": found.reason, "events": [], "body": body}
    document = found.document
    shown = {name: getattr(document, name) for name in _SHOWN}
    return {**shown, "id": document.id, "skipped": found.skipped, "events": [_event(e) for e in found.events], "body": body}


def _event(event: Event) -> dict[str, Any]:
    row = {field.name: getattr(event, field.name, None) for field in _EVENT}
    row |= {f"{role}_parties": sorted(event.parties(role)) for role in _ROLES}
    return row | {"evidence": [each.text for each in event.evidence]}
