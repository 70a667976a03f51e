"""The words that an account quotes: the whole sentence of the report, where that names nobody whom its own words do not."""

from __future__ import annotations

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Quote
from verbale.brief.sentences import around
from verbale.brief.telling import cut, speaking
from verbale.brief.veil import Veil
from verbale.model import Event

_LENGTH = 300
"""Code points of a quotation before it is cut."""

_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within a quotation."""

Place = tuple[str, int]
"""A document's id, and where in its text a sentence begins."""


class Words(msgspec.Struct, frozen=True):
    """A sentence of a document, by its place, as it may be shown."""

    place: Place
    quote: Quote


def words(material: Material, veil: Veil, entry: Entry) -> Words:
    """What is quoted of an act: the sentence of its surest report that says what was said, or tells of it."""
    event = speaking(entry)
    start, end = _telling(event)
    text = material.prudence.text(event)
    own = " ".join(part.text for part in event.evidence)
    if text is None:
        return Words((event.document.id, start), Quote(cut(own, _LENGTH)))
    first, last = around(text, start, end)
    whole = text[first:last].lstrip("-•* ")
    shown = own if veil.ventures(whole, own) else whole
    return Words((event.document.id, first), Quote(cut(shown.translate(_INNER), _LENGTH)))


def _telling(event: Event) -> tuple[int, int]:
    said = next((each for each in event.said if each.kind in ("ask", "disclaimer", "condition")), None)
    if said is not None:
        return said.start, said.end
    parts = [part for part in event.evidence if part.text not in (event.document.title or "")] or list(event.evidence)
    return parts[0].start, parts[0].end
