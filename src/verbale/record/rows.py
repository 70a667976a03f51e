"""From what a coder read to the record's rows, and the digest by which two readings are told apart.

A row here has no number and no run: it is what was read, whenever and in whatever order, so equal readings have equal rows.
"""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

import msgspec

from verbale.errors import DataError
from verbale.model import Coded, Document, Event, Evidence, Participant
from verbale.record.dates import days
from verbale.record.exports import jsonl
from verbale.record.tables import documents, events

Row = dict[str, Any]

_PLAIN = tuple(name for name in Event.__struct_fields__ if name in events.c and name not in ("document", "review"))
_SOURCE = tuple(name for name in Document.__struct_fields__ if name in documents.c)


class EventRows(NamedTuple):
    """One event: its own row, and those that hang on it."""

    event: Row
    participants: list[Row]
    evidence: list[Row]


class Rows(NamedTuple):
    """One reading of one version: its row, and those that hang on it."""

    version: Row
    events: list[EventRows]
    mentions: list[Row]
    claims: list[Row]

    def digest(self) -> str:
        """A hash of everything that was read. Empty columns do not count, so that a column added later changes no digest."""
        return hashlib.sha256(msgspec.json.encode(_filled(self), order="sorted")).hexdigest()


def rows(coded: Coded) -> Rows:
    """The rows of a reading.

    Raises:
        DataError: The text is not what its hash says, cannot be stored, or does not hold the words of an event's evidence.
    """
    _check(coded)
    return Rows(
        version=_version(coded),
        events=[event_rows(event, coded.document.sha256, ordinal) for ordinal, event in enumerate(coded.events)],
        mentions=[{"ordinal": n, **_worded(mention)} for n, mention in enumerate(coded.mentions)],
        claims=[{"ordinal": n, **_worded(claim), "about": text(claim.about)} for n, claim in enumerate(coded.claims)],
    )


def source(document: Document) -> Row:
    """The row of the document itself, without its text."""
    return {name: getattr(document, name) for name in _SOURCE}


def text(value: object) -> str:
    """A list or a map as it stands in one column: JSON, maps by name."""
    return msgspec.json.encode(value, order="deterministic").decode()


def _check(coded: Coded) -> None:
    """Promise P1: every event's words are where it says, in the text whose hash is kept."""
    document = coded.document
    name = document.key or document.path or document.url or document.id
    if hashlib.sha256(_encoded(document.text, name)).hexdigest() != document.sha256:
        raise DataError(f"the text of {name} does not have the hash that it came with", "read the document again")
    for event in coded.events:
        _check_event(event, document, name)


def _encoded(words: str, name: str) -> bytes:
    if "\0" in words:
        raise DataError(f"the text of {name} holds a NUL character", "the file may be binary, or UTF-16 read as UTF-8")
    try:
        return words.encode()
    except UnicodeEncodeError as error:
        hint = "read the file in its right encoding"
        raise DataError(f"the text of {name} holds half a character at {error.start}", hint) from error


def _check_event(event: Event, document: Document, name: str) -> None:
    if event.document.id != document.id:
        raise DataError(f"event {event.id} of {name} belongs to another document", "this is a fault of the coder: please report it")
    for words in event.evidence:
        if document.text[words.start : words.end] != words.text:
            raise DataError(f"the evidence of event {event.id} does not stand in {name} at {words.start}-{words.end}",
                            "this is a fault of the coder: please report it")  # fmt: skip


def _version(coded: Coded) -> Row:
    document = coded.document
    row = {name: getattr(document, name) for name in Document.__struct_fields__ if name != "id"}
    return row | {"document": document.id, "furniture": text(document.furniture), "coder": coded.coder, "skipped": coded.skipped}


def event_rows(event: Event, sha256: str, ordinal: int) -> EventRows:
    """The rows of an event of the version with that hash, the ``ordinal``-th of it."""
    row = {name: getattr(event, name) for name in _PLAIN}
    first_day, last_day = days(event.date, event.date_precision) or (None, None)
    row |= {"document": event.document.id, "sha256": sha256, "ordinal": ordinal, "first_day": first_day, "last_day": last_day}
    row |= {"body": jsonl.encode(event)}
    return EventRows(
        row,
        [_participant(each, n) for n, each in enumerate(event.participants)],
        [_evidence(each, n) for n, each in enumerate(event.evidence)],
    )


def _participant(participant: Participant, ordinal: int) -> Row:
    row: Row = msgspec.structs.asdict(participant)
    del row["candidates"]  # only in the event's body: nobody counts or searches by what somebody might have been
    return row | {"also": text(participant.also), "ordinal": ordinal}


def _evidence(evidence: Evidence, ordinal: int) -> Row:
    return {"ordinal": ordinal, **msgspec.structs.asdict(evidence)}


def _worded(value: msgspec.Struct) -> Row:
    """A mention or a claim, its words in the column that holds words everywhere."""
    row: Row = msgspec.structs.asdict(value)
    row["text"] = row.pop("words")
    return row


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: each for name, each in value.items() if each is not None}
    return [_filled(each) for each in value]
