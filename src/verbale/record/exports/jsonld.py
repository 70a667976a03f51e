"""Events as JSON-LD: schema.org for what happened, PROV for where it comes from, Web Annotation for the words.

One graph, one node a line. A quotation is a ``TextQuoteSelector`` with its ``TextPositionSelector`` in the document.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from verbale.catalogue import labels
from verbale.model import Event
from verbale.record.exports.array import write_array

CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "verbale": "urn:verbale:",
}
"""The vocabularies that the graph speaks."""


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write the graph; return how many events."""
    stream.write(f'{{"@context":{msgspec.json.encode(CONTEXT).decode()},"@graph":')
    count = write_array(events, stream, _node)
    stream.write("}\n")
    return count


def _node(event: Event) -> dict[str, Any]:
    document = event.document
    told = {
        "@id": f"urn:verbale:event:{event.id}",
        "@type": ["Event", "prov:Entity"],
        "name": f"{labels.label('type', event.type)}: {', '.join(labels.heading(code) for code in sorted(event.parties()))}",
        "additionalType": f"verbale:{event.type}/{event.mode}",
        "eventStatus": f"verbale:{event.status}",
        "startDate": event.date,
        "location": {"@type": "Place", "name": event.place, "addressCountry": event.place_country} if event.place else None,
        "organizer": [_party(code) for code in sorted(event.parties("host"))],
        "attendee": [_party(code) for code in sorted(event.parties("source", "target", "mediator"))],
        "about": list(event.topics),
        "prov:wasAttributedTo": event.review.by if event.review else event.coder,
        "prov:wasDerivedFrom": {
            "@id": document.url or f"urn:verbale:document:{document.id}",
            "@type": "CreativeWork",
            "name": document.title,
            "publisher": document.publisher,
            "datePublished": document.published,
        },
        "verbale:evidence": [_annotation(part.start, part.end, part.text) for part in event.evidence],
        "verbale:confidence": event.confidence,
        "verbale:reviewed": event.review is not None,
    }
    return {key: value for key, value in told.items() if value not in (None, [], "")}


def _party(code: str) -> dict[str, str]:
    return {"@id": f"urn:verbale:party:{code}", "@type": "Organization", "name": labels.heading(code)}


def _annotation(start: int, end: int, words: str) -> dict[str, Any]:
    position = {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end}
    return {"@type": "oa:TextQuoteSelector", "oa:exact": words, "oa:refinedBy": position}
