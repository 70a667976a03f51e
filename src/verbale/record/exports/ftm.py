"""Events as entities of FollowTheMoney, one JSON object a line, for Aleph and OpenSanctions tools.

An event is an ``Event``; its document a ``Document``; a party a ``PublicBody``, or an ``Organization`` where it is a class of
people. People are left to the texts: an entity of its own would gather what is known of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import msgspec

from verbale.catalogue import labels
from verbale.model import Event

_BODIES = frozenset({"AUTH", "FMR", None})


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write the entities; each party and document once. Return how many events."""
    known: set[str] = set()
    count = 0
    for event in events:
        for entity in _entities(event):
            if entity["id"] not in known:
                known.add(entity["id"])
                stream.write(msgspec.json.encode(entity).decode() + "\n")
        count += 1
    return count


def _entities(event: Event) -> Iterator[dict[str, Any]]:
    for code in sorted(event.parties()):
        schema = "PublicBody" if labels.class_of(code) in _BODIES else "Organization"
        yield _entity(_id("party", code), schema, name=[labels.heading(code)], alias=[code], country=_country(code))
    document = event.document
    yield _entity(
        _id("document", document.id),
        "Document",
        title=[document.title],
        fileName=[document.key],
        sourceUrl=[document.url],
        publisher=[document.publisher],
        date=[document.published],
    )
    yield _entity(
        _id("event", event.id),
        "Event",
        name=[f"{labels.label('type', event.type)}: {event.mode}"],
        date=[event.date],
        organizer=[_id("party", code) for code in sorted(event.parties("host"))],
        involved=[_id("party", code) for code in sorted(event.parties("source", "target", "mediator"))],
        location=[event.place],
        country=[event.place_country],
        summary=[" ".join(part.text.split()) for part in event.evidence],
        proof=[_id("document", document.id)],
        sourceUrl=[document.url],
        publisher=[document.publisher],
        keywords=sorted({*event.topics, event.status, "reviewed" if event.review else "machine-read"}),
    )


def _entity(key: str, schema: str, /, **properties: list[str | None] | list[str]) -> dict[str, Any]:
    told = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _id(kind: str, name: str) -> str:
    return f"verbale-{kind}-{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def _country(code: str) -> list[str]:
    home = labels.country_of(code)
    return [home] if home else [code] if len(code) == len("NOR") and code.isalpha() else []
