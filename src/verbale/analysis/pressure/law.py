"""Instruments as they were cited, by whom and with what errors; needs as they were told, with cause, population and speaker."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.analysis.entries import Entry
from verbale.analysis.minutes import Minutes
from verbale.analysis.voices.asks import UNNAMED, name

NOBODY = "not told"


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """An instrument cited by a speaker: how often, in which documents, and what was wrong with the citations."""

    instrument: str
    speaker: str
    documents: frozenset[str]
    errors: tuple[str, ...]
    entries: tuple[Entry, ...]


def citations(given: Minutes) -> tuple[Cited, ...]:
    """Every instrument by every speaker, the most cited first; a citation outside any act is nobody's."""
    found: dict[tuple[str, str], list[tuple[str, str | None, Entry | None]]] = {}
    for instrument, speaker, document, error, entry in (*_in_events(given), *_outside(given)):
        found.setdefault((instrument, speaker), []).append((document, error, entry))
    made = (
        Cited(
            instrument=instrument,
            speaker=speaker,
            documents=frozenset(document for document, *_ in told),
            errors=tuple(sorted({error for _, error, _ in told if error})),
            entries=tuple({e.id: e for *_, e in told if e is not None}.values()),
        )
        for (instrument, speaker), told in found.items()
    )
    return tuple(sorted(made, key=lambda c: (-len(c.documents), c.instrument, c.speaker)))


def needs(given: Minutes) -> dict[tuple[str, str, str], frozenset[str]]:
    """Needs by kind, cause and population, with the documents that tell of them, the most told first."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for document, each in given.mentions:
        if each.kind == "need":
            found.setdefault((each.value, each.cause or NOBODY, each.population or NOBODY), set()).add(document)
    return {key: frozenset(documents) for key, documents in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))}


def raised(given: Minutes) -> dict[tuple[str, str], tuple[Entry, ...]]:
    """Needs by the speakers who raised them in an act of their own."""
    found: dict[tuple[str, str], dict[str, Entry]] = {}
    for each in given.entries:
        for event in each.telling("needs"):
            for need in event.needs:
                for party in event.parties("source") - UNNAMED:
                    found.setdefault((need, name(party)), {})[each.id] = each
    return {key: tuple(told.values()) for key, told in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))}


def _in_events(given: Minutes) -> Iterator[tuple[str, str, str, str | None, Entry | None]]:
    for each in given.entries:
        for event in each.telling("instruments"):
            speakers = sorted(map(name, event.parties("source") - UNNAMED)) or [NOBODY]
            for use in event.instruments:
                for speaker in speakers:
                    yield use.id, speaker, event.document.id, use.error, each


def _outside(given: Minutes) -> Iterator[tuple[str, str, str, str | None, Entry | None]]:
    citing = (event for each in given.entries for event in each.telling("instruments"))
    told = {(use.id, event.document.id) for event in citing for use in event.instruments}
    for document, each in given.mentions:
        if each.kind == "instrument" and (each.value, document) not in told:
            yield each.value, NOBODY, document, each.error, None
