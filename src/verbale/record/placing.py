"""Where a judged event's words stand now: in the version that it was judged in, or in a later one that has the same words."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

from verbale.model import Basis, DocumentRef, Event, Evidence
from verbale.record.decision import Judged

_Spanned = TypeVar("_Spanned", bound=msgspec.Struct)


def placed(judged: Judged, document: DocumentRef, sha256: str, text: str) -> Event | None:
    """The judged event as an event of a version; ``None`` where its words, or the names in it, no longer stand there.

    In another version every span is moved to where its own words are, the nearest to where they were; what has no words of its own
    (the year of a citation) is kept inside the evidence and dropped elsewhere.
    """
    event = msgspec.structs.replace(judged.event, document=document, review=None)
    if judged.sha256 == sha256:
        return event
    evidence = [_found(text, each.text, each.start) for each in event.evidence]
    if None in evidence:
        return None
    moved = tuple(
        Evidence(start=a, end=a + len(e.text), text=e.text) for a, e in zip(evidence, event.evidence, strict=True) if a is not None
    )
    return _moved(event, moved, text)


def overlap(a: Event, b: Event) -> float:
    """The share of the shorter evidence that the other's evidence has too."""
    shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.evidence for y in b.evidence)
    return shared / min(sum(e.end - e.start for e in each.evidence) for each in (a, b))


def _moved(event: Event, evidence: tuple[Evidence, ...], text: str) -> Event | None:
    shift = evidence[0].start - event.evidence[0].start
    people = [_worded(p, p.name, text, shift) for p in event.participants]
    if None in people:
        return None
    attribution = _worded(event.attribution, event.attribution.name, text, shift) if event.attribution else None
    fields: dict[str, Any] = {
        "evidence": evidence,
        "participants": tuple(people),
        "said": tuple(filter(None, (_worded(s, s.words, text, shift) for s in event.said))),
        "naming": tuple(filter(None, (_worded(n, n.words, text, shift) for n in event.naming))),
        "instruments": tuple(filter(None, (_within(i, event.evidence, shift) for i in event.instruments))),
        "basis": {name: each for name, basis in event.basis.items() if (each := _based(basis, event.evidence, shift))},
        "attribution": attribution,
    }
    return msgspec.structs.replace(event, **fields)


def _worded(thing: _Spanned, words: str, text: str, shift: int) -> _Spanned | None:
    """A thing with words of its own, where they stand now."""
    start = getattr(thing, "start", None)
    if start is None:
        return thing
    found = _found(text, words, start + shift)
    return None if found is None else msgspec.structs.replace(thing, start=found, end=found + len(words))


def _within(thing: _Spanned, evidence: tuple[Evidence, ...], shift: int) -> _Spanned | None:
    start, end = getattr(thing, "start", 0), getattr(thing, "end", 0)
    # evidence in several pieces may have moved by several distances: only the first piece's is known for what lies in it
    if evidence[0].start <= start and end <= evidence[0].end:
        return msgspec.structs.replace(thing, start=start + shift, end=end + shift)
    return None


def _based(basis: Basis, evidence: tuple[Evidence, ...], shift: int) -> Basis | None:
    return basis if basis.start is None else _within(basis, evidence, shift)


def _found(text: str, words: str, near: int) -> int | None:
    """Where the words stand, the place nearest to ``near``."""
    if text[near : near + len(words)] == words:
        return near
    places = [each.start() for each in re.finditer(re.escape(words), text)]
    return min(places, key=lambda each: (abs(each - near), each), default=None)
