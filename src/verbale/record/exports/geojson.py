"""Events as GeoJSON (RFC 7946): a point where the catalogue knows the city, no geometry elsewhere, and always how exact it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from verbale.catalogue import places
from verbale.model import Event
from verbale.record.exports.array import write_array


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write a feature for each event, one a line; return how many."""
    stream.write('{"type":"FeatureCollection","features":')
    count = write_array(events, stream, _feature)
    stream.write("}\n")
    return count


def _feature(event: Event) -> dict[str, Any]:
    point = places.cities().get((event.place or "", event.place_country or ""))
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": list(point)} if point else None,
        "properties": {
            "type": event.type,
            "mode": event.mode,
            "status": event.status,
            "date": event.date,
            "parties": sorted(event.parties()),
            "place": event.place,
            "country": event.place_country,
            "precision": "city" if point else "country" if event.place_country else "none",
            "located_by": "name in the words, coordinates of GeoNames" if point else "no coordinates known",
            "reviewed": event.review is not None,
            "publisher": event.document.publisher,
            "url": event.document.url,
            "text": event.evidence[0].text,
        },
    }
